"""PDF: paragraphs, furniture of the pages, reading order, and files that hold no text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from office import converted, needs_office
from word_files import docx
from word_files import paragraph as word_paragraph

from lawreport_parser.errors import MissingExtraError, ReadError
from lawreport_parser.readers.content import Limits
from lawreport_parser.readers.pdf.document import read_pdf

pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")
pytest.importorskip("reportlab", reason="needs reportlab to make the files")

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

registerFont(UnicodeCIDFont("STSong-Light"))

WIDTH, HEIGHT, LEFT, EM, LEADING = 595, 842, 80, 16, 28
COLUMNS = 27
HAN_DIGITS = "〇一二三四五六七八九"

TITLE = "临江县人民政府关于2023年度法治政府建设情况的报告"
PREAMBLE = (
    "2023年，我县坚持以习近平法治思想为指导，深入贯彻党的二十大精神，认真落实中央和省、市决策部署，"
    "扎实推进法治政府建设各项工作。法治建设满意度为94.1%，列全市第一。现将有关情况报告如下："
)
BODY = (
    PREAMBLE,
    "一、主要举措和成效",
    "（一）坚持党的领导，压实法治建设责任，推动《法治政府建设实施纲要（2021—2025年）》落到实处",
    "一是压实责任。县政府常务会议学法9次，研究议题101个，印发文件23件。二是强化督察，发现问题17个，全部整改到位。",
    "1.规范决策。审查规范性文件23件。",
    "（1）严格审查。",
    "二、存在的问题",
    "执法队伍力量不足，普法方式单一，基层法治机构不健全，行政复议案件办理质量有待进一步提高，一些干部依法办事的能力还不强。",
    "三、下一年度工作安排",
    "（一）加强学习",
    "（二）严格执法。2024年，我县将开展专项检查，健全行政裁量权基准制度，落实行政执法三项制度，促进严格规范公正文明执法。",
)
SIGNATURE = ("临江县人民政府", "2024年1月26日")


def canvas_of(**options: Any) -> tuple[Any, BytesIO]:
    out = BytesIO()
    return Canvas(out, pagesize=(WIDTH, HEIGHT), **options), out


def width_of(text: str) -> float:
    """The width of a text in em."""
    return float(stringWidth(text, "STSong-Light", 1))


def wrapped(paragraphs: Sequence[str], indent: int = 2) -> list[tuple[float, str]]:
    """Wrap paragraphs as a word processor does: (indentation in em, row)."""
    rows: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        start, room = indent, COLUMNS - indent
        rest = paragraph
        while rest:
            width, cut = 0.0, 0
            while cut < len(rest) and width + width_of(rest[cut]) <= room:
                width += width_of(rest[cut])
                cut += 1
            # No row begins with closing punctuation: it hangs in the margin.
            while cut < len(rest) and rest[cut] in "，。；：、）》”":
                cut += 1
            # Nor is a row one sign alone: pdfium loses it where the machine has no font for it.
            cut -= cut == len(rest) - 1 and cut > 1
            rows.append((start, rest[:cut]))
            rest, start, room = rest[cut:], 0, COLUMNS
    return rows


def pdf_of(
    rows: Sequence[tuple[float, str]],
    rows_on_page: int = 12,
    head: Callable[[int], str] = lambda page: "",
    foot: Callable[[int], str] = lambda page: "",
    **options: Any,
) -> bytes:
    """Set rows on pages. Heads and feet are drawn first, as word processors do."""
    canvas, out = canvas_of(**options)
    pages = [rows[start : start + rows_on_page] for start in range(0, len(rows), rows_on_page)]
    for number, page in enumerate(pages, 1):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(LEFT, HEIGHT - 40, head(number))
        canvas.drawCentredString(WIDTH / 2, 40, foot(number))
        canvas.setFont("STSong-Light", EM)
        for index, (indent, text) in enumerate(page):
            canvas.drawString(LEFT + indent * EM, HEIGHT - 110 - index * LEADING, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def centred(text: str) -> tuple[float, str]:
    return (COLUMNS - width_of(text)) / 2, text


REPORT_ROWS = [centred(TITLE[:7]), centred(TITLE[7:]), *wrapped(BODY), (17, SIGNATURE[0]), (18, SIGNATURE[1])]
REPORT_LINES = [TITLE, *BODY, *SIGNATURE]


def body_lines(data: bytes) -> list[str]:
    found = read_pdf(data)
    return found.text[: found.furniture_start].rstrip("\n").split("\n")


def test_wrapped_rows_become_the_paragraphs_they_were():
    found = read_pdf(pdf_of(REPORT_ROWS))
    assert found.text.split("\n") == REPORT_LINES
    assert (found.format, found.encoding, found.furniture_start, list(found.notes)) == ("pdf", None, None, [])


def test_a_paragraph_runs_on_over_the_end_of_a_page():
    for rows_on_page in (3, 5, 7):
        assert body_lines(pdf_of(REPORT_ROWS, rows_on_page)) == REPORT_LINES


@pytest.mark.parametrize(
    "foot",
    [
        "— {} —",
        "- {} -",
        "-{}-",
        "第{}页",
        "第 {} 页 共 9 页",
        "{}/9",
        "{} / 9",
        "{}",
        "Page {} of 9",
        "－ {} －",
        "— 第{}页 —",
    ],
)
def test_page_numbers_are_set_apart_at_the_end(foot: str):
    found = read_pdf(pdf_of(REPORT_ROWS, foot=lambda page: foot.format(page)))
    assert found.text.split("\n") == [*REPORT_LINES, foot.format(1), foot.format(2)]
    assert found.furniture_start is not None
    assert found.text[found.furniture_start :] == "\n".join([foot.format(1), foot.format(2)])


def test_page_numbers_in_han_are_set_apart():
    found = read_pdf(pdf_of(REPORT_ROWS, foot=lambda page: f"第{HAN_DIGITS[page]}页"))
    assert found.text.split("\n") == [*REPORT_LINES, "第一页", "第二页"]


def test_what_follows_a_title_that_fills_its_row_is_another_line():
    title = "临江县人民政府关于二〇二三年度法治政府建设情况的报告"
    assert COLUMNS - 3 < width_of(title) < COLUMNS
    rows = [centred(title), (0, "省人民政府："), *wrapped(BODY)]
    assert body_lines(pdf_of(rows)) == [title, "省人民政府：", *BODY]
    assert body_lines(pdf_of([centred(title[:-4]), centred(title[-4:]), *rows[1:]]))[:2] == [title, "省人民政府："]


def test_a_row_that_ends_like_a_title_in_a_paragraph_is_none():
    row = "2023年，我县扎实推进法治建设。现将我县工作情况"
    assert body_lines(pdf_of([(2, row), (0, "报告如下。"), (2, "一、成效")])) == [row + "报告如下。", "一、成效"]


def test_a_gap_set_by_the_word_processor_is_no_space_and_a_typed_space_is():
    canvas, out = canvas_of()
    canvas.setFont("STSong-Light", EM)
    for x, text in ((0, "关于"), (2.25, "2023"), (4.5, "年的报告"), (9.5, "PPP"), (11.3, "and"), (13.3, "条")):
        canvas.drawString(LEFT + x * EM, 700, text)
    canvas.drawString(LEFT, 650, "关于 2023 年")
    canvas.save()
    first, second = read_pdf(out.getvalue()).text.split("\n")
    assert first.startswith("关于2023年的报告")
    assert "PPP and" in first
    assert second == "关于 2023 年"


@needs_office
def test_a_file_of_a_word_processor_has_no_spaces_between_han_and_digits(tmp_path: Path):
    lines = [TITLE, "省人民政府：", *BODY]
    data = converted(docx("".join(map(word_paragraph, lines))), tmp_path, "pdf")
    assert "".join(read_pdf(data).text.split("\n")) == "".join(lines)


def test_running_heads_are_set_apart_once_though_the_title_is_the_same():
    found = read_pdf(pdf_of(REPORT_ROWS, 4, head=lambda page: TITLE, foot=lambda page: "临江县人民政府办公室"))
    assert body_lines(pdf_of(REPORT_ROWS, 4, head=lambda page: TITLE)) == REPORT_LINES
    assert found.text.split("\n") == [*REPORT_LINES, TITLE, "临江县人民政府办公室"]


def test_heads_of_odd_and_even_pages_differ():
    data = pdf_of(REPORT_ROWS, 4, head=lambda page: "临江年鉴" if page % 2 else "法治政府建设")
    assert read_pdf(data).text.split("\n") == [*REPORT_LINES, "临江年鉴", "法治政府建设"]


def test_a_number_of_the_text_at_the_end_of_a_page_is_no_page_number():
    assert read_pdf(pdf_of([(0, "共计"), (0, "2023")])).text == "共计\n2023"


def test_paragraphs_without_indentation_end_with_a_sentence_or_before_a_marker():
    full = "一二三四五六七八九十" * 3
    rows = [(0, full[:26] + "。"), (0, full[:27]), (0, full[:20] + "。"), (0, full[1:27] + "理"), (0, "（二）加强学习")]
    assert read_pdf(pdf_of(rows)).text.split("\n") == [
        full[:26] + "。",
        full[:27] + full[:20] + "。",
        full[1:27] + "理",
        "（二）加强学习",
    ]


def test_what_starts_a_marker_is_for_the_caller_to_say():
    rows = [(0, "甲" * 27), (0, "※条目")]
    assert read_pdf(pdf_of(rows)).text == "甲" * 27 + "※条目"
    assert read_pdf(pdf_of(rows), starts_marker=lambda row: row.startswith("※")).text == "甲" * 27 + "\n※条目"


def test_a_marker_at_the_break_of_a_clause_is_no_new_paragraph():
    text = "深入贯彻落实国务院印发的《全面推进依法行政实施纲要》和第"
    rows = wrapped([PREAMBLE, text + "一、二产业发展规划的各项要求，" * 3])
    assert read_pdf(pdf_of(rows)).text.split("\n") == [PREAMBLE, text + "一、二产业发展规划的各项要求，" * 3]


def test_rows_are_read_from_the_top_whatever_their_order_in_the_file():
    canvas, out = canvas_of()
    canvas.setFont("STSong-Light", EM)
    for number in (3, 1, 4, 2):
        canvas.drawString(LEFT, HEIGHT - 100 - number * LEADING, f"第{number}行")
    canvas.drawString(LEFT + 200, HEIGHT - 100 - LEADING, "右边")
    canvas.save()
    assert read_pdf(out.getvalue()).text.split("\n") == ["第1行 右边", "第2行", "第3行", "第4行"]


def two_columns():
    """Return a page of two columns below a title that crosses them, not saved yet."""
    canvas, out = canvas_of()
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(150, HEIGHT - 80, "跨越两栏的标题写在上面横贯左右")
    for number in range(10):
        canvas.drawString(60, HEIGHT - 120 - number * 20, HAN_DIGITS[number] + "左" * 17)
        canvas.drawString(310, HEIGHT - 120 - number * 20, HAN_DIGITS[number] + "右" * 17)
    return canvas, out


def test_two_columns_are_read_one_after_the_other_and_a_table_row_by_row():
    canvas, out = two_columns()
    canvas.save()
    text = read_pdf(out.getvalue()).text.replace("\n", "")
    columns = "".join(digit + side * 17 for side in "左右" for digit in HAN_DIGITS)
    assert text == "跨越两栏的标题写在上面横贯左右" + columns
    canvas, out = canvas_of()
    canvas.setFont("STSong-Light", 12)
    for number in range(10):
        canvas.drawString(60, HEIGHT - 120 - number * 20, f"案件{number}" + "类" * (number % 4))
        canvas.drawString(310, HEIGHT - 120 - number * 20, f"{number}件")
    canvas.save()
    assert read_pdf(out.getvalue()).text.split("\n")[:2] == ["案件0 0件", "案件1类 1件"]


def test_what_is_stamped_over_a_title_across_two_columns_is_told_once():
    canvas, out = two_columns()
    canvas.drawString(160, HEIGHT - 80, "印章盖在横贯左右两栏的标题之上")
    canvas.save()
    text = read_pdf(out.getvalue()).text
    assert text.count("跨越") == text.count("印章") == 1


def test_full_width_spaces_are_kept_and_latin_words_stay_apart():
    rows = [(0, "　　一、法治政府建设"), *wrapped(["甲" * 24 + "annual", "report"], 0)]
    assert read_pdf(pdf_of(rows)).text.split("\n")[0] == "　　一、法治政府建设"
    assert read_pdf(pdf_of([(0, "甲" * 25 + "legal"), (0, "affairs")])).text == "甲" * 25 + "legal affairs"


@pytest.mark.parametrize("spread", [1, 3, 5, 7])
def test_characters_spread_to_fill_a_row_get_no_spaces_between(spread: int):
    canvas, out = canvas_of()
    canvas.setFont("STSong-Light", EM)
    canvas.drawString(LEFT, 700, "一、法治政府建设12件", charSpace=spread)
    canvas.save()
    assert read_pdf(out.getvalue()).text.startswith("一、法治政府建设")


def test_radicals_are_read_as_the_characters_they_look_like():
    from lawreport_parser.readers.pdf.document import _mend_characters

    notes: list[tuple[str, str]] = []
    assert _mend_characters("⼀、⻓效机制，⽴⾜⺠⽣", notes) == "一、长效机制，立足民生"
    assert [code for code, _ in notes] == ["radicals-replaced"]


def picture_pdf(pages: int, text: str = "") -> bytes:
    pytest.importorskip("PIL", reason="needs Pillow to make a picture")
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas, out = canvas_of()
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 50, 50, 400, 600)
        canvas.showPage()
    if text:
        canvas.setFont("STSong-Light", EM)
        canvas.drawString(LEFT, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_scanned_file_is_refused_with_the_reason():
    with pytest.raises(ReadError, match=r"a\.pdf: a scanned PDF: its 2 pages are pictures"):
        read_pdf(picture_pdf(2), name="a.pdf")


def test_scanned_pages_among_others_are_noted():
    found = read_pdf(picture_pdf(2, "一、正文"))
    assert found.text == "一、正文"
    assert [code for code, _ in found.notes] == ["pages-without-text"]
    assert "2 of 3 pages" in found.notes[0][1]


def test_an_encrypted_file_is_refused():
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf_of(REPORT_ROWS, encrypt=StandardEncryption("secret", "owner"))
    with pytest.raises(ReadError, match="encrypted"):
        read_pdf(data)


def test_a_file_locked_against_changes_only_is_read():
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf_of(REPORT_ROWS, encrypt=StandardEncryption("", "owner", canModify=0))
    assert read_pdf(data).text.split("\n") == REPORT_LINES


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4\n", b"%PDF-1.4\n" + b"\x00\xff" * 5000, b"not a pdf", "一、正文".encode()]
)
def test_what_is_no_pdf_is_refused(data: bytes):
    with pytest.raises(ReadError, match=r"empty|damaged"):
        read_pdf(data, name="x.pdf")


def test_every_truncation_is_an_error_or_noted():
    data = pdf_of(REPORT_ROWS)
    for length in range(10, len(data) - 20, 397):
        try:
            found = read_pdf(data[:length])
        except ReadError:
            continue
        assert "text-truncated" in [code for code, _ in found.notes]


def test_damaged_bytes_raise_nothing_else():
    data = bytearray(pdf_of(REPORT_ROWS))
    for start in range(20, len(data) - 10, 311):
        spoilt = data.copy()
        spoilt[start : start + 5] = b"\x00\xff(<>"
        try:
            read_pdf(bytes(spoilt))
        except ReadError:
            continue


def test_limits_are_kept():
    data = pdf_of(REPORT_ROWS)
    for limits, said in (
        (Limits(max_bytes=100), "max_bytes"),
        (Limits(max_pages=1), "max_pages"),
        (Limits(max_characters=100), "max_characters"),
    ):
        with pytest.raises(ReadError, match=said):
            read_pdf(data, limits=limits)


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"lawreport-parser\[pdf\]"):
        read_pdf(b"%PDF-1.4 %%EOF")
