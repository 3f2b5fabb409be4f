"""Run by `tests/model_files/forks.py`: reads files as `child.main` does, each in a fork that has the imports already.

Only what the child imports is imported here: what it lacks after it has shut itself in, it must lack here, too.
"""

import importlib
import json
import os
import sys

FOLDERS, FORM = sys.argv[1:]
sys.path[:] = json.loads(FOLDERS)

from lstm_viz.model_files import child, description, sentences, sniffing  # noqa: E402, F401
from lstm_viz.problem import InputError  # noqa: E402, F401

if FORM:
    module, _, package = child.READERS[FORM]
    importlib.import_module(package)
    importlib.import_module(f"lstm_viz.model_files.{module}")


def read(path: str, output: int) -> None:
    """Becomes the child, with a file as its standard input."""
    os.dup2(os.open(path, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.closerange(3, 100)
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    child.main()


for line in sys.stdin:
    come, go = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            read(line.rstrip("\n"), go)
        except SystemExit:
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 (Python would end with 1, too)
            os.write(2, repr(error).encode())
            os._exit(1)
    os.close(go)
    with os.fdopen(come, "rb") as written:
        answer = written.read()
    _, status, used = os.wait4(pid, 0)
    told = {"code": os.waitstatus_to_exitcode(status), "seconds": used.ru_utime + used.ru_stime, "size": len(answer)}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + answer)
    sys.stdout.buffer.flush()
