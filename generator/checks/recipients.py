"""Who has a duty is told of it: every owner is named among the recipients (nơi nhận) of the paper (C4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.answers import Hit
from generator.wording import fold_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.answers import DataPath
    from generator.checks.case import Case

# "Như trên" repeats Kính gửi, "Như Điều 5" the article on who carries out: both name those with duties.
_EVERYONE = re.compile(
    r"như (?:trên|điều)|(?:cơ quan|đơn vị|tổ chức|cá nhân)[^;]*(?:có tên|nêu|liên quan|thực hiện|được giao)"
)
_INSPECTED = re.compile(r"(?:đơn vị|cơ quan|tổ chức|doanh nghiệp)[^;]* được (?:kiểm tra|giám sát|thanh tra)")
_TEAM = re.compile(r"(?:thành viên )?đoàn (?:kiểm tra|giám sát|thanh tra)|thành viên đoàn")
_GROUPS = {
    "xa": re.compile(r"(?:cấp xã|các xã|xã, phường|phường, xã)"),
    "phuong": re.compile(r"(?:cấp xã|các phường|xã, phường|phường, xã)"),
    "dac-khu": re.compile(r"(?:cấp xã|đặc khu)"),
    "so": re.compile(r"các (?:sở|cơ quan chuyên môn)"),
}
"""Groups that name every agency of a kind."""


def unnamed_owners(case: Case) -> Iterator[Hit]:
    """Yield the owners of recommendations and tasks that no recipient names.

    A paper whose recipients are not typed yet is not asked; nor one with Kính gửi, which is written to
    those it names there. Of a duty that the paper does not print, or that its issuer carries out, nothing
    is asked.
    """
    if not case.paper.recipients or (case.document and case.document.addressees):
        return
    told: set[str] = set()
    for path, owner in _owners(case):
        if owner not in told and not _is_named(owner, case):
            told.add(owner)
            name = case.catalogues.name(owner, case.day)
            yield Hit(path, {"problem": "not-recipient", "name": name.abbreviated or name.full})


def _owners(case: Case) -> Iterator[tuple[DataPath, str]]:
    units = {unit.id: unit.agency for unit in case.inspection.inspected_units}
    issuer = case.paper.issuer or case.inspection.issuer
    printed = {run.source for run in case.document.runs()} if case.document else None
    for field in ("recommendations", "organisation"):
        for index, duty in enumerate(getattr(case.inspection, field)):
            told = {f"{field}.{index}.{name}" for name in ("text", "short")}
            if printed is not None and told.isdisjoint(printed):
                continue
            if issuer in {units.get(owner, owner) for owner in duty.owners}:
                continue
            yield from (((field, index, "owners"), units.get(owner, owner)) for owner in duty.owners)


def _is_named(owner: str, case: Case) -> bool:
    recipients = case.paper.recipients
    # Who writes to the chairman has written to the committee.
    body = case.catalogues.body(owner, case.day)
    if any(item.agency and case.catalogues.body(item.agency, case.day) == body for item in recipients):
        return True
    groups = [_folded(item.group) for item in recipients if item.group]
    return any(_names(group, owner, case) for group in groups)


def _folded(text: str) -> str:
    return fold_tones(text).casefold()


def _names(group: str, owner: str, case: Case) -> bool:
    """Return whether a group typed as text names the agency: by name, as one of many, or as everyone."""
    agency = case.catalogues.agencies[owner]
    said = [name for entry in agency.names for name in (entry.full, entry.abbreviated, entry.short) if name]
    said += [agency.place_name] if agency.place_name else []
    if any(re.search(rf"(?<!\w){re.escape(_folded(name))}(?!\w)", group) for name in said):
        return True
    inspected = owner in {unit.agency for unit in case.inspection.inspected_units}
    kind = _GROUPS.get(agency.kind)
    return bool(
        _EVERYONE.search(group)
        or (inspected and _INSPECTED.search(group))
        or (kind and kind.search(group))
        or (_TEAM.search(group) and _sits_in_the_team(owner, case))
    )


def _sits_in_the_team(owner: str, case: Case) -> bool:
    team = case.inspection.team
    return case.catalogues.kind(owner).team or any(
        member.agency == owner or (member.person and owner in _agencies_of(member.person, case))
        for member in team.members
    )


def _agencies_of(person: str, case: Case) -> set[str | None]:
    found = case.catalogues.people.get(person)
    return {held.agency for held in found.held_on(case.day)} if found else set()
