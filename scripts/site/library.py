"""The library's documentation: DocC resolves it, and its archive becomes pages that need no script and no network."""
import json
import pathlib
import re
import shutil
import subprocess

from shell import code, escape, plain

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULE = "doc://typeset/documentation/Typeset"


def symbol_graph(modules, folder):
    """What the compiled module offers; `modules` is the folder of a build that holds Typeset.swiftmodule."""
    target = json.loads(subprocess.check_output(["swift", "-print-target-info"]))["target"]["triple"]
    includes = [word for each in sorted(ROOT.glob("Sources/C*")) for word in ("-I", str(each))]
    flags = subprocess.check_output(
        ["pkg-config", "--cflags-only-I", "pangoft2", "harfbuzz-subset", "libcmark-gfm", "yaml-0.1"], text=True).split()
    includes += [word for flag in flags for word in ("-Xcc", flag)]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["swift", "symbolgraph-extract", "-module-name", "Typeset", "-I", str(modules), "-target", target,
                    "-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir", str(folder), *includes],
                   check=True, capture_output=True, cwd=ROOT)


def archive(modules, work):
    """The data of DocC's archive, by address; None where the toolchain has no DocC."""
    if shutil.which("docc") is None:
        return None
    graphs, made = work / "graphs", work / "archive"
    symbol_graph(modules, graphs)
    subprocess.run(["docc", "convert", "Sources/Typeset/Typeset.docc", "--additional-symbol-graph-dir", str(graphs),
                    "--output-dir", str(made), "--fallback-display-name", "Typeset",
                    "--fallback-bundle-identifier", "typeset"], check=True, capture_output=True, cwd=ROOT)
    pages = {}
    for path in sorted((made / "data/documentation").rglob("*.json")):
        page = json.loads(path.read_text())
        pages[page["identifier"]["url"]] = page
    return pages


class Library:
    """Types have a page each, with their members on it; articles have one each."""

    def __init__(self, site, pages):
        self.site, self.pages = site, pages
        self.references = {}
        self.level = 1  # of the last heading
        for page in pages.values():
            self.references.update(page["references"])

    def place(self, url):
        """Where on the site something is told of; None for what other modules have."""
        if url not in self.pages:
            return None
        if url == MODULE:
            return "index.html"
        words = url[len(MODULE) + 1:].split("/")
        page = self.file(words[0])
        return page if len(words) == 1 else f"{page}#{anchor(words[1:])}"

    @staticmethod
    def file(name):
        return re.sub(r"[^A-Za-z0-9-]", "-", name).lower().replace("index", "index-") + ".html"

    def write(self):
        tops = [url for url in self.pages if url.startswith(MODULE + "/") and "/" not in url[len(MODULE) + 1:]]
        for url in tops:
            page = self.pages[url]
            title, body = page["metadata"]["title"], self.body(page)
            inner = sorted(each for each in self.pages if each.startswith(url + "/"))
            if inner:
                body.append("<h2>Members</h2>")
            for each in inner:
                member = self.pages[each]
                words = each[len(MODULE) + 1:].split("/")[1:]
                body.append(f'<section class="member" id="{anchor(words)}">')
                name = member["metadata"]["title"].removeprefix(title + ".")
                body += self.body(member, level=3, name=name)
                body.append("</section>")
                self.site.find(f"{title}.{name}", "library", f"library/{self.place(each)}",
                               self.inline(member.get("abstract", [])))
            self.site.write(f"library/{self.place(url)}", title, "\n".join(body), "library/index.html")
            self.site.find(title, "library", f"library/{self.place(url)}", self.inline(page.get("abstract", [])))
        module = self.pages[MODULE]
        self.site.write("library/index.html", "Library", "\n".join(self.body(module)), "library/index.html")

    def body(self, page, level=1, name=None):
        title = name or page["metadata"]["title"]
        kind = page["metadata"].get("roleHeading", "")
        head = f"<code>{escape(title)}</code>" if page["kind"] == "symbol" and title != "Typeset" else escape(title)
        self.level = level
        parts = [f"<h{level}>{head}</h{level}>"]
        if level == 1 and kind:
            parts.append(f'<p class="kind">{escape(kind)}</p>')
        parts.append(f"<p>{self.inline(page.get('abstract', []))}</p>" if page.get("abstract") else "")
        for section in page.get("primaryContentSections", []):
            if section["kind"] == "declarations":
                words = "".join(token["text"] for token in section["declarations"][0]["tokens"])
                parts.append(code(words, f"Declaration of {title}"))
            elif section["kind"] == "parameters":
                told = "".join(f"<div><dt><code>{escape(each['name'])}</code></dt><dd>{self.blocks(each['content'], 0)}</dd></div>"
                               for each in section["parameters"])
                parts.append(f"<dl>{told}</dl>")
            elif section["kind"] == "content":
                parts.append(self.blocks(section["content"], level - 1))
        if level == 1:
            parts += [self.topic(topic) for topic in page.get("topicSections", []) if page["kind"] != "symbol"
                      or page["identifier"]["url"] == MODULE]
        return [part for part in parts if part]

    def topic(self, topic):
        lines = []
        for url in topic["identifiers"]:
            reference = self.references.get(url, {})
            link = self.link(url, reference.get("title", url))
            lines.append(f"<li>{link}<p>{self.inline(reference.get('abstract', []))}</p></li>")
        return f'<h2>{escape(topic.get("title") or "Topics")}</h2>\n<ul class="list">{"".join(lines)}</ul>'

    def link(self, url, words):
        place = self.place(url)
        return f'<a href="{escape(place)}">{escape(words)}</a>' if place else f"<code>{escape(words)}</code>"

    def blocks(self, blocks, deeper):
        return "\n".join(self.block(each, deeper) for each in blocks)

    def block(self, block, deeper):
        kind = block["type"]
        if kind == "paragraph":
            return f"<p>{self.inline(block['inlineContent'])}</p>"
        if kind == "heading":
            # Overview is DocC's word above whatever follows the first sentence.
            if block["text"] in ("Overview", "Discussion"):
                return ""
            # No level is left out, whatever the article has.
            self.level = level = min(6, block["level"] + max(0, deeper), self.level + 1)
            return f"<h{level}>{escape(block['text'])}</h{level}>"
        if kind == "codeListing":
            return code("\n".join(block["code"]), "Example")
        if kind == "aside":
            return f'<div class="aside"><p><strong>{escape(block.get("name") or "Note")}</strong></p>{self.blocks(block["content"], deeper)}</div>'
        if kind in ("unorderedList", "orderedList"):
            tag = "ul" if kind == "unorderedList" else "ol"
            items = "".join(f"<li>{self.blocks(item['content'], deeper)}</li>" for item in block["items"])
            return f"<{tag}>{items}</{tag}>"
        if kind == "table":
            rows = ["".join(f"<td>{self.blocks(cell, deeper)}</td>" for cell in row) for row in block["rows"]]
            rows[0] = rows[0].replace("<td>", "<th>").replace("</td>", "</th>")
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        if kind == "termList":
            return "<dl>" + "".join(
                f"<div><dt>{self.inline(each['term']['inlineContent'])}</dt><dd>{self.blocks(each['definition']['content'], deeper)}</dd></div>"
                for each in block["items"]) + "</dl>"
        raise SystemExit(f"DocC has a block of the kind {kind}, which library.py does not know")

    def inline(self, content):
        told = []
        for each in content:
            kind = each["type"]
            if kind == "text":
                told.append(escape(each["text"]))
            elif kind == "codeVoice":
                told.append(f"<code>{escape(each['code'])}</code>")
            elif kind == "reference":
                reference = self.references.get(each["identifier"], {})
                words = each.get("overridingTitle") or reference.get("title", each["identifier"])
                if reference.get("type") == "link":
                    told.append(f'<a href="{escape(reference["url"])}">{escape(words)}</a>')
                else:
                    told.append(self.link(each["identifier"], words))
            elif kind in ("emphasis", "strong"):
                tag = "em" if kind == "emphasis" else "strong"
                told.append(f"<{tag}>{self.inline(each['inlineContent'])}</{tag}>")
            else:
                raise SystemExit(f"DocC has {kind} in a line, which library.py does not know")
        return "".join(told)


def anchor(words):
    """The place of a member on its type's page; signs of operators are written as their numbers."""
    named = re.sub(r"[+*/<=>!.-](?=\(|[+*/<=>!])", lambda sign: f"u{ord(sign.group()):x}", "-".join(words))
    return re.sub(r"[^A-Za-z0-9_-]+", "-", named).strip("-") or "member"


def write_library(site, modules, work):
    pages = archive(pathlib.Path(modules), pathlib.Path(work))
    if pages is None:
        site.write("library/index.html", "Library", "<h1>Library</h1>\n<p>This site was made where there is no DocC.</p>",
                   "library/index.html")
        return
    Library(site, pages).write()
