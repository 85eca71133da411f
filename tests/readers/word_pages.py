"""Nine Word files that do not read as their XML runs, each with its true text; the words are those of `pages/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from true_text import Truth, page_truths
from word_files import definition, docx, instance, level, num_pr, part, run

_AUTHOR = 'w:author="审核人" w:date="2024-01-05T09:00:00Z"'
_RAISED = {"²": "2", "³": "3", "⁴": "4"}


def _paragraph(content: str, properties: str = "", mark: str = "") -> str:
    """Return a `w:p`; `mark` are the properties of its paragraph mark."""
    of_mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{of_mark}</w:pPr>{content}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _raised(text: str) -> str:
    return _run(text, '<w:vertAlign w:val="superscript"/>')


def _marked(line: str, mark: Callable[[str], str]) -> str:
    """Return the runs of a line, its marks of notes made by `mark`, raised figures of units as superscripts."""
    pieces = re.split(r"(⟦\d⟧|[²³⁴])", line)
    return "".join(
        mark(piece[1:-1]) if piece.startswith("⟦") else _raised(_RAISED[piece]) if piece in _RAISED else run(piece)
        for piece in pieces
        if piece
    )


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Return a `w:tbl`: cells of text, or ready-made `w:tc`."""
    body = "".join(
        "<w:tr>" + "".join(cell if cell.startswith("<w:tc>") else _cell(cell) for cell in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{body}</w:tbl>'


def _cell(text: str, properties: str = "") -> str:
    """Return a `w:tc`; a line end in the text begins another paragraph of the cell."""
    lines = "".join(_paragraph(run(line) if line else "", '<w:jc w:val="center"/>') for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def raised_digits() -> tuple[bytes, Truth]:
    """Return a file whose notes are marked by digits typed raised, before and behind figures; units are raised too."""
    truth = page_truths()["20-linked-notes-and-units"]
    lines = [*truth.text, *(note.replace("⟧ ", "⟧") for note in truth.notes)]
    body = "".join(_paragraph(_marked(line, _raised)) for line in lines)
    return docx(body), Truth(truth.text, notes=truth.notes)


def footnotes() -> tuple[bytes, Truth]:
    """Return a file with foot notes of Word's own, marked inside and before figures, and two tables."""
    truth = page_truths()["15-table-with-header-row"]
    body: list[str] = []
    table: list[list[str]] = []
    for line in [*truth.text, ""]:
        if "\t" in line:
            table.append(line.split("\t"))
            continue
        if table:
            body.append(_table(row + [""] * (len(table[0]) - len(row)) for row in table))
            table = []
        body.append(_paragraph(_marked(line, _reference)))
    notes = "".join(
        f'<w:footnote w:id="{note[1]}">'
        + _paragraph(
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>' + run(note[3:]),
            '<w:pStyle w:val="FootnoteText"/>',
        )
        + "</w:footnote>"
        for note in truth.notes
    )
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{identity}">{_paragraph(f"<w:r><w:{kind}/></w:r>")}</w:footnote>'
        for identity, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return docx("".join(body), footnotes=part("footnotes", separators + notes)), Truth(truth.text, notes=truth.notes)


def _reference(number: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def tracked_changes() -> tuple[bytes, Truth]:
    """Return a file with a paragraph moved, one deleted, two joined, and figures changed, all tracked."""
    lines = list(page_truths()["16-webforms-viewstate"].text)
    body = [_paragraph(run(line)) for line in lines]
    # The fourth line was moved there from the end of its part.
    moved = lines[4]
    body[4] = (
        f'<w:moveToRangeStart w:id="11" w:name="move1" {_AUTHOR}/>'
        + _paragraph(f'<w:moveTo w:id="12" {_AUTHOR}>{run(moved)}</w:moveTo>', mark=f'<w:moveTo w:id="13" {_AUTHOR}/>')
        + '<w:moveToRangeEnd w:id="11"/>'
    )
    body[7] += (
        f'<w:moveFromRangeStart w:id="14" w:name="move1" {_AUTHOR}/>'
        + _paragraph(
            f'<w:moveFrom w:id="15" {_AUTHOR}>{run(moved)}</w:moveFrom>', mark=f'<w:moveFrom w:id="16" {_AUTHOR}/>'
        )
        + '<w:moveFromRangeEnd w:id="14"/>'
    )
    # A paragraph that is no more.
    gone = f'<w:del w:id="21" {_AUTHOR}><w:r><w:delText>(五)推进海绵城市建设,投资1.8亿元。</w:delText></w:r></w:del>'
    body[12] += _paragraph(gone, mark=f'<w:del w:id="22" {_AUTHOR}/>')
    # A figure of which one digit was another, and one that was put in.
    before, after = lines[8].split("562")
    body[8] = _paragraph(
        run(f"{before}5")
        + f'<w:del w:id="31" {_AUTHOR}><w:r><w:delText>3</w:delText></w:r></w:del>'
        + f'<w:ins w:id="32" {_AUTHOR}>{run("6")}</w:ins>'
        + run(f"2{after}")
    )
    # Two paragraphs made one: the mark between them is deleted.
    first, second = lines[14][:20], lines[14][20:]
    body[14] = _paragraph(run(first), mark=f'<w:del w:id="41" {_AUTHOR}/>') + _paragraph(run(second))
    return docx("".join(body)), Truth(tuple(lines))


def hidden_paragraphs() -> tuple[bytes, Truth]:
    """Return a file with hidden words, hidden paragraphs, and hidden empty ones among automatic numbers."""
    lines = page_truths()["03-popup-and-menus"].text
    numbering = definition(0, level(0, "chineseCounting", "%1、")) + instance(1, 0)
    vanish = "<w:vanish/>"
    ghost = _paragraph("", num_pr(1, 0), vanish)
    body: list[str] = []
    for index, line in enumerate(lines):
        if re.match("[一二三四五]、", line):
            body += [ghost, _paragraph(run(line[2:]), num_pr(1, 0)), ghost]
        elif index == 3:
            body.append(_paragraph(run(line[:8]) + _run("（内部稿第3版）", vanish) + run(line[8:])))
        else:
            body.append(_paragraph(run(line)))
        if index == 8:
            body.append(_paragraph(_run("此段送审时删去：备案项目2011个。", vanish), mark=vanish))
    return docx("".join(body), numbering=numbering), Truth(tuple(lines))


def text_boxes() -> tuple[bytes, Truth]:
    """Return a file with captions and a figure to remember in text boxes, anchored within paragraphs."""
    truth = page_truths()["13-pictures-and-captions"]
    boxes = {4: "图为执法人员在种子门店检查", 6: "全年定量检测2105批次", 8: "图为渔政船夜间巡航"}
    body = "".join(
        _paragraph(run(line[:11]) + _box(boxes[index], index) + run(line[11:]) if index in boxes else run(line))
        for index, line in enumerate(truth.text)
    )
    return docx(body), Truth(truth.text, notes=tuple(boxes.values()))


def _box(text: str, number: int) -> str:
    """Return a run with a text box, as Word writes it: a shape for its new versions, and one for the old ones."""
    content = f"<w:txbxContent>{_paragraph(run(text))}</w:txbxContent>"
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    placed = (
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>3000000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1800000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/>'
    )
    shape = (
        f'<w:drawing><wp:anchor xmlns:wp="{drawing}/wordprocessingDrawing" simplePos="0" relativeHeight="{number}" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" distT="0" distB="0" distL="0" distR="0">'
        f'{placed}<wp:docPr id="{number}" name="文本框"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{uri}">'
        f'<wps:wsp xmlns:wps="{uri}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" '
        'cy="600000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    size = "width:140pt;height:48pt"
    old = f'<w:pict><v:shape id="s{number}" style="{size}"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice xmlns:wps="{uri}" Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def merged_cells() -> tuple[bytes, Truth]:
    """Return a file with a table whose heads span columns and rows, and a cell of two lines."""
    lines = [line for line in page_truths()["05-news-form-with-tables"].text if "\t" not in line]
    restart, continued = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        (_cell("领域", restart), _cell("2021年", wide), _cell("2022年", wide)),
        (_cell("", continued), "立案（件）", "结案（件）", "立案（件）", "结案（件）"),
        ("食品安全", "402", "397", "436", "418"),
        (_cell("价格与\n反不正当竞争"), "153", "149", "188", "171"),
        (_cell("特种设备", restart), "58", "55", "62", "60"),
        (_cell("", continued), _cell("其中电梯31", wide), _cell("其中电梯36", wide)),
        (_cell("合计"), "613", "601", "686", "649"),
    )
    told = ("领域\t2021年\t2022年", "立案（件）\t结案（件）\t立案（件）\t结案（件）", "食品安全\t402\t397\t436\t418")
    told += ("价格与反不正当竞争\t153\t149\t188\t171", "特种设备\t58\t55\t62\t60", "其中电梯31\t其中电梯36")
    told += ("合计\t613\t601\t686\t649",)
    at = lines.index("（二）执法办案") + 2
    body = [_paragraph(run(line)) for line in lines]
    body.insert(at, _table(rows))
    return docx("".join(body)), Truth((*lines[:at], *told, *lines[at:]))


def endnotes_and_fields() -> tuple[bytes, Truth]:
    """Return a file with notes at its end, one under a mark of its own, one raised by position; a year is a field."""
    truth = page_truths()["22-notes-by-style"]
    marks = {
        "1": '<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteReference w:id="1"/></w:r>',
        "2": '<w:r><w:endnoteReference w:id="2"/></w:r>',
        "3": '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:endnoteReference w:customMarkFollows="1" w:id="3"/><w:t>3</w:t></w:r>',
        "4": _run("4", '<w:position w:val="12"/><w:sz w:val="14"/>'),
    }
    body: list[str] = []
    for line in truth.text:
        first, year, rest = line.partition("2025年") if line.startswith("四、") else (line, "", "")
        content = _marked(first, lambda number: marks[number]) if first else ""
        body.append(_paragraph(content + (_field('DATE \\@ "yyyy"', "2025") + run(f"年{rest}") if year else "")))
    body.append(_paragraph(_run("4", '<w:position w:val="12"/><w:sz w:val="14"/>') + run(truth.notes[3][3:])))
    notes = "".join(
        f'<w:endnote w:id="{note[1]}">'
        + _paragraph((run("3") if note[1] == "3" else "<w:r><w:endnoteRef/></w:r>") + run(note[3:]))
        + "</w:endnote>"
        for note in truth.notes[:3]
    )
    return docx("".join(body), endnotes=part("endnotes", notes)), Truth(truth.text, notes=truth.notes)


def _field(instruction: str, result: str) -> str:
    """Return the runs of a field: what it is to hold is an instruction, what one sees its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked_rows() -> tuple[bytes, Truth]:
    """Return a file with a table of which one row is deleted and one inserted, and a cell with a line end in it."""
    lines = list(page_truths()["24-rows-as-paragraphs"].text)
    deleted = "".join(
        f'<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:del w:id="{index}" {_AUTHOR}/></w:rPr></w:pPr>'
        f'<w:del w:id="{index + 10}" {_AUTHOR}><w:r><w:delText>{cell}</w:delText></w:r></w:del></w:p></w:tc>'
        for index, cell in enumerate(("烟花爆竹", "20", "11"), 50)
    )
    inserted = "".join(
        f'<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:ins w:id="{index}" {_AUTHOR}/></w:rPr></w:pPr>'
        f'<w:ins w:id="{index + 10}" {_AUTHOR}>{run(cell)}</w:ins></w:p></w:tc>'
        for index, cell in enumerate(("工贸行业", "52", "208"), 80)
    )
    broken = "<w:tc><w:tcPr/><w:p><w:r><w:t>自然灾害</w:t><w:br/><w:t>（演练）</w:t></w:r></w:p></w:tc>"
    table = _table((("领域", "检查（家次）", "隐患（项）"), ("危险化学品", "83", "461"), (broken, "64", "15")))
    tracked = (
        f'<w:tr><w:trPr><w:del w:id="48" {_AUTHOR}/></w:trPr>{deleted}</w:tr>'
        f'<w:tr><w:trPr><w:ins w:id="49" {_AUTHOR}/></w:trPr>{inserted}</w:tr></w:tbl>'
    )
    told = ("领域\t检查（家次）\t隐患（项）", "危险化学品\t83\t461", "自然灾害（演练）\t64\t15", "工贸行业\t52\t208")
    at = 9
    body = [_paragraph(run(line)) for line in lines]
    body.insert(at, table.replace("</w:tbl>", tracked))
    return docx("".join(body)), Truth((*lines[:at], *told, *lines[at:]))


def controls_and_comments() -> tuple[bytes, Truth]:
    """Return a file with content controls, comments, links, pinyin over a word, and hyphens that do not show."""
    lines = page_truths()["28-fields-of-a-node"].text
    body: list[str] = []
    for index, line in enumerate(lines):
        half = len(line) // 2
        first, second = line[:half], line[half:]
        match index % 5:
            case 0:
                body.append(
                    '<w:sdt><w:sdtPr><w:alias w:val="段落"/></w:sdtPr>'
                    f"<w:sdtContent>{_paragraph(run(line))}</w:sdtContent></w:sdt>"
                )
            case 1:
                body.append(
                    _paragraph(
                        f'<w:commentRangeStart w:id="{index}"/>{run(first)}<w:commentRangeEnd w:id="{index}"/>'
                        f'<w:r><w:commentReference w:id="{index}"/></w:r>{run(second)}'
                    )
                )
            case 2:
                link = f'<w:hyperlink w:anchor="b{index}">{run(first)}</w:hyperlink>'
                body.append(_paragraph(f'<w:bookmarkStart w:id="{index}" w:name="b{index}"/>{link}{run(second)}'))
            case 3:
                inner = f"<w:sdt><w:sdtContent>{run(second)}</w:sdtContent></w:sdt>"
                soft = "<w:r><w:softHyphen/></w:r>"
                body.append(_paragraph(f'<w:smartTag w:uri="u" w:element="e">{run(first)}</w:smartTag>{soft}{inner}'))
            case _:
                pinyin = f"<w:r><w:ruby><w:rt>{run('jian')}</w:rt><w:rubyBase>{run(first)}</w:rubyBase></w:ruby></w:r>"
                body.append(_paragraph(f'{pinyin}<w:fldSimple w:instr=" QUOTE 99 ">{run(second)}</w:fldSimple>'))
    comments = "".join(
        f'<w:comment w:id="{index}" {_AUTHOR}>{_paragraph(run("数字请再核对，上报数为90.9%。"))}</w:comment>'
        for index in range(1, len(lines), 5)
    )
    return docx("".join(body), comments=part("comments", comments)), Truth(tuple(lines))


MAKERS: dict[str, Callable[[], tuple[bytes, Truth]]] = {
    maker.__name__.replace("_", "-"): maker
    for maker in (
        raised_digits,
        footnotes,
        tracked_changes,
        hidden_paragraphs,
        text_boxes,
        merged_cells,
        endnotes_and_fields,
        tracked_rows,
        controls_and_comments,
    )
}
