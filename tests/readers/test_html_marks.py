"""Marks of notes on a web page never change a figure; powers and units keep theirs."""

from __future__ import annotations

import pytest

from lawreport_parser.numbers import find_quantities
from lawreport_parser.readers.content import Extracted
from lawreport_parser.readers.html.page import read_html

pytest.importorskip("lxml", reason="needs the extra 'html'")


def read(body: str) -> Extracted:
    return read_html(f"<html><body>{body}</body></html>".encode())


def line(text: str) -> str:
    return read(f"<p>{text}</p>").text


MARKED = {
    "受理<sup>2</sup>63件": "受理²63件",
    "受理<sup>[2]</sup>63件": "受理²63件",
    "受理<sup>②</sup>63件": "受理²63件",
    "受理<SUP><A href='#fn2'>2</A></SUP>63件": "受理²63件",
    "受理<a href='#fn2'>2</a>63件": "受理²63件",
    "受理<a href='#_ftn2' name='_ftnref2'><span class=MsoFootnoteReference>[2]</span></a>63件": "受理²63件",
    "受理<a href='#12'>[12]</a>63件": "受理¹²63件",
    "受理<span class='footnote-ref'>2</span>63件": "受理²63件",
    "受理<span style='vertical-align: super'>2</span>63件": "受理²63件",
    "受理<span class=sup><b>2</b></span>63件": "受理²63件",
    "受理<sup><b>[</b>2<i>]</i></sup>63件": "受理²63件",
    "办结35<sup>1</sup>件": "办结35件¹",
    "办结35<sup>①</sup>件": "办结35件¹",
    "办结10<a href='#fn2'>2</a>件": "办结10件²",
    "人口176.48<sup>1</sup>万人": "人口176.48万人¹",
    "占95.5<sup>1，3</sup>%": "占95.5%¹,³",
    "2023<sup>1</sup>年12月3日": "2023年12月3日¹",
    "占地63m<sup>2</sup>": "占地63m²",
    "占地6.3km<sup>2</sup>，高3<sub>2</sub>": "占地6.3km²，高3\u20022",
    "约10<sup>4</sup>件": "约10⁴件",
    "约3.6×10<sup>4</sup>吨": "约3.6×10⁴吨",
    "每公顷12hm<sup>-2</sup>": "每公顷12hm⁻²",
    "PM<sub>2.5</sub>35微克": "PM2.5\u200235微克",
    "CO<sub>2</sub>排放": "CO2排放",
    "受理<small>2</small>634件": "受理2\u2002634件",
    "减排CO<sub>2</sub>634吨": "减排CO2\u2002634吨",
    "受理<span style='position:relative;top:-4pt;mso-text-raise:4.0pt'>2</span>63件": "受理²63件",
    "办结<span style='position:relative;top:-.5pt;mso-text-raise:.5pt'>63</span>件": "办结63件",
    "受理<span style='font-size:8pt;position:relative; top:-5px'>2</span>63件": "受理²63件",
    "办结35<span style='position:relative;top:-.4em'>1</span>件": "办结35件¹",
    "办结<span style='position:relative;top:-1px'>63</span>件": "办结63件",
    "办结35<sup>1 2</sup>件": "办结35件¹,²",
    "约1.5×10<sup>12</sup>吨": "约1.5×10¹²吨",
    "受理<font style='vertical-align:30%'>2</font>63件": "受理²63件",
    "受理<a role=doc-noteref href='n.html'>2</a>63件": "受理²63件",
    "受理<sup>&lt;2></sup>63件": "受理²63件",
    "办结35<sup>1</sup><sup>,2</sup>件": "办结35件¹,²",
    "办结35<sup>*</sup>件": "办结35件*",
    "办结<sup>63件</sup>": "办结63件",
    "第2<sup>nd</sup>期": "第2nd期",
    "共<a href='#'>63</a>件": "共63件",
    "共<a href='list.html'>63</a>件": "共63件",
    "共<sup></sup>63件": "共63件",
}


def test_raised_text_is_written_in_raised_digits_behind_the_figure() -> None:
    assert {text: line(text) for text in MARKED} == MARKED


@pytest.mark.parametrize("form", ["<sup>{}</sup>", "<sup>[{}]</sup>", "<a href='#note{}'>{}</a>", "<sup>（{}）</sup>"])
@pytest.mark.parametrize("figure", ["63件", "176.48万人", "95.5%", "12个百分点", "1,234起"])
def test_a_mark_before_inside_or_behind_changes_no_figure(form: str, figure: str) -> None:
    number = figure.rstrip("件万人%个百分点起")
    mark = form.format(2, 2)
    true = find_quantities(f"全年{figure}")[0]
    for text in (f"全年{mark}{figure}", f"全年{number}{mark}{figure[len(number) :]}", f"全年{figure}{mark}。"):
        (found,) = find_quantities(line(text))
        assert (found.value, found.unit) == (true.value, true.unit), text


def test_the_whole_text_of_a_page_keeps_marks_apart_too() -> None:
    body = "<p>办结35<sup>1</sup>件，受理<a href='#fn2'>2</a>63件。</p>"
    lost = "<form><a href='/'><div>青川市年报</div><div>一、主要举措</div></a></form>"
    found = read(lost + body)
    assert "办结35件¹，受理²63件。" in found.text.split("\n")
    deep = "<div>" * 3_000 + "<p>办结35<sup>1</sup>件，受理<sup>2</sup>63件。"
    assert "办结35件¹，受理²63件。" in read(deep).text
    assert "办结35件¹" in read("<div>" * 3_000 + "<p>办结35<sup class=a><b>[1]</b></sup>件。").text
    held = read(
        f"<textarea><p>一、成效</p>{body.replace('<a href=', '<sup title=').replace('</a>', '</sup>')}</textarea>"
    )
    assert held.text.split("\n") == ["一、成效", "办结35件¹，受理²63件。"]


def test_a_mark_loses_no_line_for_the_witness() -> None:
    found = read("<p>一、成效</p><p>（一）办结35<sup>1</sup>件，占地63m<sup>2</sup>，受理<sup>[2]</sup>63件。</p>")
    assert (found.text.split("\n")[1], found.notes) == ("（一）办结35件¹，占地63m²，受理²63件。", [])


def test_cells_keep_their_marks() -> None:
    rows = "<tr><td>复议<sup>1</sup></td><td>35<sup>2</sup>件</td></tr><tr><td>应诉</td><td>6</td></tr>"
    found = read(f"<table>{rows}</table>")
    assert (found.text, found.notes) == ("复议¹\t35件²\n应诉\t6", [])


@pytest.mark.parametrize("text", ["受理<small>2</small>634件", "减排CO<sub>2</sub>634吨", "12<sub>2</sub>634件"])
def test_lowered_and_small_digits_are_no_thousands_of_the_figure_beside_them(text: str) -> None:
    assert [found.value for found in find_quantities(line(text))][-1] == 634


def test_digits_on_both_sides_of_a_mark_are_not_joined_and_spoken_of() -> None:
    found = read("<p>一、办结3<sup>2</sup>25件</p>")
    assert found.text == "一、办结3²25件"
    assert [code for code, _ in found.notes] == ["doubtful-text"]


def test_a_list_of_notes_is_no_outline() -> None:
    notes = "<ol class=footnotes><li id=fn1>统计部门提供。 <a href='#ref1'>↩︎</a></li><li>年末数。</li></ol>"
    assert line("一、成效") + "\n" + read(notes).text == "一、成效\n¹ 统计部门提供。\n² 年末数。"
    assert read("<ol class=references><li id=cite_note-1>统计部门提供。</li></ol>").text == "¹ 统计部门提供。"
    assert read("<ol><li id=footnote-7>统计部门提供。</li></ol>").text == "¹ 统计部门提供。"


NOTES = ("<hr><p>①含上年结转。</p>", "<p>②含补考。</p>")


def test_marks_that_stand_in_the_text_are_those_of_the_notes_below() -> None:
    body = "<p>一、成效</p><p>①清理文件②件。</p><p>办结48①件，培训②657人。</p>"
    assert read(body.replace("②件", "两件") + "".join(NOTES)).text.split("\n")[1:] == [
        "①清理文件两件。",
        "办结48件¹，培训²657人。",
        "¹ 含上年结转。",
        "² 含补考。",
    ]
    bracketed = read("<p>办结48[1]件，培训[2]657人。</p><p>[1] 含上年结转。</p><p>[2] 含补考。</p>").text
    assert bracketed == "办结48件¹，培训²657人。\n¹ 含上年结转。\n² 含补考。"


@pytest.mark.parametrize(
    "lines",
    [
        ["一、成效", "①清理文件3件。", "②修改文件2件。"],
        ["一、主要有：①清理；②修改文件2件。", "①清理文件3件。", "②修改文件2件。"],
        ["办结48①件。", "①含上年结转。", "②含补考。"],
        ["办结案①件多，审理②件少。", "①含上年结转。", "②含补考。"],
        ["办结48②件，审理①3件。", "②含上年结转。", "①含补考。"],
    ],
)
def test_an_outline_keeps_its_circled_numbers(lines: list[str]) -> None:
    assert read("".join(f"<p>{each}</p>" for each in lines)).text.split("\n") == lines
