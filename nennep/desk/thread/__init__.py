"""Sợi chỉ đỏ: from a directive down to plan, tasks, registrations, meetings, reviews, awards and articles, and up again."""
