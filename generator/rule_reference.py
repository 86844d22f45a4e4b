"""The reference of the rules of ``check``, ``docs/rules.md``, made from the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.messages import Messages
from generator.reporters.explaining import by_group, effect, looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.rules import Rule

_INTRODUCTION = """\
# Quy tắc soát lỗi

Tệp này được tạo từ các quy tắc trong `generator/checks/rules/`, không sửa tay:
`python -m generator.rule_reference > docs/rules.md`.

`ketluan check` soát theo các quy tắc dưới đây; mã quy tắc đứng trước mỗi điểm cần sửa. `ketluan explain`
in ra cùng nội dung này. Quy tắc chưa soát được thì báo là chưa soát, không bao giờ tính là đạt.

Cơ sở của một quy tắc là một trong ba: đã đối chiếu với văn bản gốc; thông lệ; suy ra từ quy định.

Bỏ qua một quy tắc trong một cuộc kiểm tra, có lý do:

```yaml
ignore:
  - rule: C7
    reason: Nguyên nhân nêu tại báo cáo của Đoàn kiểm tra.
```

Từ riêng của cơ quan (tên gọi, thuật ngữ) mà quy tắc L1 báo nhầm thì ghi vào
`inspections/catalogues/words.txt`, mỗi dòng một từ hoặc cụm từ chỉ gồm chữ cái, nhiều nhất 8 âm tiết; dòng
bắt đầu bằng `#` là ghi chú:

```text
# Từ của cơ quan
lúa nương
vi bằng điện tử
```

Độ chính xác của các quy tắc soát lời văn được đo bằng `python -m benchmarks.precision`.
"""


def reference_text(rules: Iterable[Rule]) -> str:
    """Return the reference as Markdown: a table of all rules, then each of them."""
    messages, ordered = Messages("vi"), by_group(rules)
    sections = (_section(rule, messages) for rule in ordered)
    return "\n".join([_INTRODUCTION, *_table(ordered, messages), *sections])


def _table(rules: Iterable[Rule], messages: Messages) -> Iterator[str]:
    yield from ("| Mã | Yêu cầu | Mức |", "|---|---|---|")
    for rule in rules:
        cells = (f"[{rule.id}](#{_anchor(rule)})", rule.title.vi, messages.text(f"severity-{rule.severity}"))
        yield f"| {' | '.join(_cell(text) for text in cells)} |"
    yield ""


def _heading(rule: Rule) -> str:
    return f"{rule.id} {rule.title.vi}"


def _anchor(rule: Rule) -> str:
    kept = "".join(char for char in _heading(rule).lower() if char.isalnum() or char in " -_")
    return kept.replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "&#124;")


def _section(rule: Rule, messages: Messages) -> str:
    facts = [f"- {name}: {text}" for name, text in _facts(rule, messages) if text]
    samples = ["```text", f"Sai:  {_sample(rule.wrong)}", f"Đúng: {_sample(rule.right)}", "```"]
    return "\n".join([f"## {_heading(rule)}", "", f"*{rule.title.en}*", "", *facts, "", *samples, ""])


def _facts(rule: Rule, messages: Messages) -> Iterator[tuple[str, str]]:
    yield "Mức", messages.text(f"severity-{rule.severity}")
    yield "Điều khoản", rule.clause or ""
    yield "Cơ sở", messages.text(f"standing-{rule.standing}")
    yield "Hiệu lực", effect(rule, messages)
    yield "Soát ở", ", ".join(looked_at(rule, messages))
    yield "Thông báo", f"`{rule.message.vi}`"
    yield "Trong đó", "; ".join(f"`{key}`: {words.vi}" for key, words in rule.words.items())
    yield "Việc làm tiếp", rule.hint.vi


def _sample(text: str) -> str:
    """Return a sample with its further lines below the first."""
    return "\n      ".join(text.splitlines())


if __name__ == "__main__":
    import sys

    from generator.checks.rules import rules

    sys.stdout.write(reference_text(rules().values()))
