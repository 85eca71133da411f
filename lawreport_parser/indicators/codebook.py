"""Codebooks: which figures are compared, under which code, and by what words they are known.

A codebook is a TOML file; that of the package is `codebook.toml` beside this module. `docs/explanation/indicators.md`
describes the form. It is read when it is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import Any, Final

from lawreport_parser.errors import CodebookError
from lawreport_parser.indicators.wording import FIGURE, LONGEST_WORD, WordingError, wording_pattern
from lawreport_parser.numbers.units import UNITS

__all__ = ["Codebook", "CodebookEntry", "General"]

#: Finds nothing.
NEVER: Final = r"(?!)"
_OWN: Final = "codebook.toml"
_GENERAL: Final = "general"
#: The keys of a code: those that must stand, words, lists of words, and yes or no.
_NAMES: Final = ("name_zh", "name_en", "unit", "units", "counts", "of")
_WORDS: Final = ("says", "organ", "government", "not", "kinds", "not_before", "not_under", "organ_ends")
_FLAGS: Final = ("several", "change", "average", "one_organ")
_KEYS: Final = (*_NAMES, "counts_zh", *_WORDS, "else", *_FLAGS)


@dataclass(frozen=True)
class CodebookEntry:
    """A code of a codebook: its names, its unit, what counts.

    `unit` is what the figures are counted in, for tables; a report may write one of `units` instead (起 for 件). With
    `several`, several figures in one report are usual: one for each kind, or each body.
    """

    code: str
    name_zh: str
    name_en: str
    unit: str
    units: tuple[str, ...]
    counts: str
    counts_zh: str
    several: bool
    change: bool
    average: bool
    one_organ: bool
    of: tuple[str, ...] = field(repr=False)
    #: What is said beside the figure, one pattern for each rank, the best first; None where the matter is enough.
    says: tuple[re.Pattern[str] | None, ...] = field(repr=False)
    organ: re.Pattern[str] | None = field(repr=False)
    government: re.Pattern[str] | None = field(repr=False)
    refused: re.Pattern[str] | None = field(repr=False)
    kinds: re.Pattern[str] | None = field(repr=False)
    not_before: re.Pattern[str] | None = field(repr=False)
    not_under: re.Pattern[str] | None = field(repr=False)
    #: How the names of the organs end that `organ` is for; all where there are none.
    organ_ends: tuple[str, ...] = field(repr=False)
    #: The wordings of `says`, `else`, and those of `organ` and `government`, as written.
    wordings: tuple[str, ...] = field(repr=False)

    def counted_in(self, unit: str | None) -> str | None:
        """Return the unit of the code where `unit` counts the same things (起 for 件); else `unit` itself."""
        alike = unit in self.units and UNITS[unit] == UNITS[self.unit] == "count"
        return self.unit if alike else unit


@dataclass(frozen=True)
class General:
    """What holds for all codes: words that say nothing, and those that no figure of a codebook stands beside.

    The fields are the keys of the table. A pattern of no wordings finds nothing.
    """

    fillers: tuple[str, ...]
    acts: tuple[str, ...]
    other: tuple[str, ...]
    refused: re.Pattern[str]
    origins: re.Pattern[str]
    changes: re.Pattern[str]
    levels: re.Pattern[str]
    averages: re.Pattern[str]
    planned: re.Pattern[str]
    comments: re.Pattern[str]
    lower: re.Pattern[str]
    weaker: re.Pattern[str]
    elsewhere: re.Pattern[str]
    organs: re.Pattern[str]
    places: re.Pattern[str]


_GENERAL_KEYS: Final = tuple(each.name for each in fields(General))


class Codebook(Mapping[str, CodebookEntry]):
    """The codes of a codebook, in their order, which is that in which they are tried: code → `CodebookEntry`."""

    def __init__(self, entries: Iterable[CodebookEntry], general: General) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self.general = general

    def counted_in(self, code: str, unit: str | None) -> str | None:
        """Return the unit in which figures of a code are compared: see `CodebookEntry.counted_in`."""
        entry = self.get(code)
        return unit if entry is None else entry.counted_in(unit)

    @classmethod
    def default(cls) -> Codebook:
        """Return the codebook of the package."""
        return _default()

    @classmethod
    def read(cls, path: str | Path, *, base: Codebook | None = None) -> Codebook:
        """Return the codebook that a file holds, added to `base` where one is given.

        A code of the same name replaces that of `base`, in its place; the others are tried before those of `base`.
        `CodebookError` names the file, the code and the key where something is wrong.
        """
        try:
            text = Path(path).read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise CodebookError(f"{path}: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise CodebookError(f"{path}: not UTF-8; save it as UTF-8") from None
        return cls.from_text(text, name=str(path), base=base)

    @classmethod
    def from_text(cls, text: str, *, name: str = "codebook", base: Codebook | None = None) -> Codebook:
        """Return the codebook that a text holds, as `read` does; `name` stands in messages."""
        made, general = _read(text, name)
        if base is None:
            return cls(made, general or Codebook.default().general)
        known = {entry.code: entry for entry in made}
        added = [entry for entry in made if entry.code not in base]
        return cls([*added, *(known.get(entry.code, entry) for entry in base.values())], general or base.general)

    def __getitem__(self, code: str) -> CodebookEntry:
        return self._entries[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"Codebook({', '.join(self._entries)})"

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self.values()), self.general)


@cache
def _default() -> Codebook:
    held = get_data(__package__ or "lawreport_parser.indicators", _OWN)
    if held is None:  # a loader that hands out no data
        held = Path(__file__).with_name(_OWN).read_bytes()
    entries, general = _read(held.decode(), _OWN)
    if general is None:
        raise CodebookError(f"{_OWN}: no table [{_GENERAL}]")
    return Codebook(entries, general)


def _read(text: str, name: str) -> tuple[list[CodebookEntry], General | None]:
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{name}: not TOML: {error}") from None
    except RecursionError:
        raise CodebookError(f"{name}: not TOML: it nests too deep") from None
    general = None
    entries = []
    for group, table in tables.items():
        if group == _GENERAL:
            general = _Table(name, group, table, _GENERAL_KEYS).general()
            continue
        if not isinstance(table, dict):
            raise CodebookError(f"{name}: {group}: write a table for each code, [{group}.name]")
        for own in (group, *table):
            if own.split() != [own]:
                raise CodebookError(f"{name}: {own!r} is no name of a code: write [group.name] without blanks")
        entries += [
            _Table(name, f"{group}.{own}", values, _KEYS).entry(f"{group}.{own}") for own, values in table.items()
        ]
    return entries, general


class _Table:
    """A table of a codebook's file, read with its errors named."""

    def __init__(self, file: str, title: str, values: object, keys: tuple[str, ...]) -> None:
        self._place = f"{file}: [{title}]"
        if not isinstance(values, dict):
            raise CodebookError(f"{self._place}: a code is a table: write [group.name] with its keys below it")
        self._values: dict[str, object] = values
        for key in values:
            if key not in keys:
                from difflib import get_close_matches

                near = get_close_matches(key, keys, n=1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(keys)}"
                shown = key if key.isprintable() else repr(key)
                raise CodebookError(f"{self._place}: no such key: {shown}; {hint}")

    def entry(self, code: str) -> CodebookEntry:
        for key in _NAMES:
            if not self._text(key).strip():
                raise CodebookError(f'{self._place}: {key} is missing; write {key} = "…"')
        units = self._text("units").split()
        for unit in units:
            if unit not in UNITS:
                raise CodebookError(f"{self._place}: units: {unit!r} is no unit that figures are read with")
        of = self._words("of")
        for word in of:
            if any(sign in word for sign in f"()|…{FIGURE}?"):
                raise CodebookError(f"{self._place}: of: {word!r}: these are plain words; wordings stand in says")
        rest = self._values.get("else", [])
        if not isinstance(rest, list) or not all(isinstance(each, str) for each in rest):
            raise CodebookError(f'{self._place}: else must be a list of strings: else = ["…"]')
        return CodebookEntry(
            code=code,
            name_zh=self._text("name_zh"),
            name_en=self._text("name_en"),
            unit=self._text("unit"),
            units=tuple(units),
            counts=self._text("counts"),
            counts_zh=self._text("counts_zh"),
            several=self._flag("several"),
            change=self._flag("change"),
            average=self._flag("average"),
            one_organ=self._flag("one_organ"),
            of=tuple(of),
            says=(self._pattern("says"), *(self._compiled("else", each) for each in rest)),
            organ=self._pattern("organ"),
            government=self._pattern("government"),
            refused=self._pattern("not"),
            kinds=self._pattern("kinds"),
            not_before=self._pattern("not_before"),
            not_under=self._pattern("not_under"),
            organ_ends=tuple(self._words("organ_ends")),
            wordings=(self._text("says"), *rest, self._text("organ"), self._text("government")),
        )

    def general(self) -> General:
        return General(
            fillers=tuple(self._words("fillers")),
            acts=tuple(self._words("acts")),
            other=tuple(self._words("other")),
            refused=self._finder("refused"),
            origins=self._finder("origins"),
            changes=self._finder("changes"),
            levels=self._finder("levels"),
            averages=self._finder("averages"),
            planned=self._finder("planned"),
            comments=self._finder("comments"),
            lower=self._finder("lower"),
            weaker=self._finder("weaker"),
            elsewhere=self._finder("elsewhere"),
            organs=self._finder("organs"),
            places=self._finder("places"),
        )

    def _text(self, key: str) -> str:
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise CodebookError(f'{self._place}: {key} must be a string: {key} = "…"')
        return value

    def _words(self, key: str) -> list[str]:
        words = self._text(key).split()
        for word in words:
            if len(word) > LONGEST_WORD:
                raise CodebookError(f"{self._place}: {key}: {word[:20]!r}…: longer than {LONGEST_WORD} characters")
        return words

    def _flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise CodebookError(f"{self._place}: {key} must be true or false")
        return value

    def _pattern(self, key: str) -> re.Pattern[str] | None:
        return self._compiled(key, self._text(key))

    def _finder(self, key: str) -> re.Pattern[str]:
        return self._pattern(key) or re.compile(NEVER)

    def _compiled(self, key: str, words: str) -> re.Pattern[str] | None:
        try:
            return wording_pattern(words)
        except WordingError as error:
            raise CodebookError(f"{self._place}: {key}: {error}") from None
