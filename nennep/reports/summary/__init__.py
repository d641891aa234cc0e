"""Báo cáo tổng kết: the report over several years, composed part by part from the records and nothing else."""
