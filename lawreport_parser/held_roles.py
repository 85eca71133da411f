"""Which roles a report holds, in all of it and in a stretch of its text, and which statutory parts it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from lawreport_parser.lexicon import STATUTORY_PARTS, Role, speaks_of_duty
from lawreport_parser.model import Passage
from lawreport_parser.spans import Span

__all__ = ["absent_parts", "holds_role", "roles_within"]


class _Part(Protocol):
    """A section, or what will be one."""

    @property
    def roles(self) -> list[Role]: ...


class _Told(Protocol):
    """A passage, or what will be one."""

    @property
    def role(self) -> Role: ...


def holds_role(parts: Iterable[_Part], passages: Iterable[_Told], role: Role) -> bool:
    """Say whether the report holds this role at all, in an outermost section or in a passage."""
    return any(role in part.roles for part in parts) or any(passage.role == role for passage in passages)


def absent_parts(
    parts: Sequence[_Part], passages: Sequence[_Told], headings: Iterable[tuple[Sequence[Role], str]]
) -> Iterator[tuple[Role, str]]:
    """Yield the parts, with their names, that the regulation asks for and a report holds nowhere.

    A heading that speaks of the leaders' duty (强化组织领导，落实第一责任人职责) is the account of it, unless it stands
    in the plans or the problems: `headings` are those of all sections, with the roles of each.
    """
    for role, name in STATUTORY_PARTS.items():
        if holds_role(parts, passages, role):
            continue
        if role == "responsibility" and any(
            speaks_of_duty(words) for roles, words in headings if not {"plans", "problems"} & set(roles)
        ):
            continue
        yield role, name


def roles_within(passages: Sequence[Passage], span: Span) -> list[Role]:
    """Return the roles of the passages in a stretch of the text, each once, in their order; `other` is left out."""
    found = (each.role for each in passages if each.span.start < span.end and span.start < each.span.end)
    return [role for role in dict.fromkeys(found) if role != "other"]
