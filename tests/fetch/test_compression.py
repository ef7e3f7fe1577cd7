"""Compression is undone piece by piece."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.fetch.compression import decoder
from briefing.fetch.faults import Fault
from tests.fetch.quick import body, one, reason
from tests.fetch.server import bomb_parts, page

TEXT = b"The harbour opened again on Sunday. " * 500


def bare(data: bytes) -> bytes:
    """Return deflate without zlib's wrapping, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = [
    ("gzip", gzip.compress(TEXT)),
    ("GZip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
    ("x-gzip", gzip.compress(TEXT) + bytes(512)),
    ("deflate", zlib.compress(TEXT)),
    ("deflate", bare(TEXT)),
    ("identity", TEXT),
    ("utf-8", TEXT),
    ("", TEXT),
]


@pytest.mark.parametrize(("encoding", "packed"), PACKED)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_what_was_packed_is_unpacked(encoding, packed, size):
    """The text comes back whole, whatever the packing and however it is cut up on its way."""
    unpacked = decoder(encoding)
    parts = (packed[start : start + size] for start in range(0, len(packed), size))
    assert b"".join(piece for part in parts for piece in unpacked.pieces(part)) == TEXT
    unpacked.end()


@pytest.mark.parametrize(("encoding", "packed"), PACKED[:5])
def test_half_of_it_is_named(encoding, packed):
    """What breaks off in the middle is named, and not taken for the whole."""
    unpacked = decoder(encoding)
    assert TEXT.startswith(b"".join(unpacked.pieces(packed[:60])))
    with pytest.raises(Fault, match="breaks off"):
        unpacked.end()


def test_nothing_at_all_is_whole(server):
    """An empty body is empty, whatever it claims to be packed with."""
    for encoding in ("gzip", "deflate"):
        server.pages["/"] = page(b"", Content_Encoding=encoding)
        assert body(one(server, "/")) == b""


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "deflate, br"])
def test_what_was_not_asked_for_is_named(server, encoding):
    """A compression that was not asked for is refused by its name."""
    server.pages["/"] = page(b"rubbish", Content_Encoding=encoding)
    assert reason(one(server, "/")) == f"sent a compression that was not asked for ({encoding})"


def test_a_bomb_comes_in_small_pieces():
    """No piece of what swells a thousandfold is larger than the others."""
    unpacked = decoder("gzip")
    sizes = [len(piece) for part in bomb_parts(3) for piece in unpacked.pieces(part)]
    assert sum(sizes) == 30_000_000
    assert max(sizes) <= 256 * 1024


def test_what_unpacks_to_nothing_has_an_end(server):
    """Twenty megabytes of packing around nothing are too large, too."""
    server.pages["/"] = page(gzip.compress(b"") * 200, Content_Encoding="gzip")
    assert body(one(server, "/")) == b""
    assert reason(one(server, "/", most_bytes=3000)) == "is larger than 0.003 MB"


@given(some.sampled_from(["gzip", "deflate"]), some.binary(), some.binary())
def test_rubbish_is_refused_or_read(encoding, first, second):
    """Any bytes at all are either unpacked or refused with a fault."""
    unpacked = decoder(encoding)
    try:
        assert all(isinstance(piece, bytes) for part in (first, second) for piece in unpacked.pieces(part))
        unpacked.end()
    except Fault as fault:
        assert "compression" in fault.reason
