"""Findings as comments in Word files: each at its place, with words and formatting as they were."""

from __future__ import annotations

import re
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from lawreport_parser import parse_bytes
from lawreport_parser.errors import ReadError
from lawreport_parser.lint import Finding, lint
from lawreport_parser.lint.word_comments import AUTHOR, commented
from lawreport_parser.readers import Limits
from lawreport_parser.readers.word import document
from lawreport_parser.readers.word.styles import Styles

word = pytest.importorskip("docx", reason="python-docx is not installed")
sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

from office import converted, needs_office  # noqa: E402
from word_files import W, definition, docx, instance, level, paragraph, part, run  # noqa: E402
from word_pages import MAKERS  # noqa: E402

LISTS = (
    definition(1, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
    + definition(2, level(0, "chineseCounting", "%1、", start=3))
    + instance(1, 1)
    + instance(2, 2)
)
TITLE = paragraph("石湾县2023年普法工作总结")


def names(*names: str) -> list[str]:
    return [f"{{{W}}}{name}" for name in names]


RUN, TEXT, PROPERTIES = names("r", "t", "rPr")
START, END, REFERENCE = names("commentRangeStart", "commentRangeEnd", "commentReference")


def checked(body: str, **parts: str) -> tuple[bytes, list[Finding], str]:
    """Return a .docx with comments, what was found in it without, and its extracted text."""
    data = docx(body, LISTS, **parts)
    report = parse_bytes(data, name="a.docx")
    findings = lint(report, name="a.docx")
    return commented(data, findings, name="a.docx"), findings, report.text


def opened(data: bytes) -> Any:
    return word.Document(BytesIO(data))


def marked(data: bytes) -> dict[str, str]:
    """Return the code of each comment with the words that it is on."""
    document = opened(data)
    on: dict[int, str] = {}
    open_ones: set[int] = set()
    for element in document.element.iter():
        if element.tag == START:
            open_ones.add(int(element.get(f"{{{W}}}id")))
        elif element.tag == END:
            open_ones.remove(int(element.get(f"{{{W}}}id")))
        elif element.tag == TEXT:
            for identity in open_ones:
                on[identity] = on.get(identity, "") + (element.text or "")
    assert not open_ones
    references = document.element.xpath("//w:commentReference/@w:id")
    comments = [comment for comment in document.comments if comment.author == AUTHOR]
    assert sorted(references) == sorted(str(comment.comment_id) for comment in comments)
    return {code_of(comment.text): on.get(comment.comment_id, "") for comment in comments}


def code_of(text: str) -> str:
    return re.findall(r"^([a-z-]+) \[(?:info|warning|error)\]$", text, re.MULTILINE)[0]


def characters(data: bytes) -> list[list[tuple[str, str]]]:
    """Return each paragraph as characters, each with the properties of its run; marks of comments left out."""
    found = []
    for each in opened(data).element.iter(f"{{{W}}}p"):
        line = []
        for element in each.iter():
            run = element.getparent()
            if run.tag == RUN and run.find(REFERENCE) is None and element.tag != PROPERTIES:
                properties = run.find(PROPERTIES)
                shown = "" if properties is None else re.sub(r' xmlns:\w+="[^"]*"', "", properties.xml)
                line += [(letter, shown) for letter in element.text or [element.tag]]
        found.append(line)
    return found


def bold(text: str) -> str:
    return f'<w:r w:rsidR="00A1"><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>{text}</w:t></w:r>'


def test_comment_says_what_is_wrong_in_chinese_first_with_the_code_of_the_rule():
    data, findings, _ = checked(TITLE + paragraph("一、主要成效") + paragraph("落实“三项制度，退回案件。"))
    document = opened(data)
    (comment,) = [each for each in document.comments if "unbalanced-quote" in each.text]
    assert (comment.author, comment.initials) == ("lawreport lint", "lint")
    assert comment.text.split("\n") == ["「“」不成对", "unbalanced-quote [warning]", "“ has no partner"]
    assert len(document.comments) == len(findings)


def test_comment_is_on_the_very_words_however_they_are_parted_into_runs():
    text = "落实“三项制度，于2023年2月30日退回案件。"
    quote, day = text.index("“"), text.index("2023年2月30日")
    for cut in range(1, len(text)):
        for content in (
            run(text[:cut]) + bold(text[cut:]),
            bold(text[:cut]) + run(text[cut : cut + 1] + text[cut + 1 :]),
        ):
            data, findings, _ = checked(TITLE + paragraph("一、主要成效") + paragraph(content=content))
            found = marked(data)
            assert (found["unbalanced-quote"], found["impossible-date"]) == (text[quote], text[day : day + 10])
            assert len(found) == len(findings)


WRAPPED = [
    run("落实") + '<w:hyperlink w:anchor="x">' + bold("“三项制度，") + "</w:hyperlink>" + run("退回。"),
    run("落实") + '<w:ins w:id="9" w:author="x">' + bold("“三项") + "</w:ins>" + run("制度，退回。"),
    run("落实") + "<w:r><w:tab/><w:t>“三项</w:t><w:br/><w:t>制度，退回。</w:t></w:r>",
    '<w:bookmarkStart w:id="3" w:name="b"/>' + run("落实“") + '<w:bookmarkEnd w:id="3"/>' + bold("三项制度，退回。"),
    run("落实“三项制度，退") + '<w:r><w:fldChar w:fldCharType="begin"/><w:t>回。</w:t></w:r>',
]


@pytest.mark.parametrize("content", WRAPPED)
def test_comment_is_on_the_very_words_within_links_insertions_and_mixed_runs(content):
    data, _, _ = checked(TITLE + paragraph("一、主要成效") + paragraph(content=content))
    assert marked(data)["unbalanced-quote"] == "“"


def test_what_cannot_be_parted_is_marked_as_a_whole():
    control = f"<w:sdt><w:sdtContent>{run('“三项')}</w:sdtContent></w:sdt>"
    data, _, _ = checked(
        TITLE + paragraph("一、主要成效") + paragraph(content=run("落实") + control + run("制度，退回。"))
    )
    assert marked(data)["unbalanced-quote"] == "“三项"


def test_comments_that_touch_and_nest_have_their_own_places():
    data, findings, text = checked(
        TITLE + paragraph("一、主要成效") + paragraph("学法,办班(两期)“,”、《,“于2023年2月30日,退回。")
    )
    places = {finding.code: text[finding.start : finding.end] for finding in findings}
    found = marked(data)
    assert len(opened(data).comments) == len(findings)
    assert len(findings) > 4
    assert {code: found[code] for code in ("impossible-date", "half-width-punctuation")} == {
        code: places[code] for code in ("impossible-date", "half-width-punctuation")
    }


BODIES = [
    TITLE + paragraph("一、主要成效") + "".join(paragraph(content=content) for content in WRAPPED),
    TITLE + paragraph("主要成效", 1, 0) + paragraph(content=run("学法,办班。") + bold("共(三)次.  ")),
    TITLE
    + f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>{paragraph('一、“成效')}</w:tc><w:tc><w:tcPr/>"
    + f"{paragraph('于2023年2月30日,办。')}</w:tc></w:tr></w:tbl>"
    + paragraph("完"),
]


QUOTED = run("落实“三项制度，退回。")
#: As word processors nest what writers never see.
NESTED = {
    "smart tag": f'<w:p><w:smartTag w:element="a">{QUOTED}</w:smartTag></w:p>',
    "custom markup": f'<w:p><w:customXml w:element="a">{QUOTED}</w:customXml></w:p>',
    "moved here": f'<w:p><w:moveTo w:id="2" w:author="a">{QUOTED}</w:moveTo></w:p>',
    "controls": "<w:sdt><w:sdtContent>" * 2 + f"<w:p>{QUOTED}</w:p>" + "</w:sdtContent></w:sdt>" * 2,
    "row in a control": "<w:tbl><w:sdt><w:sdtContent>"
    f"<w:tr><w:tc><w:p>{QUOTED}</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
    "deleted between": "<w:p>"
    + run("落实“三项")
    + '<w:del w:id="3" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    + run("制度，退回。")
    + "</w:p>",
    "changed format": '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t>落实“三项制度，退回。</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("case", NESTED)
def test_comment_is_on_the_very_words_however_they_are_nested(case: str):
    body = TITLE + paragraph("一、主要成效") + NESTED[case] + paragraph("完")
    data, _, text = checked(body)
    assert marked(data)["unbalanced-quote"] == "“"
    assert characters(data) == characters(docx(body, LISTS))
    assert parse_bytes(data).text == text


@pytest.mark.parametrize("body", BODIES)
def test_words_and_formatting_stay(body):
    data, findings, text = checked(body)
    assert findings
    assert characters(data) == characters(docx(body, LISTS))
    assert parse_bytes(data).text == text
    assert [each.text for each in opened(data).paragraphs] == [each.text for each in opened(docx(body)).paragraphs]


@pytest.mark.parametrize("name", MAKERS)
def test_any_place_in_any_file_has_its_comment(name: str):
    data, _ = MAKERS[name]()
    report = parse_bytes(data)
    every = [finding(start, min(start + 5, len(report.text))) for start in range(0, len(report.text), 7)]
    for findings in (lint(report), every):
        done = commented(data, findings)
        added = {str(each.comment_id) for each in opened(done).comments if each.author == AUTHOR}
        marks = opened(done).element.xpath("//w:commentReference/@w:id")
        assert len(added) == len(findings)
        assert added <= set(marks)
        assert len(opened(done).comments) == len(added) + len(opened(data).comments)
        assert characters(done) == characters(data)
        assert parse_bytes(done).text == report.text


def test_cells_of_a_table_have_their_comments():
    data, _, _ = checked(BODIES[2])
    assert marked(data)["impossible-date"] == "2023年2月30日"
    assert marked(data)["unbalanced-quote"] == "“"


def shown_place(data: bytes, code: str) -> tuple[str, str]:
    """Return the words that the comment of a rule is on, and what it says of the place."""
    (text,) = [comment.text for comment in opened(data).comments if code_of(comment.text) == code]
    return marked(data)[code], text.split("\n")[1]


def test_finding_in_an_automatic_number_is_on_its_paragraph():
    numbered = paragraph("主要成效", 1, 0) + paragraph("存在问题", 2, 0)
    data, findings, _ = checked(TITLE + numbered + paragraph("力量不足。"))
    assert "missing-ordinal" in [finding.code for finding in findings]
    assert shown_place(data, "missing-ordinal") == ("存在问题", "自动编号“三、” / the automatic number “三、”")


def test_finding_in_a_text_box_is_on_the_paragraph_that_it_hangs_on():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('于2023年2月30日退回。')}</w:txbxContent></w:pict></w:r>"
    data, _, _ = checked(TITLE + paragraph("一、主要成效") + paragraph(content=run("见右。") + box) + paragraph("完"))
    words, place = shown_place(data, "impossible-date")
    assert words == "见右。于2023年2月30日退回。"
    assert place == "文本框中：“2023年2月30日” / in a text box: “2023年2月30日”"


def finding(start: int, end: int) -> Finding:
    return Finding("a.docx", 1, 1, 1, 1, start, end, "impossible-date", "error", "no day / 没有这天")


def test_finding_in_a_note_is_on_the_paragraph_of_its_mark_and_one_in_a_header_on_the_first():
    mark = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    section = '<w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>'
    data = docx(
        TITLE + paragraph(content=run("办结63件") + mark) + paragraph("完") + section,
        LISTS,
        footnotes=part("footnotes", f'<w:footnote w:id="4">{paragraph("2月30日的数")}</w:footnote>'),
        header1=part("hdr", paragraph("2月31日印")),
    )
    text = parse_bytes(data).text
    for words, on, place in (
        ("2月30日", "办结63件", "脚注中"),
        ("2月31日", "石湾县2023年普法工作总结", "页眉或页脚中"),
    ):
        start = text.index(words)
        found = shown_place(commented(data, [finding(start, start + len(words))]), "impossible-date")
        assert found[0] == on
        assert found[1].startswith(f"{place}：“{words}”")


def test_finding_without_words_is_on_the_paragraph_where_it_stands():
    title = "石湾县2023年法治政府建设年度报告"
    data, findings, _ = checked(paragraph(title) + paragraph("一、主要成效") + paragraph("学法八次。"))
    missing = [each for each in findings if each.start == each.end]
    assert missing
    assert marked(data)[missing[0].code] == title


def test_finding_between_and_beyond_all_words_is_not_lost():
    body = TITLE + "<w:p/>" + paragraph("完")
    data = docx(body)
    length = len(parse_bytes(data).text)
    for start, end in ((0, 0), (14, 15), (15, 15), (length, length), (length + 5, length + 9), (0, length)):
        assert list(marked(commented(data, [finding(start, end)]))) == ["impossible-date"]


def test_comments_that_are_there_are_kept():
    document = word.Document()
    first = document.add_paragraph("石湾县2023年普法工作总结")
    document.add_comment(first.runs, text="请领导审阅", author="某某", initials="某")
    document.add_paragraph("落实“三项制度。")
    stream = BytesIO()
    document.save(stream)
    findings = lint(parse_bytes(stream.getvalue()))
    once = commented(stream.getvalue(), findings)
    twice = commented(once, findings)
    assert len(opened(twice).comments) == 2 * len(findings) + 1
    (kept,) = [each for each in opened(twice).comments if each.author == "某某"]
    assert (kept.text, kept.comment_id) == ("请领导审阅", 0)
    assert len({each.comment_id for each in opened(twice).comments}) == 2 * len(findings) + 1


def test_file_without_findings_is_the_same_bytes():
    data = docx(TITLE)
    assert commented(data, []) is data


def test_file_is_read_once_and_its_limits_hold_before_the_writer_opens_it(monkeypatch: pytest.MonkeyPatch):
    data = docx(TITLE)
    open_document = word.Document
    done: list[str] = []
    monkeypatch.setattr(document, "Styles", lambda root: done.append("read") or Styles(root))
    monkeypatch.setattr(word, "Document", lambda *given: done.append("opened") or open_document(*given))
    commented(data, [finding(0, 3)], name="a.docx")
    assert done == ["opened", "read"]
    done.clear()
    with pytest.raises(ReadError, match="more than the limit of 1,000"):
        commented(data, [finding(0, 3)], name="a.docx", limits=Limits(max_unpacked_bytes=1_000))
    assert done == []


def repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a file with its parts changed, those left out that become None."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(docx(TITLE))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        repacked(lambda name, content: None if name == "[Content_Types].xml" else content),
        repacked(lambda _, content: content.replace(b"document.main+xml", b"document.macroEnabled.main+xml")),
        repacked(lambda _, content: content.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")),
    ],
    ids=["no types", "macros", "strict"],
)
def test_file_that_the_writer_cannot_take_is_refused_in_one_line(data):
    with pytest.raises(ReadError, match=r"^a\.docx: comments cannot be written .*save it as plain \.docx[^\n]*$"):
        commented(data, [finding(0, 3)], name="a.docx")


def test_frequent_slips_are_one_comment_with_their_number_in_both_languages():
    data, _, _ = checked(TITLE + paragraph("一、主要成效") + paragraph("学法,办班,考试,评比,检查,督导,总结。"))
    (text,) = [each.text for each in opened(data).comments if "half-width" in each.text]
    assert text.split("\n") == [
        "中文正文用了半角“,”，应作“，”（共6处，此为首处）",
        "half-width-punctuation [info]",
        "half-width , in Chinese text; ， is due (6 places, this is the first)",
    ]


def test_many_comments_in_one_long_run_take_time_in_proportion():
    def seconds(count: int) -> float:
        data = docx(TITLE + paragraph("办结。" * 20 * count))
        findings = [finding(20 + 60 * each, 22 + 60 * each) for each in range(count)]
        start = time.process_time()
        assert len(opened(commented(data, findings)).comments) == count
        return time.process_time() - start

    seconds(10)
    assert seconds(800) < 12 * seconds(200) + 0.2


def test_many_comments_on_one_paragraph_take_time_in_proportion():
    def seconds(count: int) -> float:
        box = "<w:p>" + run("办结案件。" * count) + "</w:p>"
        data = docx(TITLE + f"<w:p><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>")
        findings = [finding(20 + 5 * each, 22 + 5 * each) for each in range(count - 5)]
        start = time.process_time()
        commented(data, findings)
        return time.process_time() - start

    seconds(10)
    assert seconds(8_000) < 8 * seconds(2_000) + 0.5


@needs_office
def test_commented_file_opens_in_libreoffice_with_all_its_comments(tmp_path):
    body = TITLE + paragraph("一、主要成效") + "".join(paragraph(content=content) for content in WRAPPED[:4])
    data, findings, _ = checked(body + paragraph("主要成效", 1, 0) + paragraph("存在问题", 2, 0))
    with zipfile.ZipFile(BytesIO(converted(data, tmp_path, "odt"))) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(findings)
    plain = re.sub(
        r"<office:annotation .*?</office:annotation>|<text:tracked-changes>.*?</text:tracked-changes>", "", content
    )
    assert "落实" in re.sub(r"<[^>]*>", "", plain)
    assert "制度，退回。" in re.sub(r"<[^>]*>", "", plain)
