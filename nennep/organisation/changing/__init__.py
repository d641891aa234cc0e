"""The pages where a secretary records what happened to a person or a unit: one small form for each verb."""
