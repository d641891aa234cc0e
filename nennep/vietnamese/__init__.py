"""Vietnamese text: folding for search, the order of names, numbers and dates as people write them. Plain Python."""
