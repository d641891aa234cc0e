"""The verbs about signing in: what people change in their own account, and the papers that a secretary prints."""
