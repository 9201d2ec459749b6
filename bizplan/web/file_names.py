"""What a file is called that goes to a browser: in its own letters where those are understood, else in ASCII."""

from urllib.parse import quote


def disposition(how: str, name: str, ascii_name: str) -> str:
    """The header of a file that is shown "inline" or kept as "attachment" (RFC 6266).

    ``name`` is plain already; ``ascii_name`` is for browsers that do not read the other.
    """
    simple = name if name.isascii() and name.isprintable() and not set(name) & set('"\\%') else ascii_name
    return f"{how}; filename=\"{simple}\"; filename*=UTF-8''{quote(name, safe='')}"
