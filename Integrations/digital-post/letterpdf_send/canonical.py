"""XML read without surprises, and in a form in which equal means the same."""
import io
from xml.etree import ElementTree


class NotTheForm(Exception):
    """A file that is not what it has to be. The text names elements, never what stands in them."""


class _PlainTree(ElementTree.TreeBuilder):
    """A tree of elements and text; what else XML knows has no place in a message."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise NotTheForm("there is a DOCTYPE")

    def comment(self, text: str | None) -> ElementTree.Element:
        raise NotTheForm("there is a comment")

    def pi(self, target: str, text: str | None = None) -> ElementTree.Element:
        raise NotTheForm("there is a processing instruction")


def parse(xml: bytes) -> ElementTree.Element:
    """The root of a document of elements and text in UTF-8.

    Raises NotTheForm where there is more than that, or no XML.
    """
    try:
        xml.decode("utf-8")
        return ElementTree.fromstring(xml, ElementTree.XMLParser(target=_PlainTree()))
    except UnicodeDecodeError:
        raise NotTheForm("it is not UTF-8") from None
    except (ElementTree.ParseError, ValueError) as error:
        place = getattr(error, "position", None)
        raise NotTheForm(f"it is no XML, at line and column {place}") from None


def canonical(root: ElementTree.Element) -> bytes:
    """The canonical XML (C14N 2.0) of an element, with prefixes in the order of their use.

    Indentation, which is white space between elements, is left out; text is kept to the letter.
    """
    target = io.StringIO()
    ElementTree.canonicalize(
        ElementTree.tostring(_without_indentation(root), encoding="unicode"),
        out=target, rewrite_prefixes=True)
    return target.getvalue().encode("utf-8")


def _without_indentation(element: ElementTree.Element) -> ElementTree.Element:
    copy = ElementTree.Element(element.tag, element.attrib)
    copy.text = element.text
    if len(element):
        gaps = [element.text, *(child.tail for child in element)]
        if any(gap and gap.strip(" \t\r\n") for gap in gaps):
            raise NotTheForm(f"there is text between the elements of {local_name(element)}")
        copy.text = None
        copy.extend([_without_indentation(child) for child in element])
    elif not copy.text:
        copy.text = None
    return copy


def local_name(element: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
