"""Draw the picture of the README: a newspaper that was just imported, seen on a desk and on a phone.

    python tools/draw_screenshot.py EXPORT.xml --media UPLOADS [--article /address/] [--to docs/newspaper.png]

Starts a Broadsheet of its own in a temporary folder, imports the export, and looks at it in Chromium. Without an
export it shows the sample newspaper.
"""

import argparse
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path

from have_chromium import find_chromium
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
BROADSHEET = [sys.executable, "-m", "broadsheet.serve.cli"]
DESK, PHONE, GAP = (1180, 1040), (390, 1040), 28


def main():
    options = read_arguments()
    with tempfile.TemporaryDirectory(prefix="broadsheet-picture-") as folder:
        port = free_port()
        environment = {**os.environ, "BROADSHEET_DATA": folder, "BROADSHEET_PORT": str(port)}
        if options.export:
            media = ["--media", options.media] if options.media else []
            arguments = ["import", "wordpress", options.export, *media]
            for command in (["init"], arguments):
                subprocess.run([*BROADSHEET, *command], env=environment, check=True)
        with running(environment, sample=not options.export):
            address = f"http://localhost:{port}"
            wait_for(address)
            article = options.article or most_discussed(address)
            picture(address, article).save(options.to, optimize=True)
    print(f"{options.to}: {Path(options.to).stat().st_size // 1000} kB")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", nargs="?", help="a WordPress export")
    parser.add_argument("--media", help="the folder of its pictures")
    parser.add_argument(
        "--article", help="the address of the article on the phone; else the most discussed"
    )
    parser.add_argument("--to", default=str(ROOT / "docs" / "newspaper.png"))
    return parser.parse_args()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


@contextlib.contextmanager
def running(environment, *, sample):
    command = [*BROADSHEET, "run", *(["--sample"] if sample else [])]
    newspaper = subprocess.Popen(command, env=environment)
    try:
        yield
    finally:
        newspaper.send_signal(signal.SIGTERM)
        newspaper.wait(60)


def wait_for(address, *, seconds=300):
    give_up_at = time.monotonic() + seconds
    while time.monotonic() < give_up_at:
        with contextlib.suppress(OSError, urllib.error.URLError):
            urllib.request.urlopen(f"{address}/readyz", timeout=5).close()
            return
        time.sleep(0.5)
    raise SystemExit("The newspaper did not start.")


def most_discussed(address):
    front = urllib.request.urlopen(f"{address}/", timeout=30).read().decode()
    counts = re.findall(r'href="([^"#]+)#discussion"[^>]*>\s*(\d+)', front)
    return max(counts, key=lambda found: int(found[1]))[0]


def picture(address, article):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        front = look(browser, DESK, f"{address}/")
        talk = look(browser, PHONE, f"{address}{article}", from_element=".discussion nav")
        browser.close()
    together = Image.new("RGB", (DESK[0] + GAP + PHONE[0], DESK[1]), "#8b8378")
    together.paste(front, (0, 0))
    together.paste(talk, (DESK[0] + GAP, 0))
    return together.quantize(256)


def look(browser, size, address, *, from_element=None):
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address, wait_until="networkidle")
    if from_element:
        page.locator(from_element).last.evaluate("element => element.scrollIntoView()")
    page.wait_for_timeout(500)
    image = Image.open(BytesIO(page.screenshot()))
    page.close()
    return image


if __name__ == "__main__":
    main()
