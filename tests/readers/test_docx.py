"""Word files: what becomes of paragraphs, tables, notes and the rest, and what is refused."""

from __future__ import annotations

import subprocess
import sys
import time
import tracemalloc
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from lawreport_parser.errors import MissingExtraError, ReadError
from lawreport_parser.numbers import find_quantities
from lawreport_parser.readers.content import Extracted, Limits, sniff_format
from lawreport_parser.readers.word import package as word_package
from lawreport_parser.readers.word.document import read_docx

word = pytest.importorskip("docx", reason="python-docx is not installed")
sys.path.insert(0, str(Path(__file__).parent))

from word_files import definition, docx, instance, level, package, paragraph, part, run, style  # noqa: E402

LEVELS = (level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."))
LISTS = definition(1, *LEVELS) + instance(1, 1)


def read(data: bytes, **limits: int) -> Extracted:
    return read_docx(data, limits=Limits(**limits))


def lines(body: str, **parts: str) -> list[str]:
    return read(docx(body, LISTS, **parts)).text.split("\n")


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    content = (cell if cell.startswith("<w:tc>") else tc(paragraph(cell)) for cell in cells)
    return f"<w:tr>{properties}{''.join(content)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


# ---------------------------------------------------------------- paragraphs


def test_file_written_with_python_docx():
    document = word.Document()
    document.add_heading("某市2021年法治政府建设年度报告", 0)
    document.add_paragraph("一、主要工作")
    document.add_paragraph("（一）推进依法行政。")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "格"
    document.core_properties.title = "年度报告"
    document.core_properties.author = "某某办"
    stream = BytesIO()
    document.save(stream)
    extracted = read(stream.getvalue())
    assert extracted.text.split("\n") == [
        "某市2021年法治政府建设年度报告",
        "一、主要工作",
        "（一）推进依法行政。",
        "\t格",
    ]
    assert (extracted.format, extracted.encoding, extracted.furniture_start) == ("docx", None, None)
    assert extracted.metadata["标题"] == "年度报告"
    assert extracted.metadata["作者"] == "某某办"
    assert extracted.metadata["创建时间"].startswith("20")
    assert extracted.notes == []


def test_lists_of_python_docx_are_numbered():
    document = word.Document()
    for text in ("甲", "乙"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("丙", style="List Bullet")
    stream = BytesIO()
    document.save(stream)
    assert read(stream.getvalue()).text.split("\n") == ["1.\t甲", "2.\t乙", "•\t丙"]


def test_labels_stand_before_the_text():
    body = "".join(paragraph(text, 1, depth) for text, depth in (("甲", 0), ("乙", 1), ("丙", 2), ("丁", 0)))
    assert lines(body) == ["一、\t甲", "（一）\t乙", "1.\t丙", "二、\t丁"]


def test_empty_paragraphs_are_empty_lines():
    assert lines(paragraph("甲") + "<w:p/>" + paragraph("乙")) == ["甲", "", "乙"]


def test_characters_that_are_elements():
    content = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:noBreakHyphen/>"
        '<w:softHyphen/><w:t>戊</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="B7"/>'
        '<w:sym w:char="zz"/><w:sym w:char="D800"/><w:sym w:char="4E00"/></w:r>'
    )
    assert lines(paragraph(content=content)) == ["甲\t乙", "丙", "丁-戊☑•一"]


@pytest.mark.parametrize(
    ("wrapped", "text"),
    [
        ('<w:hyperlink r:id="x">{}</w:hyperlink>', "乙"),
        ("<w:ins>{}</w:ins>", "乙"),
        ("<w:moveTo>{}</w:moveTo>", "乙"),
        ("<w:smartTag>{}</w:smartTag>", "乙"),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "乙"),
        ('<w:fldSimple w:instr="PAGE">{}</w:fldSimple>', "乙"),
        ("<w:del>{}</w:del>", ""),
        ("<w:moveFrom>{}</w:moveFrom>", ""),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase><w:r><w:t>丙</w:t></w:r></w:rubyBase></w:ruby></w:r>", "丙"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:delText>旧</w:delText></w:r>", ""),
        ("<!-- 注 --><?pi 注?>", ""),
    ],
)
def test_what_wraps_text_within_a_paragraph(wrapped, text):
    assert lines(paragraph(content=run("甲") + wrapped.format(run("乙")) + run("丁"))) == [f"甲{text}丁"]


@pytest.mark.parametrize(
    "wrapped",
    ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:ins>{}</w:ins>", "<w:customXml>{}</w:customXml>"],
)
def test_what_wraps_whole_paragraphs(wrapped):
    body = paragraph("甲", 1, 0) + wrapped.format(paragraph("乙", 1, 0)) + paragraph("丙", 1, 0)
    assert lines(body) == ["一、\t甲", "二、\t乙", "三、\t丙"]


def test_paragraph_whose_end_is_deleted_runs_on_into_the_next():
    merged = paragraph("甲", 1).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    assert lines(merged + paragraph("乙", 1, 0) + merged) == ["一、\t甲乙", "甲"]


def test_hidden_text_is_left_out_with_a_note():
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>{run('明')}"
    extracted = read(docx(paragraph(content=hidden)))
    assert extracted.text == "明"
    assert [code for code, _ in extracted.notes] == ["docx-hidden-text"]


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_end_of_a_paragraph_that_is_deleted_or_moved_away(change):
    away = f"<w:p><w:pPr>{{}}<w:rPr><w:{change}/></w:rPr></w:pPr><w:{change}>{run('旧')}</w:{change}></w:p>"
    numbered = away.format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert lines(paragraph("甲", 1, 0) + numbered + paragraph("乙", 1, 0)) == ["一、\t甲", "二、\t乙"]


def hidden(content: str = "", num: int | None = 1, depth: int | None = 0) -> str:
    """Return a paragraph whose mark is hidden."""
    return paragraph(num=num, ilvl=depth, content=content or "<w:r/>").replace(
        "</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>"
    )


def test_paragraph_of_which_nothing_is_seen_has_no_number():
    unseen = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    body = paragraph("甲", 1, 0) + hidden() + hidden(unseen) + paragraph("乙", 1, 0) + hidden()
    assert lines(body) == ["一、\t甲", "二、\t乙"]
    # With its mark in sight, the number is in sight too.
    assert lines(paragraph("甲", 1, 0) + paragraph(num=1, ilvl=0, content=unseen)) == ["一、\t甲", "二、\t"]


def test_heading_with_a_hidden_end_runs_on_into_its_text():
    assert lines(hidden(run("依法行政。")) + paragraph("全年办结。") + paragraph("乙", 1, 0)) == [
        "一、\t依法行政。全年办结。",
        "二、\t乙",
    ]


def test_what_a_style_hides_is_hidden():
    styles = (
        '<w:style w:type="paragraph" w:styleId="form"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="below"><w:basedOn w:val="form"/></w:style>'
        '<w:style w:type="character" w:styleId="dark"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    dark = '<w:r><w:rPr><w:rStyle w:val="dark"/></w:rPr><w:t>暗</w:t></w:r>'
    seen = '<w:r><w:rPr><w:rStyle w:val="dark"/><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
    body = paragraph("窗体顶端", style="below") + paragraph(content=run("甲") + dark + seen)
    extracted = read(docx(body, LISTS, styles))
    assert extracted.text == "甲明"
    assert [code for code, _ in extracted.notes] == ["docx-hidden-text"]


# ---------------------------------------------------------------- marks of notes, powers


def up(text: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{text}</w:t></w:r>'


MARKS = {
    "1": "¹", "12": "¹²", "[1]": "¹", "〔2〕": "²", "（3）": "³", "①": "¹", "注1": "注¹", "1,2": "¹,²",
    "1-3": "¹⁻³", "²": "²", "１": "¹",
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_mark_of_a_note_never_changes_a_figure(mark):
    for before, after in (("受理", "63件"), ("受理63", "件"), ("受理63件", "。")):
        (line,) = lines(paragraph(content=run(before) + up(mark) + run(after)))
        assert line.replace(MARKS[mark], "", 1) == before + after
        assert [(figure.value, figure.unit) for figure in find_quantities(line)] == [(63, "件")]


def test_mark_between_the_digits_of_a_figure_is_told():
    extracted = read(docx(paragraph(content=run("全年受理6") + up("2") + run("3件"))))
    assert extracted.text == "全年受理6²3件"
    ((code, message),) = extracted.notes
    assert code == "doubtful-text"
    assert "(全年受理6²3件)" in message


def test_mark_of_a_note_in_several_runs_and_wrappings():
    link = f'<w:hyperlink w:anchor="n1">{up("1")}</w:hyperlink>'
    assert lines(paragraph(content=run("受理") + up("[") + link + up("]") + run("63件"))) == ["受理¹63件"]
    assert lines(paragraph(content=run("受理") + f"<w:ins>{up('2')}</w:ins>" + run("63件"))) == ["受理²63件"]


def test_marks_of_notes_typed_in_the_line_are_told_by_the_notes_below():
    body = ("受理63①件，办结[2]60件。", "①不含上年的。", "②含撤回的。")
    assert lines("".join(map(paragraph, body))) == ["受理63①件，办结[2]60件。", "①不含上年的。", "②含撤回的。"]
    body = ("受理63①件，办结②60件。", "①不含上年的。", "②含撤回的。")
    assert lines("".join(map(paragraph, body))) == ["受理63件¹，办结²60件。", "¹ 不含上年的。", "² 含撤回的。"]


def test_marks_of_notes_that_word_sets():
    reference = '<w:r><w:{0} w:id="2"/></w:r>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>2</w:t></w:r>'
    for mark in (reference.format("footnoteReference"), reference.format("endnoteReference"), own):
        assert lines(paragraph(content=run("受理") + mark + run("63件"))) == ["受理63件"]
    assert lines(paragraph(content='<w:r><w:t>受理</w:t><w:footnoteReference w:id="2"/><w:t>63件</w:t></w:r>')) == [
        "受理63件"
    ]


def test_mark_of_a_note_that_a_style_or_its_position_raises():
    styles = (
        '<w:style w:type="character" w:styleId="a1"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="a2"><w:basedOn w:val="a1"/></w:style>'
    )
    for properties in ('<w:rStyle w:val="a2"/>', '<w:position w:val="8"/><w:sz w:val="16"/>'):
        raised = f"<w:r><w:rPr>{properties}</w:rPr><w:t>2</w:t></w:r>"
        assert read(docx(paragraph(content=run("受理") + raised + run("63件")), LISTS, styles)).text == "受理²63件"


def test_styles_that_are_based_on_each_other_say_what_they_say_once():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("甲", style="a") + paragraph("乙", style="b") + paragraph("丙", style="a")
    assert read(docx(body, LISTS, styles)).text == "一、\t甲\n二、\t丙"


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("绿地300m", "2", "。", "绿地300m²。"),
        ("绿地300 km ", "2", "", "绿地300 km ²"),
        ("土方40m", "3", "。", "土方40m³。"),
        ("土方40m", "³", "。", "土方40m³。"),
        ("绿地300米", "2", "。", "绿地300米²。"),
        ("加速度2m/s", "2", "。", "加速度2m/s²。"),
        ("约3.5×10", "4", "吨", "约3.5×10⁴吨"),
        ("约3×10", "-2", "克", "约3×10⁻²克"),
        ("约10", "4", "吨", "约10⁴吨"),
        ("面积为", "1", "/2以上", "面积为¹/2以上"),
        ("受理10", "1", "件", "受理10件¹"),
        ("受理110", "2", "件", "受理110件²"),
        ("应用APP", "2", "63个", "应用APP²63个"),
        ("共", "2024", "件", "共2024件"),
        ("品牌", "TM", "两个", "品牌TM两个"),
    ],
)
def test_powers_keep_their_meaning_and_other_raised_words_stay(before, raised, after, text):
    assert lines(paragraph(content=run(before) + up(raised) + run(after))) == [text]


def test_line_that_is_raised_as_a_whole_stays():
    assert lines(paragraph(content=up("6") + up("3"))) == ["63"]
    assert lines(table(row(tc(paragraph(content=up("2"))), tc(paragraph(content=run("35") + up("1")))))) == ["2\t35¹"]


def test_lowered_characters_and_large_ones_moved_up_stay():
    low = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
    moved = '<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="32"/></w:rPr><w:t>6</w:t></w:r>'
    assert lines(paragraph(content=run("减排CO") + low + run("量") + moved + run("3吨"))) == ["减排CO2量63吨"]
    fine = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2.5</w:t></w:r>'
    assert lines(paragraph(content=run("PM") + fine + run("35微克"))) == ["PM2.5\u200235微克"]


def test_formulas_keep_powers_and_fractions_apart():
    text = "<m:r><m:t>{}</m:t></m:r>"
    power = f"<m:sSup><m:e>{text.format('10')}</m:e><m:sup>{text.format('4')}</m:sup></m:sSup>"
    half = f"<m:f><m:num>{text.format('1')}</m:num><m:den>{text.format('2')}</m:den></m:f>"
    content = f"{run('约')}<m:oMath>{power}</m:oMath>{run('吨的')}<m:oMath>{half}</m:oMath>"
    assert lines(paragraph(content=content)) == ["约10⁴吨的1/2"]
    index = f"<m:sSub><m:e>{text.format('x')}</m:e><m:sub>{text.format('2')}</m:sub></m:sSub>"
    assert lines(paragraph(content=f"<m:oMath>{index}</m:oMath>{run('35件')}")) == ["x2\u200235件"]


def test_a_number_that_a_mark_may_part_is_spoken_of():
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    found = read_docx(docx(paragraph(content=run("办结1") + mark + run(",234件"))))
    assert (found.text, [code for code, _ in found.notes]) == ("办结1²,234件", ["doubtful-text"])


LONG = {
    "breaks in a cell": lambda count: (
        f"<w:tbl><w:tr><w:tc>{paragraph(content='<w:r>' + '<w:t>甲</w:t><w:br/>' * count + '</w:r>')}</w:tc>"
        f"<w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    ),
    "marks in a line": lambda count: paragraph(
        content=(run("办结35") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>' + run("件"))
        * count
    ),
    "typed marks in a line": lambda count: paragraph(content=run("受理①35件") * count) + paragraph("①含上年结转"),
}


@pytest.mark.parametrize("case", LONG)
def test_long_lines_take_time_in_proportion(case: str):
    def seconds(count: int) -> float:
        data = docx(LONG[case](count))
        started = time.process_time()
        read_docx(data)
        return time.process_time() - started

    seconds(10)
    assert seconds(16_000) < 8 * seconds(4_000) + 0.3


def test_text_box_follows_its_paragraph_once_and_counts_by_itself():
    content = f"<w:txbxContent>{paragraph('框', 1, 0)}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{content}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph("甲", 1, 0) + paragraph(num=1, ilvl=0, content=run("乙") + shape) + paragraph("丙", 1, 0)
    assert lines(body) == ["一、\t甲", "二、\t乙", "一、\t框", "三、\t丙"]


def test_alternative_with_text_is_read_where_the_first_has_none():
    branches = "<mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback><w:t>甲</w:t></mc:Fallback>"
    shape = f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"
    assert lines(paragraph(content=shape)) == ["甲"]


def test_unresolved_numbering_is_noted_once():
    numbering = definition(1, level(0, "hebrew1", "%1.")) + instance(1, 1)
    extracted = read(docx(paragraph("甲", 1, 0) + paragraph("乙", 8, 0) + paragraph("丙", 1, 0), numbering))
    assert extracted.text.split("\n") == ["1.\t甲", "乙", "2.\t丙"]
    assert [code for code, _ in extracted.notes] == ["numbering-unresolved"]
    assert "numFmt hebrew1, numId 8 level 1" in extracted.notes[0][1]


# ---------------------------------------------------------------- tables


def test_row_is_a_line_and_cells_are_parted_by_tabs():
    body = paragraph("前") + table(row("项目", "数量", "备注"), row("受理", "12", "")) + paragraph("后")
    assert lines(body) == ["前", "项目\t数量\t备注", "受理\t12", "后"]


def test_numbers_run_through_the_cells_in_order():
    cells = row(tc(paragraph("乙", 1, 0)), tc(paragraph("丙", 1, 0)))
    assert lines(paragraph("甲", 1, 0) + table(cells) + paragraph("丁", 1, 0)) == [
        "一、\t甲",
        "二、 乙\t三、 丙",
        "四、\t丁",
    ]


def test_table_of_particulars_gives_label_and_value():
    body = table(
        row("索引号：", "0001/2022-001", "发布机构", "某市司法局"),
        row("成 文 日 期", "2022年1月30日", "", ""),
        row("经办人：", "张某"),
    )
    assert lines(body) == [
        "索引号：0001/2022-001",
        "发布机构：某市司法局",
        "成 文 日 期：2022年1月30日",
        "经办人：张某",
    ]


def test_table_of_figures_with_two_columns_keeps_its_columns():
    assert lines(table(row("行政复议案件", "35件"), row("行政应诉案件", "12件"))) == [
        "行政复议案件\t35件",
        "行政应诉案件\t12件",
    ]


def test_row_of_one_cell_keeps_its_paragraphs_apart():
    content = paragraph("甲", 1, 0) + paragraph("") + paragraph("乙", 1, 1)
    assert lines(table(row(tc(content)))) == ["一、\t甲", "（一）\t乙"]
    assert lines(table(row(tc(content), tc(paragraph(""))))) == ["一、\t甲", "（一）\t乙"]


def test_cells_with_several_paragraphs_stay_in_their_row():
    assert lines(table(row(tc(paragraph("甲") + paragraph("乙")), "丙"))) == ["甲 乙\t丙"]


def test_merged_cells_are_said_once():
    start, rest = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = row(tc(paragraph("案件"), start), "受理") + row(tc(paragraph("案件"), rest), "审结")
    assert lines(table(rows)) == ["案件\t受理", "\t审结"]


def test_cells_merged_side_by_side_and_deleted_cells_and_rows_are_left_out():
    merged = row(tc(paragraph("案件"), '<w:hMerge w:val="restart"/>'), tc(paragraph("案件"), "<w:hMerge/>"), "35件")
    deleted = row("甲", tc(paragraph("旧"), "<w:cellDel/>"), "乙")
    unseen = row("丙", "丁", properties="<w:trPr><w:hidden/></w:trPr>")
    assert lines(table(merged, deleted, unseen)) == ["案件\t\t35件", "甲\t\t乙"]


def test_nested_tables_and_wrapped_rows_are_read():
    nested = table(row(tc(paragraph("外") + table(row("内一", "内二"))), "旁"))
    wrapped = f"<w:sdt><w:sdtContent>{row('甲', '乙')}</w:sdtContent></w:sdt>"
    assert lines(nested + table(wrapped)) == ["外 内一 内二\t旁", "甲\t乙"]


def test_deleted_row_is_left_out():
    assert lines(table(row("旧", "行", properties="<w:trPr><w:del/></w:trPr>"), row("新", "行"))) == ["新\t行"]


# ---------------------------------------------------------------- notes, headers, footers, comments


def test_notes_headers_and_footers_stand_at_the_end_once():
    note = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note += f'<w:footnote w:id="1">{paragraph("脚注", 1, 0)}</w:footnote>'
    section = '<w:sectPr><w:headerReference r:id="rheader1"/><w:headerReference r:id="rheader2"/>{}</w:sectPr>'
    body = paragraph("甲", 1, 0) + paragraph(content=run("乙") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    data = docx(
        body + section.format('<w:footerReference r:id="rfooter1"/>'),
        LISTS,
        footnotes=part("footnotes", note),
        endnotes=part("endnotes", f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>'),
        header1=part("hdr", paragraph("页眉")),
        header2=part("hdr", paragraph("页眉")),
        header3=part("hdr", paragraph("没有用到")),
        footer1=part("ftr", paragraph("- 1 -")),
        comments=part("comments", f'<w:comment w:id="1">{paragraph("批注")}</w:comment>'),
    )
    extracted = read(data)
    assert extracted.furniture_start is not None
    assert extracted.text[: extracted.furniture_start].split("\n") == ["一、\t甲", "乙", ""]
    assert extracted.text[extracted.furniture_start :].split("\n") == ["一、\t脚注", "尾注", "页眉", "- 1 -"]
    assert [code for code, _ in extracted.notes] == ["docx-comments"]


# ---------------------------------------------------------------- packages as they come


def test_part_names_do_not_tell_case_and_the_main_part_may_have_any_name():
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(docx(paragraph("甲", 1, 0), LISTS))) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.namelist():
            content = old.read(item).replace(b'Target="word/document.xml"', b'Target="/Word/Main.xml"')
            name = {"word/document.xml": "word/main.xml", "word/_rels/document.xml.rels": "word/_rels/main.xml.rels"}
            new.writestr(name.get(item, item), content)
    assert read(stream.getvalue()).text == "一、\t甲"


def test_relation_to_a_part_that_is_missing_is_passed_over():
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(docx(paragraph("甲", 1, 0), LISTS))) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.namelist():
            if item != "word/numbering.xml":
                new.writestr(item, old.read(item))
    extracted = read(stream.getvalue())
    assert extracted.text == "甲"
    assert [code for code, _ in extracted.notes] == ["numbering-unresolved"]


def test_strict_documents_are_read():
    strict = part("document", f"<w:body>{paragraph('甲')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(package(strict)).text == "甲"


def test_pictures_are_not_unpacked():
    stream = BytesIO(docx(paragraph("甲")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/media/image1.png", b"\x00" * 1000)
    data = stream.getvalue().replace(b"\x00" * 1000, b"\x01" * 1000)
    assert read(data).text == "甲"


# ---------------------------------------------------------------- what is refused


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(ReadError) as caught:
        read_docx(data, name="报告.docx", limits=Limits(**limits))
    message = str(caught.value)
    assert message.startswith("报告.docx: ")
    assert "\n" not in message
    assert len(message) < 300
    return message


def test_damaged_files_are_refused_wherever_they_are_cut():
    data = docx(paragraph("甲" * 50, 1, 0), LISTS, style("Normal"))
    for length in (0, 1, 3, 30, 100, len(data) // 2, len(data) - 30, len(data) - 1):
        refused(data[:length])


def test_any_byte_may_be_wrong():
    data = docx(paragraph("甲" * 50, 1, 0), LISTS)
    for position in range(0, len(data), 7):
        changed = data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]
        with suppress(ReadError):
            read(changed)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a zip at all", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word format"),
        (package("<w:document"), "no readable XML"),
        (package("<html/>"), "not a Word document"),
        (docx("<w:p/>"), "holds no text"),
        (docx(paragraph(content="<w:r><w:drawing/></w:r>")), "holds no text"),
    ],
)
def test_reason_is_said(data, words):
    assert words in refused(data)


def test_encrypted_archive_is_refused():
    data = bytearray(docx(paragraph("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(signature)
        while position >= 0:
            data[position + offset] |= 1
            position = data.find(signature, position + 1)
    assert "encrypted" in refused(bytes(data))


def test_limits_on_size():
    data = docx(paragraph("甲" * 1000))
    assert "max_bytes" in refused(data, max_bytes=100)
    assert "max_characters" in refused(data, max_characters=999)
    assert "max_unpacked_bytes" in refused(data, max_unpacked_bytes=2000)
    assert read(data, max_characters=1001).text == "甲" * 1000


def bomb(size: int, declared: int | None = None) -> bytes:
    """Return a .docx whose main part unpacks to `size` bytes and says it has `declared`."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as entry:
        for _ in range(size // 2**20):
            entry.write(b" " * 2**20)
    data = stream.getvalue()
    if declared is None:
        return data
    return data.replace(size.to_bytes(4, "little"), declared.to_bytes(4, "little"))


@pytest.mark.parametrize("declared", [None, 1000])
def test_zip_bomb_is_refused_without_unpacking_it(declared):
    data = bomb(512 * 2**20, declared)
    assert len(data) < 2**20
    tracemalloc.start()
    refused(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 * 2**20


def test_entities_are_refused_before_they_expand():
    laughs = "".join(f'<!ENTITY a{depth + 1} "{f"&a{depth};" * 10}">' for depth in range(9))
    declaration = f'<!DOCTYPE x [<!ENTITY a0 "哈哈哈哈">{laughs}]>'
    document = part("document", f"<w:body>{paragraph('&a9;')}</w:body>").replace(
        "<w:document", declaration + "<w:document"
    )
    assert "document type declaration" in refused(package(document))
    utf16 = document.replace("UTF-8", "UTF-16").encode("utf-16")
    assert "document type declaration" in refused(package(utf16))


def test_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    declaration = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    document = part("document", f"<w:body>{paragraph('&a;')}</w:body>").replace(
        "<w:document", declaration + "<w:document"
    )
    refused(package(document))


def test_nesting_is_bounded():
    def nested(depth: int) -> bytes:
        return docx("<w:sdt><w:sdtContent>" * depth + paragraph("甲") + "</w:sdtContent></w:sdt>" * depth)

    assert read(nested(100)).text == "甲"
    assert "no readable XML" in refused(nested(5000))
    tables = "<w:tbl><w:tr><w:tc>" * 75 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 75
    assert read(docx(tables)).text == "甲"


@pytest.mark.parametrize("body", ["<w:p/>" * 1001, "<w:p " + " ".join(f"a{place}=''" for place in range(1001)) + "/>"])
def test_more_markup_than_memory_holds_is_refused(monkeypatch, body):
    monkeypatch.setattr(word_package, "MAX_MARKUP", 1000)
    assert "tags" in refused(docx(body))


def test_labels_cannot_blow_up_the_text():
    numbering = definition(1, level(0, "decimal", "长" * 100_000)) + instance(1, 1)
    extracted = read(docx(paragraph("甲", 1, 0) * 20, numbering))
    assert len(extracted.text) < 20 * 300
    assert "max_characters" in refused(docx(paragraph("甲", 1, 0) * 20, numbering), max_characters=2000)


def test_format_is_recognised_by_the_sniffer():
    assert sniff_format(docx(paragraph("甲"))) == "docx"


def test_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "docx.oxml", None)
    with pytest.raises(MissingExtraError, match=r"lawreport-parser\[docx\]"):
        read(docx(paragraph("甲")))


def test_reader_does_not_import_python_docx_until_it_is_used():
    code = "import sys, lawreport_parser.readers.word.document; assert not {'docx', 'lxml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
