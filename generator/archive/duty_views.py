"""The duties of an inspection on its page, and in the list of time limits: what presses most first.

In the office it is said how far each owner is. Outside it is not: reports of progress are not published, and
a duty must not be called overdue by those who cannot know that it was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.archive.contents import Edition
from generator.archive.rows import DutyRow, Rows, duty_anchor, inspection_page
from generator.follow_up.duties import AsOf, Standing, duties_of
from generator.reporters.due import standing_text, state_text
from generator.wording import capitalise_first, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.archive.gathering import ArchivedInspection
    from generator.archive.inspection_view import InspectionView
    from generator.follow_up.duties import DueDuty
    from generator.follow_up.issue_day import IssueDays
    from generator.messages import Messages
    from generator.model.calendar import Calendar

_LOOKS = {Standing.OVERDUE: "qua-han", Standing.SOON: "sap-han", Standing.DONE: "xong"}
_LAST = date.max.toordinal()
_ANY_DAY = date(2020, 1, 1)  # where nothing is judged


@dataclass(frozen=True)
class DutyViews:
    """Says how duties stand by a day, None for one that nobody knows; notes each in the rows of the list."""

    rows: Rows
    messages: Messages
    days: IssueDays
    calendar: Calendar
    edition: Edition
    as_of: date | None

    def of(self, item: ArchivedInspection, view: InspectionView) -> list[dict[str, Any]]:
        """Return the duties that may be shown, each with the state of its owners."""
        as_of = AsOf(self.as_of or _ANY_DAY, self.calendar)
        found: dict[int, list[DueDuty]] = {}
        for duty in duties_of(item.loaded, self.days(item.loaded.inspection), as_of):
            found.setdefault(duty.index, []).append(duty)
        shown = []
        for index, recommendation in view.recommendations():
            said, owners = view.duty(index, recommendation), found.get(index, [])
            for one in owners:
                self._note(item, view, said, one)
            judged = owners if self._judges(item) else []
            shown.append(said | {"states": [self._state(one, judged, view) for one in judged]})
        return shown

    def _judges(self, item: ArchivedInspection) -> bool:
        return self.edition is Edition.INTERNAL and self.as_of is not None and not item.is_press

    def _state(self, duty: DueDuty, all_of_it: list[DueDuty], view: InspectionView) -> tuple[str, str]:
        """Return the look of a duty of one owner, and how far it is; one of several is named."""
        named = len(all_of_it) > 1 and duty.owner
        owner = f"{view.saying.agencies([duty.owner])[0]}: " if named else ""
        said = "; ".join(filter(None, self._standing(duty)))
        return _LOOKS.get(duty.standing, ""), f"{owner}{said if owner else capitalise_first(said)}"

    def _standing(self, duty: DueDuty) -> tuple[str, str]:
        """Return how a duty stands in time, "" for one that is done, and what was reported of it."""
        state = state_text(duty, self.messages)
        return ("", state) if duty.standing is Standing.DONE else (standing_text(duty, self.messages), state)

    def _note(
        self, item: ArchivedInspection, view: InspectionView, said: Mapping[str, Any], duty: DueDuty
    ) -> None:
        if item.is_press or not said["deadline"]:
            return
        judged, last = self._judges(item), duty.limit.last_day
        standing, state = self._standing(duty) if judged else ("", "")
        if judged:
            self.rows.counts[duty.standing] = self.rows.counts.get(duty.standing, 0) + 1
        self.rows.duties.append(
            DutyRow(
                owner=view.saying.agencies([duty.owner])[0] if duty.owner else said["owners"],
                text=said["text"],
                link=f"{inspection_page(item.id)}#{duty_anchor(duty.item.id)}",
                deadline=said["deadline"],
                last_day=short_date(last) if last else "",
                standing=standing,
                look=_LOOKS.get(duty.standing, "") if judged else "",
                state=state,
                order=duty.order
                if judged
                else (0, last.toordinal() if last else _LAST, item.id, duty.number),
            )
        )
