"""Reading a finished file made by anyone - Word, PDF, plain text - into one `SeenPaper`.

Files are hostile until proven otherwise: size, depth and count have limits, nothing is fetched, nothing is
run, and what cannot be read is told. A file that is read is never changed.
"""
