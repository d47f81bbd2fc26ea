"""page: every command of Docs/digital-post.md does what the page says, and its words are the program's.

usage: page
"""
import inspect
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from python_serviceplatformen import authentication

from sending import ROOT, SEND, Bench, require
from standin import FAULTS

sys.path.insert(0, str(ROOT / "Integrations/digital-post"))

from letterpdf_send.journal import AFTER  # noqa: E402

PAGE = (ROOT / "Docs/digital-post.md").read_text("utf-8")


def words():
    """The page names the events, the options, the codes and the hosts that there are."""
    table = PAGE[PAGE.index("| `event`"):]
    require(set(re.findall(r"^\| `(\w+)` \|", table[:table.index("\n\n")], re.M)) - {"event"} == set(AFTER), "other events")
    told = subprocess.run([sys.executable, SEND, "--help"], capture_output=True, text=True, check=True).stdout
    of_merge = {"--memo", "--forsendelse"}
    options = set(re.findall(r"(?<![\w-])--[a-z-]+", told)) - {"--help"} - of_merge
    named = {option for code in re.findall(r"`([^`\n]+)`", PAGE) for option in re.findall(r"(?<!\S)--[a-z-]+", code)}
    of_pip = {"--ignore-requires-python"}
    require(named - of_merge - of_pip <= options, f"options that are none: {named - of_merge - of_pip - options}")
    require({one for one in options if one not in PAGE} == set(), "an option that the page does not name")
    for code in ("0", "1", "2", "3", "130, 143"):
        require(f"| {code} |" in PAGE and re.search(rf"\b{code}\b", told), f"code {code} is not told")
    hosts = set(re.findall(r"https://([a-z0-9.-]+)", inspect.getsource(authentication)))
    require(len(hosts) == 4 and all(f"`{host}`" in PAGE for host in hosts), f"other hosts than {hosts}")


def commands():
    """One after the other, with a letter in doubt that arrived and one that did not."""
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    codes = [0, 0, 3, 0, 0, 0, 0]
    require(len(lines) == len(codes), f"the page has {len(lines)} commands")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        bench = Bench(folder, 20, routes=("digital",), faults={})
        own = {number: bench.expected()[number - 1][1] for number in (17, 18)}
        plain = bench.standin.fault
        once = {own[17]: "answer lost", own[18]: "500"}
        bench.standin.fault = lambda one: once.pop(one, None) or plain(one)
        require(set(once.values()) <= set(FAULTS), "faults that are none")
        expected = sorted(bench.expected())
        bench.folder.rename(folder / "out")
        shim = folder / "letterpdf-send"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{SEND}" "$@"\n')
        shim.chmod(0o755)
        environment = dict(
            os.environ, HTTPS_PROXY=bench.standin.address, NO_PROXY="", PYTHONDONTWRITEBYTECODE="1",
            REQUESTS_CA_BUNDLE=str(bench.standin.trusted), PATH=f"{scratch}:{os.environ['PATH']}")
        with bench.standin:
            for line, code in zip(lines, codes):
                # Nothing of a test goes to production, not even to a stand-in of it.
                line += " --dry-run" if "prod" in line else ""
                run = subprocess.run(
                    ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)
                require(run.returncode == code, f"{line} ends with {run.returncode}: {run.stdout}{run.stderr}")
                if code == 3:
                    require("in doubt: 2: records 17 18" in run.stdout, run.stdout)
        require(sorted(bench.standin.accepted) == expected, "not every letter arrived once")


if __name__ == "__main__":
    words()
    commands()
