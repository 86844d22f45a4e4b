"""After the signature: the steps of a paper, its number and day, the store of issued papers, its journal.

``journal`` is the one record of who did what and when, each line sealed by the one before; ``states`` is
what may follow what; ``store`` holds the folder and finishes or undoes what was interrupted; ``issue``
freezes a paper with everything it was made of; ``verification`` proves that nothing was changed since.
"""
