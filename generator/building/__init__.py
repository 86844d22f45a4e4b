"""Building: what has to be made, who makes it, and how it gets to its place.

`scan` looks at the files, `memory` knows which of them are as the last build left them, `bench` makes the
papers of one inspection, `crew` has several benches work at once, `delivery` writes what they made.
"""
