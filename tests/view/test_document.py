"""The file: it loads nothing, runs nothing but its own program, and no word of a document gets out of its place."""

from __future__ import annotations

import gc
import json
import re
import weakref
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import EXAMPLES, HOSTILE

import lawreport_parser.view.document
from lawreport_parser import Report, parse
from lawreport_parser.view import render, render_index, render_page
from lawreport_parser.view.document import PROGRAM, STYLE, embedded_json

#: A name, which nothing fetches.
SVG = "http://www.w3.org/2000/svg"


class Elements(HTMLParser):
    """Collects the elements of a page, and what its script and style elements hold."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[str] = []
        self.inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.contents.append("")
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.contents[-1] += data

    def named(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        pairs = zip(self.tags, self.contents, strict=True)
        return [(attributes, content) for (name, attributes), content in pairs if name == tag]


CLASSIC = (EXAMPLES / "county-classic.txt").read_text(encoding="utf-8")


def test_a_hostile_document_makes_the_same_elements_as_a_tame_one() -> None:
    tame, hostile = (Elements(render_page(parse(text), "x.txt")) for text in (CLASSIC, HOSTILE))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in tame.tags]
    assert hostile.named("title")[0][1].startswith("</title><script>")


def test_a_name_of_a_file_is_escaped_too() -> None:
    name = "</script><script>window.pwned = 1</script>"
    elements = Elements(render([(name, parse("")), (name, parse(""))]))
    assert len(elements.named("script")) == 4


@pytest.mark.parametrize("text", [CLASSIC, HOSTILE, ""])
def test_data_comes_back_as_it_was(text: str) -> None:
    elements = Elements(render_page(parse(text), "x.txt"))
    data = {
        attributes["id"]: json.loads(content) for attributes, content in elements.named("script") if "id" in attributes
    }
    assert data["report-0"]["text"] == text
    assert data["frame"]["reports"][0]["characters"] == len(text)


@given(st.text())
def test_embedded_json_has_no_character_of_html(text: str) -> None:
    written = embedded_json([text, {"text": text}])
    assert json.loads(written) == [text, {"text": text}]
    assert not set("<>&\u2028\u2029") & set(written)
    written.encode("utf-8")


def test_every_character_can_be_written_and_comes_back() -> None:
    every = [chr(point) for point in range(0x110000)]
    written = embedded_json(every)
    assert json.loads(written.encode("utf-8")) == every


def test_the_policy_names_the_style_and_the_program() -> None:
    elements = Elements(render_page(parse(CLASSIC), "x.txt"))
    policy = next(attributes["content"] for attributes, _ in elements.named("meta") if "http-equiv" in attributes)
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    style = elements.named("style")[0][1]
    program = next(content for attributes, content in elements.named("script") if not attributes)
    for kind, content in (("style", style), ("script", program)):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_the_page_loads_nothing() -> None:
    page = render_page(parse("一、成效"), "x.txt")
    elements = Elements(page)
    for tag, attributes in elements.tags:
        assert "src" not in attributes
        assert attributes.get("href", "data:,") == "data:,", tag
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert not re.search(r"https?://|@import|url\(", page.replace(f'"{SVG}"', ""))


def test_the_program_never_makes_html_or_code_from_text() -> None:
    program = next(
        content for attributes, content in Elements(render_page(parse(""), "x")).named("script") if not attributes
    )
    makes_html = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function"
    reaches_out = r"fetch\(|XMLHttpRequest|WebSocket|localStorage|document\.cookie"
    assert not re.search(f"{makes_html}|{reaches_out}", program)
    assert len(PROGRAM) == len(set(PROGRAM))


def test_every_file_of_the_program_and_the_style_is_in_the_page() -> None:
    folder = Path(lawreport_parser.view.document.__file__).parent / "page"
    assert sorted(path.name for path in folder.iterdir()) == sorted((*PROGRAM, *STYLE, "page.html"))


def frame(page: str) -> dict[str, Any]:
    """Return what the program of a page is given besides the reports."""
    scripts = Elements(page).named("script")
    made: dict[str, Any] = next(json.loads(text) for attributes, text in scripts if attributes.get("id") == "frame")
    return made


def test_one_report_has_a_page_and_several_have_a_table() -> None:
    one, other = parse(CLASSIC), parse("一、成效")
    assert frame(render([("a", one)]))["table"] is False
    assert frame(render([("a", one), ("b", other)]))["table"] is True
    assert frame(render_index([("a", one)]))["table"] is True
    assert frame(render_index([]))["reports"] == []


def test_files_without_a_report_are_told_on_the_table_also_of_one_report_or_none() -> None:
    encrypted = "the PDF is encrypted; open it with its password and save it without one"
    failures = [("in/b.pdf", encrypted), ("</script><b>", "<i>")]
    for reports in ([("in/a.txt", parse(CLASSIC))], []):
        made = frame(render(reports, failures=failures))
        assert made["table"] is True
        assert made["failures"] == [
            {"name": "b.pdf", "zh": "PDF 已加密；请用密码打开，去掉密码后保存", "en": encrypted},
            {"name": "script><b>", "zh": "<i>", "en": "<i>"},
        ]
    assert frame(render_index([], failures=failures))["failures"] == made["failures"]
    assert frame(render_page(parse(CLASSIC), "a.txt"))["failures"] == []


def test_copies_are_told_whatever_page_and_forms_of_characters_surround_them() -> None:
    wide = CLASSIC.replace(",", "，").replace("(", "（")
    other = CLASSIC.replace("存在的问题和不足", "存在的主要问题和不足")
    texts = (other, CLASSIC, "分享到：\n" + wide, "", "", CLASSIC)
    made = frame(render((f"{number}.txt", parse(text)) for number, text in enumerate(texts)))
    assert [row["copy_of"] for row in made["reports"]] == [None, None, 1, None, None, 1]


def test_reports_and_failures_may_come_one_after_another() -> None:
    """Failures are asked for when all reports were, and no report is kept."""
    failures: list[tuple[str, str]] = []
    alive: list[weakref.ref[Report]] = []

    def reports() -> Iterator[tuple[str, Report]]:
        for name in ("a.txt", "b.txt", "c.txt"):
            report = parse(f"{CLASSIC}\n{name}")
            alive.append(weakref.ref(report))
            failures.append((f"{name}.doc", "this is the old Word format; save it as .docx"))
            yield name, report
            del report
            gc.collect()
            assert len([each for each in alive[:-1] if each() is not None]) == 0

    made = frame(render(reports(), failures=failures))
    assert (len(made["reports"]), len(made["failures"])) == (3, 3)


def test_a_page_of_a_report_without_title_is_titled_by_issuer_and_year() -> None:
    report = parse(CLASSIC)
    untitled = report.model_copy(update={"header": report.header.model_copy(update={"title": None})})
    assert Elements(render_page(untitled, "a.txt")).named("title")[0][1] == "石湾县人民政府 · 2023"
    assert Elements(render_page(parse("一、成效"), "in/a.txt")).named("title")[0][1] == "a.txt"


def test_the_same_reports_give_the_same_file() -> None:
    assert render_page(parse(CLASSIC), "x.txt") == render_page(parse(CLASSIC), "x.txt")


def test_language_of_the_page() -> None:
    assert '<html lang="zh-CN">' in render_page(parse(CLASSIC), "x.txt")
    assert '<html lang="en">' in render_page(parse(CLASSIC), "x.txt", language="en")
