"""Which roles a report holds: in all of it, and in a stretch of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from lawreport_parser.lexicon import Role
from lawreport_parser.model import Passage
from lawreport_parser.spans import Span

__all__ = ["holds_role", "roles_within"]


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


def roles_within(passages: Sequence[Passage], span: Span) -> list[Role]:
    """Return the roles of the passages in a stretch of the text, each once, in their order; `other` is left out."""
    found = (each.role for each in passages if each.span.start < span.end and span.start < each.span.end)
    return [role for role in dict.fromkeys(found) if role != "other"]
