"""Memory as Linux and its containers tell it, from files made for the test."""

import os
from pathlib import Path

import pytest

from lstm_viz.worker.memory import MEBIBYTE, available_memory, resident_memory


@pytest.fixture
def system(tmp_path):
    """`system({path: text})` makes a file system; its root."""

    def make(files):
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text)
        return tmp_path

    return make


MACHINE = {"proc/meminfo": "MemTotal:        8000 kB\nMemFree:         1 kB\nMemAvailable:    4000 kB\n"}
VERSION_2 = {"proc/self/cgroup": "0::/app\n"}
VERSION_1 = {"proc/self/cgroup": "4:memory:/docker/7f\n3:cpu:/docker/7f\n0::/\n"}


def test_without_a_container_it_is_the_machines(system):
    assert available_memory(system(MACHINE)) == 4000 * 1024


def test_a_container_may_leave_less_than_the_machine(system):
    group = {"memory.max": "3000000\n", "memory.current": "2500000\n", "memory.stat": "anon 9\ninactive_file 100000\n"}
    files = {f"sys/fs/cgroup/{name}": text for name, text in group.items()}
    assert available_memory(system(MACHINE | VERSION_2 | files)) == 600_000


def test_a_group_within_the_container_counts_too(system):
    group = {"memory.max": "900000\n", "memory.current": "200000\n"}
    files = {f"sys/fs/cgroup/app/{name}": text for name, text in group.items()}
    assert available_memory(system(MACHINE | VERSION_2 | files | {"sys/fs/cgroup/memory.max": "max\n"})) == 700_000


@pytest.mark.parametrize("tight", ["", "app.slice/", "app.slice/app.service/", "app.slice/app.service/worker/"])
def test_each_group_above_counts_too(system, tight):
    group = {"memory.max": "900000\n", "memory.current": "200000\n"}
    files = {f"sys/fs/cgroup/{tight}{name}": text for name, text in group.items()}
    own = {"proc/self/cgroup": "0::/app.slice/app.service/worker\n"}
    assert available_memory(system(MACHINE | own | files)) == 700_000


def test_the_older_control_groups(system):
    group = {
        "memory.limit_in_bytes": "2000000\n",
        "memory.usage_in_bytes": "1900000\n",
        "memory.stat": "inactive_file 1\ntotal_inactive_file 50000\n",
    }
    files = {f"sys/fs/cgroup/memory/{name}": text for name, text in group.items()}
    assert available_memory(system(MACHINE | VERSION_1 | files)) == 150_000


def test_a_group_without_a_limit_leaves_the_machines(system):
    files = {"sys/fs/cgroup/memory.max": "max\n", "sys/fs/cgroup/memory.current": "2500000\n"}
    assert available_memory(system(MACHINE | VERSION_2 | files)) == 4000 * 1024


def test_a_group_over_its_limit_leaves_nothing(system):
    files = {"sys/fs/cgroup/memory.max": "100\n", "sys/fs/cgroup/memory.current": "200\n"}
    assert available_memory(system(MACHINE | VERSION_2 | files)) == 0


def test_where_nothing_tells_it_is_unknown(tmp_path):
    assert available_memory(tmp_path) is None
    assert resident_memory(os.getpid(), tmp_path) is None


def test_a_process_takes_what_it_holds(system):
    assert resident_memory(7, system({"proc/7/status": "Name:\tpython\nVmRSS:\t     512 kB\n"})) == 512 * 1024


@pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="only Linux tells")
def test_on_this_machine():
    assert 5 * MEBIBYTE < resident_memory(os.getpid()) < 10_000 * MEBIBYTE
    assert available_memory() > MEBIBYTE
