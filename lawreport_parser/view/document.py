"""The HTML file: template, style, program and data put together so that nothing is loaded and nothing leaks out.

Words of a document, and names of files, reach the file in two places only: the title of the page, escaped for HTML,
and JSON inside `<script type="application/json">`, where `<`, `>`, `&` and every control or format character are
written as escapes. The program makes elements and text nodes from it, never HTML.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any, Final

from lawreport_parser._version import __version__
from lawreport_parser.arrow.identity import body_digest
from lawreport_parser.comparison import Comparison, compare_years
from lawreport_parser.reasons_in_chinese import in_chinese
from lawreport_parser.report import Report
from lawreport_parser.view.comparison_data import comparisons_data
from lawreport_parser.view.naming import report_name, shown_names
from lawreport_parser.view.page_data import PARTS, SEGMENT_KINDS, indicator_names, page_data
from lawreport_parser.view.translations import LABELS, LANGUAGES, Language

__all__ = ["POLICY", "embedded_json", "render", "render_comparison", "render_index", "render_page"]

#: The files of the page's program, in the order in which they run.
PROGRAM: Final = (
    "dom.js", "text.js", "outline.js", "follow.js", "panels.js", "search.js", "charts.js", "csv.js", "filters.js",
    "index.js", "compare.js", "main.js",
)  # fmt: skip
#: The files of its style, later ones above earlier ones.
STYLE: Final = (
    "colours.css", "elements.css", "frame.css", "shares.css", "side.css", "passage.css", "table.css", "charts.css",
    "compare.css", "narrow.css", "paper.css",
)  # fmt: skip
#: The page may load nothing and run nothing but the style and program written into it.
POLICY: Final = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
#: What ends a script element, begins a comment, is no character (lone surrogates), or does not show.
_ESCAPED: Final = re.compile(
    r"[<>&\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
#: In the title of a page no control or surrogate is of use.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]+")


def render_page(report: Report, name: str, *, language: Language = "zh") -> str:
    """Return one HTML file that shows `report`; `name` is the name of its file, as the page gives it."""
    return render([(name, report)], language=language)


def render_index(
    reports: Iterable[tuple[str, Report]],
    *,
    failures: Iterable[tuple[str, str]] = (),
    language: Language = "zh",
) -> str:
    """Return one HTML file with a table of the `reports` (name and report each) and a page for each.

    `failures` are files that gave no report: name and message each (why, and what to do: `ReadError.message`). They
    stand above the table, in the language of the page. Both may be generators: no report is kept, and `failures` are
    asked for when all reports were.
    """
    return _document(reports, language, table=True, failures=failures)


def render(
    reports: Iterable[tuple[str, Report]],
    *,
    failures: Iterable[tuple[str, str]] = (),
    language: Language = "zh",
) -> str:
    """Return one HTML file for `reports`: the page of the one there is, or a table and a page for each.

    Where there are `failures` (see `render_index`), it is the table, also for one report or none.
    """
    return _document(reports, language, failures=failures)


def embedded_json(value: Any) -> str:
    """Return `value` as JSON that may stand inside a script element, in UTF-8, whatever characters it holds."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def render_comparison(
    reports: Iterable[tuple[str, Report]],
    comparisons: Sequence[Comparison] | None = None,
    *,
    language: Language = "zh",
) -> str:
    """Return one HTML file that holds reports (name and report each) against each other, each against the next.

    Plans and problems stand beside the text of the later report, linked to the places that tell of them. `comparisons`
    are those of `compare_years`, which is asked where they are not given: `ComparisonError` as there.
    `ValueError` where they are not of these reports.
    """
    given = list(reports)
    read = [report for _, report in given]
    made = compare_years(read) if comparisons is None else comparisons
    return _document(given, language, comparisons=comparisons_data(read, made))


def _document(
    reports: Iterable[tuple[str, Report]],
    language: Language,
    *,
    table: bool | None = None,
    comparisons: Sequence[dict[str, Any]] = (),
    failures: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the file; with `table` None, there is a table unless it would be of one report alone."""
    pages: list[str] = []
    rows: list[dict[str, Any]] = []
    bodies: dict[bytes, int] = {}
    for place, (name, report) in enumerate(reports):
        data = page_data(report, name)
        row = data.pop("summary")
        body = body_digest(report)
        first = place if body is None else bodies.setdefault(body, place)
        row["copy_of"] = first if first != place else None
        rows.append(row)
        pages.append(embedded_json(data))
    failed = [{"name": name, "zh": in_chinese(message), "en": message} for name, message in failures]
    named = [*rows, *failed]
    for each, shown in zip(named, shown_names([each["name"] for each in named]), strict=True):
        each["name"] = shown
    if table is None:
        table = not comparisons and (len(rows) != 1 or bool(failed))
    frame = {
        "language": language,
        "languages": LANGUAGES,
        "labels": LABELS,
        "parts": PARTS,
        "kinds": SEGMENT_KINDS,
        "table": table,
        "comparisons": comparisons,
        "indicators": indicator_names(each["code"] for row in rows for each in row["indicators"]),
        "version": __version__,
        "reports": rows,
        "failures": failed,
    }
    label = "index" if table else "compare" if comparisons else "untitled"
    title: str = LABELS[label][LANGUAGES.index(language)]
    if label == "untitled":
        title = report_name(rows[0]) or title
    style, script = _style(), _program()
    return Template(_asset("page.html")).substitute(
        policy=POLICY.format(style=_digest(style), script=_digest(script)),
        language={"zh": "zh-CN", "en": "en"}[language],
        title=html.escape(_UNPRINTABLE.sub(" ", title)),
        version=__version__,
        style=style,
        script=script,
        frame=embedded_json(frame),
        reports="\n".join(
            f'<script type="application/json" id="report-{number}">{page}</script>' for number, page in enumerate(pages)
        ),
    )


@cache
def _asset(name: str) -> str:
    return (files("lawreport_parser.view") / "page" / name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    return "\n".join(_asset(name) for name in STYLE)


@cache
def _program() -> str:
    parts = "\n".join(_asset(name) for name in PROGRAM)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _digest(content: str) -> str:
    """Return the hash by which a content security policy knows an inline element (CSP Level 3, section 2.3.1)."""
    return b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
