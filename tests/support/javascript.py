"""Node for the tests of JavaScript."""

from __future__ import annotations

import subprocess

from playwright._impl._driver import compute_driver_executable


def node(*arguments, **options) -> subprocess.CompletedProcess:
    """Playwright brings a Node of its own, so that the tests need no other."""
    return subprocess.run([compute_driver_executable()[0], *arguments], capture_output=True, text=True, **options)
