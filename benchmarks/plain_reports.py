"""Small reports of invented places whose headings name their parts: what they name holds, however little stands below.

`plain_reports()` gives each with its passages, for `weigh_passages.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from lawreport_parser.lexicon import Role

_HEAD: Final = "白鹭县牧业局2023年法治政府建设年度报告\n"
_OPENING: Final = "现将2023年工作情况报告如下：\n"
#: Names of parts, and of headings that name none; with what may stand below.
_PROBLEMS: Final = ("存在的问题", "存在的主要问题和不足", "需要改进的方面", "问题剖析")
_PLANS: Final = ("下一步工作打算", "2024年工作安排", "2024年主要工作", "今后的思路")
_DUTY: Final = ("党政主要负责人履行推进法治建设第一责任人职责的情况", "主要负责人履职情况")
_THEMES: Final = (
    ("学法用法", "学法八次。"),
    ("执法检查", "检查九户。"),
    ("着力解决突出问题", "解决六件。"),
    ("问题整改情况", "整改九项。"),
    ("加强队伍建设", "看护灯塔。"),
    ("普法宣传", "讲课十场，印发手册3000份。"),
)
_LACKING: Final = (("人员不足。仅4人。", "经费紧张。"), ("巡查不勤。", "宣传不广。"), ("看护灯塔。", "修缮桥梁。"))
_PLANNED: Final = (("充实队伍。", "完善制度。"), ("勤于巡查。查八次。", "广为宣传。"), ("看护灯塔。", "修缮桥梁。"))
_WORK: Final = (
    "修缮桥梁九座，成效明显。",
    "坚持依法办事，执法水平稳步提升。",
    "检查企业120户，办结案件16件。",
)
_BUTS: Final = (
    "但巡河人手不足，夜间巡查难以覆盖。",
    "但仍存在队伍老化、经费紧张的问题。",
    "在肯定成绩的同时，也要看到普法针对性还不强。",
    "与上级要求相比，执法记录不够规范。",
)
_BALANCES: Final = (
    "一年来，法治政府建设取得积极进展，但也存在执法力量不足的问题。",
    "总的看，各项工作取得一定成效，但与群众期盼相比仍有差距。",
    "全年工作取得新进展，但也存在一些薄弱环节。",
)
_AHEAD: Final = (
    "下一步，我局将充实队伍，改进宣传。",
    "2024年，我局坚持问题导向，完善制度。",
    "明年，继续抓好执法培训。",
)
_ONE_PLAN: Final = (
    "下一步，我局坚持问题导向，充实执法队伍。",
    "下一步，充实执法队伍。",
    "明年，我局坚持严格执法。",
    "今后，我局以群众满意为目标，完善服务。",
    "2024年，我局围绕中心工作，开展执法培训。",
    "新的一年，我局继续改进作风。",
    "接下来，推进管网改造，力争年底前完工。",
    "来年，学校修缮教室九间。",
)
_LATE: Final = ("2024年1月，我局获评先进。", "2024年1月5日，考核组到我局检查，予以肯定。")
_LACKS_IN_REVIEW: Final = (
    "同时，我们也清醒看到，产业结构单一，财政收支矛盾突出，民生欠账较多。",
    "在总结成绩的同时，我们也清醒地认识到，工作中还存在不少困难。对此，我们将高度重视，切实解决。",
    "当然，我们的工作还有不少差距。主要表现在：总量不大；结构不优；欠账不少。",
    "但对照群众期盼，服务还不够便捷，作风还不够扎实。",
    "成绩固然可喜，问题也不容忽视。执法力量薄弱，装备落后。",
)
_LEADS: Final = (
    "下一步，我局坚持以群众满意为目标，抓好以下工作。",
    "下一步，我局坚持人民至上，不断提升执法水平：",
    "新的一年，我局坚持依法办事。",
    "2024年，我局坚持一手抓执法、一手抓普法。",
    "接下来，我局做好以下工作：",
    "2024年，我局将做好以下工作：",
)
_LED: Final = "下一步，我局将做好以下工作：\n"
_BUT: Final = "对照要求仍有差距：一是意识不强；二是力量不足；三是监督不够。"


class Plain(NamedTuple):
    """A small report: its text, the role of the text from each place on, and the year reviewed as far as it tells."""

    text: str
    passages: list[tuple[int, Role]]
    year: int | None = 2023


def plain_reports() -> Iterator[Plain]:
    """Yield the reports, each with its lines and on one line."""
    for parts in _all_parts():
        for gap in ("\n", ""):
            text = _HEAD
            passages: list[tuple[int, Role]] = []
            for words, role in parts:
                if role is not None and (not passages or passages[-1][1] != role):
                    passages.append((len(text), role))
                text += words.replace("\n", gap)
            yield Plain(text, passages)
    for parts in _without_title():
        for gap in ("\n", ""):
            text, passages = "", []
            for words, role in parts:
                assert role is not None
                passages.append((len(text), role))
                text += words.replace("\n", gap)
            yield Plain(text, passages, None)


_Parts = list[tuple[str, "Role | None"]]


def _all_parts() -> Iterator[_Parts]:
    for at, (problems, plans) in enumerate(product(_PROBLEMS, _PLANS)):
        first, second = _THEMES[at % len(_THEMES)], _THEMES[(at + 1) % len(_THEMES)]
        lacking, planned = _LACKING[at % len(_LACKING)], _PLANNED[at % len(_PLANNED)]
        reviewed = [(f"一、{first[0]}\n{first[1]}\n二、{second[0]}\n{second[1]}\n", "achievements")]
        opening: _Parts = [(_OPENING, "other")] if at % 2 else []
        yield [
            *opening,
            *reviewed,
            (f"三、{problems}\n{_members(lacking)}", "problems"),
            (f"四、{plans}\n{_members(planned)}", "plans"),
        ]
        yield [*opening, *reviewed, (f"三、{problems}\n{_members(lacking)}", "problems")]
        yield [*opening, (f"一、{first[0]}\n{first[1]}\n", "achievements"), (f"二、{plans}\n{planned[0]}\n", "plans")]
        duty = _DUTY[at % len(_DUTY)]
        yield [
            *opening,
            *reviewed,
            (f"三、{problems}\n{lacking[0]}\n", "problems"),
            (f"四、{duty}\n局长学法八次。\n", "responsibility"),
            (f"五、{plans}\n{_members(planned)}", "plans"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n", "achievements"),
            (f"二、{problems}和{plans}\n{_BUT}\n", "problems"),
            (f"{_LED}{_members(planned)}", "plans"),
        ]
        yield [(f"一、{first[0]}\n{first[1]}\n二、{second[0]}\n{second[1]}\n", "achievements")]
        yield [
            *opening,
            *reviewed,
            (f"三、{problems}\n{lacking[0]}\n", "problems"),
            (f"四、{plans}\n{_members(planned)}", "plans"),
            ("五、其他需要报告的情况\n无其他情况。\n", "other"),
        ]
        yield [
            (f"一、{first[0]}\n（一）{first[1]}", "achievements"),
            (_BUTS[at % len(_BUTS)] + "\n", "problems"),
            (f"（二）{second[0]}。{second[1]}\n", "achievements"),
            (f"二、{plans}\n{_members(planned)}", "plans"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n二、{second[0]}\n2023年，我局{_WORK[at % len(_WORK)]}\n", "achievements"),
            (_ONE_PLAN[at % len(_ONE_PLAN)] + "\n", "plans"),
        ]
        yield [
            (f"2023年，我局{_WORK[at % len(_WORK)]}\n检查企业90户，办结案件8件。\n", "achievements"),
            (_ONE_PLAN[(at + 3) % len(_ONE_PLAN)] + "\n", "plans"),
        ]
        yield [
            (
                f"2023年，我局{_WORK[at % len(_WORK)]}\n全年立案21件。\n{_LATE[at % len(_LATE)]}\n",
                "achievements",
            ),
            (_ONE_PLAN[(at + 1) % len(_ONE_PLAN)] + "\n", "plans"),
        ]
        yield [
            (f"2023年，我局{_WORK[at % len(_WORK)]}\n{_LATE[(at + 1) % len(_LATE)]}\n", "achievements"),
        ]
        yield [
            (f"一、2023年工作回顾\n{first[1]}{_WORK[at % len(_WORK)]}\n", "achievements"),
            (_LACKS_IN_REVIEW[at % len(_LACKS_IN_REVIEW)] + "\n", "problems"),
            (f"二、2024年工作安排\n{_members(planned)}", "plans"),
        ]
        yield [
            (_ONE_PLAN[(at + 5) % len(_ONE_PLAN)] + "\n", "plans"),
            (f"2023年，我局{_WORK[at % len(_WORK)]}\n全年修订文件6件，立案21件。\n", "achievements"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n", "achievements"),
            (f"二、{problems}\n{_BUTS[at % len(_BUTS)]}\n", "problems"),
            (f"{_LEADS[at % len(_LEADS)]}\n{_members(planned)}", "plans"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n二、{second[0]}\n{second[1]}\n", "achievements"),
            (f"{_LEADS[(at + 2) % len(_LEADS)]}\n{_members(planned)}", "plans"),
        ]
        yield [
            (f"2023年，我局{_WORK[at % len(_WORK)]}", "achievements"),
            (_BUTS[at % len(_BUTS)], "problems"),
            (_AHEAD[at % len(_AHEAD)], "plans"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n", "achievements"),
            (f"二、{plans}\n{planned[0]}\n", "plans"),
            ("附件\n名词解释\n1.桥长制：一桥一人。\n2.灯塔令：夜间点灯。", "other"),
        ]


def _without_title() -> Iterator[_Parts]:
    """Yield parts that were cut out of a report: nothing tells the year reviewed."""
    for at, but in enumerate((*_BUTS, *_LACKS_IN_REVIEW, *_BALANCES)):
        first, planned = _THEMES[at % len(_THEMES)], _PLANNED[at % len(_PLANNED)]
        yield [
            (f"一、{first[0]}\n{first[1]}\n二、加强监督\n开展检查。\n", "achievements"),
            (f"{but}\n", "problems"),
            (f"2025年，我们将重点做好以下工作：\n{_members(planned)}", "plans"),
        ]
        yield [
            (f"一、{first[0]}\n{first[1]}\n", "achievements"),
            (f"{but}\n", "problems"),
            (f"{_AHEAD[at % 2 * 2]}\n", "plans"),
        ]


def _members(texts: tuple[str, str]) -> str:
    return f"（一）{texts[0]}\n（二）{texts[1]}\n"
