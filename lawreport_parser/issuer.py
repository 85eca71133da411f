"""Whose report it is: one decision over all places of a page that name an organisation.

The places, from the surest: the signature, the title, a label (发布机构), a line under the title or alone above the
text, the preamble. A short name (县司法局) gives way to the full one of the same organ wherever the page has it. A
person is no issuer, and neither is who only commissions, approves or receives the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from lawreport_parser.blanks import trim
from lawreport_parser.organs import TITLES_OF_OFFICE, is_full, is_organ, is_place, is_short_of, names_person, organ_at
from lawreport_parser.page import PAGE, Page

__all__ = ["Claim", "choose_issuer", "claims_of", "named_in_title"]

#: How far into the preamble a name is looked for, and how long one is.
_PREAMBLE: Final = 300
_LONGEST_NAME: Final = 60
_LONGEST_PLACE: Final = 16
#: Titles of office, but for those that are words of other meanings, too (代表全县…); 新华社记者 is nobody's report.
_OFFICES: Final = (
    *(word for word in TITLES_OF_OFFICE.split() if word not in ("代表", "委员", "同志", "组长")),
    "记者",
    "通讯员",
)

Place = Literal["signature", "title", "label", "line", "preamble", "page"]


class Claim(NamedTuple):
    """A name that some place of the page gives, without blanks; `span` is None where it stands outside the text."""

    name: str
    span: tuple[int, int] | None
    place: Place

    @property
    def full(self) -> bool:
        """Whether the name says by itself whose it is."""
        return is_full(self.name)


def choose_issuer(claims: Iterable[Claim]) -> Claim | None:
    """Return the claim that counts. `claims` come in the order of their places, the surest first.

    The signature counts and so does a label, whatever it says; other places count by a full name, or by a short one
    that a full one elsewhere bears out. Claims behind the one that counts are looked at only for that.
    """
    waiting = iter(claims)
    seen: list[Claim] = []
    for claim in waiting:
        seen.append(claim)
        if claim.place == "page":
            continue
        if claim.full:
            return claim
        seen.extend(waiting)
        break
    for claim in seen:
        if claim.place == "page":
            continue
        if claim.full:
            return claim
        fuller = next((each for each in seen if each.full and is_short_of(claim.name, each.name)), None)
        if fuller is not None or claim.place in ("signature", "label"):
            return fuller or claim
    return None


def claims_of(
    page: Page,
    signed: tuple[str, tuple[int, int]] | None,
    title: tuple[str, tuple[int, int] | None] | None,
    publisher: tuple[str, tuple[int, int]] | None,
    preamble: tuple[int, int] | None,
) -> Iterator[Claim]:
    """Yield the names that a page gives, in the order of their places.

    `signed` and `publisher` are a name with its place, `title` the title with its place (None: outside the text),
    `preamble` the range of the text before the outline.
    """
    if signed is not None and not names_person(signed[0]):
        yield Claim(signed[0], signed[1], "signature")
    if title is not None:
        named = named_in_title(*title)
        if named is not None:
            yield named
    if publisher is not None and not names_person(publisher[0]):
        yield Claim(publisher[0], publisher[1], "label")
    for lines in page.titles:
        place = lines[0][0], lines[-1][1]
        other = named_in_title(page.text[slice(*place)], place)
        if other is not None and title is not None and title[1] != place:
            # 石湾县2023年…报告 / 石湾县人民政府关于2023年…的报告
            yield other
    yield from _lines(page, title[0] if title is not None else "")
    if preamble is not None:
        yield from _in_preamble(page.text, *preamble)
    yield from _elsewhere(page)


def named_in_title(words: str, place: tuple[int, int] | None) -> Claim | None:
    """Return the name that a title begins with, behind its year or 关于: 石湾县司法局 of 石湾县司法局2023年….

    A joint name (中共石湾县委 石湾县人民政府) is one. `place` is that of the words in the text.
    """
    letters = [at for at, sign in enumerate(words) if not sign.isspace()]
    squeezed = "".join(words[at] for at in letters)
    before = PAGE.BEFORE_NAME.match(squeezed)
    start = before.end() if before else 0
    end = start
    while (name := organ_at(squeezed, end, min(len(squeezed), end + _LONGEST_NAME))) is not None and (
        end == start or is_full(squeezed[slice(*name)])
    ):
        end = name[1]
        if squeezed[end : end + 1] in ("、", "和") and organ_at(squeezed, end + 1, len(squeezed)):
            end += 1
    if end == start or not is_organ(squeezed[start:end]):
        return None
    span = (place[0] + letters[start], place[0] + letters[end - 1] + 1) if place else None
    return Claim(squeezed[start:end], span, "title")


def _lines(page: Page, title: str) -> Iterator[Claim]:
    """Yield the names that stand for themselves below the title, or above the text of a page without title.

    Below a title that names a place, the organ of another place is whom the report addresses.
    """
    below = page.titles[0][-1][1] if page.titles else -1
    if not page.organs:
        return
    before = PAGE.BEFORE_NAME.match(title)
    title = title[before.end() :] if before else title
    place = next((title[:size] for size in range(_LONGEST_PLACE, 1, -1) if is_place(title[:size])), "")
    for start, end in page.organs:
        name = "".join(page.text[start:end].split())
        if (start >= below and place in name) or page.text.startswith(("令", "公告", "通告"), end):
            yield Claim(name, (start, end), "line")


def _elsewhere(page: Page) -> Iterator[Claim]:
    """Yield the names of the rest of the head: they bear out a short one, and count for nothing by themselves."""
    for start, end in page.organs:
        yield Claim("".join(page.text[start:end].split()), (start, end), "page")
    for start, end in page.persons:
        office = organ_at(page.text, start, end)
        if office is not None:
            yield Claim(page.text[slice(*office)], office, "page")
    for found in page.found:
        if found.field in ("source", "issuer") and is_organ(found.value):
            yield Claim("".join(found.value.split()), (found.start, found.end), "page")


def _in_preamble(text: str, start: int, end: int) -> Iterator[Claim]:
    """Yield the names with which a clause of the preamble begins: 2023年，石湾县司法局…; 我受石湾县人民政府委托."""
    end = min(end, start + _PREAMBLE)
    begins = [start, *(clause.end() for clause in PAGE.CLAUSE_BEGINS.finditer(text, start, end))]
    for begin in begins:
        at = trim(text, begin, end)[0]
        commissioned = PAGE.COMMISSIONED.match(text, at, end)
        if commissioned:
            at = commissioned.end()
        elif PAGE.OWN_ORGAN.match(text, at, end):
            return
        elif PAGE.ON_BEHALF.match(text, at, end) or PAGE.DATELINE.match(text, at, end):
            continue
        name = organ_at(text, at, min(end, at + _LONGEST_NAME))
        # 国务院总理某某: a person acts, and not the organ.
        if name is None or text.startswith(_OFFICES, name[1]):
            continue
        if commissioned or is_full(text[slice(*name)]):
            yield Claim(text[slice(*name)], name, "preamble")
