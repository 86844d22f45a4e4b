"""Reading a PDF made by anyone: letters and lines on pages, measured, as a `SeenPaper`.

From the file inwards: `limits`, `streams`, `objects` and `opening` keep pdfminer within bounds; `fonts`,
`content`, `device` and `pages` draw each page as `ink`; `lines`, `tables`, `rules` and `sheets` read lines
off it; `annotations` draws what lies over the page; `furniture`, `areas`, `columns`, `paragraphs`,
`blocks`, `overleaf`, `joining` and `measures` find what a reader sees in them; `facts` are what the file
says of itself; `paper` puts all together.
"""

from generator.reading.pdf.paper import read_pdf, read_visible

__all__ = ["read_pdf", "read_visible"]
