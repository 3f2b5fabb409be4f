"""Finds a Chromium for the browser tests, or installs one: `python -m tools.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The first is Chromium without windows: the browser tests take a tenth less of the processor's time with it.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
MISSING = """No Chromium found, and none could be installed. The browser tests will be skipped.
Install Chromium or Chrome (Debian and Ubuntu: sudo apt-get install chromium), or name one:
    LSTM_VIZ_CHROMIUM=/path/to/chrome make test"""


def starts(executable: str | Path) -> bool:
    """Whether `executable` runs here: a placeholder script or one without its libraries does not."""
    try:
        answer = subprocess.run([executable, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and any(char.isdigit() for char in answer.stdout.decode(errors="replace"))


def playwrights_own() -> str:
    """Where Playwright keeps, or would keep, the Chromium it installs."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    named = os.environ.get("LSTM_VIZ_CHROMIUM")
    installed = [path for name in NAMES if (path := shutil.which(name))]
    candidates = [named] if named else [*installed, str(MACOS), playwrights_own()]
    return next((path for path in candidates if starts(path)), None)


def install_playwrights() -> None:
    """Asks Playwright for its own Chromium."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install_distributions() -> None:
    """Asks Debian's or Ubuntu's apt, if this user may, without ever asking for a password."""
    if not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and not shutil.which("sudo"):
        return
    subprocess.run([*root, "apt-get", "update", "-qq"], check=False)
    subprocess.run([*root, "apt-get", "install", "-qq", "-y", "chromium"], check=False)


def main() -> int:
    """Finds or installs; 0 if there is a browser in the end."""
    for install in (None, install_playwrights, install_distributions):
        if install:
            install()
        if found := find():
            print(f"Browser for the tests: {found}")
            return 0
    print(MISSING, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
