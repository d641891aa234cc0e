"""Soạn văn bản: write the unit's own documents, see them as they will be printed, sign them into the register."""
