"""Reminders outside the program: letters and the calendar feed. Neither carries a name or what a record says."""
