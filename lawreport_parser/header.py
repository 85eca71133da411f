"""The header of a report: the values its page gives, weighed against each other.

Where places disagree on a value, the one most of them give wins, then the first; a diagnostic names all.
Whose report it is, `issuer.py` decides, which years it is on, `years_of_report.py`, and of which place, `regions/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final, Literal

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.diagnostics import diagnose
from lawreport_parser.header_fields import LABEL_OF, ROWS, LabelKind
from lawreport_parser.issuer import choose_issuer, claims_of
from lawreport_parser.model import Diagnostic, Header, Signature
from lawreport_parser.numbers.dates import find_dates, parse_date
from lawreport_parser.organs import names_person
from lawreport_parser.page import PAGE, Found, Page, Signed, Sureness, sureness, tidy_title
from lawreport_parser.regions.evidence import Witness
from lawreport_parser.regions.finding import locate
from lawreport_parser.spans import Span
from lawreport_parser.years import year_of
from lawreport_parser.years_of_report import DatePlace, Day, read_years

__all__ = ["read_header", "signed_within"]

#: Labels of metadata outside the text that give a field of the header.
_OUTSIDE: Final = ("title", "published_date", "source")
_DATES: Final = frozenset(name for name, row in ROWS.items() if row.form == "date")
#: Writers take О, O or o for 〇, and 元 and 号 for the first month and the day; scans have 曰 for 日.
_IN_FULL: Final = str.maketrans("ОOoＯ元号曰", "〇〇〇〇一日日")
_ROUND: Final = str.maketrans("()", "（）")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def signed_within(page: Page, within: Span) -> Signed | None:
    """Return where the report is signed, which stands `within` a range of the text: the last place of several there."""
    if page.signature is None or within.start < page.signature.start < within.end:
        return page.signature
    return next((each for each in reversed(page.inner) if within.start < each.start < within.end), page.signature)


def _read_signature(text: str, signed: Signed) -> Signature:
    """Return what a signature says; a person who signs is no issuer, 2024年1月 no date."""
    organisation, day, start, end = signed
    name = PAGE.SEAL_MARK.sub("", _squeezed(text[slice(*organisation)])) if organisation else None
    return Signature(
        issuer=None if name is None or names_person(name) else name,
        date=_signed_on(text[slice(*day)]) if day else None,
        span=Span(start, end),
    )


def _signed_on(written: str) -> date | None:
    """Return the day of a signature: blanks between its digits do not count where 年, 月 and 日 stand behind them."""
    return _date_in(_squeezed(written) if "日" in written else written)


def _squeezed(words: str) -> str:
    return "".join(words.split()).strip(BLANK_CHARACTERS)


def read_header(
    page: Page,
    signed: Signed | None,
    preamble: tuple[int, int] | None,
    headings: Sequence[tuple[int, int]],
    metadata: Mapping[str, str],
    *,
    body: tuple[int, int] | None = None,
    plans: Callable[[str | None, int], bool] | None = None,
) -> tuple[Header, Signature | None, list[Diagnostic]]:
    """Return the header, the signature and the diagnostics of their reading.

    `signed` is where the report is signed. `preamble` is the range of the text before the outline, `headings` those of
    the outermost sections; `metadata` holds labels and values from outside the text, which have no evidence in it.
    `body` is the range of the report; where the file goes on with a second one, up to that. `plans` is asked with the
    title and the year reviewed whether the report plans anything, where its wording does not show it: else there is no
    year planned for.
    """
    reading = _Reading(page, signed)
    reading.titles()
    reading.values(metadata)
    if page.addressee is not None:
        start, end = page.addressee
        reading.take("addressee", page.text[start:end].rstrip(f"：:{BLANK_CHARACTERS}"), start, end)
    reading.outside(metadata)
    reading.issuer(preamble)
    reading.years(preamble, headings, body or (0, page.body_end), plans)
    reading.region()
    return (
        Header(
            **{name: reading.fields.get(name) for name in ROWS},
            region=reading.fields.get("region"),
            evidence={name: Span(start, end) for name, (start, end) in reading.evidence.items()},
            other=reading.other,
        ),
        reading.signature,
        reading.diagnostics,
    )


class _Reading:
    def __init__(self, page: Page, signed: Signed | None) -> None:
        self.page = page
        self.text = page.text
        self.signed = signed
        self.signature = None if signed is None else _read_signature(page.text, signed)
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, tuple[int, int]] = {}
        self.other: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def take(self, name: str, value: Any, start: int, end: int) -> None:
        self.fields[name] = value
        self.evidence[name] = (start, end)

    def titles(self) -> None:
        """Add the titles printed on the page to the values found."""
        printed = []
        for lines in self.page.titles:
            value = "".join(self.text[start:end] for start, end in lines)
            printed.append(Found("title", "", value, lines[0][0], lines[-1][1]))
        self.found = sorted([*self.page.found, *printed], key=lambda each: each.start)

    def values(self, metadata: Mapping[str, str]) -> None:
        """Settle every field by majority, then by order; name the conflicts. `metadata` are from outside the text."""
        votes: dict[str, list[tuple[Any, Found]]] = {}
        for each in _settle_dates(self.found, _says_published(metadata)):
            if each.field == "other":
                if each.label not in self.other or not self.other[each.label]:
                    self.other[each.label] = each.value
                continue
            value: Any
            if each.field in _DATES:
                value = _date_in(each.value)
                if value is None:
                    self.diagnostics.append(diagnose("invalid-date", each.start, each.end, each.value))
                    continue
            elif each.field == "year":
                named = PAGE.WRITTEN_YEAR.search(each.value)
                if named is None:
                    self.other.setdefault(each.label, each.value)
                    continue
                value = year_of(named.group()[:4])
            else:
                value = _tidy_title(each.value) if each.field == "title" else _tidy(each.value)
            votes.setdefault(each.field, []).append((value, each))
        self.publisher: tuple[str, tuple[int, int]] | None = None
        for name, given in votes.items():
            if name == "title" and len(given) > 1:
                given = _surest(given)
            value, where = given[0]
            forms = [_comparable(value) for value, _ in given] if len(given) > 1 else []
            if len(set(forms)) > 1:
                counts = Counter(forms)
                best = max(counts.values())
                value, where = next((value, each) for value, each in given if counts[_comparable(value)] == best)
                shown = "; ".join(dict.fromkeys(str(value) for value, _ in given))
                self.diagnostics.append(
                    diagnose("metadata-conflict", where.start, where.end, ROWS[name].chinese, shown, str(value))
                )
            if name == "issuer":
                self.publisher = (value, (where.start, where.end))
            else:
                self.take(name, value, where.start, where.end)

    def outside(self, metadata: Mapping[str, str]) -> None:
        """Take what the file says outside its text, where the text is silent; name dates that disagree."""
        for label, value in metadata.items():
            known = LABEL_OF.get(label)
            name = known.field if known is not None and known.field in _OUTSIDE else None
            taken: Any = value.strip()
            if name in _DATES:
                taken = _date_outside(value)
                if taken is None and value.strip():
                    self.diagnostics.append(diagnose("invalid-date", 0, 0, value.strip()))
            elif name == "title":
                taken = _tidy_title(taken).strip()
            elif name is not None:
                taken = PAGE.OWN_LABEL.sub("", taken)
            if name is None or not taken:
                self.other.setdefault(label, value)
            elif name not in self.fields:
                self.fields[name] = taken
            elif name in _DATES and self.fields[name] != taken:
                given = self.fields[name]
                shown = f"{given}; {taken}"
                self.diagnostics.append(
                    diagnose("metadata-conflict", *self.evidence[name], ROWS[name].chinese, shown, str(given))
                )

    def issuer(self, preamble: tuple[int, int] | None) -> None:
        """Take the name that counts of all that the page gives."""
        name, organisation = self.signature and self.signature.issuer, self.signed and self.signed.organisation
        signs = (name, organisation) if name and organisation else None
        title, place = self.fields.get("title"), self.evidence.get("title")
        words = self.text[slice(*place)] if place else title
        claims = claims_of(self.page, signs, (words, place) if words else None, self.publisher, preamble)
        chosen = choose_issuer(claims)
        if chosen is None:
            return
        self.fields["issuer"] = chosen.name
        if chosen.span is not None:
            self.evidence["issuer"] = chosen.span

    def years(
        self,
        preamble: tuple[int, int] | None,
        headings: Sequence[tuple[int, int]],
        body: tuple[int, int],
        plans: Callable[[str | None, int], bool] | None,
    ) -> None:
        """Take the years that the places of the page bear out, and name those that disagree."""
        days: dict[DatePlace, Day] = {}
        signature, place = self.signature, self.signed and self.signed.date
        if signature is not None and signature.date is None and place:
            start, end = place
            if not find_dates(self.text[start:end])[1]:
                # An impossible one is named with those of the text.
                self.diagnostics.append(diagnose("invalid-date", start, end, self.text[start:end]))
        if signature is not None and signature.date is not None:
            days["signature"] = (signature.date, place)
        if (written := self.fields.get("written_date")) is not None:
            days["written"] = (written, self.evidence.get("written_date"))
        if (published := self.fields.get("published_date")) is not None:
            days["published"] = (published, self.evidence.get("published_date"))
        title = self.fields.get("title")
        given = self.fields.get("year")
        years = read_years(
            self.text,
            title=(title, self.evidence.get("title")) if title is not None else None,
            preamble=preamble,
            headings=headings,
            body=body,
            days=days,
            # 报告年度：2023 says it.
            labelled=(given, self.evidence["year"]) if given is not None else None,
            plans=None if plans is None else partial(plans, title),
        )
        for name, year, span in (
            ("year", years.year, years.year_span),
            ("plan_year", years.plan_year, years.plan_span),
        ):
            self.fields[name] = year
            if year is not None and span is not None:
                self.evidence[name] = span
        if years.conflict is not None:
            english, chinese, span = years.conflict
            self.diagnostics.append(diagnose("year-conflict", *span, english, chinese, years.year))
        if years.deduced is not None:
            self.diagnostics.append(diagnose("year-deduced", *(years.year_span or (0, 0)), years.year, *years.deduced))

    def region(self) -> None:
        """Take the place whose report it is, or name those that it may be."""
        issuer = self.fields.get("issuer")
        found = locate(
            issuer,
            list(self._witnesses(issuer)),
            _squeezed(self.fields.get("document_number") or ""),
            self.text,
            self.fields.get("year"),
        )
        place = (0, len(self.text)) if found.origin == "text" else self.evidence.get(found.origin)
        span = _where(self.text, found.words, *place) if place is not None and found.words else None
        if found.region is not None:
            self.fields["region"] = found.region
            if span is not None:
                self.evidence["region"] = span
        elif found.several:
            shown = "、".join("".join(path) for path in found.several)
            self.diagnostics.append(diagnose("ambiguous-region", *(span or (0, 0)), found.words, shown))

    def _witnesses(self, issuer: str | None) -> Iterator[Witness]:
        """Yield what may name the place, or a larger one, beside the issuer: from the surest on."""
        publisher = self.publisher[0] if self.publisher is not None else None
        for origin, words in (
            ("title", self.fields.get("title")),
            ("publisher", publisher),
            ("source", self.fields.get("source")),
            *(("organ", self.text[start:end]) for start, end in self.page.organs),
            ("addressee", self.fields.get("addressee")),
        ):
            if words and words != issuer:
                yield Witness(origin, _squeezed(words))


def _where(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where `words`, written without blanks, stand between two places of a text."""
    letters = [at for at in range(start, end) if not text[at].isspace()]
    at = "".join([text[at] for at in letters]).find(words)
    return (letters[at], letters[at + len(words) - 1] + 1) if at >= 0 else None


def _says_published(metadata: Mapping[str, str]) -> bool:
    """Tell whether a file says outside its text when it was published."""
    labels = (LABEL_OF.get(label) for label, value in metadata.items() if _date_outside(value))
    return any(label is not None and label.field == "published_date" for label in labels)


def _settle_dates(found: list[Found], published_outside: bool) -> list[Found]:
    """Let labels of the date of publication (发布日期) count before what may say another one, where a page has both.

    发文日期 then says when the document was written. 更新时间 and a date without label, such as today's at the top of a
    page, say nothing.
    """
    kinds = [_kind_of_date(each) for each in found]
    published = "field" in kinds
    only_sent = not (published_outside or {"field", "changed", "day", "time", "bare"}.intersection(kinds))
    if only_sent or not {"sent", "changed", "bare"}.intersection(kinds):
        return found
    written = any(each.field == "written_date" for each in found)
    sent: Literal["other", "written_date"] = "other" if written else "written_date"
    settled = []
    for each, kind in zip(found, kinds, strict=True):
        if kind == "sent":
            settled.append(each._replace(field=sent))
        elif kind == "changed" and published:
            settled.append(each._replace(field="other"))
        elif kind != "bare" or not published:
            settled.append(each)
    return settled


def _kind_of_date(each: Found) -> LabelKind | Literal["bare"] | None:
    """Return the kind of the label of a date of publication, `bare` where it has none; None for other values."""
    if each.field != "published_date":
        return None
    label = LABEL_OF.get(each.label)
    return label.kind if label is not None else "bare"


def _surest(given: list[tuple[Any, Found]]) -> list[tuple[Any, Found]]:
    """Return the titles without those that may be the name of a column, where a surer one stands."""
    surest = max(Sureness.SURE if each.label else sureness(value) for value, each in given)
    return [
        (value, each)
        for value, each in given
        if each.label or sureness(value) > Sureness.LIKE or surest == Sureness.LIKE
    ]


def _tidy(value: str) -> str:
    """Drop a value that a page prints twice in a row (政府公告    政府公告)."""
    halves = PAGE.WIDE_GAP.split(value)
    return halves[0] if len(halves) == 2 and halves[0] == halves[1] else value


def _tidy_title(value: str) -> str:
    return tidy_title(_tidy(value))


def _date_outside(value: str) -> date | None:
    """Return the date that a file gives outside its text, in the forms of software, too."""
    value = value.strip()
    plain = PAGE.DATE_IN_DIGITS.fullmatch(value)
    if plain:
        return _date_in("-".join(plain.groups()))
    english = PAGE.DATE_IN_ENGLISH.fullmatch(value) if value.isascii() else None
    if english:
        month = english["month"] or english["month_behind"]
        year = english["year"] or english["year_first"]
        if month in _MONTHS and year:
            return _date_in(f"{year}-{_MONTHS.index(month) + 1}-{english['day'] or english['day_first']}")
    return _date_in(value)


def _comparable(value: Any) -> Any:
    return _squeezed(value).translate(_ROUND) if isinstance(value, str) else value


def _date_in(value: str) -> date | None:
    found = PAGE.DAY.search(value)
    return parse_date(found.group().translate(_IN_FULL)) if found else None
