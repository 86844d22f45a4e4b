"""Building: what has to be made, who makes it, and how it gets to its place.

In the order of work: `plan` says which inspections are as the last build left them, by its `memory`; `run`
has the others made. A `bench` makes the papers of one inspection, each `paper` within its `limits`; a `crew`
has several benches work at once, in processes here or on a `cluster`; `delivery` writes what they made.
"""
