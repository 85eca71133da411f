"""How Sphinx builds this documentation: `sphinx-build -W -b html docs docs/_build/html`, offline."""

import gettext
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from lawreport_parser._version import __version__  # noqa: E402 - found on the path set above

project = "lawreport_parser"
author = "The lawreport_parser developers"
project_copyright = "The lawreport_parser developers, Apache-2.0"
release = version = __version__
language = "en"
# Docstrings put names and code between single backquotes.
default_role = "literal"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "README.md"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
add_module_names = False
python_use_unqualified_type_names = True

# Prompts and output are not copied.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"lawreport_parser {__version__}"
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}

#: What the theme says on a page, in Chinese, where Sphinx has no translation of its own.
CHINESE = {
    "Back to top": "回到顶部",
    "Contents": "目录",
    "Copyright": "版权所有",
    "Home": "首页",
    "Made with": "制作：",
    "Next": "下一页",
    "On this page": "本页目录",
    "Previous": "上一页",
    "Search": "搜索",
    "Skip to content": "跳到正文",
}


def _in_chinese() -> Callable[[str], str]:
    import sphinx

    locale = Path(sphinx.__file__).parent / "locale"
    known = gettext.translation("sphinx", str(locale), ["zh_CN"], fallback=True)
    return lambda words: CHINESE.get(words.strip()) or known.gettext(words)


def speak_chinese(app: Any, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:  # noqa: ARG001
    """Give a page below `zh/` a Chinese frame: Sphinx has one language for a whole site."""
    if page.startswith("zh/"):
        context["language"] = "zh-CN"
        context["gettext"] = _in_chinese()


def join_chinese_lines(app: Any, doctree: Any) -> None:
    """Take out line ends between Chinese characters, which a browser would show as spaces."""
    from docutils import nodes

    if not app.env.docname.startswith("zh/"):
        return
    for line_end in [node for node in doctree.findall(nodes.Text) if node == "\n"]:
        siblings = line_end.parent.children
        at = siblings.index(line_end)
        around = [each.astext() for each in (*siblings[max(0, at - 1) : at], *siblings[at + 1 : at + 2])]
        if len(around) == 2 and around[0][-1:] > "\u2fff" and around[1][:1] > "\u2fff":
            line_end.parent.remove(line_end)


def setup(app: Any) -> None:
    """Register what changes pages before they are written."""
    app.connect("doctree-read", join_chinese_lines)
    app.connect("html-page-context", speak_chinese)
