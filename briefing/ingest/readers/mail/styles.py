"""How a mail program shows an element: how large, how bold, and whether at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Declarations = Mapping[str, str]
Rules = Mapping[str, Declarations]
"""What the style sheets say, by selector: a tag, ".class", "#id"; no others are followed."""

_LONGEST = 4_000  # characters of a style attribute
_SHEETS = 200_000  # characters of all style sheets
_LENGTH = re.compile(r"(-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))(px|pt|rem|em|%)?", re.IGNORECASE)
_IN_SHORTHAND = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d{1,3})?(?:px|pt|em|rem|%))")
_HEADINGS = {"h1": 32.0, "h2": 24.0, "h3": 18.7, "h4": 16.0, "h5": 13.3, "h6": 10.7}
_FONT = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_NAMED_SIZES = {
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_SCALE = {"px": 1.0, "pt": 4 / 3, "": 1.0}
_COLOURS = {"white": (255, 255, 255), "black": (0, 0, 0), "transparent": None}
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\( ?(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})")
_NEAR = 8  # of 255: a difference that nobody sees
_TINY = 2.0  # px
_FAR = -200.0  # px off the page
_PREHEADER = re.compile(r"pre-?_?header|preview-?_?text|previewtext|hidden-?_?text|mcnpreview", re.IGNORECASE)

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """How text in an element is shown; it is handed down to what is in it."""

    size: float = 16.0
    """In pixels."""
    bold: bool = False
    colour: Colour | None = (0, 0, 0)
    background: Colour | None = (255, 255, 255)
    """None where it is a picture, or not known."""
    hidden: str = ""
    """Why nobody sees it."""

    @property
    def unseen(self) -> str:
        """Why text with these looks cannot be seen; empty where it can."""
        if self.hidden:
            return self.hidden
        if self.size < _TINY:
            return "set in letters too small to be seen"
        if self.colour and self.background and _are_alike(self.colour, self.background):
            return "set in the colour of its background"
        return ""


def first_look(rules: Rules) -> Look:
    """Return how text is shown where no element says anything."""
    # A sheet that colours what is not followed here may well put white letters on a dark ground.
    return Look(background=None) if "" in rules else Look()


def look(element: Any, above: Look, rules: Rules) -> Look:
    """Return how an element's text is shown, which is `above` but for what it says itself."""
    style = declarations_of(element, rules)
    tag = element.tag
    font = _FONT.get(element.get("size", ""), above.size) if tag == "font" else None
    ink = style.get("color") or (element.get("color") if tag == "font" else None)
    return replace(
        above,
        size=_size(style, above.size, font, tag),
        bold=_is_bold(style, tag, above.bold),
        colour=_colour(ink, above.colour),
        background=_background(element, style, above.background),
        hidden=above.hidden or _hidden(element, style),
    )


def declarations_of(element: Any, rules: Rules) -> dict[str, str]:
    """Return what the sheets and the element say of its style, the element last."""
    found: dict[str, str] = {}
    if rules:
        names = [element.tag, *(f".{name}" for name in element.get("class", "").split()[:20])]
        for name in (*names, f"#{element.get('id', '')}"):
            found |= rules.get(name, {})
    return found | declarations(element.get("style", ""))


def declarations(style: str) -> dict[str, str]:
    """Return the declarations of a style attribute, in small letters."""
    found = {}
    for part in style[:_LONGEST].lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def sheet(text: str) -> Rules:
    """Return the rules of style sheets that hold on every screen; under "" where others colour grounds."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _rules(text[:_SHEETS]):
        style = declarations(body)
        for selector in selectors.split(","):
            name = selector.strip().lower() if selector.strip().isalpha() else selector.strip()
            if re.fullmatch(r"[.#]?[\w-]{1,80}", name):
                rules.setdefault(name, {}).update(style)
            elif any(key.startswith("background") for key in style):
                rules.setdefault("", {})
    return rules


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield each selector with its block; what stands in blocks of "@" rules is left out."""
    depth, start, selector, at = 0, 0, "", False
    text = re.sub(r"/\*[^*]*\*/|<!--|-->", "", text)
    for mark in re.finditer("[{}]", text):
        if mark[0] == "{":
            if depth == 0:
                selector = text[start : mark.start()].rpartition(";")[2].strip()
                at = selector.startswith("@")
            depth += 1
        else:
            if depth == 1 and not at:
                yield selector, text[start : mark.start()]
            depth = max(depth - 1, 0)
        start = mark.end()


def _size(style: Declarations, above: float, font: float | None, tag: str) -> float:
    text = style.get("font-size") or next(iter(_IN_SHORTHAND.findall(style.get("font", ""))), "")
    found = _LENGTH.match(text)
    if found:
        unit = (found[2] or "").lower()
        base = {"em": above, "%": above / 100, "rem": 16.0}.get(unit) or _SCALE.get(unit, 1.0)
        # Of nothing a part is nothing: an em within letters of no size would never come back.
        return min(max(float(found[1]) * base, 0.0), 400.0)
    return _NAMED_SIZES.get(text, font or _HEADINGS.get(tag, above))


def _is_bold(style: Declarations, tag: str, above: bool) -> bool:
    weight = style.get("font-weight", "")
    if weight:
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600)
    return above or tag in ("b", "strong", "th") or tag in _HEADINGS


def _hidden(element: Any, style: Declarations) -> str:
    name = f"{element.get('class', '')} {element.get('id', '')}"[:400]
    gone = (
        style.get("display", "").startswith("none")
        or style.get("visibility") == "hidden"
        or element.get("hidden") is not None
        or _is_nought(style.get("opacity"))
        or _is_nought(style.get("max-height"))
        or (_is_nought(style.get("height")) and style.get("overflow") == "hidden")
        or any(_length(style.get(side)) < _FAR for side in ("left", "top", "text-indent", "margin-left"))
    )
    if _PREHEADER.search(name) and (gone or element.tag in ("span", "div", "td", "p")):
        return "a preheader: what a list of messages shows beside the subject"
    return "hidden from readers" if gone else ""


def _is_nought(text: str | None) -> bool:
    return bool(text) and re.fullmatch(r"0?(?:0|\.0{1,4})(?:px|pt|em|rem|%)?", text or "") is not None


def _length(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    return float(found[1]) if found else 0.0


def _background(element: Any, style: Declarations, above: Colour | None) -> Colour | None:
    said = style.get("background-color") or style.get("background") or element.get("bgcolor")
    if element.get("background") or "url(" in (
        style.get("background", "") + style.get("background-image", "")
    ):
        return None
    return _colour(said, above)


def _colour(text: str | None, above: Colour | None) -> Colour | None:
    if not text:
        return above
    text = text.strip().lower()
    if text in _COLOURS:
        return _COLOURS[text] or above
    if found := _HEX.search(text):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
    if found := _RGB.search(text):
        return (int(found[1]), int(found[2]), int(found[3]))
    return None if text not in ("inherit", "none", "initial") else above


def _are_alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
