"""The site in a real Chromium: from a disk and a web server, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.archive.contents import Edition
from generator.build import Options, build_all
from generator.project import find_project
from tests.archives import archived
from tests.inspections import ROOT
from tests.proofs import CouldNotRun, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "data" / "axe" / "axe.min.js"
ID = "mau-mot-cua-cap-xa"
PAGES = (
    "index.html", "nam/index.html", "nam/2026.html", "co-quan/ubnd-xa-vi-du-b.html", "loai/thong-bao.html",
    "trang-thai/du-thao.html", "thoi-han.html", "tim-kiem.html?q=ho+so", f"cuoc/{ID}/index.html",
    "cuoc/lang-son-cao-loc/index.html",
)  # fmt: skip
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of two samples, one from the press; words with đ are typed into the other."""
    folder = tmp_path_factory.mktemp("du-an")
    for path in ("catalogues", f"2026/{ID}.yaml", "2024/lang-son-cao-loc.yaml"):
        source, target = ROOT / "inspections" / path, folder / "inspections" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    sample = folder / "inspections" / "2026" / f"{ID}.yaml"
    text = sample.read_text("utf-8")
    typed = "  responsibility:\n    - text: Công khai số đường dây nóng\n"
    changed = text.replace("  responsibility:\n", typed, 1)
    assert changed != text
    sample.write_text(changed, "utf-8")
    project = find_project(folder)
    assert build_all(project, (), Options(only=frozenset({"pdf"}))).ok
    made = archived(project)
    assert made.told == ()
    return made.folder / "data"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.browser() as started:
        yield started


class Visit:
    """One page in a window of its own, with everything it asked for and complained of."""

    def __init__(self, browser: Browser, size: dict[str, int] = DESK, *, scripts: bool = True) -> None:
        self.context = browser.new_context(viewport=size, java_script_enabled=scripts)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, site: Path | str, path: str) -> Page:
        self.page.goto(f"{site.as_uri() if isinstance(site, Path) else site}/{path}")
        if "tim-kiem" in path and "?q=" in path:
            self.page.locator("#tinh-trang").filter(has_text="kết quả").wait_for()
            self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    yield found
    found.context.close()


def results(page: Page) -> list[str]:
    return page.locator("#ket-qua li").all_inner_texts()


# --- searching -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("duong day nong", "đường dây nóng"),
        ("đường dây nóng", "đường dây nóng"),
        ("DUONG", "đường"),
        ("ho so qua han", "quá hạn"),
        ("hồ sơ", "hồ sơ"),
        ("12/KH-UBND", "12/KH-UBND"),
        ("nguyen van a", "Nguyễn Văn A"),
        ("so hoa 80,10%", "80,10%"),
    ],
)
def test_the_full_text_is_found_with_and_without_marks(
    query: str, said: str, visit: Visit, site: Path
) -> None:
    page = visit.open(site, f"tim-kiem.html?q={query}")
    found = results(page)
    assert found
    assert any(said.casefold() in text.casefold() for text in found[:3]), found[:3]
    assert re.match(r"\d+ kết quả cho", page.inner_text("#tinh-trang"))
    assert page.locator("#ket-qua mark").count() > 0
    assert visit.said == []


def test_what_stands_nowhere_has_no_result_and_it_is_said(visit: Visit, site: Path) -> None:
    page = visit.open(site, "tim-kiem.html?q=xyzzy")
    assert results(page) == []
    assert "Không có kết quả" in page.inner_text("#tinh-trang")


def test_a_query_is_text_and_never_markup(visit: Visit, site: Path) -> None:
    page = visit.open(site, "tim-kiem.html?q=<img src=x onerror=alert(1)> ho")
    assert page.locator("main img").count() == 0
    assert "<img src=x" in page.inner_text("#tinh-trang")
    assert visit.said == []


def test_each_result_leads_to_its_paper(visit: Visit, site: Path) -> None:
    page = visit.open(site, "tim-kiem.html?q=tiếp tục đôn đốc")
    page.locator("#ket-qua a").first.click()
    page.wait_for_url("**/cuoc/**")
    anchor = page.url.rpartition("#")[2]
    assert "Tiếp tục đôn đốc" in page.inner_text(f"[id='{anchor}']")


def test_more_results_come_when_they_are_asked_for(visit: Visit, site: Path) -> None:
    page = visit.open(site, "tim-kiem.html?q=kiem tra")
    total = int(page.inner_text("#tinh-trang").split()[0])
    shown = len(results(page))
    assert shown == min(total, 40)
    assert page.locator("#xem-them").is_visible() == (total > 40)


def test_only_the_pieces_of_the_index_that_are_needed_are_loaded(visit: Visit, site: Path) -> None:
    visit.open(site, "tim-kiem.html?q=xyzzy")
    assert len([url for url in visit.asked if "/tu-" in url]) == 1
    assert not [url for url in visit.asked if "noi-dung" in url]


# --- nothing from outside --------------------------------------------------------------------------------


def test_no_page_asks_for_anything_outside_or_complains(visit: Visit, site: Path) -> None:
    for path in PAGES:
        visit.open(site, path)
    home = site.as_uri()
    assert len(visit.asked) > len(PAGES)
    assert [url for url in visit.asked if not url.startswith(home)] == []
    assert visit.said == []


def test_it_is_the_same_from_a_web_server(visit: Visit, site: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        home = f"http://127.0.0.1:{server.server_port}"
        page = visit.page
        page.goto(f"{home}/index.html")
        page.wait_for_url("**/data/index.html")  # the door beside the payload
        page = visit.open(f"{home}/data", "tim-kiem.html?q=duong")
        assert results(page)
        assert {url.split("/")[2] for url in visit.asked} == {f"127.0.0.1:{server.server_port}"}
        assert [text for text in visit.said if "favicon" not in text and "404" not in text] == []
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_policy_of_the_pages_stops_what_was_smuggled_in(visit: Visit, site: Path, tmp_path: Path) -> None:
    """The policy is alive: an inline script and a picture from outside in a page do nothing."""
    shutil.copytree(site, tmp_path / "data")
    path = tmp_path / "data" / "index.html"
    smuggled = '<script>document.title="x"</script><img src="http://127.0.0.1:9/x.png">'
    path.write_text(path.read_text("utf-8").replace("<h1>", f"{smuggled}<h1>"), "utf-8")
    page = visit.open(tmp_path / "data", "index.html")
    assert page.title() != "x"
    assert len([text for text in visit.said if "Content Security Policy" in text]) == 2


# --- everybody can read it -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(path: str, visit: Visit, site: Path) -> None:
    page = visit.open(site, path)
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    """Return what axe has against a page that is serious or worse; it has to have looked at something."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations', 'passes']})")
    assert len(found["passes"]) > 10
    grave = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in grave]


def test_axe_is_alive(visit: Visit, site: Path) -> None:
    page = visit.open(site, f"cuoc/{ID}/index.html")
    page.evaluate("document.querySelectorAll('img').forEach(one => one.removeAttribute('alt'))")
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert {text.partition(":")[0] for text in serious(page)} >= {"color-contrast", "image-alt"}


def test_the_keyboard_is_enough(visit: Visit, site: Path) -> None:
    """From the first key: to the content, to the search, to a result."""
    page = visit.open(site, "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    box = page.evaluate("document.activeElement.getBoundingClientRect().left")
    assert box >= 0  # it shows itself once it has the focus
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.reload()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tim":
            break
    page.keyboard.type("don doc")
    page.keyboard.press("Enter")
    page.locator("#ket-qua a").first.wait_for()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#ket-qua') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/cuoc/**")


def test_the_focus_can_be_seen(visit: Visit, site: Path) -> None:
    page = visit.open(site, "index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_pictures_charts_and_tables_have_words(visit: Visit, site: Path) -> None:
    page = visit.open(site, f"cuoc/{ID}/index.html")
    tree = page.locator("main").aria_snapshot()
    assert 'img "Trang đầu: Thông báo"' in tree
    assert 'img "Biểu đồ: Hồ sơ thủ tục hành chính, tất cả đơn vị' in tree
    assert 'rowheader "Đã giải quyết, trước hạn"' in tree


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(path: str, browser: Browser, site: Path) -> None:
    visit = Visit(browser, PHONE)
    page = visit.open(site, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 16
    if path in ("thoi-han.html", f"cuoc/{ID}/index.html"):
        assert serious(page) == []
    visit.context.close()


def test_a_chart_stays_readable_on_a_phone(browser: Browser, site: Path) -> None:
    visit = Visit(browser, PHONE)
    page = visit.open(site, f"cuoc/{ID}/index.html")
    height = page.evaluate("document.querySelector('svg text').getBoundingClientRect().height")
    assert height >= 12
    visit.context.close()


def test_it_can_be_read_without_scripts(browser: Browser, site: Path) -> None:
    visit = Visit(browser, scripts=False)
    page = visit.open(site, f"cuoc/{ID}/index.html")
    assert "Có 12 hồ sơ giải quyết quá hạn" in page.inner_text("main")
    page = visit.open(site, "tim-kiem.html")
    assert "Tìm kiếm cần JavaScript" in page.inner_text("main")
    page = visit.open(site, "thoi-han.html")
    assert page.locator("tbody tr").count() > 15
    visit.context.close()


def test_every_printed_page_says_that_it_is_internal(visit: Visit, site: Path, tmp_path: Path) -> None:
    page = visit.open(site, f"cuoc/{ID}/index.html")
    page.pdf(path=tmp_path / "in.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "in.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) > 5
    assert [number for number, said in enumerate(pages, 1) if "NỘI BỘ" not in said] == []
    assert "Tìm kiếm" not in text  # the menu stays on the screen
    assert "Đã giải quyết, trước hạn" in text


# --- the public one, and no browser ----------------------------------------------------------------------


def test_the_public_site_is_as_good(visit: Visit, tmp_path: Path) -> None:
    from tests.archives import amended

    office = amended(tmp_path)
    made = archived(office.project, Edition.PUBLIC)
    for path in ("index.html", "thoi-han.html", f"cuoc/{ID}/index.html", "tim-kiem.html?q=mot+cua"):
        page = visit.open(made.folder / "data", path)
        assert "NỘI BỘ" not in page.inner_text("body")
        assert visit.said == []
    assert results(page)
    page = visit.open(made.folder / "data", f"cuoc/{ID}/index.html")
    assert serious(page) == []


def test_without_a_browser_the_proof_could_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CouldNotRun), chromium.browser():
        pass
