"""Which addresses a copy of a document may carry."""

from urllib.parse import urljoin, urlsplit


def safe(url: str) -> str | None:
    """An address that a reader may follow from within the program: a relative one, or http(s). Any other is dropped."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") or (url and not parts.scheme) else None


def absolute(url: str, base_url: str) -> str | None:
    """An address that works from a file far from here, or None: a dead link is worse than plain words."""
    followed = safe(url)
    if followed is None:
        return None
    joined = urljoin(base_url, followed)
    return joined if urlsplit(joined).scheme in ("http", "https") else None
