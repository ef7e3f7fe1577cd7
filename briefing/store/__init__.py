"""What is remembered from one run to the next."""

from briefing.store.cache import Cache
from briefing.store.home import home

__all__ = ["Cache", "home"]
