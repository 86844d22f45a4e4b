"""One workshop a run: the templates and renderers, each compiled once, at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.compose import Composer
from generator.diagnostics import Diagnostic, Refused, Severity
from generator.kinds import TemplateFolders
from generator.shipped import shipped_templates

if TYPE_CHECKING:
    from generator.kinds import Kind
    from generator.layout import Layout
    from generator.project import Project
    from generator.render.pdf import PdfRenderer
    from generator.render.word import WordRenderer


class Workshop:
    """The templates and renderers of one build, each made at its first use."""

    def __init__(self, project: Project, layout: str = "van-ban") -> None:
        """Know the project, and the name of the layout its files are printed with."""
        self._project, self._layout = project, layout
        self.folders = TemplateFolders((project.templates, shipped_templates()))
        self._composers: dict[str, tuple[Kind, Composer]] = {}

    def composer(self, kind: str) -> tuple[Kind, Composer]:
        """Return a kind of paper and its composer; Refused when the kind is unknown or broken."""
        if kind not in self._composers:
            found = self.folders.kind(kind)
            self._composers[kind] = (found, Composer(found, self._project.settings))
        return self._composers[kind]

    @cached_property
    def layout(self) -> Layout:
        """Sizes and lengths, of the office or as shipped."""
        from generator.layout import load_layout

        path = self.folders.layout("layout.yaml")
        return load_layout(path, f"templates/_layout/{path.name}")

    @cached_property
    def word(self) -> WordRenderer:
        """The Word layout, compiled."""
        from generator.render.word import WordRenderer

        name = f"{self._layout}.docx"
        return WordRenderer(self.folders.layout(name), self.layout, f"templates/_layout/{name}")

    @cached_property
    def pdf(self) -> PdfRenderer:
        """The PDF layout, compiled; Refused (``pdf-not-made``) when Pango or a whole font is missing."""
        from generator.fonts import Missing, find_faces

        faces = find_faces(self._project.root)
        if isinstance(faces, Missing):
            raise Refused([_not_made("font", str(faces))])
        try:
            from generator.render.pdf import PdfRenderer

            html, css = self.folders.layout(f"{self._layout}.html.j2"), self.folders.layout("van-ban.css")
            return PdfRenderer(html, css, self.layout, faces)
        except OSError as error:
            # WeasyPrint raises it when Pango's library cannot be loaded.
            raise Refused([_not_made("pango", str(error).splitlines()[0])]) from error


def _not_made(missing: str, detail: str) -> Diagnostic:
    return Diagnostic(
        "pdf-not-made", severity=Severity.WARNING, arguments={"missing": missing, "detail": detail}
    )
