"""The pages of the site: templates with escaping on, and where each page lies.

Every link is relative, so the site opens from a disk and below any address of a web server.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from generator import __version__
from generator.archive.contents import Edition
from generator.messages import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.archive.payload import Payload

NAMES = {Edition.INTERNAL: "Kho hồ sơ kiểm tra, giám sát", Edition.PUBLIC: "Kết quả kiểm tra, giám sát"}
SEARCH, DUE = "tim-kiem.html", "thoi-han.html"
MENU = (
    ("nam/index.html", "Năm"),
    ("co-quan/index.html", "Cơ quan"),
    ("loai/index.html", "Loại văn bản"),
    ("trang-thai/index.html", "Trạng thái"),
    (DUE, "Thời hạn"),
    (SEARCH, "Tìm kiếm"),
)
ASSETS = ("kho.css", "tim-kiem.js")
INTERNAL_ASSETS = ("noi-bo.css",)


class _Shipped(BaseLoader):
    """Gives the templates that come with the program."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the text of a template."""
        del environment
        found = files(__package__) / "pages" / template
        if not found.is_file():
            raise TemplateNotFound(template)
        return found.read_text(encoding="utf-8"), None, None


@dataclass(frozen=True)
class Site:
    """Writes pages into the payload of an archive; `as_of` is the day by which duties are judged."""

    payload: Payload
    edition: Edition
    as_of: str

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=_Shipped(),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # What could hide or turn a text is shown by its code.
        environment.finalize = lambda value: visible(value) if type(value) is str else value
        return environment

    def page(self, path: str, template: str, title: str, **view: Any) -> None:
        """Write a page; `view` is what its template says."""
        text = self._environment.get_template(template).render(
            {"crumbs": (), "crumb": title, **view},
            path=path,
            root="../" * path.count("/"),
            title=title,
            site=NAMES[self.edition],
            menu=MENU,
            edition=self.edition.value,
            as_of=self.as_of,
            version=__version__,
        )
        self.payload.put(path, text.encode())

    def assets(self) -> None:
        """Write what all pages share."""
        inside = INTERNAL_ASSETS if self.edition is Edition.INTERNAL else ()
        for name in (*ASSETS, *inside):
            self.payload.put(f"giao-dien/{name}", (files(__package__) / "assets" / name).read_bytes())

    def door(self) -> str:
        """Return the page beside the payload that leads into it."""
        return self._environment.get_template("goc.html.j2").render(site=NAMES[self.edition])
