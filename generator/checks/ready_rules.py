"""Make ``rules/ready.json`` of the files of rules: ``python -m generator.checks.ready_rules``."""

from __future__ import annotations

from pathlib import Path

from generator.checks.rules import READY, ready_text, rule_texts

if __name__ == "__main__":
    target = Path(__file__).parent / "rules" / READY
    target.write_text(ready_text(rule_texts()), encoding="utf-8")
