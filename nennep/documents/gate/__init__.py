"""The gate before every way in: marked papers are kept out of the program, and nothing of them stays (domain 7.2).

Plain Python, from letters to lines to a file's name: `letters` brings disguised spellings back to plain ones, `stamps` tells
a stamp from a harmless word, `looking` looks through all that was read of a file.
"""
