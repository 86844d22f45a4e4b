"""Reading a Word file made by anyone into a `SeenPaper` (ECMA-376, Office Open XML).

`read_word` gives what a reader sees. `Walk` gives every w:p with its number, the same number as in the
`SeenPaper`, for whoever has to find a paragraph in the file again.
"""

from generator.reading.word.reader import read_word

__all__ = ["read_word"]
