"""A copy of somebody's Word paper with remarks, or with repairs of its form.

The file that was given is never changed: both give the bytes of a new one. Words and figures stay as they
are, every part that is not touched stays as it is byte for byte, and no clock gets in.
"""

from generator.revising.remarks import Remark, annotated
from generator.revising.repairs import Repaired, Why, fixed
from generator.revising.work import Change

__all__ = ["Change", "Remark", "Repaired", "Why", "annotated", "fixed"]
