"""A PDF with all that the rules look at: its pages, its tree, its metadata."""
import re

from content import Page
from pdf import PDF
from rules import build_tree, parse_xmp

SPACES = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
          "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
          "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "letter": "urn:letterpdf:letter:1.0/"}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


class Document:
    def __init__(self, path, standard):
        self.pdf = PDF(path)
        self.pages = [Page(self.pdf, page) for page in self.pdf.pages]
        self.texts = {reference: page.texts() for reference, page in zip(self.pdf.page_ids, self.pages)}
        self.tree = build_tree(self.pdf)
        self.elements = list(self.tree.walk()) if self.tree else []
        self.xmp = self.pdf.data(self.pdf.root.get("/Metadata"))
        self.description = parse_xmp(self.xmp).find(f".//{RDF}Description") if self.xmp else []
        self.archive = next((part for part in standard.split("+") if part != "ua"), None)
        self.accessible = "ua" in standard.split("+")
        self.numbers = self.number_tree()
        self.codes = {}
        for page in self.pages:
            for font in page.fonts.values():
                self.codes.setdefault(id(font), set())
            for piece in page.pieces:
                if piece.font:
                    self.codes[id(piece.font)].update(piece.codes)

    def fonts(self):
        return [font for page in self.pages for font in page.fonts.values()]

    def annotations(self):
        return [self.pdf.get(one) for page in self.pdf.pages
                for one in self.pdf.get(page.get("/Annots")) or []]

    def property(self, prefix, name):
        found = None if self.xmp is None else self.description.find(f"{{{SPACES[prefix]}}}{name}")
        return None if found is None else "".join(found.itertext()).strip()

    def number_tree(self):
        numbers = self.pdf.key(self.pdf.root, "/StructTreeRoot", "/ParentTree", "/Nums") or []
        return dict(zip(numbers[::2], numbers[1::2]))

    def parents(self, index):
        return self.pdf.get(self.numbers.get(self.pdf.pages[index].get("/StructParents"))) or []

    def print_tree(self):
        texts = self.texts

        def show(element, depth):
            words = "" if element.elements else " " + re.sub(r"\s+", " ", element.words(texts)).strip()
            print("  " * depth + (element.type + words).rstrip())
            for kid in element.kids:
                if isinstance(kid, tuple) and element.elements and kid[0] == "mark":
                    print("  " * (depth + 1) + "“" + texts[kid[1]].get(kid[2], "") + "”")
                elif not isinstance(kid, tuple):
                    show(kid, depth + 1)
        show(self.tree, 0)
