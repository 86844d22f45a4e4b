"""A phrase in place of a typed text: which version an inspection pins, and its text filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias

from pydantic import Field, PlainValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from generator.model.fields import Count, Record, Rich, RichText, Text, problem
from generator.model.filled_text import GIVEN, FilledText, Part
from generator.model.names import nearest
from generator.model.phrase_parameters import value_of
from generator.model.phrases import PHRASE_KINDS

if TYPE_CHECKING:
    from pydantic import (
        GetCoreSchemaHandler,
        GetJsonSchemaHandler,
        ValidationInfo,
        ValidatorFunctionWrapHandler,
    )
    from pydantic_core import CoreSchema

    from generator.model.names import Names
    from generator.model.phrases import Phrase, PhraseVersion


ParameterValue: TypeAlias = Annotated[
    Any,
    PlainValidator(lambda value: value),  # the type of its parameter says what it means
    WithJsonSchema({"type": ["string", "number", "boolean", "null"], "description": "Giá trị: theo kiểu."}),
]


class PhraseUse(Record):
    """Câu mẫu thay cho đoạn văn: bản đã dùng và giá trị của các tham số."""

    phrase: Text = Field(description="Câu mẫu (mã tại `catalogues/phrases.yaml`).")
    version: Count | None = Field(None, description="Bản đã dùng.")
    seal: Text | None = Field(None, description="Dấu của bản đã dùng; lệnh `ketluan phrases` in ra.")
    given: dict[str, ParameterValue] = Field(
        {}, alias=GIVEN, description="Giá trị của các tham số, theo tên; null: chưa biết."
    )


class OfKind:
    """The type of a text that may be a phrase of one kind (`PHRASE_KINDS`) instead."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def _take(self, value: Any, use: ValidatorFunctionWrapHandler, info: ValidationInfo) -> RichText:
        if isinstance(value, FilledText):
            return value
        if not isinstance(value, dict):
            return _RICH.validate_python(value)
        return _filled(use(value), self.kind, info.context)

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        as_text = core_schema.plain_serializer_function_ser_schema(str)
        use = handler.generate_schema(PhraseUse)
        return core_schema.with_info_wrap_validator_function(self._take, use, serialization=as_text)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [_RICH.json_schema(), handler(schema)]}


StrengthText: TypeAlias = Annotated[RichText, OfKind("ket-qua")]
LimitationText: TypeAlias = Annotated[RichText, OfKind("han-che")]
CauseText: TypeAlias = Annotated[RichText, OfKind("nguyen-nhan")]
RecommendationText: TypeAlias = Annotated[RichText, OfKind("kien-nghi")]

_RICH: TypeAdapter[RichText] = TypeAdapter(Rich)


def _filled(use: PhraseUse, kind: str, names: Names | None) -> FilledText:
    """Return the text of the pinned version; ValidationError with the place of everything that is wrong."""
    phrase = _named(use, kind, names)
    version = _pinned(use, phrase)
    named: dict[str, Part] = {}
    wrong = [_extra(name, version) for name in use.given if name not in version.parameters]
    for name, parameter in version.parameters.items():
        try:
            named[name] = value_of(name, parameter, use.given, names)
        except PydanticCustomError as error:
            wrong.append(_at(error, GIVEN, name))
        except ValidationError as error:
            wrong += [_at(_again(item), GIVEN, name) for item in error.errors()]
    if wrong:
        raise ValidationError.from_exception_data("phrase", wrong)
    return FilledText.made(version.text, named, phrase, version)


def _named(use: PhraseUse, kind: str, names: Names | None) -> Phrase:
    if names is None:
        _refuse(problem("phrase-unknown", text=use.phrase, near="", name="", known=""), "phrase")
    try:
        phrase = names.phrases[names.resolve(("phrase",), use.phrase)]
    except PydanticCustomError as error:
        _refuse(error, "phrase")
    if phrase.kind != kind:
        said, wanted = PHRASE_KINDS.choices[phrase.kind], PHRASE_KINDS.choices[kind]
        _refuse(problem("phrase-kind", id=phrase.id, kind=said, wanted=wanted), "phrase")
    return phrase


def _pinned(use: PhraseUse, phrase: Phrase) -> PhraseVersion:
    """Return the version in use, if its words are what they were when it was pinned."""
    version = phrase.newest if use.version is None else phrase.version(use.version)
    if version is None:
        known = ", ".join(str(one.version) for one in phrase.versions)
        told = problem("phrase-version-unknown", id=phrase.id, text=str(use.version), known=known)
        _refuse(told, "version")
    pin: dict[str, str | int] = {"id": phrase.id, "version": version.version, "seal": phrase.seal(version)}
    if use.version is None or use.seal is None:
        _refuse(problem("phrase-unpinned", **pin), "phrase")
    if use.seal != pin["seal"]:
        _refuse(problem("phrase-changed", **pin, text=use.seal, next=phrase.newest.version + 1), "seal")
    return version


def _extra(name: str, version: PhraseVersion) -> InitErrorDetails:
    near, known = nearest(name, version.parameters), ", ".join(version.parameters)
    return _at(problem("phrase-parameter-extra", name=name, near=near, known=known), GIVEN, name)


def _again(item: Any) -> PydanticCustomError:
    """Return an error of another validation as one of this."""
    return PydanticCustomError(item["type"], item["type"], item.get("ctx") or {})


def _at(error: PydanticCustomError, *path: str) -> InitErrorDetails:
    return InitErrorDetails(type=error, loc=path, input=None)


def _refuse(error: PydanticCustomError, *path: str) -> NoReturn:
    raise ValidationError.from_exception_data("phrase", [_at(error, *path)])
