"""The papers of a meeting: everything that falls out of its record, made from what is shown and never typed again."""
