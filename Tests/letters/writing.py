"""Writes drawn letters as the files that the program reads: Markdown or JSON, and a layout."""
import json
import re

ALIGN = {"": "---", "l": ":--", "c": ":-:", "r": "--:"}


def write(letter, folder, form=None):
    """Writes the letter and its layout into a folder; returns the letter's path."""
    head = {"layout": letter["layout"], **letter["head"]}
    if letter.get("own"):
        (folder / "own.yaml").write_text(mapping(letter["own"]), "utf-8")
        head["layout"] = "own.yaml"
    body = Body().text(letter["body"])
    if (form or letter["form"]) == "json":
        path = folder / "letter.json"
        path.write_text(json.dumps({**head, "body": body}, ensure_ascii=False, indent=1), "utf-8")
    else:
        path = folder / "letter.md"
        path.write_text("---\n" + mapping(head) + "---\n" + body, "utf-8")
    return path


def mapping(values):
    """YAML in its flow form, a line for each key."""
    return "".join(f"{key}: {scalar(key, value)}\n" for key, value in values.items())


def scalar(key, value):
    if isinstance(value, str) and "\n" in value:
        return "|\n" + "".join(f"  {line}\n" for line in value.split("\n")).rstrip("\n")
    if isinstance(value, str) and re.fullmatch(r"[A-Za-zæøåÆØÅ][\wæøå .-]*[\wæøå]", value) \
            and value not in ("true", "false", "null", "yes", "no"):
        return value
    # What is in quotes is not taken for a variable.
    return re.sub(r'"(\$\w+)"', r"\1", json.dumps(value, ensure_ascii=False))


class Body:
    """Markdown of drawn blocks; the notes come at the end."""

    def __init__(self):
        self.notes, self.latest = [], None

    def text(self, blocks):
        result = self.blocks(blocks)
        index = 0
        while index < len(self.notes):  # A note may have a note of its own.
            label, paragraphs = self.notes[index]
            texts = [self.inlines(one) or "–" for one in paragraphs]
            result += [f"[^{label}]: " + "\n\n    ".join(texts)]
            index += 1
        return "\n\n".join(result) + "\n"

    def blocks(self, blocks):
        made, previous = [], None
        for block in blocks:
            kind = block["b"]
            text = getattr(self, "write_" + kind)(block)
            if kind == "list" and previous == "list":
                made.append("<!-- -->")
            if text:
                made.append(text)
            previous = kind
        return made

    def write_p(self, block):
        return self.inlines(block["c"])

    def write_h(self, block):
        return "#" * block["level"] + " " + (self.inlines(block["c"]) or "–").replace("\\\n", " ")

    def write_list(self, block):
        items, number = [], block["start"]
        for item in block["items"]:
            mark = "- " if number is None else f"{number}. "
            number = None if number is None else number + 1
            text = ("\n\n" if not block["tight"] or len(item) > 1 else "\n").join(self.blocks(item)) or "–"
            items.append(mark + text.replace("\n", "\n" + " " * len(mark)))
        return ("\n" if block["tight"] else "\n\n").join(re.sub(r"(?m)^ +$", "", item) for item in items)

    def write_quote(self, block):
        return "\n".join("> " + line for line in "\n\n".join(self.blocks(block["c"]) or ["–"]).split("\n"))

    def write_callout(self, block):
        title = self.inlines(block["title"]).replace("\\\n", " ") if block["title"] else ""
        inner = "\n\n".join(self.blocks(block["c"]))
        return "\n".join("> " + line for line in f"[!{block['kind']}] {title}\n\n{inner}".split("\n"))

    def write_code(self, block):
        return "```\n" + "\n".join(block["lines"]) + "\n```"

    def write_rule(self, block):
        return "***"

    def write_comment(self, block):
        return f"<!-- {block['text']} -->"

    def write_table(self, block):
        row = lambda cells: "| " + " | ".join(self.inlines(cell) for cell in cells) + " |"
        lines = [row(block["head"]), "| " + " | ".join(ALIGN[one] for one in block["align"]) + " |"]
        lines += [row(cells) for cells in block["rows"]]
        if block.get("total") and block["rows"] and block["rows"][-1][0]:
            first, *others = [self.inlines(cell) for cell in block["rows"][-1]]
            lines[-1] = "| " + " | ".join([first + " {.total}", *others]) + " |"
        attributes = " ".join(f"{key}={value}" for key, value in block.get("attributes", {}).items())
        braces = "{" + attributes + "}" if attributes else ""
        # Without rows they would be the table's only one, which they may be as well.
        if not block["caption"]:
            return "\n".join(lines + [braces] if braces else lines)
        return "\n".join(lines) + "\n\n: " + self.inlines(block["caption"]) + (" " + braces if braces else "")

    def write_image(self, block):
        named = ' "' + re.sub(r'([\\"&])', r"\\\1", block["title"]) + '"' if "title" in block else ""
        text = f"![{escape(block['alt'])}]({block['src']}{named})"
        attributes = " ".join(f"{key}={block[key]}" for key in ("width", "height", "align") if key in block)
        text += "{" + attributes + "}" if attributes else ""
        return f"[{text}]({block['uri']})" if "uri" in block else text

    def write_fields(self, block):
        return "\n".join(self.inlines(term) + ":: " + self.inlines(value).replace("\\\n", " ")
                         for term, value in block["rows"])

    # Inlines ----------------------------------------------------------------------------------

    def inlines(self, inlines, outer=()):
        text = ""
        for inline in inlines:
            piece = escape(inline) if isinstance(inline, str) else self.inline(inline, outer)
            if piece == "\\\n" and (not text or text.endswith("\n")):
                continue
            if piece.startswith("<!--") and (not text or text.endswith("\n")):
                continue  # It would begin a block of HTML.
            joined = not text or not piece or text.endswith("\n") \
                or not isinstance(inline, str) and inline["i"] in ("note", "again", "br")
            text += piece if joined else " " + piece
        while text.endswith("\\\n"):  # No line is broken at the end.
            text = text[:-2]
        return text

    def inline(self, inline, outer):
        kind = inline["i"]
        inner = lambda: self.inlines(inline["c"], outer + (kind,))
        # GitHub takes no bare address for one that an underscore follows.
        ends_bare = kind == "em" and isinstance(inline["c"][-1], dict) and inline["c"][-1]["i"] in ("www", "mail")
        marks = {"em": "*" if ends_bare else "_", "strong": "**", "strike": "~~"}
        if kind in marks:
            return inner() if kind in outer else marks[kind] + inner() + marks[kind]
        if kind == "picture":
            size = " ".join(f"{key}={inline[key]}" for key in ("width", "height") if key in inline)
            return f"![{escape(inline['alt'])}]({inline['src']})" + ("{" + size + "}" if size else "")
        if kind == "code":
            return "`" + inline["t"] + "`"
        if kind == "link":
            return inner() if "link" in outer else f"[{inner()}](<{inline['uri']}>)"
        if kind == "auto":
            return "<" + inline["uri"].removeprefix("mailto:") + ">"
        if kind in ("www", "mail"):
            return inline["t"]
        if kind == "dead":
            return f"[{inner()}](#)"
        if kind == "span":
            wanted = "lang=" + inline["lang"] if "lang" in inline else "." + inline["class"]
            return f"[{inner()}]{{{wanted}}}"
        if kind == "note":
            self.latest = f"n{len(self.notes) + 1}"
            self.notes.append((self.latest, inline["n"]))
            return f"[^{self.latest}]"
        if kind == "again":
            return f"[^{self.latest}]" if self.latest else ""
        return {"br": "\\\n", "comment": "<!-- skjult -->"}[kind]


def escape(text):
    """Text as Markdown; what could be taken for markup is escaped."""
    text = re.sub(r"([\\`*_\[\]<>&~|])", r"\\\1", text)
    text = re.sub(r"(?<=\w)::(?=\s|$)", r"\\:\\:", text)
    text = re.sub(r"^([#>+:=-])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
