"""Write the thirty reports of the study: ten invented places, three years, in seven forms; and say what is in them.

    python examples/study/make_reports.py FOLDER

`KNOWN` is what was put in: targets and what came of them, problems by topic, plans and which of them were told of. The
study finds it out again from the texts alone; a test compares.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

__all__ = ["KNOWN", "YEARS", "Known", "write_reports"]

YEARS: Final = (2022, 2023, 2024)
PLACES: Final = {
    "bailu": "白鹭县",
    "shiwan": "石湾县",
    "tongpu": "桐浦县",
    "yanping": "雁坪县",
    "qingfeng": "青枫市",
    "yunqi": "云栖区",
    "yuxi": "榆溪县",
    "shayan": "沙堰县",
    "meiwan": "梅湾区",
    "liuan": "柳岸县",
}
FORMS: Final = ("numbered", "arabic", "spoken", "one-line", "web", "unnumbered", "gb18030")

#: For each code that has targets: how it is told, and how a target is set; {} is the figure.
TOLD: Final = {
    "litigation.head_appearance_rate": ("行政机关负责人出庭应诉率{}%", "行政机关负责人出庭应诉率达到{}%"),
    "mediation.success_rate": ("调解成功率{}%", "矛盾纠纷调解成功率为{}%"),
    "services.online_rate": ("政务服务事项网上可办率{}%", "政务服务事项网上可办率达到{}%"),
    "legal_aid.cases": ("办理法律援助案件{}件", "全年办理法律援助案件{}件"),
}
SET: Final = {
    "litigation.head_appearance_rate": ("行政机关负责人出庭应诉率不低于{}%", "行政机关负责人出庭应诉率达到{}%"),
    "mediation.success_rate": ("矛盾纠纷调解成功率不低于{}%", "矛盾纠纷调解成功率达到{}%以上"),
    "services.online_rate": ("政务服务事项网上可办率达到{}%", "政务服务事项网上可办率不低于{}%"),
    "legal_aid.cases": ("办理法律援助案件{}件以上", "办理法律援助案件不少于{}件"),
}
#: Where figures begin, and by how much they may differ from the target.
SIZES: Final = {
    "litigation.head_appearance_rate": (88, 97),
    "mediation.success_rate": (92, 98),
    "services.online_rate": (85, 97),
    "legal_aid.cases": (120, 400),
}

#: Problems by topic; each year words them otherwise.
PROBLEMS: Final = {
    "officers": (
        "乡镇执法人员少，执法装备配备不足",
        "乡镇执法人员仍然不足，执法装备老化",
        "执法人员短缺，乡镇执法装备缺口较大",
    ),
    "publicity": (
        "普法形式单一，青年群众参与度不高",
        "普法形式不够多样，青年群众参与少",
        "群众参与普法的热情不高，普法形式老套",
    ),
    "data": (
        "部门之间数据共享不畅，企业重复提交材料",
        "数据共享仍有壁垒，企业重复提交材料的情况没有根除",
        "企业反映重复提交材料，部门数据共享滞后",
    ),
    "contracts": (
        "政府合同履约跟踪不够，合同台账不全",
        "合同台账更新慢，政府合同履约跟踪薄弱",
        "政府合同的履约跟踪不到位，合同台账残缺",
    ),
    "documents": (
        "规范性文件清理不及时，个别文件与上位法抵触",
        "个别规范性文件与上位法抵触，清理滞后",
        "规范性文件清理不彻底，仍有文件与上位法抵触",
    ),
    "mediators": (
        "村级调解员年龄偏大，调解技能欠缺",
        "村级调解员队伍老龄化，调解技能有待提高",
        "调解技能欠缺，村级调解员年龄结构不合理",
    ),
    "counsel": (
        "法律顾问作用发挥不充分，决策前咨询偏少",
        "决策前咨询偏少，法律顾问作用没有充分发挥",
        "法律顾问作用未能充分发挥，决策前咨询流于形式",
    ),
    "study": (
        "领导干部学法存在走过场现象，学用脱节",
        "领导干部学法学用脱节，走过场现象尚未杜绝",
        "学用脱节的现象依旧，领导干部学法走过场",
    ),
}

#: Plans by topic: the heading and body of the plan, and how the next report tells of it.
PLANS: Final = {
    "recorders": (
        "配齐执法记录仪",
        "为乡镇综合执法队采购执法记录仪和巡查车辆",
        "采购执法记录仪{}台、巡查车辆{}辆，发到乡镇综合执法队",
    ),
    "hearing": (
        "建设行政复议听证室",
        "建成行政复议听证室，安装庭审直播设备",
        "行政复议听证室建成，庭审直播设备投用，直播复议听证{}场",
    ),
    "park": (
        "打造宪法主题公园",
        "在滨河公园增设宪法长廊和法治雕塑",
        "滨河公园的宪法长廊开放，安装法治雕塑{}座，宪法主题公园成为打卡地",
    ),
    "seal": ("推行电子印章", "涉企证照全部启用电子印章和电子签名", "涉企证照启用电子印章{}类，电子签名使用{}次"),
    "hotline": (
        "整合投诉热线",
        "把环保、城管、价格举报电话并入便民热线",
        "环保、城管、价格举报电话并入便民热线，热线接听来电{}个",
    ),
    "credit": (
        "完善信用修复机制",
        "开设信用修复专窗，缩短失信名单移出时间",
        "信用修复专窗办理移出失信名单{}户，信用修复时间缩短",
    ),
    "tenders": (
        "整治招标投标乱象",
        "清查围标串标线索，公开招标评审专家名单",
        "查处围标串标线索{}条，公开招标评审专家名单{}人",
    ),
    "school": (
        "选聘法治副校长",
        "为中小学校选聘法治副校长，开展模拟法庭",
        "中小学校选聘法治副校长{}名，举办模拟法庭{}场",
    ),
    "station": (
        "设立税费争议调解站",
        "办税服务厅派驻调解员，受理税费争议",
        "办税服务厅派驻调解员{}名，受理税费争议{}起",
    ),
    "wages": (
        "治理欠薪顽疾",
        "建立农民工工资保证金和欠薪预警平台",
        "农民工工资保证金收缴到位，欠薪预警平台发出提示{}次",
    ),
}

#: What every report tells besides.
DEEDS: Final = (
    ("压实工作责任", "召开法治建设推进会{}次，印发工作要点，细化任务{}项。"),
    ("规范行政决策", "公布重大行政决策目录，对{}项决策开展风险评估。"),
    ("强化信息公开", "更新政府网站栏目{}个，答复网民留言{}条。"),
    ("加强应急管理", "修订防汛抗旱预案{}件，组织演练{}场。"),
    ("推进示范创建", "命名法治示范村{}个，民主法治社区{}个。"),
)


@dataclass
class Known:
    """What was put into the reports of one place."""

    name: str
    #: By the year that a target is for, and code: the target, and the figure told of that year (None: not told).
    targets: dict[tuple[int, str], tuple[int, int | None]] = field(default_factory=dict)
    #: By year, the topics of the problems, in their order.
    problems: dict[int, list[str]] = field(default_factory=dict)
    #: By the year planned for, the topics of the plans, in their order; and those that the report on it tells of.
    plans: dict[int, list[str]] = field(default_factory=dict)
    told: dict[int, list[str]] = field(default_factory=dict)


def _known(seed: int = 14) -> dict[str, Known]:
    chance = random.Random(seed)
    known = {}
    for key, name in PLACES.items():
        place = known[key] = Known(name)
        # Some places have the same weakness for years, others a new one each year.
        lasting = chance.choice((0.1, 0.4, 0.8))
        topics = chance.sample(list(PROBLEMS), 3)
        plans = chance.sample(list(PLANS), len(PLANS))
        for year in YEARS:
            place.problems[year] = topics
            kept = [topic for topic in topics if chance.random() < lasting]
            fresh = [topic for topic in PROBLEMS if topic not in topics]
            topics = [*kept, *chance.sample(fresh, 3 - len(kept))]
            place.plans[year + 1] = [plans.pop() for _ in range(3)]
            place.told[year + 1] = [topic for topic in place.plans[year + 1] if chance.random() < 0.65]
            for code in chance.sample(list(SIZES), 2):
                target = chance.randrange(*SIZES[code])
                reach = 3 if SIZES[code][1] <= 100 else 40
                figure = target + chance.randrange(-reach, reach + 1)
                told = chance.random() < 0.9
                place.targets[year + 1, code] = (
                    (target, min(figure, 100) if reach == 3 else figure) if told else (target, None)
                )
    return known


KNOWN: Final = _known()


def write_reports(folder: Path) -> None:
    """Write all reports into `folder`: PLACE-YEAR.txt, or .html."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (key, place) in enumerate(KNOWN.items()):
        for year in YEARS:
            form = FORMS[(3 * number + year) % len(FORMS)]
            chance = random.Random(f"{key} {year}")
            text = _report(place, year, form, chance)
            if form == "web":
                (folder / f"{key}-{year}.html").write_bytes(_web_page(text).encode())
            else:
                (folder / f"{key}-{year}.txt").write_bytes(text.encode("gb18030" if form == "gb18030" else "utf-8"))


def _report(place: Known, year: int, form: str, chance: random.Random) -> str:
    name = place.name
    title = chance.choice(
        (f"{name}人民政府{year}年法治政府建设年度报告", f"{name}人民政府关于{year}年度法治政府建设情况的报告")
    )
    opening = f"{year}年，{name}紧扣法治政府建设目标，各项工作有序开展。现将有关情况报告如下："
    deeds = [_deed(*each, chance) for each in chance.sample(DEEDS, 3)]
    deeds += [(PLANS[topic][0], _filled(PLANS[topic][2], chance) + "。") for topic in place.told.get(year, ())]
    deeds.append(("办好民生实事", _figures(place, year, chance)))
    chance.shuffle(deeds)
    # A heading of a plan is not that of the deed.
    deeds = [(_OTHER_HEADS.get(head, head), body) for head, body in deeds]
    problems = [PROBLEMS[topic][(year + len(name) + at) % 3] for at, topic in enumerate(place.problems[year])]
    plans = [(PLANS[topic][0], f"{PLANS[topic][1]}。") for topic in place.plans[year + 1]]
    plans.append(("提升服务质效", _targets(place, year + 1, chance)))
    parts = [
        (chance.choice(("主要举措和成效", "主要工作及成效")), deeds),
        (chance.choice(("存在的主要问题", "存在的问题和不足")), [("", f"{problem}。") for problem in problems]),
        (chance.choice((f"{year + 1}年工作打算", "下一步工作安排")), plans),
    ]
    end = f"{name}人民政府\n{year + 1}年1月{chance.randrange(8, 28)}日\n"
    return f"{title}\n{opening}\n{_body(parts, form)}\n{end}"


#: What a report calls a deed that was planned under another heading.
_OTHER_HEADS: Final = {
    "配齐执法记录仪": "夯实基层基础",
    "建设行政复议听证室": "畅通救济渠道",
    "打造宪法主题公园": "丰富文化阵地",
    "推行电子印章": "便利企业群众",
    "整合投诉热线": "回应群众诉求",
    "完善信用修复机制": "优化营商环境",
    "整治招标投标乱象": "维护公平竞争",
    "选聘法治副校长": "关爱青少年成长",
    "设立税费争议调解站": "就地化解矛盾",
    "治理欠薪顽疾": "保障劳动权益",
}


def _deed(head: str, body: str, chance: random.Random) -> tuple[str, str]:
    return head, _filled(body, chance)


def _filled(words: str, chance: random.Random) -> str:
    return words.format(*(chance.randrange(3, 90) for _ in range(words.count("{}"))))


def _figures(place: Known, year: int, chance: random.Random) -> str:
    told = [
        chance.choice(TOLD[code]).format(figure)
        for (for_year, code), (_, figure) in place.targets.items()
        if for_year == year and figure is not None
    ]
    return "，".join(told or ["群众满意度稳步提高"]) + "。"


def _targets(place: Known, year: int, chance: random.Random) -> str:
    found = [chance.choice(SET[code]).format(target) for (of, code), (target, _) in place.targets.items() if of == year]
    return "，".join(found) + "。"


_HAN: Final = "一二三四五六七八九十"


def _body(parts: list[tuple[str, list[tuple[str, str]]]], form: str) -> str:
    lines = []
    for at, (heading, members) in enumerate(parts):
        lines.append(heading if form == "unnumbered" else f"{_HAN[at]}、{heading}")
        for number, (head, body) in enumerate(members):
            lead = f"{head}。" if head else ""
            match form:
                case "arabic":
                    lines.append(f"{number + 1}.{lead}{body}")
                case "spoken" | "unnumbered":
                    lines.append(f"{_HAN[number]}是{lead.replace('。', '，')}{body}")
                case _:
                    lines.append(f"（{_HAN[number]}）{lead}{body}")
    return ("" if form == "one-line" else "\n").join(lines)


def _web_page(text: str) -> str:
    title, *lines = text.splitlines()
    paragraphs = "\n".join(f"<p>　　{line}</p>" for line in lines)
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        '<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div>\n'
        f'<h1>{title}</h1>\n<div class="article">\n{paragraphs}\n</div>\n'
        '<div class="footer"><a href="#">返回顶部</a></div>\n</body></html>\n'
    )


if __name__ == "__main__":
    write_reports(Path(sys.argv[1]))
