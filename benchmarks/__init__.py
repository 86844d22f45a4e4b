"""Measurements, each a ratio or a rate; run by hand, never part of the tests."""
