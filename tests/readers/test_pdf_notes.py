"""PDF: marks of notes beside figures, and notes at the foot of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import converted, needs_office
from word_files import docx, part

pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")

from pdf_files import Sheet

from lawreport_parser.numbers import find_quantities
from lawreport_parser.readers.pdf.document import read_pdf

TEXT = (
    "2023年，白杨市全年受理行政复议案件{2}63件，审结案件{1}58件，常住人口{[3]}176.48万人，建成法治广场12.5万m{2}，群众满意度为96.4%{4}。",
    "一、主要举措和成效",
    "全市组织执法培训②14场，参训人员①3260人次，印发宣传手册[1]2.4万册，投入经费*185万元；对照{1-2}两类清单整改问题{③}37个。",
)
READ = (
    "2023年，白杨市全年受理行政复议案件²63件，审结案件¹58件，常住人口³176.48万人，建成法治广场12.5万m²，群众满意度为96.4%⁴。",
    "一、主要举措和成效",
    "全市组织执法培训②14场，参训人员①3260人次，印发宣传手册[1]2.4万册，投入经费*185万元；对照¹⁻²两类清单整改问题³37个。",
)
FIGURES = ["63件", "58件", "176.48万人", "12.5万m²", "96.4%", "14场", "3260人次", "2.4万册", "37个"]


def parts(data: bytes) -> tuple[list[str], list[str]]:
    """Return the lines of the body, and those behind it."""
    found = read_pdf(data)
    start = len(found.text) + 1 if found.furniture_start is None else found.furniture_start
    return found.text[: start - 1].split("\n"), found.text[start:].split("\n") if start < len(found.text) else []


@pytest.mark.parametrize("size", [9, 10.5, 12, 16])
@pytest.mark.parametrize("width", [380, 475])
def test_a_raised_mark_joins_no_figure(size: float, width: float):
    sheet = Sheet()
    sheet.flow(TEXT, [(60, 100, width, 40)], size, size * 1.75)
    body, _ = parts(sheet.bytes())
    assert body == list(READ)
    found = {quantity.text for line in body for quantity in find_quantities(line)}
    assert [figure for figure in FIGURES if figure not in found] == []


def test_a_raised_mark_drawn_after_the_text_joins_no_figure():
    sheet = Sheet()
    end = sheet.put(60, 100, "全年受理")
    after = sheet.put(end + 5, 100, "63件，调解")
    sheet.put(after + 5, 100, "1148件。")
    for x, mark in ((end, "2"), (after, "3")):
        sheet.put(x, 95, mark, 7)
    assert parts(sheet.bytes())[0] == ["全年受理²63件，调解³1148件。"]


def test_a_mark_inside_a_figure_is_set_behind_it():
    sheet = Sheet()
    sheet.put(60, 100, "全年受理63{1}件，办结35{12}件，平均3.5{4}天。")
    assert parts(sheet.bytes())[0] == ["全年受理63件¹，办结35件¹²，平均3.5天⁴。"]


def test_a_lowered_digit_is_no_mark():
    sheet = Sheet()
    x = sheet.put(60, 100, "空气中PM")
    x += 1
    sheet.put(x, 102, "2.5", 8)
    sheet.put(x + 14, 100, "平均浓度为28微克。")
    assert parts(sheet.bytes())[0] == ["空气中PM2.5平均浓度为28微克。"]


def test_small_figures_on_their_own_height_are_no_marks():
    sheet = Sheet()
    sheet.put(60, 100, "受理案件")
    sheet.put(60, 84, "63", 8)
    sheet.put(60, 120, "办结案件")
    assert parts(sheet.bytes())[0] == ["63", "受理案件", "办结案件"]


LONG = (
    "白杨市推行行政执法公示、全过程记录和重大执法决定法制审核三项制度，" * 9
    + "全年审核案件{1}423件，公示信息②1.9万条。"
)
NOTES = (
    "{1} 含派出机构办理的案件21件。",
    "②数据截至2023年12月31日，不含垂直管理单位公示的信息，由各单位在平台自行填报并经复核。",
)
NOTES_READ = [NOTES[0].replace("{1} ", "¹"), NOTES[1]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("rows", [9, 10])
def test_notes_at_the_foot_do_not_part_a_paragraph_that_runs_over_the_page(rows: int, ruled: bool):
    text = LONG + "全市没有一起行政行为因程序违法被撤销，" * 12 + "执法质量稳步提高。"
    sheet = Sheet()
    sheet.centred(810, "— 1 —", 9)
    if ruled:
        sheet.line(60, 690, 200, 690)
    sheet.flow(NOTES, [(60, 710, 475, 4)], 9, 14)
    sheet.flow([text], [(60, 100, 475, rows), None, (60, 100, 475, 40)], 12, 20)
    sheet.centred(810, "— 2 —", 9)
    body, behind = parts(sheet.bytes())
    assert body == [text.replace("{1}", "¹")]
    assert behind == [*NOTES_READ, "— 1 —", "— 2 —"]


def test_notes_below_columns_do_not_part_the_columns():
    sheet = Sheet()
    sheet.flow([LONG], [(60, 100, 226, 12), (309, 100, 226, 40)], 12, 20)
    sheet.flow(NOTES, [(60, 710, 475, 4)], 9, 14)
    body, behind = parts(sheet.bytes())
    assert (body, behind) == ([LONG.replace("{1}", "¹")], NOTES_READ)


def test_notes_at_the_foot_of_each_column():
    sheet = Sheet()
    sheet.flow([LONG], [(60, 100, 226, 12), (309, 100, 226, 40)], 12, 20)
    sheet.flow(NOTES[1:], [(60, 710, 226, 4)], 9, 14)
    sheet.flow(NOTES[:1], [(309, 724, 226, 4)], 9, 14)
    body, behind = parts(sheet.bytes())
    assert (body, sorted(behind)) == ([LONG.replace("{1}", "¹")], sorted(NOTES_READ))


def test_small_type_without_a_mark_of_the_text_is_no_note():
    sheet = Sheet()
    sheet.flow(["白杨市全年受理案件63件。"], [(60, 100, 475, 12)], 12, 20)
    sheet.flow(["①案件数", "1 说明"], [(60, 700, 475, 4)], 9, 14)
    assert parts(sheet.bytes()) == (["白杨市全年受理案件63件。", "①案件数", "1 说明"], [])


@needs_office
def test_notes_set_by_a_word_processor(tmp_path: Path):
    up = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    body = "".join(
        '<w:p><w:pPr><w:ind w:firstLine="480"/></w:pPr>'
        + "".join(
            (up.format(piece) if place % 2 else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>')
            for place, piece in enumerate(text.replace("{", "}").split("}"))
        )
        + "</w:p>"
        for text in TEXT
    )
    assert parts(converted(docx(body), tmp_path, "pdf"))[0] == list(READ)


@needs_office
def test_footnotes_set_by_a_word_processor(tmp_path: Path):
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    body = "<w:p>" + "".join(
        f"<w:r><w:t>全年受理案件</w:t></w:r>{reference.format(number)}<w:r><w:t>{number}63件，</w:t></w:r>"
        for number in (2, 3)
    )
    body += "<w:r><w:t>" + "其中当场处理的占四成，群众对处理结果表示满意，" * 90 + "</w:t></w:r></w:p>"
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> '
        f"不含第{number}类案件的数量。</w:t></w:r></w:p></w:footnote>"
        for number in (2, 3)
    )
    data = docx(body, footnotes=part("footnotes", notes))
    lines, behind = parts(converted(data, tmp_path, "pdf"))
    assert lines == ["全年受理案件¹263件，全年受理案件²363件，" + "其中当场处理的占四成，群众对处理结果表示满意，" * 90]
    assert behind == ["1不含第2类案件的数量。", "2不含第3类案件的数量。"]
