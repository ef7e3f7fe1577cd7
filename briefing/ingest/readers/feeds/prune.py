"""A feed's tree without what no reader needs and some parser would choke on."""

from __future__ import annotations

from collections import Counter
from typing import Any

from briefing.ingest.date_forms import stated

MAX_ENTRIES = 1_000
"""The most entries of a feed that are read, the newest: an archive of ten thousand is no news."""
_ALIKE = 64  # children of one name: of the categories of an entry, say
_NAME = 300  # characters of a person's name
_LIST = 2_000  # and of keywords in a row
_LISTS = ("keywords", "tags")
_ENTRIES = ("item", "entry")
_PEOPLE = frozenset("author creator managingeditor webmaster publisher contributor name email owner".split())
_TEXTS = frozenset("description summary content encoded body abstract fullitem".split())
_DATES = frozenset("pubdate published updated date issued modified created".split())
_MEDIA = "{http://search.yahoo.com/mrss"  # with a slash at its end, or without
# What pictures say of themselves would pass for the entry's own text.
_CAPTIONS = frozenset("title description text credit keywords".split())
CAPTION, CREDIT = "caption", "credit"
"""Attributes that pictures get here, of what the elements in and around them say of them."""
_SAID = {"description": CAPTION, "credit": CREDIT}
_SHOWN = ("content", "thumbnail")
_LONGEST = 1_000  # characters of either


def prune(root: Any) -> int:
    """Take from an lxml tree all but the newest entries and what is too much in each; return how many.

    Where the last entry is dated after the first the feed is one that grows at its end.
    """
    entries = [
        one for one in root.iter() if local(one) in _ENTRIES and local(one.getparent()) not in _ENTRIES
    ]
    surplus = entries[MAX_ENTRIES:]
    if surplus and _grows_down(entries):
        surplus = entries[:-MAX_ENTRIES]
    for entry in surplus:
        _drop(entry)
    left_out = {id(entry) for entry in surplus}
    for entry in entries:
        if id(entry) not in left_out:
            _thin(entry)
            _caption(entry)
            _without_captions(entry)
    holders = {id(holder): holder for one in entries if (holder := one.getparent()) is not None}
    for holder in (root, *holders.values()):
        _thin(holder)
    for element in root.iter():
        limit = _NAME if (name := local(element)) in _PEOPLE else _LIST if name in _LISTS else None
        if limit and element.text and len(element.text) > limit:
            element.text = element.text[:limit]
    return len(surplus)


def local(element: Any) -> str:
    """Return an element's name without its namespace, in small letters; none for a comment or nothing."""
    tag = getattr(element, "tag", None)
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _thin(element: Any) -> None:
    counted: Counter[str] = Counter()
    for child in [*element]:
        name = local(child)
        counted[name] += 1
        if counted[name] > _ALIKE and name not in _ENTRIES:
            _drop(child)


def _caption(entry: Any) -> None:
    """Give each picture of an entry as attributes what is said of it, by itself, its group or the entry."""
    shown = (one for one in entry.iter() if local(one) in _SHOWN and one.tag.startswith(_MEDIA))
    for one in [*shown][:_ALIKE]:
        holder = one
        while holder is not None:
            for child in holder:
                name = _SAID.get(local(child))
                if name and child.tag.startswith(_MEDIA) and child.text and name not in one.attrib:
                    one.set(name, child.text[:_LONGEST])
            holder = None if holder is entry else holder.getparent()


def _without_captions(entry: Any) -> None:
    if not any(local(child) in _TEXTS and not child.tag.startswith(_MEDIA) for child in entry):
        return
    captions = [one for one in entry.iter() if local(one) in _CAPTIONS and one.tag.startswith(_MEDIA)]
    for caption in captions:
        _drop(caption)


def _drop(element: Any) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _grows_down(entries: list[Any]) -> bool:
    first, last = (_date(entry) for entry in (entries[0], entries[-1]))
    return first is not None and last is not None and first < last


def _date(entry: Any) -> Any:
    texts = (child.text or "" for child in entry if local(child) in _DATES)
    return next((when for text in texts if (when := stated(text))), None)
