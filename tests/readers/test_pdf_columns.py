"""PDF: columns in reading order; tables and diagrams beside the text, and between columns."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from office import converted, needs_office
from word_files import docx

pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")

from pdf_files import Sheet

from lawreport_parser.readers.pdf.document import read_pdf

TITLE = "青石县人民政府2023年法治政府建设年度报告"
TEXT = (
    "2023年，青石县坚持把依法行政摆在突出位置，法治政府建设取得新进展，群众满意度达到92.6%，比上年提高1.4个百分点。现将情况报告如下。",
    "一、主要工作和成效",
    "（一）依法决策水平不断提高。出台重大行政决策事项目录，全年审查合同148份、规范性文件12件，提出意见建议306条，采纳率达到95%以上。",
    "（二）行政执法更加规范。开展案卷评查2次，抽查案卷220份，纠正问题57个；培训执法人员1460人次，换发证件873本，做到持证上岗、亮证执法。",
    "（三）矛盾纠纷有效化解。受理行政复议案件63件，办结61件，调解终止19件；各级调解组织化解纠纷2385起，涉及金额4120万元。",
    "二、存在的主要问题",
    "一是少数单位运用法治方式推动工作的能力不足，重业务、轻法治的现象仍然存在。二是基层执法力量薄弱，乡镇综合执法队平均只有7人，装备也不齐全。",
    "三、下一年度工作安排",
    "2024年，我县将健全府院联动机制，推进涉企检查减量提质，年内检查频次下降20%，并建成覆盖18个乡镇的公共法律服务网络。",
    "（一）抓好示范创建。对照指标体系逐项整改，力争通过省级验收，让法治成为县域发展的硬实力和营商环境的金名片。",
    "（二）抓好队伍建设。招录法律专业人员25名，选派业务骨干跟班学习，组织旁听庭审活动4场，不断提升依法办事本领。",
)
SIGNATURE = ("青石县人民政府", "2024年2月6日")


def lines_of(data: bytes) -> list[str]:
    found = read_pdf(data)
    return found.text[: found.furniture_start].rstrip("\n").split("\n")


def columns(count: int, top: float, rows: Sequence[int], left: float = 60, right: float = 535, gap: float = 24):
    """Boxes for columns side by side, each with its number of rows."""
    width = (right - left - gap * (count - 1)) / count
    return [(left + place * (width + gap), top, width, number) for place, number in enumerate(rows)]


@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("size", [10.5, 12])
def test_two_columns_under_a_title_over_the_whole_width(size: float, justified: bool):
    sheet = Sheet()
    sheet.centred(80, TITLE, 18)
    sheet.flow(TEXT, columns(2, 120, [17, 40]), size, 18, justified=justified)
    assert lines_of(sheet.bytes()) == [TITLE, *TEXT]


@pytest.mark.parametrize("rows", [(16, 16, 40), (21, 21, 3), (22, 24, 40)])
@pytest.mark.parametrize("gap", [16, 20, 24])
def test_three_columns_that_end_at_other_heights(rows: tuple[int, ...], gap: float):
    sheet = Sheet()
    sheet.centred(80, TITLE, 18)
    sheet.flow(TEXT * 2, columns(3, 120, [30, 30, 60], gap=gap), 10.5, 16)
    assert lines_of(sheet.bytes()) == [TITLE, *TEXT, *TEXT]
    sheet = Sheet()
    sheet.flow(TEXT, columns(3, 120, rows, gap=gap), 10.5, 16)
    assert lines_of(sheet.bytes()) == list(TEXT)


def test_a_short_row_under_a_title_over_both_columns_stays_in_its_column():
    sheet = Sheet()
    sheet.centred(80, TITLE[:14], 16)
    text = ["现将情况报告如下：", *TEXT[1:]]
    sheet.flow(text, columns(2, 120, [17, 40]), 10.5, 17)
    assert lines_of(sheet.bytes()) == [TITLE[:14], *text]


def test_a_short_title_over_one_of_three_columns_comes_first():
    sheet = Sheet()
    sheet.centred(90, "年度报告", 16)
    sheet.flow(TEXT, columns(3, 130, [16, 16, 40]), 10.5, 16)
    assert lines_of(sheet.bytes()) == ["年度报告", *TEXT]


def test_columns_on_one_page_and_not_on_the_next():
    sheet = Sheet()
    sheet.flow(TEXT, [*columns(2, 100, [10, 10]), None, (60, 100, 475, 40)], 12, 20)
    for place, text in enumerate(SIGNATURE):
        sheet.put(400, 500 + 30 * place, text)
    assert lines_of(sheet.bytes()) == [*TEXT, *SIGNATURE]
    sheet = Sheet()
    sheet.flow(TEXT, [(60, 100, 475, 6), None, *columns(2, 100, [12, 40])], 12, 20)
    assert lines_of(sheet.bytes()) == list(TEXT)


def test_a_paragraph_over_the_whole_width_between_two_blocks_of_columns():
    sheet = Sheet()
    below = sheet.flow(TEXT[:4], columns(2, 100, [8, 40]), 12, 20)
    below = sheet.flow(TEXT[4:6], [(60, 320, 475, 9)], 12, 20)
    sheet.flow(TEXT[6:], columns(2, below + 30, [9, 40]), 12, 20)
    assert lines_of(sheet.bytes()) == list(TEXT)


def test_a_heading_between_two_blocks_of_columns_stands_between_them():
    sheet = Sheet()
    sheet.flow(TEXT[:5], columns(2, 100, [11, 40]), 12, 20)
    sheet.put(60, 350, TEXT[5], 14)
    sheet.flow(TEXT[6:], columns(2, 390, [9, 40]), 12, 20)
    assert lines_of(sheet.bytes()) == list(TEXT)


TABLE = (
    ("事项", "2022年", "2023年"),
    ("行政复议（件）", "51", "63"),
    ("行政应诉（件）", "28", "35"),
    ("罚没（万元）", "120.5", "98.2"),
)
TABLE_LINES = [" ".join(row) for row in TABLE]


def table(sheet: Sheet, left: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]] = TABLE):
    """A table with rules; cells of several rows are written with line breaks."""
    y = top
    for row in rows:
        height = 20 * max(cell.count("\n") + 1 for cell in row)
        x = left
        for width, cell in zip(widths, row, strict=True):
            sheet.box(x, y, width, height)
            for place, piece in enumerate(cell.split("\n")):
                sheet.put(x + 6, y + 14 + place * 20, piece, 10.5)
            x += width
        y += height


def test_a_table_between_two_blocks_of_columns_is_read_row_by_row():
    sheet = Sheet()
    sheet.flow(TEXT[:5], columns(2, 100, [11, 40]), 12, 20)
    table(sheet, 60, 335, (200, 120, 155))
    sheet.flow(TEXT[5:], columns(2, 450, [10, 40]), 12, 20)
    assert lines_of(sheet.bytes()) == [*TEXT[:5], *TABLE_LINES, *TEXT[5:]]


def test_a_table_without_rules_under_text_is_read_row_by_row():
    sheet = Sheet()
    below = sheet.flow(TEXT[:3], [(60, 100, 475, 40)], 12, 20)
    for row in TABLE:
        for x, cell in zip((80, 250, 400), row, strict=True):
            sheet.put(x, below + 10, cell)
        below += 20
    sheet.flow(TEXT[3:], [(60, below + 30, 475, 40)], 12, 20)
    assert lines_of(sheet.bytes()) == [*TEXT[:3], *TABLE_LINES, *TEXT[3:]]


def test_a_cell_of_two_rows_stays_one_cell():
    rows = (
        ("序号", "任务", "责任单位"),
        ("1", "健全重大行政决策程序，\n对决策事项实行目录管理", "县政府办公室"),
        ("2", "开展行政执法案卷评查，\n纠正突出问题57个", "县司法局"),
        ("3", "化解纠纷2385起", "县司法局、\n各乡镇"),
    )
    sheet = Sheet()
    below = sheet.flow(TEXT[:3], [(60, 100, 475, 40)], 12, 20)
    table(sheet, 60, below, (50, 280, 145), rows)
    assert lines_of(sheet.bytes()) == [*TEXT[:3], *(" ".join(row).replace("\n", "") for row in rows)]


def test_a_table_of_three_rules_keeps_its_rows():
    sheet = Sheet()
    below = sheet.flow(TEXT[:3], [(60, 100, 475, 40)], 12, 20)
    for y in (below, below + 22, below + 90):
        sheet.line(60, y, 535, y)
    for place, row in enumerate(TABLE):
        for x, cell in zip((80, 250, 400), row, strict=True):
            sheet.put(x, below + 16 + 22 * place, cell if place != 2 or x != 80 else "")
    expected = [*TABLE_LINES[:2], "28 35", TABLE_LINES[3]]
    assert lines_of(sheet.bytes()) == [*TEXT[:3], *expected]


@pytest.mark.parametrize("leading", [20, 17])
def test_a_table_beside_the_text_is_read_after_it(leading: float):
    sheet = Sheet()
    below = sheet.flow(TEXT[:2], [(60, 100, 475, 40)], 12, 20)
    table(sheet, 330, below, (100, 50, 55))
    sheet.flow(TEXT[2:], [(60, below + 12, 250, 8), (60, below + 12 + 8 * leading, 475, 40)], 12, leading)
    found = lines_of(sheet.bytes())
    assert [line for line in found if line not in TABLE_LINES] == list(TEXT)
    assert [line for line in found if line in TABLE_LINES] == TABLE_LINES


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("leading", [18, 20, 23])
def test_a_diagram_beside_the_text_does_not_part_its_rows(right: bool, leading: float):
    boxes = ("领导小组", "办公室（设在司法局）", "执法监督组 12人", "普法宣传组 8人", "督察考核组 9人")
    sheet = Sheet()
    sheet.flow(TEXT[:6], [(60 if right else 285, 112, 250, 40)], 12, leading)
    x = 340 if right else 60
    for place, box in enumerate(boxes):
        sheet.box(x, 90 + 44 * place, 180, 30)
        sheet.put(x + 20, 110 + 44 * place, box, 10.5)
        if place:
            sheet.line(x + 90, 90 + 44 * place - 14, x + 90, 90 + 44 * place)
    found = lines_of(sheet.bytes())
    assert found == ([*TEXT[:6], *boxes] if right else [*boxes, *TEXT[:6]])


def test_numbered_paragraphs_with_their_numbers_in_the_margin_are_no_columns():
    sheet = Sheet()
    y = 100.0
    for number, text in enumerate(TEXT[2:5], 1):
        sheet.put(60, y, f"{number}.")
        y = sheet.flow([text[3:]], [(66, y, 440, 40)], 12, 20)
    assert lines_of(sheet.bytes()) == [f"{n}. {text[3:]}" for n, text in enumerate(TEXT[2:5], 1)]


def test_gaps_that_move_from_row_to_row_take_time_in_proportion():
    def seconds(rows: int) -> float:
        sheet = Sheet(600, 6000)
        for row in range(rows):
            sheet.put(20 + row % 97, 20 + row, "受理案件"[: 1 + row % 4], 1)
            sheet.put(300 - row % 89, 20 + row, "办结案件"[: 1 + row % 3], 1)
        data = sheet.bytes()
        begun = time.process_time()
        read_pdf(data)
        return time.process_time() - begun

    seconds(100)
    assert seconds(4000) < 4 * seconds(1000) * 2.5


COLUMNS = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="{}" w:space="{}"/></w:sectPr>'


@needs_office
@pytest.mark.parametrize(("count", "space"), [(2, 420), (3, 300)])
def test_columns_set_by_a_word_processor(tmp_path: Path, count: int, space: int):
    one = COLUMNS.format(1, 0)
    body = f'<w:p><w:pPr><w:jc w:val="center"/>{one}</w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body += "".join(
        f'<w:p><w:pPr><w:ind w:firstLine="420"/><w:jc w:val="both"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for text in TEXT
    )
    data = converted(docx(body + COLUMNS.format(count, space)), tmp_path, "pdf")
    assert lines_of(data) == [TITLE, *TEXT]


@needs_office
def test_a_table_between_sections_of_two_columns_set_by_a_word_processor(tmp_path: Path):
    one, two = COLUMNS.format(1, 0), COLUMNS.format(2, 480)

    def paragraphs(texts: Sequence[str], section: str = "") -> str:
        ends = [*[""] * (len(texts) - 1), section]
        return "".join(
            f'<w:p><w:pPr><w:ind w:firstLine="420"/>{end}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
            for text, end in zip(texts, ends, strict=True)
        )

    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in TABLE
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = f'<w:p><w:pPr><w:jc w:val="center"/>{one}</w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body += paragraphs(TEXT[:5], two)
    body += (
        f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>{cells}</w:tbl><w:p><w:pPr>{one}</w:pPr></w:p>"
    )
    body += paragraphs(TEXT[5:]) + two
    data = converted(docx(body), tmp_path, "pdf")
    assert lines_of(data) == [TITLE, *TEXT[:5], *TABLE_LINES, *TEXT[5:]]


OPEN_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:margin-bottom="0.5cm"/><style:text-properties style:font-size-asian="18pt"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"
 fo:text-align="justify"/></style:style>
<style:style style:name="C" style:family="section"><style:section-properties><style:columns fo:column-count="2"
 fo:column-gap="0.7cm"><style:column-sep style:width="0.02cm" style:height="100%"/><style:column style:rel-width="1*"/>
<style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style>
</office:automatic-styles>
<office:body><office:text><text:p text:style-name="T">{title}</text:p>
<text:section text:style-name="C" text:name="C">{columns}</text:section>{below}</office:text></office:body>
</office:document>
"""


@needs_office
def test_columns_with_a_rule_between_them_and_a_note_at_the_foot(tmp_path: Path):
    def paragraph(text: str) -> str:
        return f'<text:p text:style-name="P">{text}</text:p>'

    cited = '92.6%<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    cited += "<text:note-body><text:p>由第三方调查，样本1200个。</text:p></text:note-body></text:note>"
    columns = [TEXT[0].replace("92.6%", cited), *TEXT[1:7]]
    document = OPEN_DOCUMENT.format(
        title=TITLE, columns="".join(map(paragraph, columns)), below="".join(map(paragraph, TEXT[7:]))
    )
    found = read_pdf(converted(document.encode(), tmp_path, "pdf", "fodt"))
    assert found.text[: found.furniture_start].rstrip("\n").split("\n") == [
        TITLE,
        TEXT[0].replace("92.6%", "92.6%¹"),
        *TEXT[1:],
    ]
    assert "由第三方调查，样本1200个。" in found.text[found.furniture_start :]


def test_marks_that_hang_two_at_once_leave_the_margin_where_it_is():
    rows = (
        "计划入选名单由省里公布了，其中有《双高计划》。",
        "学校中入选名单共有九所，见《双高计划》，3",
        "所高职升格为本科院校，推进阳光体育等专题活",
        "动四百场，提出意见建议三百零六条、采纳九成",
    )
    sheet = Sheet()
    for place, row in enumerate(rows * 4):
        sheet.put(60, 100 + 20 * place, row)
    assert "\n所高职" not in read_pdf(sheet.bytes()).text


def test_no_paragraph_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    rows = (
        "全县认真贯彻上级有关部署，各单位对照要求开展工作",
        "按照县司法局《关于文件清理的函》（司函〔2022",
        "〕219号）要求，全年清理规范性文件46件，其中废止（",
        "失效）9件、修改12件，其余继续有效，清理结果公布。",
    )
    sheet = Sheet()
    for place, row in enumerate(rows * 4):
        sheet.put(60, 100 + 20 * place, row)
    text = read_pdf(sheet.bytes()).text
    assert text.count("（司函〔2022〕219号）") == text.count("其中废止（失效）9件") == 4
