"""Verbs about a meeting that is over: put on record, scored, signed and sealed, corrected beside the page."""
