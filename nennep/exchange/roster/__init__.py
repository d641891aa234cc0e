"""A roster as a cell really keeps it in Excel: any columns, any order, titles above, signatures below.

The file is read (`grid`, `headings`, `reading`), set beside the list of the unit (`matching`), shown with everything that
would change (`preview`), mended there (`answers`), and only then entered, all of it or nothing.
"""
