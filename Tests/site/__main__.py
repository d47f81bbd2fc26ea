"""Holds the site that scripts/site makes against HTML, against its own links and, in Chromium, against WCAG 2.2.

usage: .venv/bin/python Tests/site FOLDER [--all] [--keep FOLDER]
       .venv/bin/python Tests/site FOLDER --prove      plants faults: each must be found

Every page is read: its HTML has no error, its links and pictures lead somewhere, nothing is fetched from elsewhere. In
the browser one page of each kind is looked at, or with --all every one: axe finds nothing on a phone and on a desk, by
day and by night, no page is wider than the screen, and the search finds by name. --keep leaves pictures there.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import browsing  # noqa: E402
import pages  # noqa: E402

# What is planted in a copy of the front page, and a word of the fault that it is.
PLANTS = {
    "a dead link": ('<a href="nowhere.html">x</a>', "leads nowhere"),
    "a dead anchor": ('<a href="#nowhere">x</a>', "no such place"),
    "an open element": ("<b><p>x</b>", "line"),
    "two of a name": ('<i id="main">x</i>', "two elements"),
    "a picture without words": ('<img src="style.css">', "no alt"),
    "a script from elsewhere": ('<script src="https://example.org/x.js"></script>', "fetches"),
    "a missing level": ("<h4>x</h4>", "level 4"),
    "pale words": ('<p style="color:#ddd;background:#fff">pale words</p>', "color-contrast"),
    "a wide box": ('<div style="width:2000px">x</div>', "px wide"),
}


def one_of_each(folder):
    """A page of each folder, the largest, and those at the top."""
    chosen = sorted(folder.glob("*.html"))
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        there = sorted(inner.glob("*.html"), key=lambda path: path.stat().st_size)
        chosen += there[-1:]
    return chosen


def prove(folder):
    lost = []
    with browsing.Browser() as browser, tempfile.TemporaryDirectory() as copy:
        copy = pathlib.Path(copy)
        for name, (plant, sign) in PLANTS.items():
            for shared in ["index.html", "style.css", "search.js", "search-index.js"]:
                shutil.copy(folder / shared, copy)
            front = copy / "index.html"
            # Its links lead out of the copy; the plant alone is to be found.
            text = front.read_text()
            start, end = text.index("<main"), text.index("</main>")
            front.write_text(text[:start] + '<main id="main"><h1>x</h1>' + plant + text[end:])
            if any(sign in fault for fault in pages.faults_of(copy)):
                continue
            if not any(sign in fault for fault in browsing.pages_faults(browser, copy, [front])):
                lost.append(f"{name} was not found")
    return lost


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--prove", action="store_true")
    options = parser.parse_args()
    folder = options.folder.resolve()
    if options.prove:
        found = prove(folder)
    else:
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
        looked = sorted(folder.rglob("*.html")) if options.all else one_of_each(folder)
        found = pages.faults_of(folder) + browsing.faults_of(folder, looked, options.keep)
    print("\n".join(found) if found else f"{folder.name}: nothing to complain of")
    sys.exit(1 if found else 0)


main()
