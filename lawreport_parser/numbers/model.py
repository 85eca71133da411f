"""What numbers are found to be: the models of quantities, dates and citations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal

from lawreport_parser.field_checks import WrittenAs
from lawreport_parser.frozen_model import FrozenModel, model
from lawreport_parser.numbers.limits import Qualifier
from lawreport_parser.numbers.units import QuantityKind
from lawreport_parser.spans import Span

__all__ = [
    "EXACT_NUMBER",
    "Citation",
    "CitationKind",
    "DateMention",
    "DatePrecision",
    "DocumentNumber",
    "Quantity",
    "Subject",
    "quantity_json",
]

DatePrecision = Literal["day", "month", "quarter", "half", "year", "range"]
#: What the codes of announcements end in, which have their year in no brackets: 公告2022年第3号.
_ANNOUNCEMENTS: Final = ("公告", "通告")
CitationKind = Literal["law", "regulation", "rule", "plan", "opinion", "notice", "other"]


def _json_number(value: Decimal) -> int | float | str:
    whole = int(value)
    if whole == value:
        return whole
    carrier = float(value)
    return carrier if Decimal(repr(carrier)) == value else format(value, "f")


#: In JSON a number is a plain one where a double holds it, else a string of its digits.
EXACT_NUMBER: Final = WrittenAs(_json_number, int | float | str)


@model
class Subject(FrozenModel):
    """The words that an elided measure speaks of: 地区生产总值, where only 增长 stands beside 5.4%."""

    text: str
    span: Span


@model
class Quantity(FrozenModel):
    """A figure. `text` is number, unit and qualifier words as written, at `span`.

    `value` is exact, with 万 and 亿 folded in; `high` is the upper end of a range or an approximate number (三四十).
    `unit` is as written, but % for 百分之… and 成, ‰ for 千分之…, 百分点 for 个百分点; null where none stands.
    `measure` gives the words the figure measures, at `measure_span`, where the clause gives them plainly. `subject` is
    what these words speak of, where the clause leaves it out and a clause before it names it. `earlier` says that the
    figure is the value before a change, 30% in 由30%提高到41%; the other end has the same measure and subject.

    In JSON a number is exact: an integer, or a decimal whose shortest form is the value itself; a value with
    more digits than a double holds is a string of its digits (`quantity_json` writes a plain literal for it).
    """

    text: str
    span: Span
    value: Annotated[Decimal, EXACT_NUMBER]
    high: Annotated[Decimal | None, EXACT_NUMBER]
    unit: str | None
    kind: QuantityKind
    qualifier: Qualifier
    measure: str | None
    measure_span: Span | None
    subject: Subject | None = None
    section_id: str | None = None
    earlier: bool = False


def quantity_json(quantity: Quantity) -> str:
    """Return the quantity as a JSON object whose numbers are plain decimal literals, however long."""
    literals = {"value": format(quantity.value, "f")}
    if quantity.high is not None:
        literals["high"] = format(quantity.high, "f")
    fields = quantity.model_dump_json(exclude=set(literals))
    return "{" + "".join(f'"{name}":{literal},' for name, literal in literals.items()) + fields[1:]


@model
class DateMention(FrozenModel):
    """A date named in the text: its first and last day, and how exactly it is named."""

    text: str
    span: Span
    start: date
    end: date
    precision: DatePrecision
    section_id: str | None = None


@model
class DocumentNumber(FrozenModel):
    """The number of an official document: 豫政办〔2019〕30号 is 豫政办, 2019 and 30.

    Orders and announcements have the organ with the word behind it as code, and often no year: 国务院令第722号.
    `last` is the last number of a range (15—20号), else null.
    """

    text: str
    issuer_code: str
    year: int | None
    number: int
    span: Span
    last: int | None = None

    @property
    def canonical(self) -> str:
        """The number as the standard writes it: 〔〕 and no blanks; of orders 令第722号, 公告2022年第3号."""
        number = f"{self.number}号" if self.last is None else f"{self.number}—{self.last}号"
        if self.year is None:
            return f"{self.issuer_code}第{number}"
        if self.issuer_code.endswith(_ANNOUNCEMENTS) or "年第" in "".join(self.text.split()):
            return f"{self.issuer_code}{self.year}年第{number}"
        return f"{self.issuer_code}〔{self.year}〕{number}"


@model
class Citation(FrozenModel):
    """One mention of a document: by title (without 《》), by document number, or by both.

    `kind` goes by the last words of the title; a mention by number alone is `other`, with `title` null.
    """

    title: str | None
    document_number: DocumentNumber | None
    kind: CitationKind
    text: str
    span: Span
    section_id: str | None = None
