"""The form as a workbook: headings with what they mean, drop-downs from the catalogues, empty rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from generator.model.inspection import Inspection
from generator.model.meanings import meaning
from generator.model.phrases import PARAMETER_TYPES, PHRASE_KINDS
from generator.spreadsheet.form import FIRST_ROW, HEADING_ROW, LISTS, PATH_ROW, PHRASES, ROWS, SHEETS, Holds
from generator.spreadsheet.package import column_letters
from generator.spreadsheet.written import workbook_bytes

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.catalogues.entries import Catalogues
    from generator.model.phrases import Phrase
    from generator.spreadsheet.form import FormColumn, FormSheet

_FORMATS = {Holds.DAY: "dd/mm/yyyy", Holds.NUMBER: "General"}
_LINE = Side(style="thin", color="BFBFBF")
_HEAD = PatternFill("solid", fgColor="DDEBF7")
_ABOUT = {
    True: "Mỗi mục một dòng, điền ở cột B. Chưa biết thì để trống. Không sửa cột C.",
    False: "Mỗi mục một hàng, từ hàng 4. Nhiều giá trị trong một ô: cách nhau bằng “;”. Không sửa hàng 3.",
}
# Ids that a column names stand in the first column of another sheet.
_SHEET_OF = {
    Holds.UNIT: "Đơn vị",
    Holds.SCOPE: "Nội dung",
    Holds.ADDRESSED: "Hạn chế",
    Holds.PAPER: "Văn bản",
}


def form_bytes(key: str, year: str, catalogues: Catalogues) -> bytes:
    """Return the form of a new inspection with this id, its file to be kept in the folder of `year`."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    lists = _lists(catalogues)
    for form in SHEETS:
        sheet = workbook.create_sheet(form.title)
        if form.path:
            _write_table(sheet, form, lists)
        else:
            _write_lines(sheet, form, lists, {"id": key, "year": year})
    _write_phrases(workbook.create_sheet(PHRASES), catalogues)
    _write_lists(workbook.create_sheet(LISTS), catalogues)
    return workbook_bytes(workbook, f"Phiếu nhập cuộc kiểm tra {key}")


# --- drop-downs --------------------------------------------------------------------------------------


def _entries(catalogues: Catalogues) -> dict[Holds, list[str]]:
    """Return the entries of the catalogues, “key – name”; phrases with the version that is offered."""
    kinds = {"agency": Holds.AGENCY, "person": Holds.PERSON, "act": Holds.ACT}
    found = {
        kinds[kind]: [f"{entry.key} – {entry.names[0]}" if entry.names else entry.key for entry in found]
        for kind, found in catalogues.entries().items()
        if kind in kinds
    }
    phrases = [one for one in catalogues.phrases.values() if one.offered]
    return found | {
        Holds(f"phrase:{kind}"): [_offered(one) for one in phrases if one.kind == kind]
        for kind in PHRASE_KINDS.choices
    }


def _offered(phrase: Phrase) -> str:
    """Return how the newest version of a phrase stands in a drop-down; the import reads it back."""
    newest = phrase.newest
    return f"{phrase.id}, bản {newest.version} – {phrase.title} [{phrase.seal(newest)}]"


def _lists(catalogues: Catalogues) -> dict[Holds, str]:
    """Return what a drop-down refers to, by what a cell holds."""
    found = {holds: f"'{title}'!$A${FIRST_ROW}:$A${FIRST_ROW + ROWS}" for holds, title in _SHEET_OF.items()}
    for column, (holds, names) in enumerate(_entries(catalogues).items(), 1):
        letters = column_letters(column)
        found[holds] = f"'{LISTS}'!${letters}$2:${letters}${max(len(names), 1) + 1}"
    return found


def _write_lists(sheet: Worksheet, catalogues: Catalogues) -> None:
    heads = {Holds.AGENCY: "Cơ quan", Holds.PERSON: "Người", Holds.ACT: "Văn bản pháp luật"}
    heads |= {Holds(f"phrase:{kind}"): f"Câu mẫu: {said}" for kind, said in PHRASE_KINDS.choices.items()}
    for column, (holds, names) in enumerate(_entries(catalogues).items(), 1):
        sheet.column_dimensions[column_letters(column)].width = 60
        for row, text in enumerate([heads[holds], *names], 1):
            _text(sheet.cell(row, column), text)


def _write_phrases(sheet: Worksheet, catalogues: Catalogues) -> None:
    """Tell the words of every phrase, and its parameters ready to be copied into their column."""
    rows = [("Câu mẫu", "Loại", "Lời văn", "Tham số", "Chép vào cột “Tham số câu mẫu” rồi điền")]
    for phrase in (one for one in catalogues.phrases.values() if one.offered):
        given = phrase.newest.parameters
        about = [f"{name}: {one.meaning or PARAMETER_TYPES.choices[one.type]}" for name, one in given.items()]
        blank = [f"{name}: " for name in given]
        kind = PHRASE_KINDS.choices[phrase.kind]
        rows.append((_offered(phrase), kind, phrase.newest.text, "\n".join(about), "\n".join(blank)))
    for letters, width in zip("ABCDE", (50, 20, 90, 50, 40), strict=True):
        sheet.column_dimensions[letters].width = width
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            _text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1)
    sheet.freeze_panes = "B2"


def _validate(sheet: Worksheet, column: FormColumn, area: str, lists: dict[Holds, str]) -> None:
    """Give cells their drop-down: a closed list binds, one of keys only offers."""
    if column.choices:
        formula = '"' + ",".join(said for _, said in column.choices) + '"'
        # A list in a formula is set off by commas: one with a comma in it is offered as a hint only.
        if any("," in said for _, said in column.choices):
            formula = '"' + ",".join(word for word, _ in column.choices) + '"'
    elif column.holds in lists:
        formula = lists[column.holds]
    else:
        return
    validation = DataValidation("list", formula1=formula, allow_blank=True)
    validation.showErrorMessage = bool(column.choices)
    validation.add(area)
    sheet.add_data_validation(validation)


# --- sheets ------------------------------------------------------------------------------------------


def _write_lines(sheet: Worksheet, form: FormSheet, lists: dict[Holds, str], given: dict[str, str]) -> None:
    _text(sheet.cell(1, 1), _ABOUT[True])
    for letters, width in (("A", 44), ("B", 80), ("C", 24)):
        sheet.column_dimensions[letters].width = width
    for row, column in enumerate(form.columns, FIRST_ROW):
        _heading(sheet.cell(row, 1), form, column)
        cell = sheet.cell(row, 2)
        _ready(cell, column)
        if given.get(column.path):
            cell.value = given[column.path]
        _path(sheet.cell(row, 3), column)
        _validate(sheet, column, f"B{row}", lists)
    sheet.freeze_panes = f"A{FIRST_ROW}"


def _write_table(sheet: Worksheet, form: FormSheet, lists: dict[Holds, str]) -> None:
    _text(sheet.cell(1, 1), _ABOUT[False])
    for number, column in enumerate(form.columns, 1):
        letters = column_letters(number)
        sheet.column_dimensions[letters].width = column.width
        _heading(sheet.cell(HEADING_ROW, number), form, column)
        _path(sheet.cell(PATH_ROW, number), column)
        for row in range(FIRST_ROW, FIRST_ROW + ROWS + 1):
            _ready(sheet.cell(row, number), column)
        _validate(sheet, column, f"{letters}{FIRST_ROW}:{letters}{FIRST_ROW + ROWS}", lists)
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _heading(cell: Cell | MergedCell, form: FormSheet, column: FormColumn) -> None:
    _text(cell, column.heading)
    cell.font, cell.fill = Font(bold=True), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = Border(bottom=_LINE, top=_LINE, left=_LINE, right=_LINE)
    said = _meaning(form, column)
    if said:
        cell.comment = Comment(said, "ketluan", height=110, width=300)


def _meaning(form: FormSheet, column: FormColumn) -> str:
    """Return what the model says of a field, and the words of a closed list."""
    path: list[str | int] = [*(form.path.split(".") if form.path else [])]
    path += [0] if form.path else []
    for key in column.path.split("."):
        path += [key.removesuffix("[]")] + ([0] if key.endswith("[]") else [])
    if path[-1] == 0:
        path.pop()
    lines = [meaning(Inspection, tuple(path)), ", ".join(said for _, said in column.choices)]
    return "\n".join(line for line in lines if line)


def _path(cell: Cell | MergedCell, column: FormColumn) -> None:
    _text(cell, column.path)
    cell.font = Font(color="808080", size=8)


def _ready(cell: Cell | MergedCell, column: FormColumn) -> None:
    """Give an empty cell its format: text stays as it is typed, "12/2026" becomes no date."""
    days = column.holds is Holds.DAY and not column.several
    cell.number_format = _FORMATS.get(column.holds, "@") if days or column.holds is Holds.NUMBER else "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _text(cell: Cell | MergedCell, text: str) -> None:
    """Put text into a cell that is text whatever it begins with."""
    cell.value = text
    cell.data_type = "s"
