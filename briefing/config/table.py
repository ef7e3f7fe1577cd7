"""What all tables of settings have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]


class Table(BaseModel):
    """A table of settings: a key that it does not know is an error, and nothing in it changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
