"""Fixed phrases whose numerals count nothing, such as 十四五, 双随机一公开 and 三项制度.

The table is data. A phrase is believed wherever it stands, by longest match, but not in the middle of a
longer numeral (十三项制度 is a figure).
"""

from __future__ import annotations

from typing import Final

__all__ = ["FIXED_PHRASES", "GENERATED_PHRASES"]

FIXED_PHRASES: Final[frozenset[str]] = frozenset(
    """
    统一 唯一 之一 同一 单一 专一 合一 万一 逐一 一一 第一 其一 归一 一把手 第一责任人 第一议题 第一要务 一站式 一体化 一揽子 一窗式 一网式
    一件事 一张网 一张图 一盘棋 一条龙 一条线 一个样 一个口子 一类事 一次办好 一次办 一次性 一次告知 一次办结 一次都不跑 最多跑一次 只跑一次
    一村一法律顾问 一企一策 一业一证 一网通办 一窗通办 一单一库 一章审批 一支队伍管执法 一枚印章管审批
    一票否决 一以贯之 一年来 一年一度 一段时间 一段时期 一系列 一部分 一方面 一大批 一批 一些 一定 一般 一切 一致 一律 一线 一直
    双随机一公开 双随机、一公开 双随机 两轻一免 一规划两纲要 两法衔接 两定机构 两代表一委员 三重一大 三会一课 三统一 三合一 四合一 五合一 两个口袋
    三项制度 三项机制 三项岗位人员 三个代表 三个区分开来 三个规定 三个务必 三个必须 三个清单 三个一 三个一批 三个关键环节
    三位一体 五位一体 四位一体 两位一体 六位一体 四个全面 四个意识 四个自信 两个维护 两个确立 两个毫不动摇 两个一百年 两个大局
    两个结合 两个责任 两个先行 两个健康 两个覆盖 两个中心 四个服务 四个善于 四个最严 四个不摘 四个不直两条 四个走在前 四个走在前列 四不两直
    四种形态 八项规定 四项基本原则 六大纪律 六项纪律 五大发展理念 三大攻坚战 四大班子 四大检察 三大攻坚 三大行动 五大行动
    五个一 五个一工程 五个一批 十个明确 十四个坚持 十三个方面成就 十一个坚持 十个坚持 九个坚持 八个明确 八个坚持 六个坚持 六个必须坚持
    两不愁三保障 三清单一平台 一清单 两清单 一目录 千家万户 千方百计 百日攻坚 百日行动 成百上千 三天两头 三令五申 一举多得
    两会 两院 两高 两级 两类 两新 三农 三资 三产 三级 三方 三农 三支一扶 三产融合 一二三产业 三次产业 一次产业 二次产业
    五四运动 五四青年节 五一 六一 七一 八一 十一黄金周 三八 三八妇女节 一号文件 百分制 千分制 两年行动 五级书记 百县千镇 百村千户
    一府两院 两代会 二十四字 三公经费 三公 四公开 四议两公开 六稳 六保 一带一路 三线一单 三区三线 三北 两山 两湖 十大 百强 千强 五百强 百强县
    三个百分之百 六个百分之百 四个百分之百 七个百分之百 八个百分之百 两个百分之百
    三年级 一年级 二年级 四年级 五年级 六年级 千人计划 万人计划 万人占比 百姓 百年 千年 半年度 每半年 三下乡 四下基层 两优一先 两癌 三孩 二孩
    十字路口 十足 十分 三角 四季 五金 五险一金 七夕 八方 九年义务教育 十二生肖 三甲 三甲医院 三包 四海 五湖四海 六合 七天无理由
    5个工作法 一日游 一日活动 三日游 开展一日
    """.split()
)

_NUMERALS: Final = "一二三四五六七八九"

#: Phrases that follow a rule: five-year plans and law-education plans, congresses and their plenary sessions.
GENERATED_PHRASES: Final[frozenset[str]] = frozenset(
    [f"{tens}{plan}五" for tens in ("", "十", "二十") for plan in _NUMERALS]
    + [f"{number}五普法" for number in _NUMERALS]
    + [f"{number}大" for number in ("十六", "十七", "十八", "十九", "二十", "二十一", "二十二")]
    + [f"{number}中全会" for number in _NUMERALS]
    + [
        f"{congress}届{session}中全会"
        for congress in ("十五", "十六", "十七", "十八", "十九", "二十", "二十一")
        for session in _NUMERALS
    ]
)
