"""Fetching: one page from the open network, only when its address is given, within limits of size and time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from placet.errors import PlacetError
from placet.reading.addresses import Address, is_public, read_address

LARGEST = 32 * 1024 * 1024
"""Bytes."""

SECONDS = 60.0
"""For one page with all its redirects."""

SECONDS_OF_SILENCE = 20.0
MOST_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WANTED = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1"


@dataclass(frozen=True)
class Fetched:
    """A page as it came.

    Parameters
    ----------
    url : str
        Where it was in the end, after redirects.
    media_type : str or None
        What the server called it.
    """

    content: bytes
    url: str
    media_type: str | None


def fetch(
    url: str,
    *,
    may_reach: Callable[[Address], bool] = is_public,
    largest: int = LARGEST,
    seconds: float = SECONDS,
) -> Fetched:
    """Fetch a page.

    The name is looked up once, every address found is judged, and the connection goes to an address that was judged;
    so does each redirect. No proxy is used, and nothing is sent but the request for the page.

    Parameters
    ----------
    url : str
        An address that begins with ``http://`` or ``https://``.
    may_reach : callable
        Whether an address of the network may be connected to.
    largest : int
        Bytes beyond which the page is given up.
    seconds : float
        After which it is given up.

    Raises
    ------
    PlacetError
        If it may not or cannot be fetched, or is too large or too slow.
    """
    with _Patience(seconds) as patience:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _ask(url, may_reach, largest, patience)
            if isinstance(answer, Fetched):
                return answer
            url = answer
    raise PlacetError(f"{url}: more than {MOST_REDIRECTS} redirects, one after the other. Give the final address.")


class _Patience:
    """Cuts the connection of the moment when the time is over, whatever it is doing."""

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._connection: socket.socket | None = None
        self.is_over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, connection: socket.socket) -> None:
        self._connection = connection
        if self.is_over:
            self._cut()

    def check(self) -> None:
        """Fail if the time was over before all had come.

        Raises
        ------
        TimeoutError
            It was.
        """
        if self.is_over:
            raise TimeoutError

    def _cut(self) -> None:
        self.is_over = True
        if self._connection is not None:
            with suppress(OSError):
                # Not the method of a TLS socket, which would say goodbye first.
                socket.socket.shutdown(self._connection, socket.SHUT_RDWR)


def _ask(url: str, may_reach: Callable[[Address], bool], largest: int, patience: _Patience) -> Fetched | str:
    """Return the page, or the address to which the server sends on."""
    parts = _parts(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    link = http.client.HTTPConnection(host, port)
    try:
        link.sock = _connect(url, host, port, may_reach, is_secure=parts.scheme == "https", patience=patience)
        link.request(
            "GET", _target(parts), headers={"Accept": _WANTED, "Accept-Encoding": "gzip", "User-Agent": "placet"}
        )
        reply = link.getresponse()
        place = reply.getheader("Location")
        if reply.status in _REDIRECTS and place:
            return urljoin(url, place)
        if reply.status != http.client.OK:
            raise PlacetError(
                f"{url}: the server answers {reply.status} {reply.reason}. Save the page, and read the file."
            )
        content = _body(reply, url, largest)
        patience.check()
        return Fetched(content, url, reply.getheader("Content-Type"))
    except (OSError, http.client.HTTPException, ssl.SSLError, zlib.error) as mistake:
        if patience.is_over:
            raise PlacetError(f"{url}: it takes too long. Save the page, and read the file.") from None
        why = getattr(mistake, "strerror", None) or str(mistake) or type(mistake).__name__
        raise PlacetError(f"{url} cannot be fetched ({why}). Save the page, and read the file.") from mistake
    finally:
        link.close()


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as mistake:
        raise PlacetError(f"{url} is no address ({mistake}).") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise PlacetError(f"{url}: only addresses that begin with http:// or https:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise PlacetError(f"{url.replace(parts.netloc, parts.hostname)}: an address with a user's name is not fetched.")
    return parts


def _connect(
    url: str, host: str, port: int, may_reach: Callable[[Address], bool], *, is_secure: bool, patience: _Patience
) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise PlacetError(f"{url}: there is no machine called {host}, or no network.") from None
    addresses = list(dict.fromkeys(str(place[4][0]) for place in found))
    if not all(may_reach(read_address(address)) for address in addresses):
        raise PlacetError(f"{url}: {host} is a machine of a private network, from which nothing is fetched.")
    failed: OSError | None = None
    for address in addresses:
        try:
            link = socket.create_connection((address, port), timeout=SECONDS_OF_SILENCE)
        except OSError as mistake:
            failed = mistake
            continue
        patience.watch(link)
        if not may_reach(read_address(str(link.getpeername()[0]))):
            link.close()
            raise PlacetError(f"{url}: {host} is a machine of a private network, from which nothing is fetched.")
        if not is_secure:
            return link
        try:
            link = ssl.create_default_context().wrap_socket(link, server_hostname=host)
        except BaseException:
            link.close()
            raise
        patience.watch(link)
        return link
    raise failed or OSError("no address")


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _body(reply: http.client.HTTPResponse, url: str, largest: int) -> bytes:
    too_large = PlacetError(
        f"{url} has more than {largest // 2**20} MB. Save the part that matters, and read the file."
    )
    content = reply.read(largest + 1)
    if len(content) > largest:
        raise too_large
    if reply.length not in {None, 0}:
        raise http.client.IncompleteRead(content)
    if (reply.getheader("Content-Encoding") or "").strip().lower() in {"gzip", "x-gzip"}:
        unpacking = zlib.decompressobj(wbits=31)
        content = unpacking.decompress(content, largest + 1)
        if len(content) > largest or unpacking.unconsumed_tail:
            raise too_large
    return content
