"""LibreOffice Writer really edits and saves a Word file, by a macro of a profile of its own."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from tests.proofs import CouldNotRun
from tests.proofs.libreoffice import run

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).parent / "data" / "libreoffice" / "edits.bas"
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{source}</script:module>\n'
)
SECONDS = 240


def edit(plan: Sequence[Sequence[str]], folder: Path) -> None:
    """Carry out a plan in one run: "open FILE", then edits, then "save FILE".

    Raises `CouldNotRun` when LibreOffice fails or a file to be saved was not.
    """
    profile = folder / "profile"
    run(["--terminate_after_init"], profile, SECONDS)  # the first start fills the profile
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(
        _MODULE.format(source=html.escape(SOURCE.read_text(encoding="utf-8"))), encoding="utf-8"
    )
    file = folder / "plan.txt"
    file.write_text("\n".join("\t".join(step) for step in plan) + "\n\n\n", encoding="utf-8")
    said = run([f"macro:///Standard.Module1.Edit({file})"], profile, SECONDS)
    missing = [step[1] for step in plan if step[0] == "save" and not Path(step[1]).is_file()]
    if missing:
        raise CouldNotRun(f"LibreOffice did not save {', '.join(missing)}: {said[-500:]}")
