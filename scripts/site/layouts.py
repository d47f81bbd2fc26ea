"""Every layout that is shipped: its specimen, its places, its file."""
import pathlib
import re
import subprocess

import yaml
from PIL import Image

from rendering import save
from shell import code, escape, picture

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOTS = 90


class Shelf:
    def __init__(self, program, work):
        self.program, self.work = program, pathlib.Path(work)

    def run(self, *words):
        done = subprocess.run([self.program, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=240)
        if done.returncode:
            raise SystemExit(f"{' '.join(map(str, words))}: {done.stderr.strip()}")
        return done.stdout

    def layouts(self):
        """Names and descriptions."""
        return [tuple(line.split(None, 1)) for line in self.run("layout", "list").splitlines()]

    def pages(self, pdf, most):
        subprocess.run(["pdftoppm", "-r", str(DOTS), "-l", str(most), "-png", pdf, pdf.with_suffix("")], check=True)
        found = sorted(self.work.glob(f"{pdf.stem}-[0-9]*.png"))
        pictures = []
        for path in found:
            with Image.open(path) as page:
                pictures.append(page.convert("RGB"))
            path.unlink()
        return pictures

    def specimen(self, name):
        pdf = self.work / f"specimen-{name}.pdf"
        self.run("layout", "show", name, "--specimen", pdf)
        return self.pages(pdf, 2)

    def places(self, name):
        """The example of a layout with its guides."""
        letter = ROOT / "Examples" / ("kl-2024.md" if name == "kl" else f"{name}.md")
        if not letter.is_file():
            return []
        pdf = self.work / f"places-{name}.pdf"
        self.run("render", letter, "--guides", "-o", pdf)
        return self.pages(pdf, 1)


def write_layouts(site, program, work, only=None):
    shelf = Shelf(program, work)
    cards = []
    for name, description in shelf.layouts():
        if only is not None and name not in only:
            continue
        text = shelf.run("layout", "show", name)
        read = yaml.safe_load(text)
        body = [f"<h1><code>{escape(name)}</code></h1>", f"<p>{escape(description)}</p>"]
        if read.get("extends"):
            body.append(f'<p>It extends <a href="{escape(read["extends"])}.html"><code>{escape(read["extends"])}</code></a>.</p>'
                        if only is None else f"<p>It extends <code>{escape(read['extends'])}</code>.</p>")
        body.append("<h2>A letter in it</h2>\n<div class=\"pages\">")
        for number, page in enumerate(shelf.specimen(name), 1):
            file = f"layouts/{name}-{number}.png"
            size = save(page, site.folder / file)
            body.append(picture(f"{name}-{number}.png", size, f"Page {number} of a letter in the layout {name}", 0.72))
            if number == 1:
                cards.append((name, description, file, size))
        body.append("</div>")
        for page in shelf.places(name):
            size = save(page, site.folder / f"layouts/{name}-places.png")
            body += ["<h2>Its places</h2>",
                     "<p>Frames, zones and marks with their distances from the page’s left and top edges, as "
                     "<code>letterpdf render --guides</code> draws them.</p>",
                     '<div class="pages">' + picture(
                         f"{name}-places.png", size, f"An example of {name} with its frames, zones and margins") + "</div>"]
        body += ["<h2>Its file</h2>", code(text, f"The file of the layout {name}")]
        site.write(f"layouts/{name}.html", name, "\n".join(body), "layouts.html")
        site.find(name, "layout", f"layouts/{name}.html", description)
    body = ["<h1>Layouts</h1>", '<p>All that come along; <a href="guides/layouts.html">the guide</a> tells how to choose, and '
            '<a href="guides/your-letterhead.html">how to make your own</a>.</p>' if only is None else "", '<ul class="cards">']
    for name, description, file, size in cards:
        body.append(f'<li><a href="layouts/{name}.html">{picture(file, size, "", 0.35)}<code>{escape(name)}</code></a>'
                    f"<p>{escape(description)}</p></li>")
    site.write("layouts.html", "Layouts", "\n".join(body + ["</ul>"]), "layouts.html")
