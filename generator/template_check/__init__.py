"""Whether an office's own Word layout can make papers: every fault at its paragraph, before a paper is made.

A build refuses a broken layout too, but with the first paper that meets the fault. Here the whole layout is
read, and wholly fictional papers of every shape are printed with it.
"""

from generator.template_check.checking import Beside, check_word_layout

__all__ = ["Beside", "check_word_layout"]
