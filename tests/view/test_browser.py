"""The page in a browser: `browser/view.test.mjs` drives a headless Chromium through what a reader does.

It needs node, Chromium (or Chrome) and `npm install` in `tests/view/browser`; `CHROMIUM` may name the browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from compared_report import compared_report
from pages import EXAMPLES, HOSTILE, in_prose, many_reports, years_of_a_county

from lawreport_parser import Report, compare_years, parse
from lawreport_parser.view import render, render_comparison, render_page

DRIVER = Path(__file__).parent / "browser"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: The same words in full and half width, and a heading that is far too long.
WIDTHS = (
    "一、\U00020000成效\n（一）规范事项管理,高效办成一件事。整理ABC(12)。\n（二）规范事项管理，高效办成一件事。落实“三单”。\n"
    "二、存在问题\n（一）石政发〔2024〕6号要求不细。\n（二）乙、\U00020000，丙。\n"
    f"三、{'很长的标题' * 32}\n（一）丁。\n"
)


def browser() -> str:
    """Return the program of the browser; skip where something is missing, and say what."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(f"no browser is installed (looked for {', '.join(BROWSERS)}; CHROMIUM may name one)")
    asked = subprocess.run(
        [node, "-e", "require.resolve('playwright-core')"], cwd=DRIVER, capture_output=True, check=False
    )
    if asked.returncode:
        pytest.skip(f"playwright-core is not installed: npm install --prefix {DRIVER}")
    return found


def hostile_comparison() -> str:
    """Return the page of two reports whose words would run, load or break out, named and titled so as well."""
    name = "\"'><script>window.pwned = 9</script>.txt"
    reports = [
        (name, parse(HOSTILE.replace("正文", f"{year}年我县完成<img src=x onerror=window.pwned=10>整治", 1) + plans))
        for year, plans in ((2021, "三、2022年安排\n（一）<b>反向</b>隔离整治。\n"), (2022, "三、2023年安排\n"))
    ]
    return render_comparison(reports, compare_years([report for _, report in reports], force=True))


#: Files that gave no report, with a hostile name among them.
UNREAD = [
    ("in/scan.pdf", "the PDF holds pictures of pages and no text; run it through OCR first"),
    ("in/2023/empty.txt", "empty, there is no text in it; give the text of a report"),
    ("<img src=x onerror=window.pwned=20>.doc", "this is the old Word format (.doc or .wps); save it as .docx"),
]


def untitled_and_copied() -> list[tuple[str, Report]]:
    """Return reports without titles, one of them twice."""
    classic = parse((EXAMPLES / "county-classic.txt").read_text(encoding="utf-8"))
    untitled = classic.model_copy(update={"header": classic.header.model_copy(update={"title": None})})
    return [
        ("in/2023/county.txt", untitled),
        ("in/short.txt", parse("一、成效\n（一）学法8次。")),
        ("in/2024/county.txt", untitled),
        ("in/bureau.txt", parse((EXAMPLES / "bureau-statutory.txt").read_text(encoding="utf-8"))),
    ]


def thousands() -> list[tuple[str, Report]]:
    """Return so many reports that the table draws their rows in slices."""
    report = parse("一、主要成效\n（一）强化学习。学法8次。\n二、存在问题\n宣传不够。\n")
    return [(f"{number:04}.txt", report) for number in range(1000)]


def write_pages(folder: Path) -> None:
    """Write the pages that the driver opens."""

    def text(name: str) -> str:
        return (EXAMPLES / name).read_text(encoding="utf-8")

    names = sorted(path.name for path in EXAMPLES.glob("*.txt"))
    large = "\n".join(map(text, names))
    large = (large * (1_000_000 // len(large) + 1))[:1_000_000]
    pages = {
        "classic": render_page(parse(text("county-classic.txt")), "county-classic.txt"),
        "defects": render_page(parse(text("defects.txt")), "defects.txt"),
        "one-line": render_page(parse(text("one-line.txt")), "one-line.txt"),
        "english": render_page(parse(text("county-classic.txt")), "county-classic.txt", language="en"),
        "hostile": render_page(parse(HOSTILE), "\"'><script>window.pwned = 9</script>.txt"),
        "hostile-index": render([("<b>", parse(HOSTILE)), ("=1+1", parse(HOSTILE))]),
        "widths": render_page(parse(WIDTHS), "widths.txt"),
        "prose": render_page(in_prose(), "prose.txt"),
        "compared": render_page(compared_report(), "compared.txt"),
        "empty": render_page(parse(""), "empty.txt"),
        "several": render([(name, parse(text(name))) for name in names]),
        "many": render(many_reports()),
        "unread": render(untitled_and_copied(), failures=UNREAD),
        "only-unread": render([], failures=UNREAD),
        "thousands": render(thousands()),
        "years": render_comparison(years_of_a_county()),
        "years-hostile": hostile_comparison(),
        "large": render_page(parse(large), "large.txt"),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def test_page_in_a_browser(tmp_path: Path) -> None:
    program = browser()
    write_pages(tmp_path)
    done = subprocess.run(
        ["node", "--test", "--test-reporter=spec", str(DRIVER / "view.test.mjs")],
        env={**os.environ, "CHROMIUM": program, "VIEW_PAGES": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "pass 0" not in done.stdout
