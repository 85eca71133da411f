"""What may stand in JSON where something else belongs, and every place in a document where it can be put."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, Final

from lawreport_parser import parse

#: A page with everything a report can hold: metadata, addressee, preamble, a lost numeral, closing, signature, footer.
PAGE: Final = """索引号：A-1
发布日期：2024-02-01
浏览次数：3
桐浦县2023年法治政府建设情况报告
市人民政府：
2023年，桐浦县学法8次。现将情况报告如下：
一、主要成效
（一）强化学习。学法8次，依据《办法》（桐政发〔2023〕3号）。
二、存在问题
一是宣传不够。
是人员不足。
三是经费少。
特此报告。
桐浦县人民政府
2024年1月31日
主办单位：桐浦县
"""
#: One value of every kind and size that JSON can write, and some that only look right.
HOSTILE: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 2**31, 2**63, 2**64, 10**30, 10**400, 0.5, 1.0, -0.0, 1e308,
    float("nan"), float("inf"), float("-inf"), "", "0", "1", "一", "\ud800", "\x00", "\x1b[31m", "2021-02-30",
    "2021-02-28", "part", "heading", "x" * 10_000, [], {}, [[]], [None], ["a"], {"": ""}, {"start": 0, "end": 0},
    {"start": 1, "end": 0}, {"start": -1, "end": 10**9},
)  # fmt: skip


def document() -> dict[str, Any]:
    """Return the JSON of a valid report, with the source that a file would give it and a region of a made-up code."""
    made: dict[str, Any] = json.loads(parse(PAGE).to_json())
    made["header"]["region"] = {
        "code": "990001", "name": "桐浦县", "level": "county", "path": ["某省", "某市", "桐浦县"], "organ": None
    }  # fmt: skip
    made["header"]["evidence"]["region"] = made["header"]["evidence"]["issuer"]
    made["source"] = {"name": "report.txt", "format": "text", "encoding": "utf-8", "sha256": "0" * 64}
    return made


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside `value`, leaf or not."""
    if path:
        yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


def kinds(value: Any) -> dict[str, tuple[Any, ...]]:
    """Return one path of each kind: of all sections, the first that has the field."""
    found: dict[str, tuple[Any, ...]] = {}
    for path in places(value):
        found.setdefault(".".join("*" if isinstance(step, int) else step for step in path), path)
    return found


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """Return a copy of `value` with what stands at `path` replaced."""
    changed = copy.deepcopy(value)
    holder = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = new
    return changed
