"""What differs between two versions of an inspection: by field, with its effects on figures and sentences."""

from generator.differences.comparison import differences, field_changes
from generator.differences.values import Change, Differences, Version

__all__ = ["Change", "Differences", "Version", "differences", "field_changes"]
