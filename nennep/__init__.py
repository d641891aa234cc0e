"""Nền Nếp: keeps the yearly work of a Party cell in order, record → figure → sentence → evidence."""
