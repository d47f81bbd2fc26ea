"""What a drawn letter must say: its blocks as a screen reader hears them, its links, its bookmarks."""
import re
import unicodedata

QUOTES = re.compile("[«»“”„‟‹›‘’‚‛\"]")


def plain(text):
    """Text as it is compared: composed, with one kind of space and of quotation mark, no soft hyphens."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u00ad\u200b\u2060\u200e\u200f\u2066-\u2069\u202a-\u202e]", "", text)
    text = QUOTES.sub("'", text).replace("...", "…").replace("--", "–")
    text = re.sub(r"(?<!\S)-(?!\S)", "–", text)
    return re.sub(r"\s+", " ", text).strip()


def encoded(uri):
    return "".join(chr(byte) if 0x20 < byte < 0x7f and chr(byte) not in '"<>\\^`{}' else f"%{byte:02X}"
                   for byte in uri.encode())


class Expected:
    """Blocks as (kind, text), with ⟦n⟧ where the mark of note n stands; notes as lists of texts."""

    def __init__(self, letter, for_print):
        own = letter.get("own") or {}
        self.form = own.get("printed-links", "none") if for_print else "none"
        self.numbers_paragraphs = own.get("text", {}).get("number-paragraphs") is True
        self.is_french = letter["head"].get("language", "").startswith("fr")
        self.is_upper = "uppercase" in str(own)
        self.numbers_headings = "numbering" in str(own)
        self.titles = own.get("callouts", {}).get("titles", {})
        language = letter["head"].get("language") or own.get("language") or ""
        self.is_english = language.startswith("en")
        self.notes, self.links, self.latest, self.headings = [], [], None, []
        self.blocks = []
        self.add(letter["body"])
        # What a note says, after everything that refers to it; its own notes come after it.
        index = 0
        while index < len(self.notes):
            if not isinstance(self.notes[index][0], str):
                self.notes[index] = [self.text(one) or "–" for one in self.notes[index]]
            index += 1

    def folded(self, text):
        """Text without what the layout or the language may change in it."""
        if self.is_french:  # French sets spaces within its quotation marks.
            text = re.sub(r" ?' ?", "'", text)
        return text.casefold() if self.is_upper else text

    def add(self, blocks):
        for block in blocks:
            getattr(self, "add_" + block["b"])(block)

    def take(self, kind, text):
        self.blocks.append((kind, plain(text)))

    def add_p(self, block):
        text = self.text(block["c"])
        if plain(text):
            self.take("P", text)

    def add_h(self, block):
        self.take("H", self.text(block["c"]) or "–")
        self.headings.append(plain(re.sub("⟦.*?⟧", "", self.blocks[-1][1])))

    def add_list(self, block):
        for index, item in enumerate(block["items"]):
            number = None if block["start"] is None else block["start"] + index
            self.blocks.append(("Lbl", number))
            before = len(self.blocks)
            self.add(item)
            if len(self.blocks) == before and not any(one["b"] in ("comment", "rule") for one in item):
                self.take("P", "–")

    def add_quote(self, block):
        before = len(self.blocks)
        self.add(block["c"])
        if len(self.blocks) == before and not any(one["b"] in ("comment", "rule") for one in block["c"]):
            self.take("P", "–")

    def add_callout(self, block):
        title = self.text(block["title"])
        if not plain(title):
            title = self.titles.get(block["kind"], "")
            if isinstance(title, dict):
                title = title["en" if self.is_english else "other"]
        if plain(title):
            self.take("P", title)
        self.add(block["c"])

    def add_code(self, block):
        if plain("".join(block["lines"])):
            self.take("P", "\n".join(block["lines"]))

    def add_rule(self, block):
        pass

    def add_comment(self, block):
        pass

    def add_table(self, block):
        if block["caption"] and plain(self.plainly(block["caption"])):
            # The caption is written after the rows, so its notes come after theirs in the source.
            self.blocks.append(("Caption", None))
        place = len(self.blocks) - 1
        for cell in block["head"] + [cell for row in block["rows"] for cell in row]:
            self.take("T", self.text(cell))
        if block["caption"] and plain(self.plainly(block["caption"])):
            self.blocks[place] = ("Caption", plain(self.text(block["caption"])))

    def add_image(self, block):
        self.take("Figure", block["alt"])
        if "uri" in block:
            self.links.append(encoded(block["uri"]))
        if "title" in block:
            self.take("Caption", block["title"])

    def add_fields(self, block):
        for term, value in block["rows"]:
            self.take("Lbl", self.text(term))
            self.take("P", self.text(value))

    # Inlines ----------------------------------------------------------------------------------

    def plainly(self, inlines):
        """The text alone, nothing noted."""
        return "".join(one if isinstance(one, str) else one.get("t", "") + self.plainly(one.get("c", []))
                       + one.get("uri", "") + ("⟦⟧" if one["i"] in ("note", "again") else "") for one in inlines)

    def text(self, inlines, outer=()):
        text = ""
        for inline in inlines:
            if isinstance(inline, str):
                piece, near = inline, False
            else:
                if inline["i"] == "comment":
                    continue
                piece, near = self.inline(inline, outer), inline["i"] in ("note", "again", "br")
            text += piece if near or not text or not piece or text.endswith("\n") else " " + piece
        return text

    def inline(self, inline, outer):
        kind = inline["i"]
        if kind in ("em", "strong", "strike", "dead", "span"):
            return self.text(inline["c"], outer + (kind,))
        if kind == "picture":  # Heard as what it shows.
            return inline["alt"]
        if kind == "code":
            return inline["t"]
        if kind == "br":
            return "\n"
        if kind == "note":
            self.notes.append(inline["n"])
            self.latest = len(self.notes) - 1
            return f"⟦{self.latest}⟧"
        if kind == "again":
            return f"⟦{self.latest}⟧" if self.latest is not None else ""
        if kind == "link":
            if "link" in outer:
                return self.text(inline["c"], outer)
            uri, text = inline["uri"], self.text(inline["c"], outer + (kind,))
        elif kind == "auto":
            uri, text = inline["uri"], inline["uri"].removeprefix("mailto:")
        elif kind == "mail":
            uri, text = "mailto:" + inline["t"], inline["t"]
        else:
            uri = inline["t"] if "//" in inline["t"] else "http://" + inline["t"]
            text = inline["t"]
        self.links.append(encoded(uri))
        shown = encoded(uri).removeprefix("mailto:").removesuffix("/")
        if self.form == "none" or shown in text:
            return text
        if self.form == "brackets":
            return f"{text} ({shown})"
        self.notes.append([shown])
        return text + f"⟦{len(self.notes) - 1}⟧"


def head_texts(head):
    """What the head says and the letter must show, as texts that stand each in one block."""
    texts = []
    to = head.get("to", [])
    for one in to if isinstance(to, list) else [to]:
        if isinstance(one, str):
            texts += one.split("\n")
        elif isinstance(one, list):
            texts += one
        else:
            lines = one.get("lines", [])
            texts += [one["name"]] + (lines if isinstance(lines, list) else [lines])
            texts += [one["attention"]] if "attention" in one else []
    texts += [head[key] for key in ("attention", "confidentiality", "opening", "closing", "postscript") if key in head]
    for one in [one for some in head.get("signatures", []) for one in (some if isinstance(some, list) else [some])]:
        titles = one.get("title", []) if isinstance(one, dict) else []
        texts += [one["name"] if isinstance(one, dict) else one] + (titles if isinstance(titles, list) else [titles])
    for key in ("enclosures", "copies"):
        several = head.get(key, [])
        texts += [one if isinstance(one, str) else one["title"]
                  for one in (several if isinstance(several, list) else [several])]
    return [plain(text) for text in texts]
