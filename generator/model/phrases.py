"""Câu mẫu: usual findings and recommendations as an office keeps them, in versions that stay.

    text        = { plain | parameter | reference }
    parameter   = "{" name "}"
    reference   = "[[" key of a legal act "]]" | "[[deadline]]"

That is the whole grammar: no bold, no italic, no escape. A brace, a bracket or a star that is none of these
is refused, because it would be printed. A version that was used is never changed: what changes is a new
version. `Phrase.seal` is how a change that was made all the same is seen.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.model.agencies import Verb
from generator.model.dated import Dated
from generator.model.fields import Count, Flag, Id, OneOf, Record, Text, listed, problem
from generator.model.legal_acts import Basis
from generator.model.verified import open_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

PHRASE_KINDS = OneOf(
    ket_qua="kết quả đạt được", han_che="tồn tại, hạn chế", nguyen_nhan="nguyên nhân", kien_nghi="kiến nghị"
)
PARAMETER_TYPES = OneOf(
    so="số đếm, hoặc “[[số liệu]]”",
    ty_le="tỷ lệ %, hoặc “[[số liệu]]”",
    so_lieu="“[[số liệu]]” bất kỳ",
    ngay="ngày",
    chu="chữ, in như đã gõ",
    co_quan="mã đơn vị, cơ quan",
    van_ban="mã văn bản được viện dẫn",
)
RECOMMENDATION = "kien-nghi"
DEADLINE = "deadline"
UNVERIFIED = OneOf(loi="lời văn", can_cu="căn cứ", dieu_khoan="điểm, khoản, điều")
_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOKEN = re.compile(rf"\{{(?P<name>{_NAME})\}}|\[\[(?P<key>[^\[\]]*)\]\]")
_STRAY = re.compile(r"[{}*\\]|\[\[|\]\]")
_SEAL_LENGTH = 12


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("text" | "name" | "key", what it says) of a phrase's text, in its order."""
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            yield "text", text[end : match.start()]
        sort = "key" if match["name"] is None else "name"
        yield sort, match[sort]
        end = match.end()
    if end < len(text):
        yield "text", text[end:]


def _in_grammar(text: str) -> str:
    for sort, said in tokens(text):
        if sort == "text" and (stray := _STRAY.search(said)):
            raise problem("phrase-form", text=said[stray.start() :][:40])
        if sort == "key" and not _KEY.fullmatch(said):
            raise problem("phrase-reference", text=said)
    return text


def _name(text: str) -> str:
    if not re.fullmatch(_NAME, text):
        raise problem("phrase-parameter-name", text=text)
    return text


PhraseText: TypeAlias = Annotated[Text, AfterValidator(_in_grammar)]
ParameterName: TypeAlias = Annotated[Id, AfterValidator(_name)]


class Parameter(Record):
    """Tham số của câu mẫu."""

    type: Annotated[str, PARAMETER_TYPES] = Field(description="Kiểu của giá trị.")
    meaning: Text | None = Field(None, description="Nghĩa, để người điền biết ghi gì.")


class PhraseVersion(Dated):
    """Một bản của câu mẫu; đã dùng thì không sửa, cần đổi thì thêm bản mới. `since`, `until`: hiệu lực."""

    version: Count = Field(description="Số của bản: 1, 2, 3 ...; bản sau lớn hơn bản trước.")
    text: PhraseText = Field(description="Lời văn; `{ten}` là tham số, `[[mã]]` viện dẫn văn bản pháp luật.")
    short: PhraseText | None = Field(None, description="Kiến nghị: lời gọn trong bảng danh mục.")
    parameters: dict[ParameterName, Parameter] = Field({}, description="Các tham số, theo tên.")
    basis: tuple[Basis, ...] = Field((), description="Quy định làm căn cứ.")
    verb: Verb | None = Field(None, description="Kiến nghị: động từ thường dùng.")
    product: Text | None = Field(None, description="Kiến nghị: sản phẩm thường dùng.")
    source: Text | None = Field(None, description="Nơi lấy lời văn, căn cứ.")
    verified: Flag = Field(default=True, description="không: chưa đối chiếu.")
    unverified: Annotated[tuple[Annotated[str, UNVERIFIED], ...], BeforeValidator(listed)] = Field(
        (), description="Những điều chưa đối chiếu, khi các điều khác đã đối chiếu."
    )

    @property
    def open_facts(self) -> str:
        """What of it was not verified, in words; "" when all of it was."""
        return open_facts(UNVERIFIED, self.unverified, verified=self.verified)

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys of the legal acts in its text."""
        said = [value for text in self._texts() for sort, value in tokens(text) if sort == "key"]
        return tuple(key for key in dict.fromkeys(said) if key != DEADLINE)

    def _texts(self) -> tuple[str, ...]:
        return (self.text, self.short) if self.short else (self.text,)

    @model_validator(mode="after")
    def _parameters_are_declared(self) -> PhraseVersion:
        used = {value for text in self._texts() for sort, value in tokens(text) if sort == "name"}
        for name in sorted(used - self.parameters.keys()):
            raise problem("phrase-parameter-undeclared", name=name)
        for name in sorted(self.parameters.keys() - used):
            raise problem("phrase-parameter-unused", name=name)
        return self


class Phrase(Record):
    """Câu mẫu: một hạn chế, nguyên nhân, kết quả, kiến nghị thường gặp."""

    id: Id = Field(description="Mã.")
    kind: Annotated[str, PHRASE_KINDS] = Field(description="Dùng ở đâu.")
    title: Text = Field(description="Tên gọi, để chọn trong danh sách.")
    versions: tuple[PhraseVersion, ...] = Field(description="Các bản, bản cũ trước.", min_length=1)

    @property
    def newest(self) -> PhraseVersion:
        """The last version."""
        return self.versions[-1]

    @property
    def offered(self) -> PhraseVersion | None:
        """The version for new inspections: the newest, unless it has an end."""
        return None if self.newest.until else self.newest

    def version(self, number: int) -> PhraseVersion | None:
        """Return the version of a number, None when there is none."""
        return next((one for one in self.versions if one.version == number), None)

    def seal(self, version: PhraseVersion) -> str:
        """Return the fingerprint of everything of a version that can reach a paper.

        Days, sources and marks of verification are left out: they may be added to a version in use.
        """
        said = {
            "id": self.id,
            "kind": self.kind,
            "version": version.version,
            "text": version.text,
            "short": version.short,
            "parameters": {name: one.type for name, one in version.parameters.items()},
            "basis": [[one.act, one.provision] for one in version.basis],
            "verb": version.verb,
            "product": version.product,
        }
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:_SEAL_LENGTH]


class PhraseFile(Record):
    """`catalogues/phrases.yaml`."""

    phrases: tuple[Phrase, ...] = Field(description="Các câu mẫu.")
