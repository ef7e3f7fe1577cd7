"""The text of the settings → the same with sources added or taken out; all else in it stays as it is.

TOML has two ways to write them, `sources = […]` and a table `[[sources]]` each; both are kept up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from briefing.config import Source

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*(?:sources|\"sources\"|'sources')[ \t]*\]\]")
_OTHER_HEADER = re.compile(r"[ \t]*\[")
_REMARK = re.compile(r"\s*(?:#.*\s*)?")
# What an array is made of: strings and remarks are whole, so that no bracket or comma in them counts.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}' r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'" r"|#[^\n]*" r"|.",
    re.DOTALL,
)  # fmt: skip


def added(text: str, sources: Sequence[Source]) -> str:
    """Return the settings with these sources after those that they have."""
    import tomlkit
    from tomlkit.items import Array

    document = tomlkit.parse(text)
    held = document.get("sources")
    if held is None:
        return _begun(text, sources)
    if not isinstance(held, Array):
        return _with_tables(text, sources)
    array = _closed(held)
    if "\n" not in array.as_string():
        array.multiline(True)
    for source in sources:
        array.append(tomlkit.value(_written(source)))
    document["sources"] = array
    return tomlkit.dumps(document)


def removed(text: str, numbers: Sequence[int]) -> str:
    """Return the settings without the sources of these numbers, from 0."""
    import tomlkit
    from tomlkit.items import Array

    document = tomlkit.parse(text)
    held = document.get("sources")
    if not isinstance(held, Array):
        return _without_tables(text, numbers)
    for number in sorted(numbers, reverse=True):
        del held[number]
    return tomlkit.dumps(document)


def _table(source: Source) -> dict[str, Any]:
    """Return what is set for a source, as TOML has it: a folder is a path where its names allow that."""
    table = source.model_dump(exclude_defaults=True)
    if source.folder and not any("/" in name or name != name.strip() for name in source.folder):
        table["folder"] = "/".join(source.folder)
    return table


def _pairs(source: Source) -> list[str]:
    import tomlkit

    return [f"{key} = {tomlkit.item(value).as_string()}" for key, value in _table(source).items()]


def _written(source: Source) -> str:
    pairs = _pairs(source)
    return f"{{ {', '.join(pairs)} }}" if len(pairs) > 1 else pairs[0].partition(" = ")[2]


def _closed(array: Any) -> Any:
    """Return the array with a comma after its last member, so that another may follow a remark there."""
    import tomlkit

    text = array.as_string()
    last = end = 0
    for token in _TOKEN.finditer(text, 1, len(text) - 1):
        if not token[0].isspace() and not token[0].startswith("#"):
            last, end = token.start(), token.end()
    if not end or text[last:end] == ",":
        return array
    return tomlkit.value(f"{text[:end]},{text[end:]}") if "\n" in text else array


def _begun(text: str, sources: Sequence[Source]) -> str:
    """Return the settings with their first sources: before the tables and what is remarked right above."""
    import tomlkit
    from tomlkit.items import AoT

    top = tomlkit.parse(text)
    for key in [key for key, item in top.items() if isinstance(item, dict | AoT)]:
        top.remove(key)
    lines = tomlkit.dumps(top).splitlines(keepends=True)
    has_tables = len("".join(lines)) < len(text)
    while has_tables and lines and lines[-1].lstrip().startswith("#"):
        lines.pop()
    head = "".join(lines)
    tail = text[len(head) :]
    block = "sources = [\n" + "".join(f"    {_written(source)},\n" for source in sources) + "]\n"
    return _apart(head) + block + ("\n" + tail if tail else "")


def _apart(head: str) -> str:
    """Return a text with an empty line at its end, if there is anything in it."""
    return head.rstrip("\n") + "\n\n" if head.strip() else head


def _with_tables(text: str, sources: Sequence[Source]) -> str:
    lines = text.splitlines(keepends=True)
    _, end = _tables(lines)[-1]
    blocks = ["\n[[sources]]\n" + "".join(f"{pair}\n" for pair in _pairs(source)) for source in sources]
    return _ended("".join(lines[:end])) + "".join(blocks) + "".join(lines[end:])


def _ended(head: str) -> str:
    return head if head.endswith("\n") else f"{head}\n"


def _without_tables(text: str, numbers: Sequence[int]) -> str:
    lines = text.splitlines(keepends=True)
    tables = _tables(lines)
    for number in sorted(numbers, reverse=True):
        start, end = tables[number]
        del lines[start : end + (end < len(lines) and not lines[end].strip())]
    return "".join(lines)


def _tables(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first line of each table of a source, and the one after its last setting."""
    heads = [n for n, line in enumerate(lines) if _OTHER_HEADER.match(line)]
    found = []
    for start in (n for n in heads if _HEADER.match(lines[n])):
        end = next((n for n in heads if n > start), len(lines))
        while _REMARK.fullmatch(lines[end - 1]):
            end -= 1
        found.append((start, end))
    return found
