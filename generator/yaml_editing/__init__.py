"""One value of a YAML file changed and nothing else: comments, order, quotes, line ends stay byte for byte.

`edited`, `inserted`, `deleted` and `moved` take the text of a file and give the changed text, proved to
differ in exactly that value. `replace_text` writes it and keeps the file as it was before.
"""

from generator.yaml_editing.editing import deleted, edited, inserted, moved
from generator.yaml_editing.keeping import KEPT, YamlText, kept_before, read_text, replace_text

__all__ = [
    "KEPT",
    "YamlText",
    "deleted",
    "edited",
    "inserted",
    "kept_before",
    "moved",
    "read_text",
    "replace_text",
]
