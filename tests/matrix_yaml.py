"""The one inspection of the matrix as the file of a row: its issuer, signer, units and addressees put in."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Any

from generator.compose.letterhead import Letterhead
from generator.wording import parse_date
from tests.matrix_rows import DATA, DRAFTER, INSPECTOR, UNIT, Row, combinations, data, known, may_issue, role

DAYS = {
    "quyet-dinh-thanh-lap": "16/3/2026",
    "quyet-dinh-thay-doi": "24/4/2026",
    "ke-hoach-kiem-tra": "23/3/2026",
    "thong-bao-lich": "25/3/2026",
    "bien-ban-kiem-tra": "14/4/2026",
    "bao-cao-ket-qua": "05/5/2026",
    "bao-cao-giam-sat": "05/5/2026",
    "cong-van-lay-y-kien": "06/5/2026",
    "phieu-trinh": "15/5/2026",
    "cong-van-dinh-chinh": "22/5/2026",
    "ke-hoach-khac-phuc": "28/5/2026",
    "thong-bao-sua-doi": "29/5/2026",
    "cong-van-thu-hoi": "02/6/2026",
    "cong-van-don-doc": "10/6/2026",
    "bao-cao-khac-phuc": "12/6/2026",
}
"""On which day a paper of the kind is drafted; a conclusion on the day of the conclusion."""
CONCLUDED = "18/5/2026"
CORRECTS = {
    "cong-van-dinh-chinh": (
        "as: dinh-chinh, places: [{where: điểm a khoản 1 Mục II, page: 2,"
        " old: chưa cập nhập, new: chưa cập nhật},"
        " {where: phần Nơi nhận, page: 3, old: để thực hiện, new: để t/h}]"
    ),
    "thong-bao-sua-doi": (
        'as: sua-doi, reason: "Xét kết quả đối chiếu số liệu tại [[team-report]]", places: ['
        "{action: cum-tu, where: khoản 2 Mục I, old: 1.247 hồ sơ, new: 1.274 hồ sơ},"
        " {action: bo-sung, where: điểm b khoản 1 Mục III, what: điểm c,"
        ' new: "c) Báo cáo kết quả trước ngày 31/7/2026;"},'
        " {action: o-bang, where: Phụ lục, what: 'số thứ tự 1, cột (6)', old: 30/6/2026, new: 31/7/2026},"
        " {action: bai-bo, where: khoản 2 Mục IV}]"
    ),
    "cong-van-thu-hoi": "as: thu-hoi, reason: Do ban hành không đúng thẩm quyền",
}
"""What a paper does to the issued conclusion."""


@dataclass(frozen=True)
class Case:
    """A row in its inspection: who inspects whom, who decided, who concluded."""

    row: Row
    role: str
    scene: dict[str, Any]
    decider: str
    concluder: str

    @property
    def reports_itself(self) -> bool:
        """Whether another than the team reports (a Ban, the Thường trực)."""
        return bool(self.row.issuer != self.scene["team"]["agency"])


def case_of(row: Row, as_whom: str) -> Case:
    """Return the case of a row; who may decide and conclude does so himself."""
    scene = _scene(row.issuer, as_whom)
    inspects = as_whom == INSPECTOR
    decides = inspects and may_issue("quyet-dinh-thanh-lap", row)
    concludes = inspects and may_issue("thong-bao-ket-luan", row)
    return Case(
        row,
        as_whom,
        scene,
        row.issuer if decides else scene["decides"],
        row.issuer if concludes else scene["concludes"],
    )


def text_of(row: Row, as_whom: str) -> str:
    """Return the inspection in which a row's issuer inspects, drafts for another, or is inspected."""
    case = case_of(row, as_whom)
    scene, team = case.scene, case.scene["team"]
    kinds = [one.kind for one in combinations() if one.row == row and role(one.kind) == as_whom]
    reporter = team["agency"]
    values = {
        "id": "ma-tran",
        "issuer": case.concluder if as_whom == DRAFTER else row.issuer,
        **data()["words"][scene["type"]],
        "type": scene["type"],
        "decider": case.decider,
        "planner": known().head_of(case.decider) or case.decider,
        "decider_symbol": _symbol(case.decider),
        "concluder": case.concluder,
        "concluder_symbol": _symbol(case.concluder),
        "team": team["name"],
        "team_agency": reporter or "null",
        "report_number": f"02/BC-{_symbol(reporter) if reporter else 'ĐKT'}",
        "reporter": f"issuer: {reporter}" if reporter else f"issuer_text: {team['name']}",
        "members": ", ".join(f"{{role: {key}, person: {value}}}" for key, value in team["members"].items()),
        "units": "\n".join(_unit(scene, index) for index in range(len(scene["units"]))),
        "unit_keys": ", ".join(f"u{index}" for index in range(1, len(scene["units"]) + 1)),
        "last_unit": f"u{len(scene['units'])}",
        "other": scene["other"],
        "documents": "\n".join(_document(kind, case) for kind in kinds),
    }
    return Template((DATA / "ma-tran" / "cuoc.yaml").read_text(encoding="utf-8")).substitute(values)


def _scene(issuer: str, as_whom: str) -> dict[str, Any]:
    """Return who inspects whom; for a unit, the scene of those who inspect it, with it as the only unit."""
    scenes = {agency: scene for scene in data()["scenes"] for agency in scene["of"]}
    if as_whom != UNIT:
        return scenes[issuer]
    (found,) = [one for one in data()["inspected"] if issuer in one["of"]]
    scene = scenes[found["scene"]]
    other = found.get("other", scene["other"])
    return {**scene, "units": [issuer], "other": scene["units"][0] if other == issuer else other}


def _symbol(agency: str) -> str:
    return Letterhead(known(), agency, parse_date(CONCLUDED)).symbol("QĐ") or ""


def _unit(scene: dict[str, Any], index: int) -> str:
    agency, day = scene["units"][index], 14 + index
    seen = "Đã niêm yết, công khai [[niem-yet.passed/niem-yet.checked]] TTHC"
    told = [
        f"id: u{index + 1}",
        f"agency: {agency}",
        f'sessions: [{{date: {day}/4/2026, start: "08:00", end: "11:30", place: {scene["place"]}}}]',
        f"report: {{number: {118 + index}/BC-{_symbol(agency)}, date: 03/4/2026}}",
        f"minutes: {{date: {day}/4/2026}}",
        f'noted: [{{scope: cong-khai, text: "{seen}"}}]',
        "opinion: Đơn vị nhất trí với nội dung biên bản",
    ]
    if scene["attends"]:
        told.append(f"attending: [{{person: {scene['attends']}}}]")
    return _item(told)


def _document(kind: str, case: Case) -> str:
    """Return one paper: its signer, its addressees and recipients, what its kind asks for."""
    issuer, day = case.row.issuer, DAYS.get(kind, CONCLUDED)
    told = [f"id: {kind}", f"kind: {kind}", f"month: {int(day.split('/')[1])}", "year: 2026"]
    told += [f"signer: {{person: {case.row.signer}}}", f"drafting_unit: {_drafts(case)}"]
    if role(kind) == DRAFTER:
        told.append(f"issuer: {issuer}")
    if kind == "bao-cao-giam-sat" and case.reports_itself:
        told += [f"issuer: {issuer}", f"number: 05/BC-{_symbol(issuer)}", "date: 12/5/2026"]
    to = _addressees(kind, case)
    if to:
        told.append(f"addressees: [{', '.join(f'{{owners: [{one}]}}' for one in to)}]")
    told += _asked(kind, case, day)
    named = _recipients(kind, case, to)
    if named:
        told.append(f"recipients: [{', '.join(named)}]")
    return _item(told)


def _item(fields: list[str]) -> str:
    return "  - {" + ", ".join(fields) + "}"


def _drafts(case: Case) -> str:
    """Return who drafted: an office of its own has no office below it."""
    drafts = case.scene["drafts"]
    small = known().agencies[case.row.issuer].kind in {"phong", "trung-tam", "van-phong"}
    found = {"symbol": "TH"} if small and "mark" not in drafts else drafts
    return "{" + ", ".join(f"{key}: {value}" for key, value in found.items()) + "}"


def _addressees(kind: str, case: Case) -> list[str]:
    scene, units = case.scene, ", ".join(case.scene["units"])
    founds = case.row.issuer == scene["decides"]
    above = known().agencies[case.row.issuer].superior if founds else scene["decides"]
    found = {
        "bao-cao-ket-qua": [case.decider],
        "bao-cao-giam-sat": [str(above)],
        "cong-van-lay-y-kien": [units, scene["other"]],
        "cong-van-dinh-chinh": [units, scene["other"]],
        "cong-van-thu-hoi": [units, scene["other"]],
        "phieu-trinh": [scene["decides"]],
        "cong-van-don-doc": [units],
        "bao-cao-khac-phuc": [case.concluder],
    }
    return found.get(kind, [])


def _asked(kind: str, case: Case, day: str) -> list[str]:
    """Return the fields that only this kind has."""
    scene, issuer = case.scene, case.row.issuer
    to_its_body = issuer in {scene["concludes"], scene["decides"]} or case.role == UNIT
    via = f", via: {scene['via']}" if to_its_body and scene["via"] not in {None, issuer} else ""
    columns = ["don-vi", *(["thu-ky"] if scene["type"] == "kiem-tra" else []), "truong-doan"]
    signed = ", ".join(f"{{column: {one}}}" for one in columns)
    remedied = f"reply: {{deadline: {{before: 30/6/2026}}, to: {case.concluder}{via}}}"
    if kind in CORRECTS:
        return [f"corrects: {{paper: thong-bao-ket-luan, cited: conclusion, {CORRECTS[kind]}}}"]
    found = {
        "quyet-dinh-thay-doi": ["changes: {until: 15/5/2026, reason: khối lượng hồ sơ lớn}"],
        "cong-van-don-doc": [f"as_of: {day}", f"reply: {{deadline: {{before: 20/6/2026}}{via}}}"],
        "cong-van-lay-y-kien": [f"reply: {{deadline: {{before: 14/5/2026}}{via}}}"],
        "ke-hoach-khac-phuc": [remedied],
        "bao-cao-khac-phuc": [f"as_of: {day}", remedied],
        "phieu-trinh": ["enclosed: [Dự thảo văn bản và các phụ lục]"],
        "bien-ban-kiem-tra": ["unit: u1", f"signatories: [{signed}]"],
    }
    return found.get(kind, [])


def _recipients(kind: str, case: Case, to: list[str]) -> list[str]:
    """Return nơi nhận: those above, those who act, the team; nobody whom Kính gửi or an article names."""
    if kind in {"phieu-trinh", "bien-ban-kiem-tra"}:
        return [] if kind == "phieu-trinh" else [f"{{agency: {case.scene['units'][0]}}}"]
    above = case.concluder if case.role == UNIT else case.decider
    told = [f"{{agency: {above}, purpose: b/c}}"] if above != case.row.issuer and above not in to else []
    if not to and not kind.startswith("quyet-dinh") and case.role != UNIT:
        acting = [
            *case.scene["units"],
            *([case.scene["other"]] if "ket-luan" in kind or kind in CORRECTS else []),
        ]
        told += [f"{{agency: {one}, purpose: để t/h}}" for one in acting]
    return [*told, f"Các thành viên {case.scene['team']['name']}"]
