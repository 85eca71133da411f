"""Texts that name files, modules, code and addresses, where a report names titles, sources and attachments."""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    "/etc/passwd",
    "file:///etc/passwd",
    "..\\..\\windows\\win.ini",
    "\\\\server\\share\\report.docx",
    "http://localhost:1/report.html",
    "https://example.invalid/a?b=c",
    "import os",
    "__import__('os').system('true')",
    "${jndi:ldap://localhost:1/a}",
    "{{7*7}}",
    "{0.__class__.__mro__}",
    "%(text)s%n%s",
    "$(touch hostile)",
    "`touch hostile`",
    "'; DROP TABLE reports; --",
    "<script>alert(1)</script>",
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    '%import "/etc/passwd"',
    "!!python/object/apply:os.system ['true']",
    "\x80\x04cos\nsystem\n(S'true'\ntR.",
)

#: Each name where a page has room for one: metadata, title, heading, body, citation, signature, footer.
NAMING: Final = tuple(
    f"索引号：{name}\n文号：{name}\n来源：{name}\n附件：{name}\n桐浦县2023年法治政府建设情况报告 {name}\n"
    f"{name}：\n一、{name}\n（一）{name}。依据《{name}》学法8次。\n二、存在问题\n一是{name}；二是不足。\n"
    f"桐浦县人民政府\n2024年1月31日\n主办单位：{name}\n"
    for name in _NAMES
)
