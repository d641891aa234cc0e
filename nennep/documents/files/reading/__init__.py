"""What a file holds, found out in a process of its own that may not write, grow or run for long.

`python -m nennep.documents.files.reading` takes the bytes of one file and gives back JSON: its kind, its lines, its
properties. Nothing here knows Django or the data folder, and nothing is written to disk.
"""
