"""What Docs/service.md and Integrations show works."""
import json
import os
import re
import shutil
import subprocess

import pytest
import requests
from server import LETTER, MARKDOWN, PROGRAM, ROOT, Service

PAGE = (ROOT / "Docs/service.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_request_of_the_page(tmp_path):
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("curl")]
    assert len(commands) == 13
    (tmp_path / "letter.md").write_bytes(LETTER)
    (tmp_path / "letter.json").write_text('{"layout": "kl", "date": "2024-03-11", "body": "Kære alle"}')
    (tmp_path / "template.md").write_bytes(LETTER + b"\n{{navn}}\n")
    (tmp_path / "data.json").write_text('{"navn": "Bo"}')
    (tmp_path / "merge.jsonl").write_text(blocks("json")[0])
    shutil.copy(ROOT / "Docs/kl-2024.png", tmp_path / "logo.png")
    with Service() as service:
        for command in commands:
            done = subprocess.run(
                ["sh", "-ec", command.replace("curl -sS", "curl -sS --fail-with-body")], cwd=tmp_path,
                env={**os.environ, "SERVICE": service.url}, capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    lines = (tmp_path / "letters.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["7", "8"]
    assert json.loads((tmp_path / "findings.json").read_text())["fit"] is True
    assert json.loads((tmp_path / "differences.json").read_text())["same"] is False


def test_a_pdf_has_the_bytes_that_the_command_gives_it(tmp_path):
    command = ROOT / os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
    letter = ROOT / "Examples/kl-2024.md"
    subprocess.run([command, "render", letter, "-o", tmp_path / "letter.pdf"], check=True, timeout=60)
    with Service() as service:
        answer = requests.post(
            service.url + "/render", letter.read_bytes(), headers=MARKDOWN, timeout=60)
    assert answer.content == (tmp_path / "letter.pdf").read_bytes()


@pytest.mark.skipif(
    not all((ROOT / path).exists() for path in
            [".build/release/letterpdf", ".build-server/release/letterpdf-server"]),
    reason="the programs are not built for release")
def test_an_installed_service_finds_what_it_needs(tmp_path):
    for target in ["install", "install-server"]:
        subprocess.run(
            ["make", "-s", "-o", "build", "-o", "server", "-o", "setup", target, f"DESTDIR={tmp_path}",
             "PREFIX=/usr"], cwd=ROOT, check=True, capture_output=True, timeout=120)
    with Service(program=tmp_path / "usr/bin/letterpdf-server", resources=None) as service:
        answer = requests.post(
            service.url + "/render", headers={"Accept": "image/png", **MARKDOWN}, data=LETTER, timeout=60)
        assert answer.content.startswith(b"\x89PNG"), answer.text
        for path in ["/schema/letter", "/schema/layout", "/layouts/kl", "/openapi.json"]:
            assert requests.get(service.url + path, timeout=60).status_code == 200, path


def test_the_page_has_every_option_and_every_problem():
    told = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z-]+", told)) - {"--help", "--version", "--host", "--log", "--resources"}
    assert len(options) >= 9
    for option in options:
        assert option in PAGE, option
    source = "".join(path.read_text("utf-8") for path in (ROOT / "Sources/LetterService").glob("*.swift"))
    for kind in re.findall(r'Problem\(\s*\d{3}, "([a-z-]+)"', source):
        assert f"`{kind}`" in PAGE, kind
    described = json.loads((ROOT / "Docs/schema/openapi.json").read_text("utf-8"))
    endpoints = re.findall(r'case \w+ = "(/[^"]*)"', source)
    assert sorted(described["paths"]) == sorted(endpoints)


def test_the_program_tells_what_is_wrong_with_its_options():
    for option in [["--port", "70000"], ["--jobs", "0"], ["--max-seconds", "-1"], ["--nonsense"]]:
        done = subprocess.run([PROGRAM, *option], capture_output=True, text=True, timeout=60)
        assert done.returncode == 64 and "Error:" in done.stderr, done
    done = subprocess.run(
        [PROGRAM, "--resources", "/nowhere"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "has no Fonts, Languages and Layouts" in done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_the_unit_is_sound_and_exposes_little(tmp_path):
    unit = (ROOT / "Integrations/systemd/letterpdf-server.service").read_text("utf-8")
    path = tmp_path / "letterpdf-server.service"
    path.write_text(unit.replace("/usr/local/bin/letterpdf-server", str(PROGRAM)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", path], capture_output=True, text=True, timeout=60)
    assert str(path.name) not in done.stderr, done.stderr
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", path],
        capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout
