"""Kho lưu trữ: a static site of all papers and the package that holds it, proven by its own manifests.

What stands built or issued is gathered, one inspection at a time; pages, search index and metadata are made
of the same values; all of it becomes the payload of one BagIt package, written whole or not at all.
"""
