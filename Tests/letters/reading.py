"""Reads a finished letter: its tags as blocks, its notes, links, bookmarks and the places of its glyphs."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pdfcheck"))
from content import Element  # noqa: E402
from document import Document  # noqa: E402
from pdf import text  # noqa: E402

NOTES = {"Note", "FENote"}  # As PDF 1.7 and 2.0 call them.
INLINE = {"Span", "Link", "Reference", "Code", "Quote", "Em", "Strong", "Annot"}


class Reading:
    def __init__(self, path):
        self.document = Document(str(path), "2a+ua")
        self.pdf = self.document.pdf
        self.texts = self.document.texts
        self.blocks, self.notes, self.links, self.figures = [], {}, [], []
        if self.document.tree:
            self.visit(self.document.tree, self.blocks)
        for element in self.document.elements:
            if element.type == "Link":
                self.links.append(element)
            elif element.type == "Figure":
                self.figures.append(element)

    def visit(self, element, blocks):
        if element.type in NOTES:
            inner = []
            for kid in element.elements:
                self.visit(kid, inner)
            label = next((words for kind, words in inner if kind == "Lbl"), "?")
            texts = [words for kind, words in inner if kind != "Lbl"]
            self.notes[label.strip()] = texts
        elif element.type == "Figure":
            blocks.append(("Figure", text(element.value.get("/Alt")) or ""))
        elif element.type == "Link" and any(kid.type == "Figure" for kid in element.elements):
            for kid in element.elements:
                self.visit(kid, blocks)
        elif self.is_block(element):
            kind = re.sub(r"^H\d?$", "H", element.type)
            kind = {"TH": "T", "TD": "T", "Lbl": "Lbl", "Caption": "Caption", "H": "H"}.get(kind, "P")
            words = self.words(element)
            if kind == "T" or words.strip():
                blocks.append((kind, words))
            self.visit_notes(element, blocks)
        else:
            for kid in element.elements:
                self.visit(kid, blocks)

    def visit_notes(self, element, blocks):
        for kid in element.elements:
            if kid.type in NOTES:
                self.visit(kid, blocks)
            else:
                self.visit_notes(kid, blocks)

    def is_block(self, element):
        if element.type in ("TD", "TH", "Lbl"):
            return not any(kid.type in ("P", "L", "Table") or kid.type == "Figure" and not self.is_inline(kid)
                           for kid in element.elements)
        return any(isinstance(kid, tuple) or kid.type in INLINE and not any(
            inner.type == "Figure" for inner in kid.elements) for kid in element.kids)

    def is_inline(self, figure):
        return str(self.pdf.key(figure.value, "/A", "/Placement")) == "/Inline"

    def words(self, element):
        actual = text(element.value.get("/ActualText"))
        if actual is not None:
            return actual
        result = ""
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.type == "Reference":
                    result += f"⟦{self.words(kid).strip()}⟧"
                elif kid.type == "Figure":
                    result += text(kid.value.get("/Alt")) or ""
                elif kid.type not in NOTES:
                    result += self.words(kid)
            elif kid[0] == "mark":
                result += self.texts.get(kid[1], {}).get(kid[2], "")
        return result

    def link_target(self, element):
        """Where a Link leads: the targets of its annotations, each once."""
        return list(dict.fromkeys(
            text(self.pdf.key(self.pdf.get(kid[2]), "/A", "/URI")) for part in element.walk() for kid in part.kids
            if isinstance(kid, tuple) and kid[0] == "object"))

    def annotations(self):
        return [(index, self.pdf.get(one)) for index, page in enumerate(self.pdf.pages)
                for one in self.pdf.get(page.get("/Annots")) or []]

    def bookmarks(self):
        titles, waiting = [], [self.pdf.key(self.pdf.root, "/Outlines", "/First")]
        while waiting:
            item = waiting.pop()
            if item:
                titles.append(text(item.get("/Title")) or "")
                waiting += [self.pdf.get(item.get("/Next")), self.pdf.get(item.get("/First"))]
        return titles

    def media_box(self, index):
        page = self.pdf.pages[index]
        return [float(self.pdf.get(edge)) for edge in self.pdf.get(page["/MediaBox"])]
