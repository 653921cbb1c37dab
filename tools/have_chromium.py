"""Look for the browser that the browser tests drive; try to install one where there is none.

Never fails: without a browser those tests are skipped, and this says how to get one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The first has no windows that nobody sees: tests take a third less of a processor with it.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE_SECONDS = 600


def find_chromium():
    """The path of the system's Chromium, or of playwright's own; None where there is neither."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def ways_to_install():
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install = "apt-get install -qq -y --no-install-recommends"
        yield f"apt-get update -qq && {{ {install} chromium-headless-shell || {install} chromium; }}"
    yield f"{sys.executable} -m playwright install chromium"


def main():
    if find_chromium():
        return
    for command in ways_to_install():
        print(f"No Chromium here; trying: {command}", flush=True)
        try:
            subprocess.run(
                command,
                shell=True,
                check=False,
                timeout=PATIENCE_SECONDS,
                stdout=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            continue
        if find_chromium():
            return
    print(
        "Without Chromium the tests in tests/browser are skipped. To have it: install the package"
    )
    print("chromium, or run: .venv/bin/playwright install --with-deps chromium")


if __name__ == "__main__":
    main()
