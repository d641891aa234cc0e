"""The one document model: a tree of typed blocks, and writers that print the same tree in every format. Plain Python."""
