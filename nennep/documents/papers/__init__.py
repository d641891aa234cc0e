"""A unit's own documents as papers in the Party's layout, composed from what was typed."""
