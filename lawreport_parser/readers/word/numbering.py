"""Word's automatic numbering: what stands before a paragraph on the page but not in its text.

A .docx file keeps the numbers of its lists apart from the words: `word/numbering.xml` holds the
definitions, `word/styles.xml` may attach them to styles, and each paragraph names a list and a level.
The reader has to count. Two pieces do it, none of which reads a file (`number_formats` writes the numbers):

- `NumberingScheme` is the definitions, built from the two XML parts;
- `NumberingCounter` walks the paragraphs of one story in order and gives each its `Label`.

Rules: ECMA-376 Part 1 (ISO/IEC 29500-1), §17.9 for numbering, §17.7.2 for styles, §17.18.59
(`ST_NumberFormat`) for the formats, and [MS-DOCX] §2.4 for the formats called custom. Where the
standard leaves a question open, `docs/reference/word-numbering.md` says what was decided and why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from lawreport_parser.readers.word.number_formats import NUMBER_FORMATS, format_number
from lawreport_parser.readers.word.package import OFF, W, XmlElement
from lawreport_parser.readers.word.styles import Styles

__all__ = [
    "SYMBOL_CHARACTERS",
    "Label",
    "Level",
    "NumberingCounter",
    "NumberingScheme",
    "Place",
    "is_on",
]

#: What `isLgl` leaves as it is: numbers that are decimal already.
_LEGAL: Final[Mapping[str, str]] = {name: name for name in NUMBER_FORMATS if name.startswith("decimalZero")}

#: The custom formats of [MS-DOCX] §2.4 that differ from decimal and occur in Chinese documents.
_CUSTOM_FORMATS: Final[Mapping[str, str]] = {
    "01, 02, 03, ...": "decimalZero",
    "001, 002, 003, ...": "decimalZero3",
    "0001, 0002, 0003, ...": "decimalZero4",
    "00001, 00002, 00003, ...": "decimalZero5",
    "１, ２, ３, ...": "decimalFullWidth",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "一, 十, 一○○(简), ...": "chineseCounting",
    "一, 十, 一百(简), ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "一, 一〇, 一〇〇, ...": "ideographDigital",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
}

#: Bullets of the Symbol and Wingdings fonts (code points of the private use area) as Unicode writes them.
SYMBOL_CHARACTERS: Final[Mapping[int, str]] = {
    0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖", 0xF09F: "•",
    0xF0A1: "○", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0AB: "★", 0xF0D8: "➢", 0xF0E0: "→", 0xF0E8: "➔", 0xF0FB: "✗",
    0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑", 0xF02D: "-",
}  # fmt: skip


# ---------------------------------------------------------------- definitions (§17.9)

_LEVELS: Final = range(9)
_SUFFIXES: Final[Mapping[str, str]] = {"tab": "\t", "space": " ", "nothing": ""}
#: Word keeps patterns and chains of styles far shorter; the limits keep a forged file from exhausting memory or time.
_LONGEST_PATTERN: Final = 255
_LONGEST_CHAIN: Final = 64
_NUMBERING: Final = W + "numPr"
_NUMBERING_OF_STYLE: Final = f"{W}pPr/{_NUMBERING}"
_INTEGER: Final = re.compile(r"\s*([+-]?[0-9]{1,10})\s*\Z")
_PLACEHOLDER: Final = re.compile("%([1-9])")
_PRIVATE_USE: Final = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (`w:lvl`, §17.9.6).

    `text` is the pattern of its labels (`（%2）`), `start` its first number, `restart` the number from 1
    of the level that makes it start anew (None: any higher one; 0: none), `legal` whether all numbers of
    the label are decimal (`isLgl`), `suffix` what stands between label and text, `style` the paragraph
    style bound to this level.
    """

    number_format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    suffix: str
    style: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph is numbered: the id of its `w:num` and its level from 0."""

    num_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: the number as written (`（一）`), and the suffix that follows it."""

    text: str
    suffix: str

    def __str__(self) -> str:
        return self.text + self.suffix


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:abstractNum` (§17.9.1): its levels, or the numbering style that has them in its place."""

    levels: Mapping[int, Level]
    link: str | None


@dataclass(frozen=True, slots=True)
class _Instance:
    """A `w:num` (§17.9.15): the list it uses and what it changes in it (`w:lvlOverride`, §17.9.8)."""

    list_id: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says of numbering (`w:numPr`): the id of its `w:num`, and its level."""

    num_id: str | None
    level: int | None


_NO_STYLE: Final = _Style(None, None)


def _value(parent: XmlElement | None, name: str) -> str | None:
    """Return the `w:val` of the child called `name`, None where there is no child or no value."""
    child = None if parent is None else parent.find(W + name)
    found = None if child is None else child.get(W + "val")
    return None if found is None else str(found)


def _integer(text: str | None) -> int | None:
    match = _INTEGER.match(text) if text is not None else None
    return int(match[1]) if match else None


def is_on(parent: XmlElement, name: str) -> bool:
    """Read an on/off property (§17.17.4): present without a value means on."""
    child = parent.find(W + name)
    return child is not None and child.get(W + "val") not in OFF


def _level_index(element: XmlElement, name: str) -> int | None:
    """Return the `ilvl` of a child called `name`, None for another element and for a level there is not."""
    index = _integer(element.get(W + "ilvl")) if element.tag == W + name else None
    return index if index in _LEVELS else None


def _read_number_format(level: XmlElement) -> str:
    """Return the format's name. Word writes custom formats with a plain one beside them for older readers."""
    name = "decimal"
    for element in level.iter(W + "numFmt"):
        name = str(element.get(W + "val") or "decimal")
        if name == "custom":
            name = _CUSTOM_FORMATS.get(str(element.get(W + "format") or ""), name)
        if name in NUMBER_FORMATS:
            break
    return name


def _read_level(element: XmlElement) -> Level:
    return Level(
        number_format=_read_number_format(element),
        text=(_value(element, "lvlText") or "")[:_LONGEST_PATTERN],
        start=_integer(_value(element, "start")) or 0,
        restart=_integer(_value(element, "lvlRestart")),
        legal=is_on(element, "isLgl"),
        suffix=_SUFFIXES.get(_value(element, "suff") or "tab", "\t"),
        style=_value(element, "pStyle"),
    )


def _read_list(element: XmlElement) -> _List:
    levels: dict[int, Level] = {}
    for child in element:
        index = _level_index(child, "lvl")
        if index is not None:
            levels.setdefault(index, _read_level(child))
    return _List(levels, _value(element, "numStyleLink"))


def _read_instance(element: XmlElement) -> _Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for child in element:
        index = _level_index(child, "lvlOverride")
        if index is None:
            continue
        start = _integer(_value(child, "startOverride"))
        if start is not None:
            starts[index] = start
        level = child.find(W + "lvl")
        if level is not None:
            levels[index] = _read_level(level)
    return _Instance(_value(element, "abstractNumId") or "", levels, starts)


def _read_style(element: XmlElement) -> _Style:
    stated = element.find(_NUMBERING_OF_STYLE)
    return _Style(_value(stated, "numId"), _integer(_value(stated, "ilvl")))


class NumberingScheme:
    """The numbering definitions of one document, and which of them a paragraph uses.

    Build it with `from_xml`; it does not change afterwards, so several counters may share it.
    """

    def __init__(
        self,
        lists: Mapping[str, _List],
        instances: Mapping[str, _Instance],
        styles: Styles,
    ) -> None:
        self._lists = lists
        self._instances = instances
        self._styles = styles
        self._stated = {name: _read_style(element) for name, element in styles.items()}

    @classmethod
    def from_xml(cls, numbering: XmlElement | None, styles: XmlElement | Styles | None) -> Self:
        """Read the root elements of `word/numbering.xml` and `word/styles.xml` (None: the part is absent).

        Of the styles, what was read of them already may be given.

        What the parts say wrongly (a level 12, a number that is none) is passed over. Never raises.
        """
        lists: dict[str, _List] = {}
        instances: dict[str, _Instance] = {}
        for element in numbering if numbering is not None else ():
            if element.tag == W + "abstractNum":
                lists[str(element.get(W + "abstractNumId"))] = _read_list(element)
            elif element.tag == W + "num":
                instances[str(element.get(W + "numId"))] = _read_instance(element)
        return cls(lists, instances, styles if isinstance(styles, Styles) else Styles(styles))

    def list_of(self, num_id: str) -> str | None:
        """Return the id of the list (`w:abstractNum`) whose count the instance `num_id` shares, or None."""
        instance = self._instances.get(num_id)
        return instance.list_id if instance is not None and instance.list_id in self._lists else None

    def level(self, num_id: str, index: int) -> Level | None:
        """Return level `index` of the instance `num_id`, its overrides applied, or None where undefined.

        A list that only names a numbering style (`numStyleLink`, §17.9.21) has the levels of the list
        which that style uses.
        """
        for _ in range(_LONGEST_CHAIN):
            instance = self._instances.get(num_id)
            if instance is None:
                return None
            if index in instance.levels:
                return instance.levels[index]
            definition = self._lists.get(instance.list_id)
            if definition is None:
                return None
            if index in definition.levels or definition.link is None:
                return definition.levels.get(index)
            num_id = self._stated.get(definition.link, _NO_STYLE).num_id or ""
        return None

    def start(self, num_id: str, index: int) -> int:
        """Return the number from which level `index` of the instance counts (`startOverride` before `start`)."""
        override = self.start_override(num_id, index)
        if override is not None:
            return override
        level = self.level(num_id, index)
        return level.start if level is not None else 0

    def start_override(self, num_id: str, index: int) -> int | None:
        """Return the `startOverride` (§17.9.26) of level `index` of the instance, or None."""
        instance = self._instances.get(num_id)
        return None if instance is None else instance.starts.get(index)

    def place(self, style: str | None, num_id: str | None, level: int | None) -> Place | None:
        """Return where a paragraph is numbered, from what it says itself and what its style says, or None.

        `style`, `num_id` and `level` are the paragraph's own `pStyle`, `numId` and `ilvl`, None where it
        has none. Its own values win over its style's, a style's over those of the style it is based on
        (§17.7.2); `numId` 0 takes numbering away (§17.9.18). In a style the level is the one bound to it
        by `pStyle` (§17.9.23), else the `ilvl` it states.
        """
        chain = [name for name, _ in self._styles.chain(self._styles.of_paragraph(style))]
        if num_id is None:
            num_id = next((self._stated[name].num_id for name in chain if self._stated[name].num_id is not None), None)
        if num_id is None or _integer(num_id) == 0:
            return None
        if level is None:
            level = next(filter(lambda found: found is not None, (self._style_level(n, num_id) for n in chain)), 0)
        return Place(num_id, min(max(level or 0, 0), _LEVELS[-1]))

    def _style_level(self, name: str, num_id: str) -> int | None:
        bound = (index for index in _LEVELS if (level := self.level(num_id, index)) and level.style == name)
        return next(bound, self._stated[name].level)


# ---------------------------------------------------------------- counting


@dataclass(slots=True)
class NumberingCounter:
    """Counts through the paragraphs of one story (the body, the headers, a text box) in document order.

    All instances of one list share its counts. Using a level sets the deeper ones back to their start,
    unless their `lvlRestart` says otherwise (§17.9.10); an instance with a `startOverride` for a level
    sets that level the first time it is used there.

    `unresolved` gathers what could not be numbered as Word does: `numFmt X` for a format not known here
    (written in decimal), `numId N level L` for a level without definition (no label).
    """

    scheme: NumberingScheme
    unresolved: dict[str, None] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _overridden: set[Place] = field(default_factory=set)
    _places: dict[tuple[str | None, str | None, int | None], Place | None] = field(default_factory=dict)

    def new_story(self) -> NumberingCounter:
        """Return a counter at its beginning over the same definitions, adding to the same `unresolved`."""
        return NumberingCounter(self.scheme, self.unresolved)

    def label_of(self, properties: XmlElement | None) -> Label | None:
        """Count one paragraph, given its `w:pPr` element (or None), and return its label, None without one."""
        if properties is None:
            return self.next_label(None, None, None)
        stated = properties.find(_NUMBERING)
        return self.next_label(_value(properties, "pStyle"), _value(stated, "numId"), _integer(_value(stated, "ilvl")))

    def next_label(self, style: str | None, num_id: str | None, level: int | None) -> Label | None:
        """Count one paragraph by its own `pStyle`, `numId` and `ilvl`, and return its label, None without one."""
        key = (style, num_id, level)
        if key not in self._places:
            self._places[key] = self.scheme.place(*key)
        place = self._places[key]
        if place is None:
            return None
        list_id = self.scheme.list_of(place.num_id)
        definition = self.scheme.level(place.num_id, place.level)
        if list_id is None or definition is None:
            self.unresolved[f"numId {place.num_id} level {place.level + 1}"] = None
            return None
        counts = self._counts.setdefault(list_id, {})
        self._advance(counts, place)
        return Label(self._write(counts, place, definition), definition.suffix)

    def _advance(self, counts: dict[int, int], place: Place) -> None:
        scheme, index = self.scheme, place.level
        override = None if place in self._overridden else scheme.start_override(place.num_id, index)
        if override is not None:
            self._overridden.add(place)
            counts[index] = override
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = scheme.start(place.num_id, index)
        for deeper in range(index + 1, len(_LEVELS)):
            level = scheme.level(place.num_id, deeper) if deeper in counts else None
            if level is not None and (level.restart is None or index < level.restart):
                del counts[deeper]

    def _write(self, counts: dict[int, int], place: Place, definition: Level) -> str:
        if definition.number_format == "bullet":
            return _PRIVATE_USE.sub("•", definition.text.translate(SYMBOL_CHARACTERS))

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            level = self.scheme.level(place.num_id, index)
            if index > place.level or level is None:
                return ""
            value = counts.get(index, self.scheme.start(place.num_id, index))
            if definition.legal:
                return format_number(value, _LEGAL.get(level.number_format, "decimal"))
            if level.number_format not in NUMBER_FORMATS:
                self.unresolved[f"numFmt {level.number_format}"] = None
            return format_number(value, level.number_format)

        return _PLACEHOLDER.sub(number, definition.text)
