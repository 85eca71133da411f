"""Run in a process of its own: fork children while threads are reading, and see that each child can read as well.

The process has read once before: a child forked in the middle of an `import` waits for Python's own lock on the
module, whatever the library does.
"""

from __future__ import annotations

import faulthandler
import itertools
import os
import sys
import threading
from pathlib import Path

from lawreport_parser import Lexicon, parse
from lawreport_parser.lexicon import DEFAULT_LEXICON

CHILDREN = 10
#: Seconds after which a child is stuck.
STUCK = 15


#: Counts the lexicons: each has a wording of its own, and is compiled anew.
NUMBERS = itertools.count()


def fresh_lexicon() -> Lexicon:
    return DEFAULT_LEXICON.extended(problems=[f"第{next(NUMBERS)}桩难事{'|'.join(map(str, range(200)))}"])


def main(text: str) -> int:
    """Return 1 where a child did not end by itself; it writes where it was stuck."""
    parse(text).to_json()
    stop = threading.Event()
    ready = threading.Barrier(4)

    def work() -> None:
        ready.wait()
        while not stop.is_set():
            parse(text, lexicon=fresh_lexicon()).to_json()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    ready.wait()
    failed = False
    for _ in range(CHILDREN):
        child = os.fork()
        if child == 0:
            faulthandler.dump_traceback_later(STUCK, exit=True)
            parse(text, lexicon=fresh_lexicon()).to_json()
            os._exit(0)
        failed = os.waitpid(child, 0)[1] != 0
        if failed:
            break
    stop.set()
    for thread in threads:
        thread.join()
    print("a child was stuck" if failed else "all children ended well")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).read_text(encoding="utf-8")))
