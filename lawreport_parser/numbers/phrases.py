"""Fixed phrases whose numerals count nothing, such as 十四五, 双随机一公开 and 三项制度.

The table is data. A phrase is believed wherever it stands, by longest match, but not in the middle of a
longer numeral (十三项制度 is a figure).
"""

from __future__ import annotations

from typing import Final

__all__ = ["FIXED_PHRASES", "FOLLOWERS_OF_NO_PHRASE", "GENERATED_PHRASES"]

_ROWS: Final = (
    "一一 一业一证 一个口子 一个样 一举多得 一二三产业 一些 一以贯之 一件事 一企一策 一体化",
    "一切 一单一库 一号文件 一大批 一定 一带一路 一年一度 一年来 一年级 一府两院 一张图 一张网",
    "一律 一批 一把手 一揽子 一支队伍管执法 一方面 一村一法律顾问 一条线 一条龙 一枚印章管审批",
    "一次产业 一次办 一次办好 一次办结 一次告知 一次性 一次都不跑 一段时期 一段时间 一清单",
    "一盘棋 一目录 一直 一票否决 一窗式 一窗通办 一站式 一章审批 一类事 一系列 一线 一网式",
    "一网通办 一致 一般 一规划两纲要 七一 七个百分之百 七夕 七天无理由 万一 万人计划 三下乡",
    "三个一 三个一批 三个代表 三个务必 三个区分开来 三个必须 三个百分之百 三个规定 三产 三产融合",
    "三令五申 三会一课 三位一体 三八 三八妇女节 三公 三公经费 三农 三包 三北 三区三线 三合一",
    "三大攻坚 三大攻坚战 三天两头 三孩 三年级 三支一扶 三方 三次产业 三清单一平台 三甲 三甲医院",
    "三级 三线一单 三统一 三资 三重一大 三项制度 三项岗位人员 三项机制 专一 两不愁三保障",
    "两个一百年 两个健康 两个先行 两个口袋 两个大局 两个毫不动摇 两个百分之百 两个确立 两个结合",
    "两个维护 两个覆盖 两个责任 两代会 两代表一委员 两优一先 两会 两定机构 两山 两新 两法衔接",
    "两清单 两湖 两癌 两级 两轻一免 两院 两高 九个坚持 九年义务教育 二十四字 二孩 二年级",
    "二次产业 五一 五个一 五个一工程 五个一批 五位一体 五合一 五四运动 五四青年节 五大发展理念",
    "五年级 五年规划 五年计划 五湖四海 五百强 五级书记 五金 五险一金 八一 八个坚持 八个明确 八个百分之百 八项规定",
    "六一 六个坚持 六个必须坚持 六个百分之百 六位一体 六保 六大纪律 六年级 六稳 六项纪律 其一",
    "十一个坚持 十一黄金周 十三个方面成就 十个坚持 十个明确 十二生肖 十四个坚持 十大 十字路口",
    "千人计划 千分制 千家万户 千强 千方百计 半年度 单一 双随机 双随机、一公开 双随机一公开",
    "只跑一次 合一 同一 唯一 四下基层 四不两直 四个不摘 四个全面 四个善于 四个意识 四个最严",
    "四个服务 四个百分之百 四个自信 四个走在前 四个走在前列 四位一体 四公开 四合一 四大检察 四套班子",
    "四大班子 四年级 四种形态 四议两公开 四项基本原则 归一 成百上千 最多跑一次 每半年 百分制",
    "百县千镇 百姓 百年 百强 百强县 百日攻坚 百日行动 百村千户 第一要务 第一议题 第一责任人",
    "统一 逐一 二十四节气 三班倒 两张皮 两头受气 四面八方 三番五次 三人成虎 五台山 五棵松 五道口 七台河 五家渠",
    "五大连池 最后一公里 最初一公里 一分钱",
)

#: Phrases as they are written.
FIXED_PHRASES: Final[frozenset[str]] = frozenset(phrase for row in _ROWS for phrase in row.split())

_NUMERALS: Final = "一二三四五六七八九"

_CONGRESSES: Final = ("十六", "十七", "十八", "十九", "二十", "二十一", "二十二")

#: What behind a phrase shows that it is part of a count: 归纳为十八大类, 一批次产品.
FOLLOWERS_OF_NO_PHRASE: Final[dict[str, str | tuple[str, ...]]] = {
    "一批": "次",
    "一类事": "业",
    "三产": "业",
    "三公": ("里", "斤", "顷"),
    "三方": "面",
    "五金": "额",
    **{f"{number}大": ("类", "项", "板块", "领域") for number in ("十", *_CONGRESSES)},
}

#: Phrases that follow a rule: five-year plans and law-education plans, congresses and their plenary sessions.
GENERATED_PHRASES: Final[frozenset[str]] = frozenset(
    [f"{tens}{plan}五" for tens in ("十", "二十") for plan in _NUMERALS]
    + [f"{number}五普法" for number in _NUMERALS]
    + [f"{number}大" for number in _CONGRESSES]
    + [f"{number}中全会" for number in _NUMERALS]
    + [
        f"{congress}届{session}中全会"
        for congress in ("十五", "十六", "十七", "十八", "十九", "二十", "二十一")
        for session in _NUMERALS
    ]
)
