"""Wording templates: Jinja in a sandbox, where every printed value goes into a slot.

What could let a value past its slot is refused when the template is compiled: joining with ``~``, the
filters ``safe``, ``e`` and ``escape``, filter blocks and ``autoescape`` blocks. An undefined name is an
error with the template's file and line.
"""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from generator.compose.line_language import Slots
from generator.compose.pieces import Said, said
from generator.diagnostics import Diagnostic, Place, Refused
from generator.kinds import read_template
from generator.model.names import nearest
from generator.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping
    from pathlib import Path

    from jinja2 import Environment, Template

    from generator.kinds import Kind

_FORBIDDEN_FILTERS = frozenset(
    {"safe", "e", "escape", "forceescape", "xmlattr", "urlize", "tojson", "format", "join", "replace"}
)
# How Jinja tells a name that nothing has; a name missing in a group it tells in other words.
_UNDEFINED = re.compile(r"'(?P<name>\w+)' is undefined")
_MAX_OUTPUT = 4 * 1024 * 1024


class WordingTemplates:
    """The wording of one kind, compiled once; `filters` are pure functions of the wording."""

    def __init__(self, kind: Kind, filters: Mapping[str, Callable[..., Any]]) -> None:
        self._kind = kind
        self._slots = Slots()
        self._environment = Sandbox(
            loader=_KindLoader(kind),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._finalize,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(filters)
        for name in _FORBIDDEN_FILTERS:
            self._environment.filters.pop(name, None)

    def _finalize(self, value: Any) -> Any:
        # Jinja calls this on the text of the template too, which is a plain constant there.
        if isinstance(value, Undefined) or hasattr(value, "__html__"):
            return value
        if value is None:
            return ""
        if not isinstance(value, (Said, str, int)):
            raise _UnprintableError
        return _Marker(self._slots.put(value if isinstance(value, Said) else said(str(value))))

    def render(self, name: str, context: Mapping[str, Any]) -> tuple[str, Slots]:
        """Return the output of one template and the slots in it; Refused with file and line otherwise."""
        self._slots = Slots()
        try:
            output = self._environment.get_template(name).render(context)
        except TemplateSyntaxError as error:
            raise self._refused(
                "template-syntax", error.name or name, error.lineno, error.message or ""
            ) from error
        except TemplateNotFound as error:
            raise self._missing(name, error) from error
        except UndefinedError as error:
            raise self._undefined(name, error, context) from error
        except _UnprintableError as error:
            raise self._refused("template-unprintable", *_where(error, name), "") from error
        except SecurityError as error:
            raise self._refused("template-unsafe", *_where(error, name), error.message or "") from error
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise self._refused(
                "template-failed", *_where(error, name), f"{type(error).__name__}: {error}"
            ) from error
        except (RecursionError, MemoryError) as error:
            raise self._refused("template-failed", name, 0, type(error).__name__) from error
        if len(output) > _MAX_OUTPUT:
            raise self._refused("template-too-long", name, 0, str(len(output)))
        return output, self._slots

    def _missing(self, name: str, error: TemplateNotFound) -> Refused:
        """Return what is said of a file that is not there: the one asked for, or one it includes."""
        place = self._place(*_where(error, name))
        arguments = {"name": str(error.name or name)}
        return Refused([Diagnostic("template-missing", place, arguments=arguments)])

    def _undefined(self, name: str, error: UndefinedError, context: Mapping[str, Any]) -> Refused:
        place, problem = self._place(*_where(error, name)), error.message or ""
        if (unknown := _UNDEFINED.fullmatch(problem)) is None:
            return Refused([Diagnostic("template-part-undefined", place, arguments={"problem": problem})])
        arguments = {"text": unknown["name"], "near": nearest(unknown["name"], context)}
        return Refused([Diagnostic("template-undefined", place, arguments=arguments)])

    def _refused(self, code: str, name: str, line: int, problem: str) -> Refused:
        place = self._place(name, line)
        return Refused([Diagnostic(code, place, arguments={"name": name, "problem": problem})])

    def _place(self, name: str, line: int) -> Place:
        folder = next((one.name for one in self._kind.folders if (one / name).is_file()), self._kind.id)
        return Place(f"templates/{folder}/{name}", line, 1 if line else 0)


class _UnprintableError(TypeError):
    """A list, a group of names or a function stands where one value is printed."""


class _Marker(str):
    """A slot's marker: already safe text for Jinja's escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


class _KindLoader(BaseLoader):
    """Reads templates of one kind's folders only; the name is a plain file name."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    def get_source(
        self,
        environment: Any,  # noqa: ARG002 - what Jinja hands to every loader
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        if "/" in template or "\\" in template or template.startswith("."):
            raise TemplateNotFound(template)
        for folder in self._kind.folders:
            path: Path = folder / template
            if path.is_file():
                shown = f"templates/{folder.name}/{template}"
                return read_template(path, shown), shown, lambda: True
        raise TemplateNotFound(template)

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """Return the template compiled from the tree that was looked through: so it is parsed only once."""
        source, shown, fresh = self.get_source(environment, name)
        tree = environment.parse(source, name, shown)
        _lint(tree, shown)
        code = environment.compile(tree, name, shown)
        return environment.template_class.from_code(environment, code, globals or {}, fresh)


def _lint(tree: nodes.Template, shown: str) -> None:
    """Refuse what lets data past its slot."""
    kinds = (nodes.Concat, nodes.FilterBlock, nodes.ScopedEvalContextModifier, nodes.Filter)
    found = [(node, what) for node in tree.find_all(kinds) if (what := _forbidden(node))]
    if found:
        raise Refused(
            Diagnostic("template-forbidden", Place(shown, node.lineno, 1), arguments={"what": what})
            for node, what in found
        )


def _forbidden(node: nodes.Node) -> str:
    """Return what a node is called that lets data past its slot, "" for one that does not."""
    if isinstance(node, nodes.Concat):
        return "~"
    if isinstance(node, nodes.FilterBlock):
        return "{% filter %}"
    if isinstance(node, nodes.ScopedEvalContextModifier):
        return "{% autoescape %}"
    return f"|{node.name}" if isinstance(node, nodes.Filter) and node.name in _FORBIDDEN_FILTERS else ""


def _where(error: BaseException, name: str) -> tuple[str, int]:
    """Return file and line of the innermost template frame (Jinja rewrites its traceback); `name` if none."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    if not frames:
        return name, 0
    return frames[-1].filename.rpartition("/")[2], frames[-1].lineno or 0
