"""Makes Docs/ into a site that is read without a network: guides, layouts, keys with pictures, the library.

usage: .venv/bin/python scripts/site [--out out/docs] [--program .build/release/letterpdf] [--modules FOLDER]
                                     [--layouts NAME …] [--keys KEY …] [--no-library]
       .venv/bin/python scripts/site --missing     tells the keys that have no example

--modules is the folder of a build that holds Typeset.swiftmodule, from which DocC is told what the library offers.
--layouts and --keys make a part alone: `--keys text.hyphenation marks`. Ends with status 1 where an example
cannot be set or changes nothing on the page.
"""
import argparse
import os
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from examples import missing  # noqa: E402
from guides import write_guides  # noqa: E402
from keypages import write_keys  # noqa: E402
from layouts import write_layouts  # noqa: E402
from library import write_library  # noqa: E402
from shell import Site, escape  # noqa: E402

FRONT = [
    ("Guides", "guides.html", "How to write letters, make layouts, send, check and compare."),
    ("Layouts", "layouts.html", "Every layout that comes along, with a letter in it and its places."),
    ("Keys of letters", "keys/letter.html", "What the head of a letter can say."),
    ("Keys of layouts", "keys/layout.html", "What a layout can say, each key with what it does to a page."),
    ("Library", "library/index.html", "Letters from Swift: the types of Typeset."),
]


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    program = os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "out/docs")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / program)
    parser.add_argument("--modules", type=pathlib.Path)
    for part in ("layouts", "keys"):
        parser.add_argument(f"--{part}", nargs="*")
    parser.add_argument("--no-library", action="store_true")
    parser.add_argument("--missing", action="store_true")
    return parser.parse_args()


def front(site):
    rows = "".join(f'<li><a href="{to}">{escape(name)}</a><p>{escape(words)}</p></li>' for name, to, words in FRONT
                   if (name, to) in site.parts)
    site.write("index.html", "letterpdf",
               "<h1>letterpdf</h1>\n<p>Official letters, typeset: a letter in Markdown and a layout in YAML go in, a PDF comes "
               f'out that is delivered, read aloud, kept and printed.</p>\n<ul class="list">{rows}</ul>')


def main():
    options = arguments()
    if options.missing:
        bare = missing()
        print("\n".join(bare))
        sys.exit(1 if bare else 0)
    if not options.program.exists():
        sys.exit(f"site: {options.program} is not built; run make build")
    program = options.program.resolve()
    modules = options.modules or program.parent / "Modules"
    shutil.rmtree(options.out, ignore_errors=True)
    site = Site(options.out.resolve())
    if options.no_library:
        site.parts = [part for part in site.parts if part[0] != "Library"]
    if options.keys is not None:
        site.parts = [part for part in site.parts if not part[1].startswith("keys/")]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        front(site)
        write_guides(site)
        write_layouts(site, program, work, options.layouts)
        faults = write_keys(site, program, work / "keys", options.keys)
        if not options.no_library:
            write_library(site, modules, work / "library")
    site.finish(HERE)
    if faults:
        print("\n".join(faults), file=sys.stderr)
    print(f"{options.out}: {sum(1 for _ in site.folder.rglob('*.html'))} pages, {len(site.index)} entries to search")
    sys.exit(1 if faults else 0)


main()
