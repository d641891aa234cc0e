"""Nền Nếp: keeps the yearly work of a Party cell in order, record → figure → sentence → evidence."""

__version__ = "0.1.0"
