"""Puts tokens together by the LALR table that lark made of a grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final

__all__ = ["END", "LalrParser"]

#: The type of the token behind the last.
END: Final = "$END"


class _End:
    type = END


_LAST: Final = _End()


class LalrParser:
    """Runs an LALR table, as `grammars.lalr_table` gives it, on tokens that are any objects with a `type`.

    `actions` gives for each rule what is made of its parts, a list. A repetition (`section+`) is one of the
    parts: the list of its members, where it has any.
    """

    def __init__(self, table: Mapping[str, Any], actions: Mapping[str, Callable[[list[Any]], Any]]) -> None:
        reductions = [(rule, size, actions.get(rule)) for rule, size in table["reductions"]]
        states: list[dict[str, Any]] = [{} for _ in table["states"]]
        for state, row in zip(states, table["states"], strict=True):
            for symbol, goal in row.items():
                state[symbol] = states[goal] if goal >= 0 else reductions[-1 - goal]
        self._start = states[0]

    def parse(self, tokens: Iterable[Any]) -> Any:
        """Return what the action of the start rule makes of the tokens, which must be of the grammar."""
        state: Any = self._start
        path = [state]
        values: list[Any] = []
        go, put = path.append, values.append
        for token in chain(tokens, (_LAST,)):
            kind = token.type
            while (goal := state[kind]).__class__ is tuple:
                rule, size, action = goal
                if action is not None:
                    parts: list[Any] = []
                    if size:
                        parts = values[-size:]
                        del values[-size:], path[-size:]
                    put(action(parts))
                elif size == 1:
                    # Lark's own rule for a repetition begins with its first member, ...
                    values[-1] = [values[-1]]
                    del path[-1]
                else:
                    # ... and takes one more each time.
                    member = values.pop()
                    values[-1].append(member)
                    del path[-2:]
                state = path[-1][rule]
                go(state)
            state = goal
            go(state)
            put(token)
        return values[0]
