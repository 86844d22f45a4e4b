"""A Word file with tracked changes between two Word files: accept them for the new, reject for the old."""

from generator.redline.redlining import AUTHOR, MOMENT, Redline, redlined

__all__ = ["AUTHOR", "MOMENT", "Redline", "redlined"]
