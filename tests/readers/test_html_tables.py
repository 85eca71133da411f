"""Tables of web pages: rows of metadata, of data, and of layout."""

from __future__ import annotations

import pytest

from lawreport_parser import parse_bytes
from lawreport_parser.readers.html.page import read_html

pytest.importorskip("lxml", reason="needs the extra 'html'")


def table(*rows: str, cell: str = "td") -> str:
    """Rows whose cells are parted by bars; a stroke breaks the line of a cell."""
    cells = [
        "".join(f"<{cell}>{each.strip().replace('/', '<br>')}</{cell}>" for each in row.split("|")) for row in rows
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def lines_of(body: str) -> list[str]:
    return read_html(f"<html><body>{body}</body></html>".encode()).text.split("\n")


HEADS = [
    "序号|文件名称|文号|备注",
    "文件名称|文号|发布日期",
    "序号|文号|件数",
    "文号|件数|备注",
    "名称|数量",
    "发布机构|文号",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_names_of_columns_are_no_metadata(head: str) -> None:
    data = "|".join(["甲乙"] * (head.count("|") + 1))
    assert lines_of(table(head, data, data))[0] == head.replace("|", "\t")


def test_a_row_of_header_cells_names_columns() -> None:
    assert lines_of(table("文号|件数", cell="th"))[0] == "文号\t件数"


def test_the_names_of_columns_give_no_header() -> None:
    rows = table("文件名称|文号|备注", "清理办法|石政发〔2024〕8号|有效", "管理办法|石政发〔2024〕9号|有效")
    report = parse_bytes(f"<html><p>一、成效</p><p>清理文件如下。</p>{rows}<p>二、问题</p>".encode())
    assert (report.header.title, report.header.document_number) == (None, None)


PAIRS = {
    "索引号|01-2|主题分类|公安": "索引号: 01-2 主题分类: 公安",
    "文号||发布日期|2024-01-02": "文号: 发布日期: 2024-01-02",
    "标题|石湾县年报|": "标题: 石湾县年报",
    "序号：|3|文号：|石政发〔2024〕8号": "序号：3 文号：石政发〔2024〕8号",
    "文号：|件数|备注：": "文号：件数 备注：",
}


def test_rows_of_pairs_are_metadata() -> None:
    assert {row: lines_of(table(row))[0] for row in PAIRS} == PAIRS
    assert lines_of(table("文号|石政发〔2024〕8号", "索引号|01-2", "发布日期|2024-01-02")) == [
        "文号: 石政发〔2024〕8号",
        "索引号: 01-2",
        "发布日期: 2024-01-02",
    ]


def test_a_cell_of_two_lines_does_not_tear_its_row() -> None:
    assert lines_of(table("事项|件数", "行政处罚/案件|63/件", "复议|12/34")) == [
        "事项\t件数",
        "行政处罚 案件\t63 件",
        "复议\t12\u200234",
    ]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["侧栏/侧边", "甲|乙"], ["侧栏", "侧边", "甲\t乙"]),
        (["一、成效/学法八次|侧", "二|三"], ["一、成效", "学法八次", "侧", "二\t三"]),
        (
            ["做法|县政府常务会议学法八次，研究议题四十个。/公开。", "问题|少"],
            ["做法", "县政府常务会议学法八次，研究议题四十个。", "公开。", "问题\t少"],
        ),
    ],
)
def test_cells_that_lay_out_text_give_their_lines(rows: list[str], lines: list[str]) -> None:
    assert lines_of(table(*rows)) == lines


def test_a_table_in_a_cell_is_a_table() -> None:
    inner = table("事项|件数", "行政/复议|12")
    assert lines_of(f"<table><tr><td>{inner}</td><td>侧</td></tr></table>") == ["事项\t件数", "行政 复议\t12", "侧"]


def test_terms_that_are_labels_stand_before_their_values() -> None:
    listed = "<dl><dt>文号：<dd>石政发〔2024〕8号<dt>来源<dd>石湾县司法局<dt>学法<dd>八次<dt>文号：<dd>甲<p>乙</dl>"
    assert lines_of(listed) == ["文号：石政发〔2024〕8号", "来源: 石湾县司法局", "学法", "八次", "文号：", "甲", "乙"]
