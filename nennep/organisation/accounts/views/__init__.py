"""The face of signing in: coming in, one's own account, second factors, and the papers that a secretary prints."""
