"""The types of fields: what a clerk's text means, told by the field it stands in.

All scalars arrive as text. A field type turns it into its value or raises a `PydanticCustomError` whose
type is the code of a message and whose context are the message's arguments. The JSON Schema of an
untyped text field allows string, number, boolean and null, or editors would flag ``number: 45``.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from generator.wording import (
    FIRST_YEAR,
    LAST_YEAR,
    DateWithoutYear,
    DecimalPoint,
    ImpossibleDate,
    NotACount,
    NotADate,
    NotADecimal,
    NotAQuarter,
    parse_count,
    parse_date,
    parse_percent,
    parse_quarter,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import LiteralString

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

    from generator.model.names import Names

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset({"all", "sum", "deadline"})
_MAX_ID = 60
_CLOCK = re.compile(r"([0-9]{1,2}) ?(?:giờ|h|:|g) ?(?:([0-9]{1,2})(?: ?phút)?)?")
_FILE_CODE = re.compile(r"[0-9A-ZĐa-zđ]+(?:[./_-][0-9A-ZĐa-zđ]+)*")
_CODE_LENGTH = range(4, 41)  # letters and figures
_DRAFTER_MARK = re.compile(r"[A-ZĐ]{1,6}\.\([0-9]{1,6}\)")
_SPACES = re.compile(r"[ \n]+")
_BLANK_LINE = re.compile(r"\n[ ]*\n")


class Record(BaseModel):
    """A group of fields: frozen, and a field it does not know is an error."""

    # Each record is built into those that hold it; on its own only when it is asked to validate.
    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, arbitrary_types_allowed=True, defer_build=True
    )


class RichText(str):
    """Text that may use ``**bold**``, ``*italic*`` and ``[[references]]``; parsed by the composer."""

    __slots__ = ()


def rich_escape(text: str) -> str:
    """Return `text` written so that it is itself as a rich text, whatever marks are in it."""
    return re.sub(r"([\\*\[])", r"\\\1", text)


def problem(code: str, **arguments: str | int) -> PydanticCustomError:
    """Return an error whose type is a message's code."""
    literal: LiteralString = code
    return PydanticCustomError(literal, literal, arguments)


def _text(value: Any) -> str:
    if isinstance(value, (list, dict)):
        raise problem("value-not-text", kind="list" if isinstance(value, list) else "fields")
    text = str(value).strip(" \n")
    if not text:
        raise problem("value-empty")
    if _BLANK_LINE.search(text):
        raise problem("value-several-paragraphs")
    return _SPACES.sub(" ", text)


def _typed(convert: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return a validator that gives `convert` clean text, and passes a value that is typed already."""

    def validate(value: Any) -> Any:
        if value is None:
            raise problem("value-missing")
        return convert(_text(value)) if isinstance(value, (str, list, dict)) else value

    return validate


def _date(text: str) -> date:
    try:
        return parse_date(text)
    except DateWithoutYear as error:
        raise problem("date-without-year", text=text) from error
    except ImpossibleDate as error:
        raise problem(
            "date-impossible",
            text=text,
            month=f"{error.month:02d}",
            year=error.year,
            days=error.days_in_month,
        ) from error
    except NotADate as error:
        raise problem("date-not", text=text) from error


def _clock(text: str) -> time:
    match = _CLOCK.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise problem("time-not", text=text)
    return time(hour, minute)


def _drafter_mark(text: str) -> str:
    if not _DRAFTER_MARK.fullmatch(text):
        raise problem("value-drafter-mark", text=text)
    return text


def _file_code(text: str) -> str:
    signs = sum(character.isalnum() for character in text)
    if not _FILE_CODE.fullmatch(text) or signs not in _CODE_LENGTH or not re.search(r"[0-9]", text):
        raise problem("file-code-not", text=text)
    return text


def _count(text: str) -> int:
    try:
        return parse_count(text)
    except NotACount as error:
        raise problem("number-not", text=text, hint=str(error.hint)) from error


def _count_or_reference(text: str) -> int | RichText:
    return RichText(text) if text.startswith("[[") and text.endswith("]]") else _count(text)


def _quarter(text: str) -> str:
    try:
        parse_quarter(text)
    except NotAQuarter as error:
        raise problem("quarter-not", text=text) from error
    return text


def _month(text: str) -> int:
    month = _count(text)
    if not 1 <= month <= 12:
        raise problem("month-not", text=text)
    return month


def _year(text: str) -> int:
    year = _count(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise problem("year-not", text=text)
    return year


def _percent(text: str) -> Decimal:
    try:
        return parse_percent(text)
    except DecimalPoint as error:
        raise problem("percent-decimal-point", text=text) from error
    except NotADecimal as error:
        raise problem("percent-not", text=text) from error


def _id(text: str) -> str:
    if not _ID.fullmatch(text) or len(text) > _MAX_ID:
        raise problem("id-not", text=text, limit=_MAX_ID)
    if text in _RESERVED:
        raise problem("id-reserved", text=text)
    return text


def _flag(text: str) -> bool:
    answers = {"true": True, "có": True, "yes": True, "false": False, "không": False, "no": False}
    if text.lower() not in answers:
        raise problem("flag-not", text=text)
    return answers[text.lower()]


def _schema(description: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": ["string", "number", "boolean", "null"], "description": description, **more}
    )


Text: TypeAlias = Annotated[str, PlainValidator(_typed(lambda text: text)), _schema("Chữ, in như đã gõ.")]
Rich: TypeAlias = Annotated[
    RichText,
    PlainValidator(_typed(RichText)),
    _schema("Đoạn văn; dùng được **đậm**, *nghiêng* và [[số liệu]]."),
]
Id: TypeAlias = Annotated[
    str, PlainValidator(_typed(_id)), _schema("Mã: chữ thường không dấu, chữ số, gạch nối.")
]
Word: TypeAlias = Annotated[
    str,
    PlainValidator(_typed(lambda text: text.lower().replace(" ", "-"))),
    _schema("Mã của một danh mục: thi-tran; chữ hoa, dấu cách cũng được."),
]
Day: TypeAlias = Annotated[
    date, PlainValidator(_typed(_date)), _schema("Ngày, tháng, năm: 16/7/2021 (hoặc 2021-07-16).")
]
Clock: TypeAlias = Annotated[time, PlainValidator(_typed(_clock)), _schema("Giờ: 8 giờ 30 (hoặc 08:30).")]
DrafterMark: TypeAlias = Annotated[
    str, PlainValidator(_typed(_drafter_mark)), _schema("Ký hiệu người soạn thảo: PL.(300).")
]
FileCode: TypeAlias = Annotated[
    str, PlainValidator(_typed(_file_code)), _schema("Mã hồ sơ: 000.00.12.H99-260115-0001.")
]
Count: TypeAlias = Annotated[int, PlainValidator(_typed(_count)), _schema("Số nguyên: 50.419 hoặc 50419.")]
CountOrReference: TypeAlias = Annotated[
    int | RichText,
    PlainValidator(_typed(_count_or_reference)),
    _schema("Số nguyên, hoặc “[[số liệu]]” đã khai."),
]
Percent: TypeAlias = Annotated[
    Decimal, PlainValidator(_typed(_percent)), _schema('Tỷ lệ phần trăm: "88,49%".')
]
Month: TypeAlias = Annotated[int, PlainValidator(_typed(_month)), _schema("Tháng: 1 đến 12.")]
Year: TypeAlias = Annotated[int, PlainValidator(_typed(_year)), _schema("Năm: 2026.")]
Quarter: TypeAlias = Annotated[str, PlainValidator(_typed(_quarter)), _schema("Quý: III/2026.")]
Flag: TypeAlias = Annotated[bool, PlainValidator(_typed(_flag)), _schema("có hoặc không.")]


class OneOf:
    """The type of a field with a closed list: name (dashes for underscores) → its Vietnamese meaning."""

    def __init__(self, **choices: str) -> None:
        self.choices = {name.replace("_", "-"): said for name, said in choices.items()}

    def _choose(self, text: str) -> str:
        name = text.lower().replace(" ", "-")
        if name not in self.choices:
            raise problem("value-not-in-list", text=text, choices=", ".join(self.choices))
        return name

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_typed(self._choose))

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        meaning = "; ".join(f"{name}: {said}" for name, said in self.choices.items())
        return {"enum": [*self.choices], "description": meaning}


class KeyOf:
    """The type of a field that names an entry of a catalogue, or something in the same file.

    A key or a name is taken; the `Names` given as validation context find the key. Without a context
    (a catalogue on its own) the text stays as typed.
    """

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def _resolve(self, value: Any, info: ValidationInfo) -> str:
        text: str = _typed(lambda typed: typed)(value)
        names: Names | None = info.context
        return text if names is None else names.resolve(self.kinds, text)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._resolve)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        meaning = " hoặc ".join(KEY_KINDS[kind] for kind in self.kinds)
        return {"type": ["string", "number", "null"], "description": f"Mã (hoặc tên): {meaning}."}


KEY_KINDS = {
    "agency": "cơ quan trong `catalogues/agencies.yaml`",
    "person": "người trong `catalogues/people.yaml`",
    "phrase": "câu mẫu trong `catalogues/phrases.yaml`",
    "act": "văn bản pháp luật trong `catalogues/legal-bases.yaml`",
    "unit": "đơn vị tại `inspected_units`",
    "paper": "văn bản đã khai trong tệp này",
    "document": "văn bản tại `documents`",
    "scope": "nội dung tại `scope`",
    "addressed": "hạn chế, nguyên nhân tại `findings`",
    "figure": "số liệu tại `figures`",
}

AgencyKey: TypeAlias = Annotated[str, KeyOf("agency")]
PersonKey: TypeAlias = Annotated[str, KeyOf("person")]
ActKey: TypeAlias = Annotated[str, KeyOf("act")]
UnitKey: TypeAlias = Annotated[str, KeyOf("unit")]
PaperKey: TypeAlias = Annotated[str, KeyOf("paper")]
DocumentKey: TypeAlias = Annotated[str, KeyOf("document")]
ScopeKey: TypeAlias = Annotated[str, KeyOf("scope")]
OwnerKey: TypeAlias = Annotated[str, KeyOf("unit", "agency")]
AddressedKey: TypeAlias = Annotated[str, KeyOf("addressed")]


def listed(value: Any) -> Any:
    """Return a list of one for a single text where a list is asked for: ``owners: vd-a``."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


ActKeys: TypeAlias = Annotated[tuple[ActKey, ...], BeforeValidator(listed)]
PaperKeys: TypeAlias = Annotated[tuple[PaperKey, ...], BeforeValidator(listed)]
UnitKeys: TypeAlias = Annotated[tuple[UnitKey, ...], BeforeValidator(listed)]
OwnerKeys: TypeAlias = Annotated[tuple[OwnerKey, ...], BeforeValidator(listed)]
AddressedKeys: TypeAlias = Annotated[tuple[AddressedKey, ...], BeforeValidator(listed)]
PersonKeys: TypeAlias = Annotated[tuple[PersonKey, ...], BeforeValidator(listed)]
Ids: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(listed)]
Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(listed)]
