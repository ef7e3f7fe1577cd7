"""Decompression in small pieces, so that little that swells into much costs no more than its first pieces."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from briefing.fetch.faults import Fault

# Brotli and zstd are not asked for: each stream may want a window of many megabytes, and gzip is everywhere.
ACCEPTED = "gzip, deflate"
_REFUSED = {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}
_PIECE = 256 * 1024
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's window sizes, which choose the wrapping
_MAGIC = b"\x1f"


class Plain:
    """Bytes that are not compressed."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Give what these bytes mean."""
        yield data

    def end(self) -> None:
        """Say that nothing follows."""


class Inflated(Plain):
    """Bytes compressed with gzip (of one member or several) or deflate (with zlib's wrapping or bare)."""

    def __init__(self, gzip: bool) -> None:
        self._gzip = gzip
        self._stream = zlib.decompressobj(_GZIP) if gzip else None
        self._held = b""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Give what these bytes mean, a piece at a time. Raises Fault where they are broken."""
        try:
            yield from self._pieces(self._held + data)
        except zlib.error:
            raise Fault("sent broken compression") from None

    def end(self) -> None:
        """Say that nothing follows. Raises Fault where something should."""
        if self._held or (self._begun and self._stream is not None and not self._stream.eof):
            raise Fault("sent compression that breaks off in the middle", again=True)

    _begun = False

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            if len(data) < 2:
                self._held = data
                return
            self._held = b""
            self._stream = zlib.decompressobj(_ZLIB if _has_zlib_header(data) else _RAW)
        self._begun = self._begun or bool(data)
        while data:
            if self._stream.eof:
                if not (self._gzip and data.startswith(_MAGIC)):
                    return  # padding
                self._stream = zlib.decompressobj(_GZIP)
            yield from self._drained(self._stream, data)
            data = self._stream.unused_data

    @staticmethod
    def _drained(stream: zlib._Decompress, data: bytes) -> Iterator[bytes]:
        while not stream.eof:
            piece = stream.decompress(data, _PIECE)
            data = stream.unconsumed_tail
            if not piece:
                return
            yield piece


def decoder(encoding: str) -> Plain:
    """Return what undoes a Content-Encoding. Raises Fault for one that was not asked for.

    What is no compression at all ("utf-8") is passed over, as browsers do.
    """
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name]
    known = [name for name in names if name in _REFUSED | {"gzip", "x-gzip", "deflate"}]
    if not known:
        return Plain()
    if len(known) > 1 or known[0] in _REFUSED:
        raise Fault(f"sent a compression that was not asked for ({', '.join(known)})")
    return Inflated(gzip=known[0] != "deflate")


def _has_zlib_header(data: bytes) -> bool:
    return data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
