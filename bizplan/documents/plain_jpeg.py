"""A JPEG as it stands inside a document, without what its camera wrote beside the picture: nothing is drawn anew."""

import re

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_REMARKS = frozenset({0xFE, *range(0xE1, 0xEE), 0xEF})
"""Comments and what applications add (ITU T.81, table B.1), but for the two that say how colours are meant."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next marker after what a scan has drawn."""


def without_remarks(photograph: bytes) -> bytes:
    """The same picture, up to its end; raises ValueError where it is not built as a JPEG is."""
    if photograph[:2] != b"\xff\xd8":
        raise ValueError("it does not begin as a JPEG does")
    kept, at = [photograph[:2]], 2
    while True:
        found = _MARKER.search(photograph, at)
        if found is None:
            raise ValueError(f"a JPEG of {len(photograph)} bytes ends without its end")
        marker, start = photograph[found.start() + 1], found.start()
        kept.append(photograph[at:start])
        if marker == _END:
            return b"".join([*kept, b"\xff\xd9"])
        at = start + 2 + int.from_bytes(photograph[start + 2:start + 4], "big")
        if marker not in _REMARKS:
            kept.append(photograph[start:at])
