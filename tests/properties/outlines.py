"""Random outlines, and their rendering in random styles: what `parse` must give back.

An outline is a tree of `Entry`. `Rendering.render` writes it and notes, for every entry, where its marker stands
and which heading the contract gives it. The words are neutral: no numeral, no marker, no label is among them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

VERBS = ["修缮", "栽种", "清点", "绘制", "打磨", "晾晒", "搬运", "看护", "疏浚", "丈量", "编织", "擦拭", "陈列", "采摘"]
NOUNS = [
    "林木",
    "河湖",
    "桥梁",
    "灯塔",
    "码头",
    "渔港",
    "茶园",
    "石板",
    "竹编",
    "陶器",
    "花圃",
    "果园",
    "牧场",
    "沙洲",
    "风车",
    "水渠",
    "木船",
    "瓦屋",
    "苗圃",
    "盐田",
    "“荷塘”",
    "《山居图》",
    "（旧）仓房",
]
#: Clauses that hold what looks like a marker and is none.
NOISE = [
    "一、二季度雨水多",
    "统一是前提",
    "完成1.5万尾",
    "第一、二产业并进",
    "多证合一、一照一码推开",
    "达到12.4公里",
    "《渔港（一）》已印",
    "（2015—2020年）已过",
    "三、四级河道通航",
    "落实“三统一、四到位”",
    "第一责任人到场",
    "最后一公里打通",
    "增长3.5%",
    "二中、三中全会精神入心",
    "1、2月份雨少",
    "依（石政发〔2020〕3号）办",
]
HAN = "一二三四五六七八九十"
LINE_ENDS = ["\n", "\r\n", "\r", "\n\n", "\n \n", "\u2028", "\u0085"]
INDENTS = ["", "\u3000\u3000", "    ", "\xa0\xa0\xa0\xa0", "\t", "\u3000", " \xa0\u3000", "\u200b"]


def han(number: int) -> str:
    """Write 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens - 1] + "十") + (HAN[ones - 1] if ones else "")


def wide(number: int) -> str:
    """Write a number in full-width digits."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


#: style → forms of it, each a function from ordinal to marker (None where it has no such form).
FORMS: dict[str, list[Any]] = {
    "book": [lambda n: f"第{han(n)}编", lambda n: f"第{han(n)}篇", lambda n: f"第 {han(n)} 编"],
    "part": [lambda n: f"第{han(n)}部分", lambda n: f"第{n}部分", lambda n: f"第 {han(n)} 部分"],
    "chapter": [lambda n: f"第{han(n)}章", lambda n: f"第{n}章", lambda n: f"第\u3000{han(n)}\u3000章"],
    "section": [lambda n: f"第{han(n)}节", lambda n: f"第{n}节", lambda n: f"第\u3000{han(n)}\u3000节"],
    "article": [lambda n: f"第{han(n)}条", lambda n: f"第{n}条", lambda n: f"第{wide(n)}条"],
    "han_dun": [lambda n: f"{han(n)}、", lambda n: f"{han(n)} 、", lambda n: f"{han(n)}﹑", lambda n: f"{han(n)}､"],
    "han_paren": [
        lambda n: f"（{han(n)}）",
        lambda n: f"({han(n)})",
        lambda n: f"（ {han(n)} ）",
        lambda n: f"({han(n)}）",
        lambda n: f"﹙{han(n)}﹚",
        lambda n: f"（\u3000{han(n)}\xa0）",
        lambda n: chr(0x3220 + n - 1) if n <= 10 else None,
    ],
    "arabic_dot": [
        lambda n: f"{n}.",
        lambda n: f"{n}．",
        lambda n: f"{n}﹒",
        lambda n: f"{wide(n)}．",
        lambda n: f"{wide(n)}.",
        lambda n: f"{n} .",
        lambda n: chr(0x2488 + n - 1) if n <= 20 else None,
    ],
    "arabic_dun": [lambda n: f"{n}、", lambda n: f"{wide(n)}、", lambda n: f"{n}﹑", lambda n: f"{n} 、"],
    "arabic_paren": [
        lambda n: f"（{n}）",
        lambda n: f"({n})",
        lambda n: f"（{wide(n)}）",
        lambda n: f"（ {n} ）",
        lambda n: f"({n}）",
        lambda n: chr(0x2474 + n - 1) if n <= 20 else None,
    ],
    "arabic_half_paren": [lambda n: f"{n}）", lambda n: f"{n})", lambda n: f"{wide(n)}）", lambda n: f"{n} )"],
    "circled": [
        lambda n: chr(0x2460 + n - 1) if n <= 20 else chr(0x3251 + n - 21) if n <= 35 else None,
        lambda n: chr(0x2776 + n - 1) if n <= 10 else None,
    ],
    "han_is": [lambda n: f"{han(n)}是", lambda n: f"{han(n)} 是"],
    "han_must": [lambda n: f"{han(n)}要", lambda n: f"{han(n)}\u3000要"],
    "han_ordinal": [
        lambda n: f"第{han(n)}，",
        lambda n: f"第{han(n)},",
        lambda n: f"第{han(n)}、",
        lambda n: f"第{han(n)}：",
    ],
    "sequence": [lambda n: ("首先", "其次", "再次", "最后")[n - 1] if n <= 4 else None],
    "aspect": [lambda n: ("一方面", "另一方面")[n - 1] if n <= 2 else None],
}
FORMAL = [
    "book",
    "part",
    "chapter",
    "section",
    "han_dun",
    "han_paren",
    "arabic",
    "arabic_paren",
    "arabic_half_paren",
    "circled",
]
SPOKEN = ["han_ordinal", "han_is", "han_must", "sequence", "aspect"]
SPOKEN_SET = frozenset(SPOKEN)


@dataclass
class Entry:
    """A section to be: its heading (None: body text alone), sentences of its own, children."""

    heading: str | None
    sentences: list[str]
    children: list[Entry] = field(default_factory=list)
    style: str = ""
    form: int = 0


@dataclass(frozen=True)
class Expected:
    """What must be read: one row for every section, in the order of the text."""

    start: int
    style: str
    ordinal: int
    depth: int
    heading: str | None


def phrases() -> st.SearchStrategy[str]:
    return st.builds(str.__add__, st.sampled_from(VERBS), st.sampled_from(NOUNS))


def headings() -> st.SearchStrategy[str]:
    """Headings of one or two phrases, at most 20 characters."""
    return st.one_of(
        phrases(), st.builds("{}，{}".format, phrases(), phrases()), st.builds("{}{}".format, phrases(), phrases())
    )


def sentences() -> st.SearchStrategy[str]:
    """Sentences of phrases, with a false friend now and then (not at the start), 。 at the end."""
    clauses = st.lists(st.one_of(phrases(), phrases(), st.sampled_from(NOISE)), max_size=3)
    return st.tuples(phrases(), clauses).map(lambda parts: "，".join([parts[0], *parts[1]]) + "。")


#: A sentence too long to be a heading.
LONG = "栽种林木，疏浚河湖，修缮桥梁，看护灯塔，清点码头，绘制渔港，丈量茶园，打磨石板，搬运木船，陈列陶器。"


@st.composite
def outlines(draw: Any, *, depth: int = 4) -> list[Entry]:
    """Draw an outline with up to `depth` levels; every series has at least two members."""
    levels = draw(st.integers(1, depth))
    spoken = levels > 1 and draw(st.booleans())
    formal = draw(
        st.lists(st.sampled_from(FORMAL), min_size=levels - spoken, max_size=levels - spoken, unique=True).map(
            lambda names: sorted(names, key=FORMAL.index)
        )
    )
    names = [*formal, *(["spoken"] if spoken else [])]

    def series(level: int) -> list[Entry]:
        name = names[level]
        style = name
        if name == "arabic":
            style = draw(st.sampled_from(["arabic_dot", "arabic_dun"]))
        elif name == "spoken":
            style = draw(st.sampled_from(SPOKEN))
        most = {"aspect": 2, "sequence": 4}.get(style, 5 if level == 0 else 3)
        count = draw(st.integers(2, most))
        form = draw(st.integers(0, len(FORMS[style]) - 1))
        members = []
        for _ in range(count):
            deeper = level + 1 < len(names) and draw(st.booleans())
            entry = Entry(draw(headings()), [], style=style, form=form)
            if deeper:
                entry.sentences = draw(st.lists(sentences(), max_size=1))
                entry.children = series(level + 1)
            else:
                kind = draw(st.sampled_from(["headed", "headed", "bare", "long", "only"]))
                if kind == "headed":
                    entry.sentences = draw(st.lists(sentences(), min_size=1, max_size=3))
                elif kind == "bare":
                    entry.heading, entry.sentences = None, [draw(headings()) + "。"]
                elif kind == "long":
                    entry.heading, entry.sentences = None, [LONG, *draw(st.lists(sentences(), max_size=1))]
            members.append(entry)
        return members

    return series(0)


@dataclass
class Rendering:
    """How an outline is written down.

    `broken`: lines are kept (else the whole text is one line); `own_line`: headings of formal sections stand
    alone on their line; `spoken_lines`: so do spoken members; `closers`: a heading before its children ends in 。;
    `clauses`: spoken leaves are clauses of one sentence, parted by this mark; `gap` stands behind a marker;
    `forms`: the form of all markers, by number.
    """

    broken: bool = True
    own_line: bool = True
    spoken_lines: bool = False
    line_end: str = "\n"
    indent: str = "\u3000\u3000"
    gap: str = ""
    preamble: str = "现将晾晒情形说明如下："
    forms: int | None = None
    closers: bool = False
    clauses: str = ""

    def render(self, outline: list[Entry]) -> tuple[str, list[Expected]]:
        """Return the text and what must be read from it."""
        self.parts: list[str] = []
        self.length = 0
        self.expected: list[Expected] = []
        self._write(self.preamble)
        self._series(outline, 1)
        return "".join(self.parts), self.expected

    def _write(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _new_line(self) -> None:
        if self.broken:
            if self.parts and self.length:
                self._write(self.line_end)
            self._write(self.indent)

    def _series(self, entries: list[Entry], depth: int) -> None:
        listed = (
            bool(self.clauses and entries)
            and entries[0].style in SPOKEN_SET
            and not any(each.children for each in entries)
        )
        for ordinal, entry in enumerate(entries, 1):
            self._entry(entry, ordinal, depth, clause=listed, last=ordinal == len(entries))

    def _entry(self, entry: Entry, ordinal: int, depth: int, *, clause: bool, last: bool) -> None:
        spoken = entry.style in SPOKEN_SET
        if not spoken or (self.spoken_lines and not clause):
            self._new_line()
        forms = FORMS[entry.style]
        marker = forms[(entry.form if self.forms is None else self.forms) % len(forms)](ordinal) or forms[0](ordinal)
        start = self.length
        self._write(marker + self.gap)
        more = bool(entry.sentences or entry.children)
        self.expected.append(Expected(start, entry.style, ordinal, depth, entry.heading))
        if clause:
            words = entry.heading or entry.sentences[0].rstrip("。")
            self._write(words + ("。" if last else self.clauses))
            # Parted by commas, each member is what stands between marker and marker: a heading, by the contract.
            heading = words + self.clauses if self.clauses == "，" and not last else None
            self.expected[-1] = Expected(start, entry.style, ordinal, depth, heading)
            return
        if entry.heading is None:
            self._write("".join(entry.sentences))
            return
        self._write(entry.heading)
        if not more:
            # A heading alone: it ends its line, or, in a text without lines, is a lone sentence, which is body.
            if not self.broken or (spoken and not self.spoken_lines):
                self._write("。")
                self.expected[-1] = Expected(start, entry.style, ordinal, depth, None)
            return
        if self.broken and self.own_line and not spoken and (entry.sentences or self._breaks_before(entry.children[0])):
            if entry.sentences:
                self._new_line()
        elif entry.sentences or not self._bare_heading(entry):
            self._write("。")
        self._write("".join(entry.sentences))
        self._series(entry.children, depth + 1)

    def _breaks_before(self, entry: Entry) -> bool:
        listed = bool(self.clauses) and not entry.children
        return entry.style not in SPOKEN_SET or (self.spoken_lines and not listed)

    def _bare_heading(self, entry: Entry) -> bool:
        """Say whether the first child may follow the heading with nothing between (首先 and 一方面 may not)."""
        return not self.closers and entry.children[0].style not in ("sequence", "aspect")


@st.composite
def renderings(draw: Any, *, broken: bool | None = None) -> Rendering:
    """Draw a way of writing."""
    return Rendering(
        broken=draw(st.booleans()) if broken is None else broken,
        own_line=draw(st.booleans()),
        spoken_lines=draw(st.booleans()),
        line_end=draw(st.sampled_from(LINE_ENDS)),
        indent=draw(st.sampled_from(INDENTS)),
        gap=draw(st.sampled_from(["", "", " ", "\u3000", "\xa0"])),
        preamble=draw(st.sampled_from(["现将晾晒情形说明如下：", "牧场上风车转动，花圃里果实累累。"])),
        closers=draw(st.booleans()),
        clauses=draw(st.sampled_from(["", "；", ";", "，"])),
    )
