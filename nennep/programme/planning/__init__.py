"""Planning: what fits together (`checks`), and what happens to tasks and clauses once they are there (`actions`)."""
