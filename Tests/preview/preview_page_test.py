"""The commands of Docs/preview.md, each as it stands there."""
import os
import re
import shutil
import signal
import subprocess
import time

import pytest
from preview import LETTER, PROGRAM, ROOT, chromium

COMMAND = ROOT / os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
PAGE = (ROOT / "Docs/preview.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "letter.md").write_text(LETTER, "utf-8")
    (tmp_path / "my-layout.yaml").write_text("extends: brev\nname: Mit\n", "utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/letterpdf").symlink_to(COMMAND)
    return tmp_path


def start(command, folder, *words):
    return subprocess.Popen(
        ["sh", "-c", "exec " + " ".join([command, *words])], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        stdin=subprocess.DEVNULL, env={**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}"})


def test_the_page_has_commands():
    assert len(COMMANDS) == 6


@pytest.mark.parametrize("command", [one for one in COMMANDS if " preview " in one])
def test_every_preview_of_the_page(command, folder):
    process = start(command, folder, "--no-open")
    try:
        address = process.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[0-9a-f]{32}/\n", address), address + process.stderr.read()
    finally:
        process.send_signal(signal.SIGINT)
        status = process.wait(30)
    assert status == 0


@pytest.mark.parametrize("command", [one for one in COMMANDS if " --watch" in one])
def test_every_watch_of_the_page(command, folder):
    process = start(command, folder)

    def wait(line, made):
        """Until it is told, and the PDF is another."""
        assert re.match(line, told := process.stderr.readline()), told
        for _ in range(600):
            now = (folder / "letter.pdf").read_bytes() if (folder / "letter.pdf").exists() else None
            if now is not None and now != made:
                return now
            time.sleep(0.05)
        raise AssertionError("there is no new PDF")
    try:
        first = wait("watching letter.md", None)
        (folder / "letter.md").write_text(LETTER.replace("kort", "langt"), "utf-8")
        second = wait("setting it again: letter.md", first)
        (folder / "letter.md").write_text(LETTER.replace("subject", "subjekt"), "utf-8")
        assert process.stderr.readline().startswith("setting it again")
        assert "letter.md:4:1: error" in process.stderr.readline()
        assert (folder / "letter.pdf").read_bytes() == second
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def test_what_cannot_be_watched_is_told(folder):
    done = subprocess.run([COMMAND, "render", "-", "-o", "x.pdf", "--watch"], cwd=folder, input=LETTER.encode(), capture_output=True, timeout=60)
    assert done.returncode == 2 and b"--watch is for files" in done.stderr


@pytest.fixture
def alone(folder):
    """The command as it is installed, in a folder with its resources."""
    (folder / "alone").mkdir()
    shutil.copy(COMMAND.resolve(), folder / "alone/letterpdf")
    for name in ["Fonts", "Languages", "Layouts"]:
        (folder / "alone" / name).symlink_to(ROOT / name)
    return folder / "alone"


def test_a_command_without_the_service_says_what_to_install(alone):
    done = subprocess.run([alone / "letterpdf", "preview", "letter.md"], cwd=alone.parent, capture_output=True, text=True,
                          timeout=60)
    assert done.returncode == 1 and "make install-server" in done.stderr and "--watch" in done.stderr


def test_the_service_is_found_beside_the_command(alone):
    shutil.copy(PROGRAM.resolve(), alone / "letterpdf-server")
    process = start(f"{alone}/letterpdf preview letter.md --date 2026-01-02", alone.parent, "--no-open")
    try:
        assert process.stdout.readline().startswith("http://127.0.0.1:")
    finally:
        process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


@pytest.mark.parametrize("desktop", [{"DISPLAY": ":9"}, {"WAYLAND_DISPLAY": "wayland-9"}, {}])
@pytest.mark.parametrize("place", ["XDG_RUNTIME_DIR", "TMPDIR"])
def test_the_browser_is_opened_where_there_is_a_desktop(folder, desktop, place):
    """By a file that leads to the address: the address itself would stand in the list of processes."""
    opener = folder / "bin/xdg-open"
    opener.write_text('#!/bin/sh\necho "$@" > "$(dirname "$0")/opened.new"\nmv "$(dirname "$0")/opened.new" "$(dirname "$0")/opened"\n')
    opener.chmod(0o755)
    (folder / "session").mkdir()
    plain = {name: value for name, value in os.environ.items()
             if name not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "TMPDIR")}
    process = subprocess.Popen(
        [COMMAND, "preview", "letter.md"], cwd=folder, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
        env={**plain, **desktop, place: str(folder / "session"), "PATH": f"{folder}/bin:{os.environ['PATH']}"})
    try:
        address, opened = process.stdout.readline().strip(), folder / "bin/opened"
        for _ in range(400 if desktop else 20):
            if opened.exists():
                break
            time.sleep(0.05)
        files = list((folder / "session").iterdir())
        assert opened.exists() == bool(files) == bool(desktop)
        if desktop:
            [file] = files
            assert opened.read_text() == f"{file}\n"
            assert file.stat().st_mode & 0o777 == 0o600 and address in file.read_text()
            with chromium() as browser:
                page = browser.new_page()
                page.goto(file.as_uri())
                page.wait_for_selector("#pages[data-shown]", timeout=20_000)
                assert page.url.split("?")[0] == address
    finally:
        process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not list((folder / "session").iterdir())
