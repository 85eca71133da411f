"""How Sphinx builds this documentation: `sphinx-build -W -b html docs docs/_build/html`, offline."""

import sys
from pathlib import Path

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
