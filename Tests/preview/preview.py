"""A preview of one test's own, and pages of Chromium that look at it."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / os.environ.get("LETTERPDF_SERVER", ".build-server/release/letterpdf-server")
HEAD = "---\nlayout: brev\ndate: 2026-03-11\nsubject: Prøve\nto: [[Anna Holm, Vej 12, 1234 By]]\nsignatures: [Bo Krag]\n---\n\n"
LETTER = HEAD + "Det første afsnit er kort.\n\n## En overskrift\n\nDet andet afsnit\ngår over to linjer i kilden.\n"
# Where macOS has it, which has no program of it in PATH.
CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# Each moment at which all pages were on the screen, and what was asked for.
WATCHING = """
window.shown = [];
addEventListener("DOMContentLoaded", () => new MutationObserver(() =>
  window.shown.push(performance.timeOrigin + performance.now())).observe(
    document.getElementById("pages"), { attributes: true, attributeFilter: ["data-shown"] }));
"""


class Preview:
    """Runs from `with` to its end, when it must have ended with 0."""

    def __init__(self, folder, *words, files=None, program=PROGRAM, environment=None):
        self.folder = pathlib.Path(folder)
        for name, text in (files or {"brev.md": LETTER}).items():
            (self.folder / name).write_text(text, "utf-8")
        self.command = [program, "preview", *(words or ["brev.md"]), "--no-open"]
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}

    def __enter__(self):
        self.process = subprocess.Popen(
            [str(word) for word in self.command], cwd=self.folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
            text=True, env=self.environment)
        self.address = self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([0-9a-f]{32})/", self.address)
        assert found, self.address
        self.port, self.token = int(found[1]), found[2]
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert kind is not None or status == 0, f"the preview ended with {status}"

    def write(self, text, name="brev.md"):
        (self.folder / name).write_text(text, "utf-8")

    def replace(self, text, name="brev.md"):
        """Saves as most editors do: another file in the place of the old one."""
        other = self.folder / f".{name}.new"
        other.write_text(text, "utf-8")
        other.rename(self.folder / name)


@contextlib.contextmanager
def chromium():
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome", CHROME])))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def looking(browser, preview, query="", size=(1400, 900), scheme="light", is_set=True):
    """A page on which the letter stands; it must ask for nothing elsewhere and complain of nothing."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.add_init_script(WATCHING)
    try:
        page.goto(preview.address + query)
        if is_set:
            page.wait_for_selector("#pages[data-shown]")
        yield page
        assert not page.complaints, page.complaints
        assert all(url.startswith((preview.address, "blob:", "data:")) for url in page.asked), page.asked
    finally:
        context.close()


@contextlib.contextmanager
def changing(page):
    """Waits until a change that is made stands on the screen; gives the time that it took, in seconds."""
    count = page.evaluate("window.shown.length")
    times = []
    yield times
    for _ in range(400):
        if page.evaluate("window.shown.length") > count:
            times.append(page.evaluate("window.shown.at(-1)") / 1000)
            return
        page.wait_for_timeout(25)
    raise AssertionError("nothing has changed on the screen")
