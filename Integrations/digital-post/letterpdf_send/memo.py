"""MeMo 1.2 read strictly into the classes of python-serviceplatformen.

The package writes messages and reads none; its classes say by their fields, in their order, what a message may hold.
"""
import dataclasses
import datetime
import functools
import re
import types
import typing
from typing import Any
from xml.etree import ElementTree

from python_serviceplatformen.models import xml_util
from python_serviceplatformen.models.message import Message

from .canonical import NotTheForm, canonical, local_name, parse

DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclasses.dataclass(frozen=True)
class _Part:
    """What a field of a class is in XML."""

    field: str
    tag: str
    kind: Any
    required: bool
    many: bool


@functools.cache
def _parts(cls: type) -> tuple[_Part, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(_part(cls, field, hints[field.name]) for field in dataclasses.fields(cls))


def _part(cls: Any, field: "dataclasses.Field[Any]", kind: Any) -> _Part:
    required, many = True, False
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        required = False
        kind, = (one for one in typing.get_args(kind) if one is not type(None))
    if typing.get_origin(kind) is tuple:
        many, kind = True, typing.get_args(kind)[0]
    if dataclasses.is_dataclass(kind):
        return _Part(field.name, f"{{{kind.__namespace__}}}{kind.__name__}", kind, required, many)  # type: ignore
    return _Part(field.name, f"{{{cls.__namespace__}}}{field.name}", kind, required, many)


def read_memo(xml: bytes) -> Message:
    """The message of a file; every element and attribute is one that the classes know, in its place.

    Raises NotTheForm.
    """
    root = parse(xml)
    if root.tag != f"{{{Message.__namespace__}}}Message":
        raise NotTheForm("its root is no Message of MeMo")
    return _object(Message, root, "Message")


def check_memo(xml: bytes) -> Message:
    """The message of a file, which is the same XML when the package writes it.

    Raises NotTheForm.
    """
    message = read_memo(xml)
    if canonical(xml_util.dataclass_to_xml(message)) != canonical(parse(xml)):
        raise NotTheForm("the package writes the same message otherwise")
    return message


def _object(cls: Any, element: ElementTree.Element, place: str) -> Any:
    if dict(element.attrib) != getattr(cls, "__attributes__", {}):
        raise NotTheForm(f"{place} has other attributes than it may")
    children = list(element)
    values: dict[str, Any] = {}
    next_child = 0
    for part in _parts(cls):
        found: list[Any] = []
        while next_child < len(children) and children[next_child].tag == part.tag and (part.many or not found):
            child = children[next_child]
            found.append(_value(part.kind, child, f"{place}/{local_name(child)}"))
            next_child += 1
        if part.required and not found:
            raise NotTheForm(f"{place} has no {part.tag.rpartition('}')[2]} where it belongs")
        values[part.field] = (tuple(found) or None) if part.many else (found[0] if found else None)
    if next_child < len(children):
        raise NotTheForm(f"{place}/{local_name(children[next_child])} is unknown, or not in its place")
    return cls(**values)


def _value(kind: Any, element: ElementTree.Element, place: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return _object(kind, element, place)
    if len(element) or element.attrib:
        raise NotTheForm(f"{place} is a text, and has elements or attributes")
    text = element.text or ""
    if kind is str:
        return text
    if kind is bool and text in ("true", "false"):
        return text == "true"
    if typing.get_origin(kind) is typing.Literal and text in typing.get_args(kind):
        return text
    try:
        if kind is datetime.datetime and DATE_TIME.fullmatch(text):
            return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
        if kind is datetime.date and DATE.fullmatch(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise NotTheForm(f"{place} has no value that it may have")
