"""The memory that is available and the memory that a process takes, if the system reports them."""

from collections.abc import Iterator
from pathlib import Path

Files = tuple[str, str, str]
MEBIBYTE = 2**20
ROOT = Path("/")
# Control groups, version 2 and version 1: the file of the limit, the file of the use, and the name of the part of the
# use that the kernel can free.
CGROUP_2: Files = ("memory.max", "memory.current", "inactive_file")
CGROUP_1: Files = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")


def available_memory(root: Path = ROOT) -> int | None:
    """The bytes that a new process could take on this machine and in this container.

    Args:
        root: The directory that holds `proc` and `sys`.

    Returns:
        The smallest number of bytes that the machine or a control group of this process leaves; None if the system does
        not report it (macOS, Windows).

    Source: proc(5), MemAvailable; Linux's Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst.
    """
    machine = _named_value(root / "proc/meminfo", "MemAvailable:")
    left = [_left_in(*group) for group in _memory_groups(root)]
    known = [value for value in (machine and machine * 1024, *left) if value is not None]
    return max(min(known), 0) if known else None


def resident_memory(pid: int, root: Path = ROOT) -> int | None:
    """The bytes of memory that a process takes; None if that cannot be read or the process has ended."""
    kibibytes = _named_value(root / f"proc/{pid}/status", "VmRSS:")
    return None if kibibytes is None else kibibytes * 1024


def _memory_groups(root: Path) -> Iterator[tuple[Path, Files]]:
    """Yields the folder and the file names of each control group that limits this process: its own and those above."""
    for line in _text(root / "proc/self/cgroup").splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers in ("", "memory"):
            top, files = root / "sys/fs/cgroup" / controllers, CGROUP_1 if controllers else CGROUP_2
            # Inside a container, the top folder is its own group, and the path may be that on the machine.
            own = Path(path.lstrip("/"))
            yield from ((top / group, files) for group in (own, *own.parents))


def _left_in(folder: Path, files: Files) -> int | None:
    limit, use, reclaimable = files
    try:
        most, used = int(_text(folder / limit)), int(_text(folder / use))
    except ValueError:  # no such file, or "max": no limit
        return None
    return most - used + (_named_value(folder / "memory.stat", reclaimable) or 0)


def _named_value(file: Path, name: str) -> int | None:
    rows = (line.split() for line in _text(file).splitlines())
    return next((int(row[1]) for row in rows if row and row[0] == name), None)


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""
