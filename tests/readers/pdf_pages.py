"""Nineteen PDFs set in ways the reader has to take apart, each with its true text; the words are those of `pages/`.

Rows are set by hand, as a word processor sets them: no closing punctuation begins a row, figures stay whole
unless said, marks of notes are small and raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas
from true_text import Truth, page_truths

FONT = "STSong-Light"
WIDTH, HEIGHT = 595, 842
_CLOSING = "，。；：、）》”！？%"
_UNIT = re.compile(r"⟦\d⟧|[0-9A-Za-z.,%]+|.")
registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True)
class Setting:
    """How paragraphs are set: size and leading in points, indentation in em."""

    size: float = 12
    leading: float = 20
    indent: float = 2
    justified: bool = False
    figures_whole: bool = True
    #: What share of the width the signs of a row fill before they are spread.
    filled: float = 1


@dataclass(frozen=True)
class Column:
    """A column of a page: its left edge, top and bottom, and its width, in points from the lower left corner."""

    left: float
    top: float
    bottom: float
    width: float


@dataclass(frozen=True)
class Row:
    units: tuple[str, ...]
    indent: float
    last: bool


def _width(unit: str, size: float) -> float:
    if unit.startswith("⟦"):
        return float(stringWidth(unit[1:-1], FONT, size * 0.6))
    return float(stringWidth(unit, FONT, size))


def _rows(paragraph: str, width: float, setting: Setting, indent: float | None = None) -> list[Row]:
    """Wrap one paragraph to a width in points."""
    units = _UNIT.findall(paragraph) if setting.figures_whole else re.findall(r"⟦\d⟧|.", paragraph)
    rows: list[Row] = []
    start = setting.indent if indent is None else indent
    while units:
        room, cut = width - start * setting.size, 0
        while cut < len(units) and room >= _width(units[cut], setting.size):
            room -= _width(units[cut], setting.size)
            cut += 1
        # Closing punctuation and marks of notes hang in the margin; a sign alone in a row is lost without its font.
        while 0 < cut < len(units) and (units[cut] in _CLOSING or units[cut].startswith("⟦")):
            cut += 1
        cut = max(1, cut - (cut == len(units) - 1 and cut > 1))
        rows.append(Row(tuple(units[:cut]), start, cut == len(units)))
        units, start = units[cut:], 0
    return rows


def _draw(canvas: Any, left: float, base: float, row: Row, setting: Setting, width: float = 0) -> None:
    """Draw a row; with a width its signs are spread to fill it."""
    text = canvas.beginText(left + row.indent * setting.size, base)
    signs = sum(len(unit) for unit in row.units)
    natural = sum(_width(unit, setting.size) for unit in row.units)
    spread = (width - row.indent * setting.size - natural) / (signs - 1) if width and signs > 1 else 0
    text.setCharSpace(max(0, spread))
    for run in _runs(row.units):
        if run.startswith("⟦"):
            text.setFont(FONT, setting.size * 0.6)
            text.setRise(setting.size * 0.35)
            text.textOut(run[1:-1])
            text.setRise(0)
        else:
            text.setFont(FONT, setting.size)
            text.textOut(run)
    canvas.drawText(text)


def _runs(units: Sequence[str]) -> Iterator[str]:
    plain = ""
    for unit in units:
        if unit.startswith("⟦"):
            if plain:
                yield plain
            yield unit
            plain = ""
        else:
            plain += unit
    if plain:
        yield plain


def _flow(
    canvas: Any,
    paragraphs: Sequence[str],
    columns: Sequence[Column],
    setting: Setting,
    later: Sequence[Column] = (),
    page_done: Callable[[int], None] = lambda page: None,
) -> float:
    """Set paragraphs into the columns, page by page (`later` on all but the first); return the height reached."""
    page, index, base = 1, 0, columns[0].top
    for number, paragraph in enumerate(paragraphs):
        own = 0.0 if number == 0 and paragraph.endswith("：") else None
        rows = _rows(paragraph, columns[index].width * setting.filled, setting, own)
        while rows:
            if base < columns[index].bottom:
                width, index = columns[index].width, index + 1
                if index == len(columns):
                    page_done(page)
                    canvas.showPage()
                    page, index, columns = page + 1, 0, later or columns
                base = columns[index].top
                if columns[index].width != width:
                    rest = "".join("".join(row.units) for row in rows)
                    rows = _rows(rest, columns[index].width * setting.filled, setting, rows[0].indent)
            row = rows.pop(0)
            spread = columns[index].width if setting.justified and not row.last else 0
            _draw(canvas, columns[index].left, base, row, setting, spread)
            base -= setting.leading
    page_done(page)
    return base


def _title(canvas: Any, text: str, base: float, size: float = 20, middle: float = WIDTH / 2) -> None:
    canvas.setFont(FONT, size)
    canvas.drawCentredString(middle, base, text)


def _sign(canvas: Any, lines: Sequence[str], base: float, right: float = 500, size: float = 12) -> None:
    for index, line in enumerate(lines):
        canvas.setFont(FONT, size)
        canvas.drawRightString(right - 12 * index, base - index * size * 1.8, line)


def _begun(pagesize: tuple[int, int] = (WIDTH, HEIGHT)) -> tuple[Any, BytesIO]:
    out = BytesIO()
    return Canvas(out, pagesize=pagesize), out


def _saved(canvas: Any, out: BytesIO) -> bytes:
    canvas.save()
    return out.getvalue()


def _parts(stem: str) -> tuple[str, list[str], list[str]]:
    """Return title, body without tables, and signature of one of the pages."""
    text = page_truths()[stem].text
    return text[0], [line for line in text[1:-2] if "\t" not in line], list(text[-2:])


def two_columns() -> tuple[bytes, Truth]:
    """Return two pages of two columns from the very top, without a title."""
    _, body, signature = _parts("12-accessible-with-hidden-text")
    canvas, out = _begun()
    setting = Setting(size=10.5, leading=17)
    columns = (Column(60, 780, 480, 225), Column(315, 780, 480, 225))
    _flow(canvas, [*body, *signature], columns, setting)
    return _saved(canvas, out), Truth((*body, *signature))


def three_columns() -> tuple[bytes, Truth]:
    """Return a page of three columns under a title that crosses them."""
    title, body, signature = _parts("13-pictures-and-captions")
    canvas, out = _begun()
    _title(canvas, title, 780, 18)
    columns = tuple(Column(left, 740, 430, 150) for left in (50, 222, 394))
    _flow(canvas, [*body, *signature], columns, Setting(size=9, leading=14))
    return _saved(canvas, out), Truth((title, *body, *signature))


def columns_then_full_width() -> tuple[bytes, Truth]:
    """Return a page with a title, two columns of other heights, and a paragraph and a signature in full width below."""
    title, body, signature = _parts("04-mobile-div-soup")
    canvas, out = _begun()
    setting = Setting(size=10.5, leading=17)
    _title(canvas, title, 785, 18)
    _flow(canvas, body[:1], (Column(60, 750, 70, 475),), setting)
    _flow(canvas, body[1:12], (Column(60, 700, 280, 225),), setting)
    _flow(canvas, body[12:-1], (Column(310, 700, 280, 225),), setting)
    base = _flow(canvas, body[-1:], (Column(60, 250, 70, 475),), setting)
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature))


def diagram_beside_text() -> tuple[bytes, Truth]:
    """Return a page whose text leaves a third of the width to boxes with arrows between them."""
    title, body, signature = _parts("11-print-version")
    canvas, out = _begun()
    _title(canvas, title, 785)
    setting = Setting(size=11, leading=18)
    labels = ("群众提出申请", "窗口当场受理", "审核2个工作日", "决定1个工作日", "送达办理结果")
    for index, label in enumerate(labels):
        base = 700 - index * 71
        canvas.rect(400, base - 14, 140, 36)
        canvas.setFont(FONT, 10.5)
        canvas.drawCentredString(470, base, label)
        if index:
            canvas.line(470, base + 57, 470, base + 22)
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(470, 374, "图1　便民服务事项办理流程")
    first = body[:-6]
    base = _flow(
        canvas, first, (Column(60, 745, 345, 315), Column(60, 330, 60, 475)), setting, (Column(60, 780, 60, 475),)
    )
    base = _flow(canvas, body[-6:], (Column(60, base, 60, 475),), setting, (Column(60, 780, 60, 475),))
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=(*labels, "图1　便民服务事项办理流程"))


def table_beside_text() -> tuple[bytes, Truth]:
    """Return a page with a ruled table in its right half, text beside and below it."""
    title, body, signature = _parts("05-news-form-with-tables")
    rows = (("类别", "立案（件）", "结案（件）"), ("食品安全", "436", "418"), ("药品器械", "97", "92"))
    rows += (("价格监管", "188", "171"), ("特种设备", "62", "60"), ("其他", "391", "367"), ("合计", "1174", "1108"))
    canvas, out = _begun()
    _title(canvas, title, 785, 18)
    _grid(canvas, rows, 330, 740, (70, 75, 75), 25, 10.5)
    columns = (Column(60, 740, 560, 250), Column(60, 535, 70, 475))
    base = _flow(canvas, body, columns, Setting(size=11, leading=18), (Column(60, 780, 70, 475),))
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=tuple("\t".join(row) for row in rows))


def _grid(
    canvas: Any,
    rows: Sequence[Sequence[str]],
    left: float,
    top: float,
    widths: Sequence[float],
    high: float,
    size: float,
) -> None:
    right, bottom = left + sum(widths), top - high * len(rows)
    for index in range(len(rows) + 1):
        canvas.line(left, top - index * high, right, top - index * high)
    edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    for edge in edges:
        canvas.line(edge, top, edge, bottom)
    canvas.setFont(FONT, size)
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            middle = (edges[index] + edges[index + 1]) / 2
            canvas.drawCentredString(middle, top - (number + 0.65) * high, cell)


def raised_notes() -> tuple[bytes, Truth]:
    """Return pages with raised marks before, behind and inside figures, the notes at the foot of each page."""
    truth = page_truths()["09-scripts-and-notes"]
    title, body, signature = _parts("09-scripts-and-notes")
    canvas, out = _begun()
    _title(canvas, title, 785)

    def foot(page: int) -> None:
        notes = truth.notes if page == 1 else ()
        if notes:
            canvas.line(70, 142, 220, 142)
        for index, note in enumerate(notes):
            units = tuple(_UNIT.findall(note.replace("⟧ ", "⟧")))
            _draw(canvas, 70, 126 - 15 * index, Row(units, 0, True), Setting(size=9))

    columns = (Column(70, 740, 160, 455),)
    base = _flow(canvas, body, columns, Setting(size=14, leading=24), (Column(70, 780, 160, 455),), foot)
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=truth.notes)


def spread_rows() -> tuple[bytes, Truth]:
    """Return pages whose rows are spread to the margin, sign by sign, and break within figures."""
    title, body, signature = _parts("01-wcm-editor")
    canvas, out = _begun()
    _title(canvas, title, 785)
    setting = Setting(size=14, leading=24, justified=True, figures_whole=False, filled=0.82)
    base = _flow(canvas, body, (Column(90, 740, 80, 14 * 29.6),), setting)
    _sign(canvas, signature, base - 24, 480, 14)
    return _saved(canvas, out), Truth((title, *body, *signature))


def heads_and_page_numbers() -> tuple[bytes, Truth]:
    """Return pages with other heads on odd and even ones, and page numbers outside, between dashes."""
    title, body, signature = _parts("14-tabs-and-related")
    canvas, out = _begun()
    _title(canvas, title, 770, 18)

    def furniture(page: int) -> None:
        canvas.setFont(FONT, 9)
        if page % 2:
            canvas.drawString(70, 810, "浦棠市人民政府公报")
            canvas.drawRightString(525, 40, f"— {page} —")
        else:
            canvas.drawRightString(525, 810, "2023年第3期")
            canvas.drawString(70, 40, f"— {page} —")
        canvas.line(70, 804, 525, 804)

    columns = (Column(70, 730, 330, 455),)
    base = _flow(canvas, body, columns, Setting(size=16, leading=40), (Column(70, 765, 330, 455),), furniture)
    _sign(canvas, signature, base - 26, 500, 14)
    return _saved(canvas, out), Truth((title, *body, *signature))


def landscape_table() -> tuple[bytes, Truth]:
    """Return a page on its side: a paragraph, a wide table, and more text below."""
    title, body, signature = _parts("15-table-with-header-row")
    body = [re.sub(r"⟦\d⟧", "", line) for line in body]
    rows = (("序号", "执法领域", "检查次数", "立案数（件）", "罚没款（万元）", "负责人"),)
    rows += (("1", "城市管理", "1204", "386", "97.45", "沈某"), ("2", "交通运输", "958", "271", "143.20", "陆某"))
    rows += (("3", "自然资源", "367", "58", "210.66", "韩某"), ("4", "合计", "2529", "715", "451.31", "—"))
    canvas, out = _begun((HEIGHT, WIDTH))
    _title(canvas, title, 545, 18, HEIGHT / 2)
    setting = Setting(size=11, leading=18)
    wide = Column(60, 510, 60, 720)
    base = _flow(canvas, body[:4], (wide,), setting)
    _grid(canvas, rows, 60, base, (60, 150, 120, 130, 140, 120), 24, 11)
    below = replace(wide, top=base - 24 * len(rows) - 22)
    base = _flow(canvas, body[4:], (below,), setting, (wide,))
    _sign(canvas, signature, base - 20, 760)
    return _saved(canvas, out), Truth((title, *body[:4], *("\t".join(row) for row in rows), *body[4:], *signature))


def scanned_page_among_others() -> tuple[bytes, Truth]:
    """Return three pages; the second is a picture, so the text of the others is all there is."""
    title, body, signature = _parts("18-old-tags-wrong-charset")
    canvas, out = _begun()
    _title(canvas, title, 785)
    setting = Setting(size=14, leading=24)
    _flow(canvas, body[1:9], (Column(80, 740, 60, 14 * 31),), setting)
    canvas.showPage()
    from PIL import Image  # reportlab brings it

    canvas.drawInlineImage(Image.new("L", (124, 175), 200), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    base = _flow(canvas, body[9:], (Column(80, 780, 60, 14 * 31),), setting)
    _sign(canvas, signature, base - 24, 500, 14)
    return _saved(canvas, out), Truth((title, *body[1:], *signature))


def columns_on_one_page_only() -> tuple[bytes, Truth]:
    """Return a page of two justified columns with a small gutter, under a running head, and one of full width."""
    title, body, signature = _parts("21-survey-and-robot")
    canvas, out = _begun()
    setting = Setting(size=9, leading=13.5, justified=True)

    def furniture(page: int) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawString(60, 812, "法治政府建设专刊")
        canvas.drawRightString(535, 812, f"第{page}版")

    _title(canvas, title, 780, 18)
    _flow(canvas, body[:11], (Column(60, 750, 570, 231), Column(305, 750, 570, 231)), setting)
    furniture(1)
    canvas.showPage()
    base = _flow(canvas, body[11:], (Column(60, 780, 70, 475),), replace(setting, size=12, leading=20))
    furniture(2)
    _sign(canvas, signature, base - 20)
    may = ("法治政府建设专刊", "第1版", "第2版", "法治政府建设专刊第1版", "法治政府建设专刊第2版")
    return _saved(canvas, out), Truth((title, *body, *signature), may=may)


def table_between_columns() -> tuple[bytes, Truth]:
    """Return a page whose two columns are broken by a table of full width: both above it come before both below."""
    title, body, signature = _parts("28-fields-of-a-node")
    rows = (("单位", "检查户次", "立案（件）", "罚款（万元）"), ("县本级", "663", "84", "36.15"))
    rows += (("东片三镇", "271", "22", "7.40"), ("西片五乡", "308", "15", "3.65"), ("合计", "1242", "121", "47.20"))
    canvas, out = _begun()
    setting = Setting(size=10, leading=16)
    _title(canvas, title, 785, 18)
    _flow(canvas, body[:10], (Column(60, 750, 600, 228), Column(307, 750, 600, 228)), setting)
    _grid(canvas, rows, 60, 560, (120, 120, 115, 120), 22, 10)
    base = _flow(canvas, body[10:], (Column(60, 420, 235, 228), Column(307, 420, 100, 228)), setting)
    _sign(canvas, signature, base - 16, 530, 10)
    told = ("\t".join(row) for row in rows)
    return _saved(canvas, out), Truth((title, *body[:10], *told, *body[10:], *signature))


def branching_diagram_on_the_left() -> tuple[bytes, Truth]:
    """Return a page with boxes that branch in its left part, and the text to the right of them and below."""
    title, body, signature = _parts("27-line-ends-kept-by-style")
    canvas, out = _begun()
    _title(canvas, title, 785)
    boxes = (
        (105, 715, "收到举报线索"),
        (105, 655, "3日内核查"),
        (62, 590, "违法属实"),
        (150, 590, "不予立案"),
        (62, 530, "立案查处"),
        (150, 530, "书面告知"),
    )
    canvas.setFont(FONT, 9)
    for left, base, label in boxes:
        canvas.rect(left, base - 10, 76, 28)
        canvas.drawCentredString(left + 38, base, label)
    canvas.setFont(FONT, 8)
    canvas.drawCentredString(140, 500, "图2　土地违法线索办理流程")
    setting = Setting(size=11, leading=18)
    columns = (Column(245, 745, 495, 290), Column(60, 470, 60, 475))
    base = _flow(canvas, body, columns, setting, (Column(60, 780, 60, 475),))
    _sign(canvas, signature, base - 20)
    labels = (*(label for _, _, label in boxes), "图2　土地违法线索办理流程")
    # Labels that stand at one height may come as one line.
    pairs = (("违法属实", "不予立案"), ("立案查处", "书面告知"))
    return _saved(canvas, out), Truth((title, *body, *signature), notes=labels[:2] + labels[-1:], may=_loose(pairs))


def _loose(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(form for first, second in pairs for form in (first, second, first + second))


def long_notes() -> tuple[bytes, Truth]:
    """Return pages with a note of two rows among those at the foot, and a paragraph that runs on over them."""
    title, body, signature = _parts("22-notes-by-style")
    notes = (
        "⟦1⟧ 督察采取听取汇报、查阅资料、个别谈话、明察暗访等方式进行，其中书面督察3次、实地督察9次，反馈问题218个，"
        "年底前整改到位206个。",
        "⟦2⟧ 指经审查后由制定机关自行修改或者废止，不含备案审查机关直接撤销的2件。",
        "⟦3⟧ 线索来自投诉举报、督察发现、部门移交三个渠道，同一事项由多个渠道反映的只计一次。",
        "⟦4⟧ 含依法视为申请人放弃行政复议申请之前已经登记立案的案件。",
    )
    canvas, out = _begun()
    _title(canvas, title, 785)
    setting, small = Setting(size=14, leading=24), Setting(size=9, leading=14, indent=0)

    def foot(page: int) -> None:
        if page == 1:
            canvas.line(70, 352, 220, 352)
            written = [note.replace("⟧ ", "⟧") for note in notes]
            _flow(canvas, written, (Column(70, 336, 0, 455),), small)
        canvas.setFont(FONT, 10)
        canvas.drawCentredString(WIDTH / 2, 40, f"- {page} -")

    columns = (Column(70, 740, 370, 455),)
    base = _flow(canvas, body, columns, setting, (Column(70, 780, 370, 455),), foot)
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=notes)


def box_of_figures_beside_text() -> tuple[bytes, Truth]:
    """Return a page with a shaded box of figures, large and small, to the right of the text."""
    title, body, signature = _parts("24-rows-as-paragraphs")
    figures = ("数说2022", "检查企业253家次", "罚款318.6万元", "转移群众1.37万人次")
    canvas, out = _begun()
    _title(canvas, title, 785)
    canvas.setFillGray(0.9)
    canvas.rect(410, 560, 130, 190, stroke=0, fill=1)
    canvas.setFillGray(0)
    for index, line in enumerate(figures):
        canvas.setFont(FONT, 16 if index == 0 else 11)
        canvas.drawCentredString(475, 722 - 40 * index, line)
    setting = Setting(size=11, leading=18)
    columns = (Column(60, 745, 550, 330), Column(60, 525, 60, 475))
    base = _flow(canvas, body, columns, setting, (Column(60, 780, 60, 475),))
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=figures)


def sidebar_of_paragraphs() -> tuple[bytes, Truth]:
    """Return a page with a narrow column of small paragraphs of its own to the right of the text."""
    title, body, signature = _parts("10-desktop-and-mobile")
    aside = (
        "相关链接",
        "安全生产法于2021年修改，自当年9月1日起施行，企业主要负责人是第一责任人。",
        "本区共有生产经营单位9268家，其中危险化学品企业41家、规模以上工贸企业377家。",
        "举报电话12350，全天有人接听；查实的，最高奖励30万元。",
    )
    canvas, out = _begun()
    _title(canvas, title, 785)
    canvas.setFont(FONT, 12)
    canvas.drawString(410, 735, aside[0])
    _flow(canvas, aside[1:], (Column(410, 715, 500, 126),), Setting(size=9, leading=14))
    columns = (Column(60, 745, 520, 325), Column(60, 490, 60, 476))
    base = _flow(canvas, body, columns, Setting(size=11, leading=18), (Column(60, 780, 60, 476),))
    _sign(canvas, signature, base - 20)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=aside)


def photo_with_caption_in_a_column() -> tuple[bytes, Truth]:
    """Return a page of two columns, a photo with a caption in the right one; a paragraph runs on below it."""
    title, body, signature = _parts("26-spans-as-blocks")
    caption = "图为工作人员在涉外法律服务中心接受咨询"
    canvas, out = _begun()
    _title(canvas, title, 785, 18)
    setting = Setting(size=10.5, leading=17)
    columns = (Column(60, 750, 505, 225), Column(310, 750, 690, 225), Column(310, 520, 300, 225))
    canvas.setFillGray(0.6)
    canvas.rect(310, 565, 225, 108, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(FONT, 8)
    canvas.drawCentredString(422.5, 552, caption)
    _flow(canvas, [*body, *signature], columns, setting)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=(caption,))


def list_of_figures_on_the_left() -> tuple[bytes, Truth]:
    """Return a page with a list of figures, each below what it counts, to the left of the text."""
    title, body, signature = _parts("16-webforms-viewstate")
    figures = (("施工许可", "137个"), ("联合验收", "88个"), ("公租房", "1296套"), ("发放补贴", "387.2万元"))
    figures += (("停工通知", "24份"), ("立案处罚", "46件"), ("上榜企业", "20家"))
    canvas, out = _begun()
    _title(canvas, title, 785, 17)
    for index, (label, value) in enumerate(figures):
        canvas.setFont(FONT, 9)
        canvas.drawString(60, 741 - 46 * index, label)
        canvas.setFont(FONT, 15)
        canvas.drawString(60, 722 - 46 * index, value)
    columns = (Column(175, 745, 60, 360),)
    base = _flow(canvas, body, columns, Setting(size=11, leading=18), (Column(60, 780, 60, 475),))
    _sign(canvas, signature, base - 20)
    told = tuple(cell for row in figures for cell in row)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=told)


def notes_below_two_columns() -> tuple[bytes, Truth]:
    """Return a page of two justified columns with raised marks, the notes of each column at its foot."""
    truth = page_truths()["20-linked-notes-and-units"]
    title, body, signature = _parts("20-linked-notes-and-units")
    canvas, out = _begun()
    _title(canvas, title, 785, 18)
    setting = Setting(size=9.5, leading=15, justified=True)
    small = Setting(size=7.5, leading=11, indent=0)
    columns = (Column(60, 750, 310, 228), Column(307, 750, 310, 228))
    _flow(canvas, [*body, *signature], columns, setting)
    for left, notes in ((60, truth.notes[:2]), (307, truth.notes[2:])):
        canvas.line(left, 292, left + 80, 292)
        _flow(canvas, [note.replace("⟧ ", "⟧") for note in notes], (Column(left, 280, 60, 228),), small)
    return _saved(canvas, out), Truth((title, *body, *signature), notes=truth.notes)


MAKERS: dict[str, Callable[[], tuple[bytes, Truth]]] = {
    maker.__name__.replace("_", "-"): maker
    for maker in (
        two_columns,
        three_columns,
        columns_then_full_width,
        diagram_beside_text,
        table_beside_text,
        raised_notes,
        spread_rows,
        heads_and_page_numbers,
        landscape_table,
        scanned_page_among_others,
        columns_on_one_page_only,
        table_between_columns,
        branching_diagram_on_the_left,
        long_notes,
        box_of_figures_beside_text,
        sidebar_of_paragraphs,
        photo_with_caption_in_a_column,
        list_of_figures_on_the_left,
        notes_below_two_columns,
    )
}
