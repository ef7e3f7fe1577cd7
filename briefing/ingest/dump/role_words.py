"""What some short lines say of their role: a box of points beside a text, a line of labelled figures."""

from __future__ import annotations

import re

BOX = re.compile(
    r"(?:key|main) (?:takeaways|points|facts|findings)|takeaways|(?:story )?highlights|at a glance|in brief"
    r"|in short|summary|the story in brief|das wichtigste in kürze|auf einen blick|kurz gefasst"
    r"|l['’]essentiel|en bref|en résumé|à retenir|puntos clave|en síntesis|las claves|in sintesi"
    r"|punti chiave|pontos principais|em resumo|in het kort|главное|коротко|بإيجاز|要点|ポイント",
    re.IGNORECASE,
)
"""The title of a box whose list items are the publisher's points."""

FIELDS = re.compile(r"[^\W\d_][\w-]{2,15}: .{0,40}\d|[^|]{1,40}(?:\|[^|]{1,40}){2,}$")
"""A row by its look: a label with a figure behind it, or cells with bars between them."""
