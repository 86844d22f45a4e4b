"""Word edits come home: what was changed in a working draft goes into the YAML it was made of.

Nothing is guessed. Each change is a proposal for one value of the YAML; it holds only if the paper, composed
again of the changed YAML, says what the edited file says. What has no such value is told, with the place
where it belongs.
"""

from generator.pulling.pulling import Pulled, pull

__all__ = ["Pulled", "pull"]
