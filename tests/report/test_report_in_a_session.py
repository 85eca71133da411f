"""A report in an interactive session: what it prints, what completion offers, what a mistaken use says."""

from __future__ import annotations

import pydoc
from pathlib import Path

import pytest

import lawreport_parser
from lawreport_parser import Section, parse, parse_bytes, parse_file, parse_many
from lawreport_parser.errors import ReadError
from lawreport_parser.file_endings import names_a_file
from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon

TEXT = "石港县2024年法治政府建设年度报告\n一、主要成效\n（一）学法8次。\n二、存在问题\n人手不足。\n"
REPORT = parse(TEXT)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))


@pytest.mark.parametrize("name", ["parse", "parse_file", "parse_bytes", "parse_many", "read_folder", "compare"])
def test_help_fits_a_screen(name: str) -> None:
    shown = pydoc.plain(pydoc.render_doc(getattr(lawreport_parser, name)))
    signature = shown.splitlines()[2]
    assert len(signature) < 500
    assert len(shown) < 4_000


def test_a_lexicon_is_short_and_says_what_it_holds() -> None:
    assert repr(DEFAULT_LEXICON) == repr(Lexicon()) == "<Lexicon: the wordings that parse knows>"
    assert repr(Lexicon({"plans": ("展望",), "problems": ("瓶颈", "难点")})) == "<Lexicon: plans 1, problems 2>"
    assert len(repr(DEFAULT_LEXICON.extended(problems=["瓶颈"]))) < 100


def test_a_report_is_a_line_and_in_a_notebook_a_small_table() -> None:
    assert repr(REPORT).startswith("<Report '石港县2024年法治政府建设年度报告': ")
    assert len(repr(REPORT)) < 200
    assert len(REPORT._repr_html_()) < 2_000


def test_a_section_is_a_line_and_in_a_notebook_its_text() -> None:
    section = REPORT.sections[0]
    assert repr(section) == "<Section 1 '主要成效', 15 characters, 1 section below>"
    assert repr(section.children) == "[<Section 1.1 '学法8次。', 8 characters>]"
    assert section._repr_html_() == "<div><strong>主要成效</strong> 一、主要成效\n（一）学法8次。</div>"
    alone = Section.model_validate(section.model_dump())
    assert alone._repr_html_() == "<div><strong>主要成效</strong> </div>"


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (lambda: list(REPORT), "a Report is no list: take report.sections"),
        (lambda: "学法" in REPORT, "report.find(words)"),
        (lambda: REPORT["1.1"], "report.section(id)"),
        (lambda: REPORT[0], "report.sections"),
        (lambda: len(REPORT), "a Report has no len(): take len(report.text)"),
        (lambda: list(REPORT.sections[0]), "a Section is no list: take section.children"),
        (lambda: REPORT.sections[0][0], "section.children"),
        (lambda: "学法" in REPORT.sections[0], "section.walk()"),
        (lambda: len(REPORT.sections[0]), "a Section has no len(): take len(section.text)"),
    ],
)  # fmt: skip
def test_a_report_is_no_list_and_says_what_to_take(use: object, words: str) -> None:
    with pytest.raises(TypeError) as refusal:
        use()  # type: ignore[operator]
    assert words in str(refusal.value)


def test_a_report_is_true_and_one_value_in_tables() -> None:
    assert REPORT
    assert REPORT.sections[0]
    pandas = pytest.importorskip("pandas")
    assert list(pandas.DataFrame({"report": [REPORT, REPORT]})["report"]) == [REPORT, REPORT]
    assert pandas.Series([REPORT.sections[0]])[0] == REPORT.sections[0]


@pytest.mark.parametrize("one", [REPORT, REPORT.sections[0], REPORT.header, REPORT.sections[0].span])
def test_completion_offers_fields_and_methods_and_no_second_names(one: object) -> None:
    offered = {name for name in dir(one) if not name.startswith("_")}
    assert {"model_dump", "model_copy"} <= offered
    # What pydantic's own classes offer beside these, under names of old.
    assert offered.isdisjoint({"dict", "json", "copy", "construct", "parse_obj", "parse_raw", "schema", "validate"})
    assert offered.isdisjoint({"model_construct", "model_post_init", "model_extra", "unfolding"})


PATHS = [
    "report.txt",
    "reports/石港县2024.docx",
    " 石港县2024年法治政府建设年度报告.pdf\n",
    "C:\\reports\\石港县 2024.html",
    "./reports/2024",
    "/data/reports",
    "~/reports/a",
    "https://www.example.invalid/zwgk/t20250108_17.html",
    "https://www.example.invalid/zwgk?id=17",
    "https://www.example.invalid/go?to=http://b.example.invalid/a.html",
    "www.example.invalid/a.html",
]


@pytest.mark.parametrize("text", PATHS)
def test_a_name_of_a_file_in_place_of_its_text_is_told(text: str) -> None:
    report = parse(text)
    found = next(each for each in report.diagnostics if each.code == "file-name")
    assert found.severity == "warning"
    assert found.span.of(text) == text.strip()
    assert "parse_file reads files" in found.message
    assert "读取文件请用 parse_file" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "...",
        "一、主要成效（一）学法8次。（二）普法3场。二、存在问题人手不足。附件：任务表.docx",
        "附件：2024年任务表.docx",
        "原文链接: https://www.example.invalid/zwgk/t20250108_17.html",
        "石港县2024年法治政府建设年度报告",
        "/一、学法，二、普法",
        "reports/石港县2024.docx\nreports/白鹭县2024.docx",
        "学" * 300 + ".txt",
        "石港县公开了2024年法治政府建设情况，任务分工见附件.doc",
        "详见https://www.example.invalid/zwgk/t20250108_17.html",
        "建成县政府网站www.example.invalid/index.jsp",
        "1:/2",
    ],
)
def test_a_text_is_no_name(text: str) -> None:
    assert not names_a_file(text)
    assert "file-name" not in {each.code for each in parse(text).diagnostics}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_is_taken_for_a_name_and_none_that_lost_its_line_breaks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not names_a_file(text)
    assert not names_a_file("".join(text.split()))
    assert not any(names_a_file(line) for line in text.splitlines())


PAGES = {
    "page": "<!DOCTYPE html><html><body><p>一、主要成效</p><p>学法8次。</p></body></html>",
    "fragment": "<p>一、主要成效</p>\n<p>（一）学法8次。</p>",
    "br": '<div class="text">一、主要成效<br/>\n学法8次。<br/>\n二、存在问题<br/>\n宣传不够。</div>',
}


def doubtful(text: str) -> list[str]:
    return [each.message for each in parse(text).diagnostics if each.code == "doubtful-text"]


@pytest.mark.parametrize("name", PAGES)
def test_the_source_of_a_page_in_place_of_its_text_is_told(name: str) -> None:
    (message,) = doubtful(PAGES[name])
    assert "parse_bytes and parse_file read pages" in message
    assert "网页源代码" in message
    assert not any(each.code == "doubtful-text" for each in parse_bytes(PAGES[name].encode()).diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "一、主要成效。落实“<三单>”制度，x</y。\n二、存在问题。宣传不够。",
        "# 一、主要成效\n\n学法8次。\n\n<table><tr><td>件</td><td>8</td></tr></table>\n\n## （一）普法\n\n普法3场。\n",
    ],
)
def test_a_text_with_a_tag_or_two_is_no_page(text: str) -> None:
    assert not doubtful(text)


MISREAD = [("utf-8", each) for each in ("latin-1", "cp1252", "gbk", "big5")] + [
    ("gb18030", each) for each in ("latin-1", "cp1252", "utf-8")
] + [("utf-16-le", "latin-1"), ("utf-16-be", "utf-8")]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), MISREAD, ids="-as-".join)
def test_a_text_that_was_decoded_wrongly_is_told(written: str, read: str) -> None:
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8").encode(written, "replace").decode(read, "replace")
        (message,) = doubtful(text)
        assert "parse_bytes tells the encoding" in message


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_example_was_decoded_wrongly(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not doubtful(text)
    assert not any(map(doubtful, text.splitlines()[:20]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Annual report 2024",
        "Résumé d’activité à Genève, été 2024",
        "法治政府建設年度報告：壓實責任，強化執法監督。",
        "ひらがなとカタカナ",
        "𠮷",
    ],
)
def test_what_is_not_chinese_or_traditional_was_not_decoded_wrongly(text: str) -> None:
    assert not doubtful(text)


def test_bytes_that_hold_a_name_are_a_text() -> None:
    assert "file-name" not in {each.code for each in parse_bytes(b"report.txt").diagnostics}


def test_parse_of_what_is_no_text_says_what_reads_it() -> None:
    for given in (Path("report.txt"), b"report", None):
        with pytest.raises(TypeError, match=r"^parse takes a str, not \w+; parse_file reads files, parse_bytes bytes$"):
            parse(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [TEXT, "学" * 400, "一、学法\x00\n二、普法"])
def test_parse_file_of_a_text_says_what_reads_it(text: str) -> None:
    with pytest.raises(ReadError, match="a text, and not the name of a file; parse reads texts") as refusal:
        parse_file(text)
    assert len(str(refusal.value)) < 120


@pytest.mark.parametrize("given", [None, b"a.txt", 3])
def test_parse_file_of_what_is_no_name_says_what_reads_it(given: object) -> None:
    with pytest.raises(TypeError, match=r"^parse_file takes a str or a Path, not \w+; parse_bytes takes bytes, parse "):
        parse_file(given)  # type: ignore[arg-type]


def test_errors_show_the_beginning_of_a_long_text() -> None:
    text = "一、成效。学法8次。" * 300
    with pytest.raises(TypeError, match="given in a list, not as one str") as caught:
        parse_many(text)
    assert len(str(caught.value)) < 200


def test_a_section_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"no section '9\.9' in this report"):
        parse("一、成效").section("9.9")


def test_a_name_with_a_nul_in_it_is_one_clear_line() -> None:
    with pytest.raises(ReadError, match="a character that no name may hold"):
        parse_file("re\x00port.txt")
