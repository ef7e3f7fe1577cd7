"""Markdown: a headline in `#`, subheads below it, the publisher's points in a list above the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build, moment, web_address
from briefing.ingest.decode import decode
from briefing.ingest.limits import MAX_MARKUP, check_lines, check_size
from briefing.ingest.readers.blocks import Block, Form, Placed, place, published
from briefing.ingest.readers.footnotes import without_footnotes
from briefing.ingest.readers.front_matter import front_matter
from briefing.ingest.readers.markdown_blocks import blocks
from briefing.ingest.readers.markdown_digest import story_starts
from briefing.ingest.reading import Explained, Line, Raw, Reading, Role
from briefing.model import Problem
from briefing.text.clean import clean, one_line

_PREAMBLE = 200  # characters before the first headline that are an article of their own and no greeting


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks under one headline; `title` is empty where there is none."""

    title: str
    blocks: tuple[Block, ...]


def read(raw: Raw) -> Reading:
    """Read the articles in a Markdown file: one, or one for each `#` headline that has a text.

    In a newsletter each `##` is a headline. Front matter may give title, date, url, source and language.
    HTML in it is text like any other. Raises SourceError where there is no article in it.
    """
    check_size(raw.name, len(raw.data), MAX_MARKUP)
    decoded = decode(raw)
    lines = clean(decoded.text).split("\n")
    check_lines(raw.name, len(lines))
    fields, taken = front_matter(lines)
    # Empty lines in place of the front matter keep the numbers of the lines.
    bare, notes = without_footnotes([""] * taken + lines[taken:])
    parts = _parts(blocks("\n".join(bare)), fields.get("title", ""))
    placed = [place(part.blocks, part.title) for part in parts]
    kept = [n for n, part in enumerate(placed) if any(one.role in (Role.BODY, Role.LEAD) for one in part)]
    if not kept:
        raise SourceError(raw.name, "holds no article: there is no paragraph in it")
    found = [_found(parts[n], placed[n], fields, several=len(kept) > 1) for n in kept]
    owners = {n: number for number, n in enumerate(kept)}
    return Reading(
        articles=tuple(build(raw, one) for one in found),
        problems=(Problem(raw.name, decoded.damage),) if decoded.damage else (),
        explained=(Explained(raw.name, _lines(lines, _apart(lines, taken, notes), placed, owners)),),
    )


def _parts(found: Sequence[Block], title: str) -> tuple[Part, ...]:
    """Split blocks at the headlines: `#` with a text below, a newsletter's `##`, else any at the top."""
    tops = [n for n, block in enumerate(found) if block.form is Form.HEADING and block.level == 1]
    starts = [n for n, end in pairwise([*tops, len(found)]) if _has_text(found[n:end])]
    opening = found[: starts[0]] if starts else ()
    before = sum(len(block.text) for block in opening if block.form is Form.PARAGRAPH)
    if title and (len(starts) < 2 or before):
        return (Part(one_line(title), tuple(found)),)
    if len(starts) < 2 and (stories := story_starts(found)):
        return (_masthead(found[: stories[0]]), *_cut(found, stories, [found[n].text for n in stories]))
    if not starts:
        first = next((block for block in found if block.form is not Form.OTHER), None)
        headed = first is not None and first.form is Form.HEADING
        return (Part(first.text if first and headed else "", tuple(found)),)
    if before < _PREAMBLE:
        return _cut(found, [0, *starts[1:]], [found[n].text for n in starts])
    return _cut(found, [0, *starts], ["", *(found[n].text for n in starts)])


def _masthead(found: Sequence[Block]) -> Part:
    """Return what stands above a newsletter's stories, as no text of any."""
    what = "above the stories of a newsletter"
    return Part("", tuple(replace(block, form=Form.OTHER, what=what) for block in found))


def _cut(found: Sequence[Block], starts: Sequence[int], titles: Sequence[str]) -> tuple[Part, ...]:
    spans = pairwise([*starts, len(found)])
    return tuple(Part(title, tuple(found[a:b])) for title, (a, b) in zip(titles, spans, strict=True))


def _has_text(found: Sequence[Block]) -> bool:
    return any(block.form in (Form.PARAGRAPH, Form.ITEM) for block in found)


def _found(part: Part, placed: Sequence[Placed], fields: Mapping[str, str], *, several: bool) -> Found:
    def texts(*roles: Role) -> tuple[str, ...]:
        return tuple(one.block.text for one in placed if one.role in roles)

    dated = fields.get("date") or fields.get("published")
    links = [one.block.url for one in placed if one.role is Role.LINK]
    links += [one.block.url for one in placed if one.role is Role.HEADLINE]
    linked = next(filter(web_address, links), None)
    return Found(
        text="\n".join(texts(Role.BODY, Role.LEAD)),
        title=part.title,
        url=linked if several else fields.get("url") or fields.get("link") or linked,
        source=fields.get("source"),
        language=fields.get("language") or fields.get("lang"),
        published=(moment(dated) if dated else None) or published(placed),
        points=texts(Role.POINT),
        line=part.blocks[0].first + 1 if several else None,
    )


def _lines(
    lines: Sequence[str],
    apart: Mapping[int, tuple[Role, str]],
    placed: Sequence[Sequence[Placed]],
    owners: Mapping[int, int],
) -> tuple[Line, ...]:
    """Give each line of the file the role of its block."""
    roles: dict[int, tuple[Role, int | None, str]] = {}
    for n, part in enumerate(placed):
        for one in part:
            for number in range(one.block.first, one.block.last):
                roles.setdefault(number, (one.role, owners.get(n), one.reason))
    accounts = []
    for number, text in enumerate(lines):
        if number in apart:
            (role, reason), owner = apart[number], 0 if len(owners) == 1 else None
        elif not text.strip():
            role, owner, reason = Role.BLANK, None, "an empty line"
        else:
            role, owner, reason = roles.get(number, (Role.JUNK, None, "markup without text"))
        accounts.append(Line(number + 1, text, role, owner, reason))
    return tuple(accounts)


def _apart(lines: Sequence[str], taken: int, notes: frozenset[int]) -> dict[int, tuple[Role, str]]:
    """Return the roles of the lines that are in no block: those of the front matter and of footnotes."""
    fields = {number: (_field_role(lines[number]), "front matter") for number in range(taken)}
    return fields | dict.fromkeys(notes, (Role.JUNK, "a footnote"))


def _field_role(line: str) -> Role:
    key = line.partition(":")[0].strip().lower()
    return {"title": Role.HEADLINE, "url": Role.LINK, "link": Role.LINK}.get(key, Role.JUNK)
