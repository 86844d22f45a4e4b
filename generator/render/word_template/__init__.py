"""The maker of ``van-ban.docx``: the Word layout of every paper, from layout.yaml.

The same layout.yaml gives the same bytes. The file is a real Word document with tags in it: an office
may open it in Word, change its styles and save it under its own ``templates/_layout/``. Names of styles
are Vietnamese, for the people who see them in Word; none has a comma, which Word would take for a
second name.
"""

from generator.render.word_template.book import make_book
from generator.render.word_template.package import make

__all__ = ["make", "make_book"]
