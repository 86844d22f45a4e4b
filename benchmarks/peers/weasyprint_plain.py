"""WeasyPrint as its manual shows it, of the same HTML, CSS and variant. Answers lines of JSON.

The one thing more than a plain script is the second claim (PDF/UA-1), which WeasyPrint does not write beside
PDF/A: both files claim the same. Each answer is the processor time of one PDF.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from generator.render.pdf_claims import _claim  # the words of the claim, nothing else


def made(html: str, css: str, identifier: str) -> bytes:
    """Return the PDF of one paper."""
    fonts = FontConfiguration()
    style = weasyprint.CSS(string=css, font_config=fonts)
    return weasyprint.HTML(string=html).write_pdf(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant="pdf/a-2a",
        finisher=lambda _document, pdf: _claim(pdf, identifier),
    )


def main(css: str) -> None:
    """Answer until there are no more requests."""
    style = Path(css).read_text("utf-8")
    print(json.dumps({"version": f"WeasyPrint {weasyprint.__version__}"}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        html = Path(asked["input"]).read_text("utf-8")
        started = time.process_time()
        data = made(html, style, asked["identifier"])
        seconds = time.process_time() - started
        Path(asked["output"]).write_bytes(data)
        print(json.dumps({"seconds": seconds}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
