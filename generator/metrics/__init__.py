"""Measures of the paper font, kept as data so that no step needs the font to know a length."""
