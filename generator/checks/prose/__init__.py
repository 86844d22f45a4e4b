"""Rules of running Vietnamese text: it is read as a person reads it, not as data.

`asking` asks them of a composed paper. `language` gathers the rules of words, `figures` those of figures
and dates; both take a text and give hits with their offsets.
"""
