"""A sieve for speed lets through all that the patterns behind it match: *sieve ⊇ patterns*.

Each row of `SIEVES` names a sieve, says whether it lets a text through, and gives the patterns that it stands before.
The texts are made from these patterns. A new sieve is a new row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import organs, years_of_report
from lawreport_parser.grammars import Terminals, terminal_patterns
from lawreport_parser.lexicon import DEFAULT_LEXICON, Role
from lawreport_parser.numbers import measures, quantities
from lawreport_parser.numbers.citations import find_citations
from lawreport_parser.numbers.dates import find_dates
from lawreport_parser.numbers.figures import may_hold_problems
from lawreport_parser.numbers.places import numeral_places
from lawreport_parser.numbers.quantity_patterns import quantity_patterns
from lawreport_parser.outline.candidates import CandidateScanner
from lawreport_parser.outline.misread import mend
from lawreport_parser.page import Piece

FIGURES, ORGANS, OUTLINE, PAGE, ROLES, SHAPES, YEARS = map(
    Terminals, ("figures", "organs", "outline", "page", "roles", "lexical", "years")
)
EVERY_PLACE = re.compile(r"[\s\S]")
MARKERS = {name: pattern for name, pattern in terminal_patterns("report").items() if name != "BARE_IS"}


class Sieve(NamedTuple):
    """A sieve: whether it lets a text through, and the patterns by name of which texts are made."""

    passes: Callable[[str], bool]
    patterns: Mapping[str, str]


def wordings(role: Role) -> dict[str, str]:
    return {pattern: pattern for pattern in DEFAULT_LEXICON.patterns[role]}


def marker_sieve(text: str) -> bool:
    """Say whether the sieve of the scanner loses no candidate of `text`, between two lines of prose."""
    text = f"办理案件三十件。\n{text}县区“一体”推进\n（见附件）"
    lines = [Piece("LINE", *found.span()) for found in re.finditer(rf"[^{SHAPES.LINE_END.pattern[1:-1]}]+", text)]
    scanner = CandidateScanner(terminal_patterns("report"))
    found = [(one.type, one.start, one.end, one.place) for one in scanner.scan(text, lines)]
    scanner._first = EVERY_PLACE
    return found == [(one.type, one.start, one.end, one.place) for one in scanner.scan(text, lines)]


def misread_sieve(text: str) -> bool:
    """Say whether a text that begins with a misread marker is let through; with what is not amiss it may not be."""
    found = OUTLINE.MISREAD.match(text)
    return found is None or mend(found.group()) is None or OUTLINE.MISREAD_SIEVE.match(text) is not None


def quantity_sieve(text: str) -> bool:
    """Say whether the sieve of the quantities loses none of `text`."""
    text = f"办理{text}件，罚款3万元"
    scan, slow = quantities._Scan(text, text), quantities._Scan(text, text)
    scan.read(numeral_places(text))
    slow.read(range(len(text)))
    return scan.found == slow.found


def problem_sieve(text: str) -> bool:
    """Say whether a text whose dates or numbers are wrong is not passed over."""
    return may_hold_problems(text) or not (find_dates(text)[1] or find_citations(text)[1])


SIEVES = {
    "MARKER_SIEVE": Sieve(marker_sieve, MARKERS),
    "OUTLINE_SIEVE": Sieve(
        lambda text: PAGE.OUTLINE_SIEVE.match(text) is not None, {"OUTLINE_START": PAGE.OUTLINE_START.pattern}
    ),
    # The other way about: whatever the plain pattern matches, the one that it spares does.
    "OUTLINE_PLAIN": Sieve(
        lambda text: PAGE.OUTLINE_START.match(text) is not None, {"OUTLINE_PLAIN": PAGE.OUTLINE_PLAIN.pattern}
    ),
    "MISREAD_SIEVE": Sieve(misread_sieve, {"MISREAD": OUTLINE.MISREAD.pattern}),
    "the sieve of numerals, for dates": Sieve(
        lambda text: numeral_places(text)[:1] == [0],
        {"DATED": FIGURES.DATED.pattern, "ONE_DAY": FIGURES.ONE_DAY.pattern},
    ),
    "the sieves for wrong dates and numbers": Sieve(
        problem_sieve, {name: getattr(FIGURES, name).pattern for name in ("DATED", "ONE_DAY", "DOCUMENT_NUMBER")}
    ),
    "NUMBER_ENDING": Sieve(
        lambda text: FIGURES.NUMBER_ENDING.match(text, len(text) - 1) is not None,
        {"DOCUMENT_NUMBER": FIGURES.DOCUMENT_NUMBER.pattern},
    ),
    "MAY_NAME_PROBLEMS": Sieve(lambda text: ROLES.MAY_NAME_PROBLEMS.search(text) is not None, wordings("problems")),
    "MAY_NAME_PLANS": Sieve(lambda text: ROLES.MAY_NAME_PLANS.search(text) is not None, wordings("plans")),
    "MAY_NAME_EITHER": Sieve(
        lambda text: ROLES.MAY_NAME_EITHER.search(text) is not None,
        {name: getattr(ROLES, name).pattern for name in ("MAY_NAME_PROBLEMS", "MAY_NAME_PLANS")},
    ),
    "附 of an annex": Sieve(lambda text: "附" in text, {"ANNEX_HEAD": OUTLINE.ANNEX_HEAD.pattern}),
    "附 of a list of attachments": Sieve(lambda text: "附" in text, {"ATTACHMENT": PAGE.ATTACHMENT.pattern}),
    "LABEL_MARK": Sieve(
        lambda text: PAGE.LABEL_MARK.search(text) is not None, {"UNKNOWN_LABEL": PAGE.UNKNOWN_LABEL.pattern}
    ),
    "COLON_OF_LABEL": Sieve(
        lambda text: PAGE.COLON_OF_LABEL.search(text) is not None, {"UNKNOWN_LABEL": PAGE.UNKNOWN_LABEL.pattern}
    ),
    "the sieve of numerals, for quantities": Sieve(
        quantity_sieve, {"core": quantity_patterns().core.pattern, "plain": quantity_patterns().plain.pattern}
    ),
    "OPENER_STARTS": Sieve(
        lambda text: text[0] in measures.OPENER_STARTS, {"openers": measures._patterns().openers.pattern}
    ),
    # A name ends with one of these: an ending, an organ of the state, a place that stands for its organ, a bracket.
    "LAST_LETTERS": Sieve(
        lambda text: text[-1] in organs.LAST_LETTERS,
        {
            "ending": organs._endings().pattern,
            "state": organs._state_organs().pattern,
            "STANDS_FOR_ORGAN": ORGANS.STANDS_FOR_ORGAN.pattern,
            "BRACKETED": ORGANS.BRACKETED.pattern,
        },
    ),
    "the sieve of years in running text": Sieve(
        lambda text: YEARS.YEAR_SIEVE.search(text) is not None, {"YEAR": f"{SHAPES.YEAR.pattern}年"}
    ),
    "OCCASION_SIEVE": Sieve(
        lambda text: YEARS.OCCASION_SIEVE.search(text) is not None, {"OCCASION": YEARS.OCCASION.pattern}
    ),
    "the words that announce a report": Sieve(
        lambda text: any(words in text for words in years_of_report._ANNOUNCING), {"ANNOUNCES": YEARS.ANNOUNCES.pattern}
    ),
    "the letters of a date in English": Sieve(str.isascii, {"DATE_IN_ENGLISH": PAGE.DATE_IN_ENGLISH.pattern}),
}
ROWS = [(name, label) for name, sieve in SIEVES.items() for label in sieve.patterns]


@pytest.mark.parametrize(("name", "label"), ROWS)
@given(data=st.data())
def test_a_sieve_lets_through_what_its_patterns_match(name: str, label: str, data: st.DataObject) -> None:
    sieve = SIEVES[name]
    found = re.compile(sieve.patterns[label]).search(data.draw(st.from_regex(sieve.patterns[label])))
    assert found is not None
    assert sieve.passes(found.group()), found.group()


# --- letters: each wording of the lexicon must hold one of its sieve, whatever way it is matched


def always_holds(parsed: Any, letters: frozenset[str]) -> bool:
    """Say whether whatever matches a parsed expression holds one of `letters`."""
    return any(_holds(str(code), value, letters) for code, value in parsed)


def _holds(code: str, value: Any, letters: frozenset[str]) -> bool:
    match code:
        case "LITERAL":
            return chr(value) in letters
        case "IN":
            return all(str(kind) == "LITERAL" and chr(each) in letters for kind, each in value)
        case "BRANCH":
            return all(always_holds(branch, letters) for branch in value[1])
        case "SUBPATTERN":
            return always_holds(value[-1], letters)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, repeated = value
            return least > 0 and always_holds(repeated, letters)
    return False


@pytest.mark.parametrize(("role", "sieve"), [("problems", "MAY_NAME_PROBLEMS"), ("plans", "MAY_NAME_PLANS")])
def test_the_sieve_of_a_role_holds_a_letter_of_each_wording(role: Role, sieve: str) -> None:
    letters = frozenset(getattr(ROLES, sieve).pattern.strip("[]"))
    for wording in DEFAULT_LEXICON.patterns[role]:
        for alternative in _alternatives(wording):
            assert always_holds(alternative, letters), f"add a letter of it to {sieve} in grammar/roles.lark: {wording}"


def _alternatives(wording: str) -> list[Any]:
    parsed = _parser.parse(wording)
    first = parsed[0] if len(parsed) == 1 else None
    return list(first[1][1]) if first is not None and str(first[0]) == "BRANCH" else [parsed]


def test_a_letter_that_only_some_matches_hold_is_none() -> None:
    for pattern in ("(?:不足|愿景)", "不足?愿", "[不愿]", "(?!不足)愿景", "[^足]"):
        assert not always_holds(_parser.parse(pattern), frozenset("足")), pattern
    for pattern in ("(?:不足|足够)", "愿?不足", "[足]", "(?:愿足){1,3}"):
        assert always_holds(_parser.parse(pattern), frozenset("足")), pattern


@pytest.mark.parametrize("wording", ["奋斗愿景", "努力方向", "瓶颈"])
def test_further_wordings_of_a_lexicon_pass_no_sieve(wording: str) -> None:
    for role in get_args(Role):
        if role in ("problems", "plans"):
            assert role in DEFAULT_LEXICON.extended({role: [wording]}).outright(wording)
