"""Builds the package, which `setup.cfg` describes, and with `LAWREPORT_COMPILE=1` compiles the modules named here.

`docs/explanation/costs.md` tells what that is good for; what code must keep to, so that it compiles, stands in
`CONTRIBUTING.md`.
"""

import os
import sys
from glob import glob

from setuptools import Extension, setup

#: What is compiled, in two libraries that are built at the same time: modules and whole packages.
_LIBRARIES = {
    "lawreport_outline": ("blanks", "brackets", "lalr", "offsets", "outline", "page"),
    "lawreport_contents": (
        "assembly",
        "discourse",
        "header",
        "held_roles",
        "indicators/matching",
        "indicators/reading",
        "indicators/times",
        "issuer",
        "items",
        "judging",
        "numbers/citations",
        "numbers/dates",
        "numbers/limits",
        "numbers/measures",
        "numbers/phrases",
        "numbers/places",
        "numbers/quantities",
        "numbers/quantity_patterns",
        "numbers/refusals",
        "numbers/subjects",
        "organs",
        "roles",
        "years",
        "years_of_report",
    ),
}
#: Tables, which are read once: compiled, they are only longer. And the packages themselves, which only hand out names.
_AS_WRITTEN = ("__init__.py", "weights.py", "heading_weights.py")
#: Commands that only tell what the package is: setuptools runs this file for each.
_TELLING = {"clean", "dist_info", "egg_info", "sdist"}


def _sources(names: tuple[str, ...]) -> list[str]:
    found = (glob(f"lawreport_parser/{name}.py") + glob(f"lawreport_parser/{name}/*.py") for name in names)
    return sorted(path for paths in found for path in paths if os.path.basename(path) not in _AS_WRITTEN)


def _extensions() -> list[Extension]:
    try:
        from mypyc.build import mypycify
    except ImportError:
        sys.exit("LAWREPORT_COMPILE=1 needs mypy in the environment that builds: pip install mypy lark pydantic")
    libraries = [(_sources(names), library) for library, names in _LIBRARIES.items()]
    files = [path for sources, _ in libraries for path in sources]
    # Higher levels take two to four times as long to compile.
    return mypycify(["--config-file=setup.cfg", *files], separate=libraries, opt_level="1", debug_level="0")


_COMPILE = os.environ.get("LAWREPORT_COMPILE") == "1"
setup(
    # What pip puts into the environment that it builds in, where it makes one.
    setup_requires=["mypy>=1.18", "lark>=1.2,<2", "pydantic>=2.10,<3"] if _COMPILE else [],
    ext_modules=_extensions() if _COMPILE and not _TELLING & set(sys.argv) else [],
    options={"build_ext": {"parallel": len(_LIBRARIES)}},
)
