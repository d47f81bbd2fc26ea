"""ForsendelseI, the form of remote print, read strictly into the classes of python-serviceplatformen."""
import base64
import binascii
import dataclasses
import re
import warnings
from typing import Any
from xml.etree import ElementTree

from python_serviceplatformen.models.physical_mail import ForsendelseI
from xsdata.exceptions import ConverterWarning, ParserError
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.config import SerializerConfig

from .canonical import NotTheForm, canonical, parse

_context = XmlContext()
_parser = XmlParser(
    context=_context, handler=XmlEventHandler,
    config=ParserConfig(
        fail_on_unknown_properties=True, fail_on_unknown_attributes=True, fail_on_converter_warnings=True))
_serializer = XmlSerializer(context=_context, config=SerializerConfig(xml_declaration=False))


def check_forsendelse(xml: bytes) -> ForsendelseI:
    """The letter of a file: every element known, every length and pattern kept, and the same XML when the
    package writes it, which holds the order too.

    Raises NotTheForm.
    """
    root = parse(xml)
    if root.tag != "{urn:oio:fjernprint:1.0.0}ForsendelseI":
        raise NotTheForm("its root is no ForsendelseI")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ConverterWarning)
            letter = _parser.from_bytes(xml, ForsendelseI)
    except (ParserError, ConverterWarning, TypeError, ValueError):
        # The words of these errors may hold values.
        raise NotTheForm("xsdata finds an element, attribute or value that the classes do not know") from None
    _check(letter, "ForsendelseI")
    # The class keeps the letter as text; a reader would find other bytes where this is not base64.
    content = letter.meddelelse_indhold_data.value if letter.meddelelse_indhold_data else None
    try:
        base64.b64decode((content or "").encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise NotTheForm("MeddelelseIndholdData is no base64") from None
    if canonical(ElementTree.fromstring(_serializer.render(letter))) != canonical(root):
        raise NotTheForm("the package writes the same letter otherwise, or in another order")
    return letter


def _check(value: Any, place: str) -> None:
    """Holds an object to the facets of its fields, which xsdata keeps and does not check."""
    for field in dataclasses.fields(value):
        name = field.metadata.get("name", field.name)
        inside = place if name == "value" else f"{place}/{name}"
        content = getattr(value, field.name)
        if isinstance(content, list):
            fewest, most = field.metadata.get("min_occurs", 0), field.metadata.get("max_occurs")
            if len(content) < fewest or (most is not None and len(content) > most):
                raise NotTheForm(f"{inside} is there {len(content)} times")
        elif content is None and field.metadata.get("required"):
            raise NotTheForm(f"{inside} is missing")
        for one in content if isinstance(content, list) else [content]:
            if dataclasses.is_dataclass(one):
                _check(one, inside)
            elif one is not None:
                _check_facets(one, field.metadata, inside)


def _check_facets(value: Any, facets: Any, place: str) -> None:
    if "pattern" in facets and not re.fullmatch(facets["pattern"], value):
        raise NotTheForm(f"{place} is not of its pattern")
    if "length" in facets and len(value) != facets["length"]:
        raise NotTheForm(f"{place} is not of its length, {facets['length']}")
    if "min_length" in facets and len(value) < facets["min_length"]:
        raise NotTheForm(f"{place} is shorter than {facets['min_length']}")
    if "max_length" in facets and len(value) > facets["max_length"]:
        raise NotTheForm(f"{place} is longer than {facets['max_length']}")
    if "min_inclusive" in facets and value < facets["min_inclusive"]:
        raise NotTheForm(f"{place} is less than {facets['min_inclusive']}")
    if "max_inclusive" in facets and value > facets["max_inclusive"]:
        raise NotTheForm(f"{place} is more than {facets['max_inclusive']}")
