"""Which papers of two output folders differ: in their words, only in their look, and on which pages.

It is what a pull request shows of itself. Drafts are internal, and so is everything made here.
"""
