"""The wordings by which headings and sentences of reports show their role.

The parts are those of the 法治政府建设与责任落实督察工作规定 (2019): 主要举措和成效 (achievements),
存在的不足和原因 (problems), 党政主要负责人履行推进法治建设第一责任人职责 (responsibility), 下一年度的主要安排
(plans), 其他 (other). A `Lexicon` is data: `DEFAULT_LEXICON.extended(problems=["瓶颈"])` makes another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from lawreport_parser._computed_once import computed_once
from lawreport_parser.grammars import Terminals
from lawreport_parser.years import year_of

__all__ = [
    "DEFAULT_LEXICON",
    "ROLES",
    "STATUTORY_PARTS",
    "Lexicon",
    "Role",
]

Role = Literal["achievements", "problems", "responsibility", "plans", "other"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
#: The parts of a report as the regulation names them, in its order.
STATUTORY_PARTS: Final[dict[Role, str]] = {
    "achievements": "主要举措和成效",
    "problems": "存在的不足和原因",
    "responsibility": "党政主要负责人履行推进法治建设第一责任人职责的情况",
    "plans": "下一年度的主要安排",
}

_SHAPES: Final = Terminals("lexical")
_ROLES: Final = Terminals("roles")
#: What several wordings share is written in `grammar/roles.lark`.
_YEAR: Final = _ROLES.YEAR.pattern
_LACK: Final = _ROLES.LACK.pattern
_MEND: Final = _ROLES.MEND.pattern
_LEADER: Final = _ROLES.LEADER.pattern
_DUTY: Final = _ROLES.NAMES_DUTY.pattern
#: Regular expressions over a heading without blanks, which name a role wherever they match. They are data of the public
#: `Lexicon`, so they stand here and not in the grammar.
_STRONG: Final[dict[Role, tuple[str, ...]]] = {
    "responsibility": (
        r"第一责任人(?:的)?(?:职责|责任)?",
        r"主要(?:负责人|领导|负责同志)[^，。]{0,12}履[行职]",
        rf"^[^，。]{{0,16}}{_LEADER}[^，。]{{0,16}}(?:履[行职]|推进|推动|落实|抓|述法|责任|职责)[^，。]{{0,20}}情况$",
        r"^[^，。]{0,16}履行[^，。]{0,12}(?:法治|依法行政|依法治)[^，。]{0,12}(?:责任|职责)[^，。]{0,4}情况$",
        rf"^(?:{_DUTY})$",
    ),
    "problems": (
        r"(?:存在|面临|遇到|有待解决)(?:的|着)?[^，。、]{0,8}(?:问题|不足|短板|困难|差距|挑战|薄弱环节|弱项|原因|瓶颈)",
        r"(?:问题|不足|短板|困难|薄弱环节|差距|弱项)(?:及其?|和|与|以及|、|并)?(?:存在)?(?:的)?(?:主要)?"
        r"(?:问题|不足|短板|困难|差距|原因|薄弱环节|弱项|挑战)",
        r"(?:主要|突出|目前|当前|现有)(?:的)?(?:问题|不足|短板|困难|差距|薄弱环节|弱项)",
        r"(?:工作|建设|自身)(?:中)?(?:的)?(?:主要)?(?:不足|短板|差距|薄弱环节)",
        r"制约[^，。]{0,8}因素",
        r"(?:不足|差距|薄弱)之处",
        # 自查发现的问题 · 需要改进的方面 · 问题及建议 · 反思与不足 · 执法工作中的问题
        rf"(?:发现|查找|查摆|梳理|反映|反馈|检视|剖析)出?的(?:主要|突出|一些)?{_LACK}$",
        rf"(?:需要?|有待|亟待|亟需|尚待|值得)(?:进一步|着力|继续|重点|高度)?{_MEND}(?:[和与及、并]{{1,2}}{_MEND})?的"
        rf"(?:主要|突出|几个|一些)?(?:方面|地方|环节|工作|事项|{_LACK})",
        rf"(?:需要?|有待|亟待|亟需|尚待|值得){_MEND}之处",
        rf"(?:^|[和与及、]|几[点个方]面?)(?:主要)?{_LACK}(?:$|(?:及其?|[和与、])(?:工作)?"
        r"(?:建议|对策|原因|打算|反思|思考|改进|努力|下一?步|今后|整改(?:措施|打算)))",
        rf"(?:工作|建设|执法|推进|过程|当前|目前)(?:之?中|中存在)?(?:的|仍有|尚有|还有)(?:主要|突出|一些)?{_LACK}$",
        r"(?:问题|不足|差距|短板)(?:及原因)?(?:剖析|分析|检视)$",
    ),
    "plans": (
        r"下一?步(?:的)?(?:主要|重点)?(?:工作)?(?:的)?(?:打算|计划|安排|思路|措施|举措|重点|任务|建议|部署|设想|规划|目标|方向|对策)?",
        r"下一?(?:年度?|阶段)[^，。]{0,16}(?:打算|计划|安排|思路|措施|举措|重点|任务|部署|设想|目标|方向)",
        r"(?:今后|明年|来年|新一年|新的一年|未来|后续)[^，。、和及与]{0,16}"
        r"(?:打算|计划|安排|思路|措施|重点|任务|部署|设想|目标|工作)",
        r"(?:工作|初步|主要)(?:打算|计划|安排|思路|设想|谋划|展望)",
        rf"{_YEAR}(?:度)?(?:的)?(?:(?!回顾|总结|完成|情况|成效)[^，。]){{0,16}}?"
        r"(?:打算|计划|安排|思路|工作重点|重点工作|工作要点|主要任务|重点任务|部署|展望|目标任务|设想|谋划"
        r"|总体要求|(?:主要|预期|发展|工作)目标|草案|重点$)",
        r"(?:下一步|今后|努力|改进|整改)(?:的)?(?:方向|措施|打算)|改进(?:工作)?的?(?:思路|举措|意见|计划|对策)",
        r"(?:接下来|新年度|下半年)[^，。]{0,12}(?:打算|计划|安排|思路|措施|重点|任务|部署|设想|目标|工作)|展望$",
        r"(?:工作|建设|行政)的?(?:总体|基本)(?:思路|打算|设想|考虑)",
        r"[和与及、](?:今后|工作)?(?:的)?(?:打算|设想|对策)$",
        r"对策(?:措施|建议|和建议)|(?:主要|重点)?目标任务|(?:基本|中心|总体)任务",
        r"^(?:主要|重点)?(?:工作)?(?:打算|计划|安排|思路|展望)$",
    ),
    "achievements": (
        r"(?:举措|做法|措施)(?:及|和|与|、|以及)(?:工作)?(?:主要)?(?:成效|成绩|成果|亮点|经验|进展|效果)",
        r"(?:主要|重点|特色|亮点|具体|采取的)(?:的)?(?:工作)?(?:举措|做法|成效|成绩|成果|经验|亮点|进展|工作)(?:及成效|和成效)?",
        r"(?:工作|建设|任务|推进|开展|完成|落实|执行|履职|总体|基本|进展|实施|取得)(?:的)?"
        r"(?:情况|回顾|总结|成效|成绩|成果|进展|亮点|概况|做法)",
        r"(?:回顾|总结)$",
        # 成效与不足 · 工作亮点及存在问题
        r"^(?:主要|工作|取得的?){0,2}(?:成效|成绩|成果|亮点|进展)(?:[和与及、]|以及)",
        r"发展成就|(?:当前|目前|总体|国内|经济)[^，。]{0,4}形势(?!下)",
    ),
    "other": (
        r"^其他(?:的)?(?:需要?(?:报告|说明)的?)?(?:工作|事项|情况|方面|内容)?(?:情况)?$",
        r"^(?:需要)?(?:报告|说明)的(?:其他)?(?:重要)?(?:事项|情况)$",
        r"^(?:前言|引言|序言|绪言|导言|结束语|结语|尾声|后记)$",
    ),
}

#: The parts that may stand inside one on achievements, and the sieves that let through every default wording for them:
#: most headings have none, and need no further search.
_SIEVES: Final[dict[Role, str]] = {"problems": "MAY_NAME_PROBLEMS", "plans": "MAY_NAME_PLANS"}


@dataclass(frozen=True)
class Lexicon:
    """Which wordings of a heading mean which role. `patterns` maps a role to regular expressions."""

    patterns: Mapping[Role, tuple[str, ...]] = field(default_factory=lambda: _STRONG)

    def __repr__(self) -> str:
        # It stands in the signature of `parse`: the wordings themselves are hundreds of characters for each role.
        if self.patterns is _STRONG:
            return "<Lexicon: the wordings that parse knows>"
        return f"<Lexicon: {', '.join(f'{role} {len(wordings)}' for role, wordings in self.patterns.items())}>"

    def extended(self, patterns: Mapping[str, Iterable[str]] | None = None, **more: Iterable[str]) -> Lexicon:
        """Return a lexicon with further wordings (regular expressions), by role; `ValueError` names a bad one."""
        merged: dict[Role, tuple[str, ...]] = dict(self.patterns)
        wanted: dict[str, Iterable[str]] = {**dict(patterns or {}), **more}
        for given, wordings in wanted.items():
            name = next((role for role in ROLES if role == given), None)
            if name is None:
                raise ValueError(f"no such role: {given!r} (there are {', '.join(ROLES)})")
            extra = tuple(wordings)
            for pattern in extra:
                try:
                    re.compile(pattern)
                except re.error as error:
                    raise ValueError(f"the wording {pattern!r} is no regular expression: {error}") from error
            merged[name] = (*extra, *merged.get(name, ()))
        return Lexicon(merged)

    @computed_once
    def _compiled(self) -> dict[Role, re.Pattern[str]]:
        return {
            role: re.compile("|".join(f"(?:{pattern})" for pattern in self.patterns[role]))
            for role in ROLES
            if self.patterns.get(role)
        }

    def roles_of(self, heading: str) -> list[Role]:
        """Return the roles that a heading names, in the order in which it names them."""
        words = _SHAPES.SPACE.sub("", heading)
        found: list[tuple[int, int, Role]] = []
        for role, pattern, sieve in self._sieved:
            if sieve is not None and sieve.search(words) is None:
                continue
            match = pattern.search(words)
            if match is not None:
                found.append((match.start(), match.end(), role))
        roles = {role for _, _, role in found}
        if not roles or (len(roles) == 1 and "problems" not in roles):
            return [*roles]
        if "problems" in roles and _ROLES.DEALS_WITH_PROBLEMS.search(words) and not _ROLES.NOT_YET.search(words):
            roles.discard("problems")
        if "plans" in roles and "achievements" in roles and len(roles) == 2:
            plan = next(hit for hit in found if hit[2] == "plans")
            back = _ROLES.COMPLETED.search(words)
            # 2023年工作计划完成情况: the plan is what was completed.
            if back is not None and plan[0] < back.start() <= plan[1] + 2 and "下" not in words[: plan[1]]:
                roles.discard("plans")
        if "achievements" in roles and len(roles) > 1:
            back_hit = next(hit for hit in found if hit[2] == "achievements")
            others = [hit for hit in found if hit[2] in roles and hit[2] != "achievements"]
            # 存在的主要问题 holds 主要…; a hit inside another role's words is none of its own.
            if any(hit[0] <= back_hit[0] < hit[1] for hit in others) or (
                "responsibility" in roles
                and back_hit[0] > min(hit[0] for hit in others)
                and not _ROLES.RESULTS.search(words, back_hit[0])
            ):
                roles.discard("achievements")
        return [role for _, _, role in sorted(found) if role in roles]

    def covers(self, heading: str, role: Role, share: float = 0.6) -> bool:
        """Say whether the words for `role` make up most of a heading (存在问题, not 剖析短板问题,督促整改)."""
        return self.covers_together(heading, [role], share)

    def covers_together(self, heading: str, roles: Sequence[Role], share: float = 0.6) -> bool:
        """Say whether the words for some roles together make up most of a heading (存在的问题和下一步打算)."""
        words = _SHAPES.SPACE.sub("", heading)
        found = [self._compiled[role].search(words) for role in roles if role in self._compiled]
        covered = {at for match in found if match is not None for at in range(*match.span())}
        return bool(covered) and len(covered) >= share * len(words)

    def outright(self, heading: str) -> list[Role]:
        """Return problems or plans, where the words for them make up most of a heading inside another part."""
        if self._as_default and _ROLES.MAY_NAME_EITHER.search(heading) is None:
            return []
        return [
            role
            for role, _, sieve in self._sieved
            if role in _SIEVES and (sieve is None or sieve.search(heading)) and self.covers(heading, role)
        ]

    @computed_once
    def _sieved(self) -> list[tuple[Role, re.Pattern[str], re.Pattern[str] | None]]:
        """Return the roles with their patterns, and a sieve where a role has no wordings but the default ones."""
        sieves = {role: getattr(_ROLES, sieve) for role, sieve in _SIEVES.items()} if self._as_default else {}
        return [(role, pattern, sieves.get(role)) for role, pattern in self._compiled.items()]

    @computed_once
    def _as_default(self) -> bool:
        """Say whether problems and plans have no wordings but the default ones."""
        return all(self.patterns.get(role) is _STRONG[role] for role in _SIEVES)


DEFAULT_LEXICON: Final = Lexicon()


def names_duty(heading: str) -> bool:
    """Say whether a heading is a name of the leaders' duty and nothing else: 压实法治建设第一责任人职责."""
    return _ROLES.NAMES_DUTY.fullmatch(_SHAPES.SPACE.sub("", heading)) is not None


def speaks_of_duty(heading: str) -> bool:
    """Say whether a heading speaks of the leaders' duty, whatever else it names."""
    return _ROLES.SPEAKS_OF_DUTY.search(heading) is not None


def looks_back(heading: str) -> bool:
    """Say whether a heading looks back: 2022年工作回顾, 过去一年的工作."""
    return _ROLES.LOOKS_BACK.search(heading) is not None


def last_year_in(heading: str) -> int | None:
    """Return the last year that a heading names."""
    return max(_years_in(heading), default=None)


def looks_beyond(heading: str, year: int | None, *, reviewed: bool) -> bool:
    """Say whether a heading names years behind `year` only, and does not look back on them: 2024年主要工作.

    Where an earlier part has `reviewed` the work, 今年主要工作 lies behind as well.
    """
    if looks_back(heading):
        return False
    years = _years_in(heading)
    return (bool(years) and year is not None and min(years) > year) or (reviewed and heading.startswith("今年"))


def _years_in(heading: str) -> list[int]:
    return [year_of(found.group()[:-1]) for found in _ROLES.YEAR.finditer(heading)]
