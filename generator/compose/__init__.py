"""Inspection + kind of paper → Document: order, numbers, wording; no format, no file written."""

from generator.compose.composer import Composed, Composer

__all__ = ["Composed", "Composer"]
