"""A page from a web address that the user gave: fetched within limits, from public addresses only, as robots.txt allows.

A name is resolved once for a connection, every address of the answer has to be public, the connection goes to one that was
checked, and the address at its other end is checked again: a name server that changes its answer changes nothing.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from claims.reading.addresses import is_public
from claims.reading.limits import MAX_FILE, UnreadableError

AGENT = "factcheck-compare"  # the name that a site's robots.txt may speak of
HEADERS = {
    "User-Agent": f"{AGENT} (compares news articles that a person names; fetches single pages)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, identity",
}
MAX_REDIRECTS = 5
MAX_ROBOTS = 512_000  # RFC 9309 asks for 500 KiB at least
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Answer(NamedTuple):
    """What an address gave in the end: where it was found, what the server calls it, its bytes."""

    url: str
    kind: str
    data: bytes


class _Reply(NamedTuple):
    status: int
    location: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Web:
    """How pages are fetched; a test brings its own `resolve` and `allowed`. `seconds` bound each request from end to end."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    allowed: Callable[[str], bool] = is_public
    seconds: float = 20.0
    most: int = MAX_FILE
    _robots: dict[str, Callable[[str], bool]] = field(default_factory=dict)

    def fetch(self, url: str) -> Answer:
        """The page at an address; UnreadableError says why there is none."""
        seen: list[str] = []
        while True:
            parts = _split(url)
            if not self._may_fetch(parts):
                raise UnreadableError(f"{parts.netloc} does not want to be read by programs (robots.txt); save the page yourself")
            reply = self._asked(parts, self.most)
            if reply.status not in _REDIRECTS:
                break
            seen.append(url)
            url = _joined(url, reply.location)
            if len(seen) > MAX_REDIRECTS or url in seen:
                raise UnreadableError(f"leads on and on ({len(seen)} redirects); give the address of the page itself")
        if reply.status != http.client.OK:
            raise UnreadableError(
                f"the server answers {reply.status} {http.client.responses.get(reply.status, '')}; check the address"
            )
        return Answer(url, reply.kind, reply.data)

    def _may_fetch(self, parts: SplitResult) -> bool:
        """What robots.txt says (RFC 9309): a site without one allows everything, one that cannot be asked allows nothing."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(f"{site}/robots.txt")
        return self._robots[site](parts.geturl())

    def _rules(self, url: str) -> Callable[[str], bool]:
        from protego import Protego

        for _ in range(MAX_REDIRECTS):
            reply = self._asked(_split(url), MAX_ROBOTS, cut=True)
            if reply.status not in _REDIRECTS:
                break
            url = _joined(url, reply.location)
        if reply.status != http.client.OK:
            allowed = reply.status < http.client.INTERNAL_SERVER_ERROR and reply.status != http.client.TOO_MANY_REQUESTS
            return lambda _: allowed
        rules = Protego.parse(reply.data.decode("utf-8", "replace"))
        return lambda page: bool(rules.can_fetch(page, AGENT))

    def _asked(self, parts: SplitResult, most: int, cut: bool = False) -> _Reply:
        """The answer to one request, at most `most` bytes of it; a longer one is cut or refused."""
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        late = False
        try:
            sock = self._connected(host, port)
        except (OSError, UnicodeError) as error:
            raise UnreadableError(f"{host} cannot be reached ({_why(error)}); check the address") from None

        def stop() -> None:
            nonlocal late
            late = True
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

        timer = Timer(self.seconds, stop)
        timer.start()
        try:
            if parts.scheme == "https":
                # The handshake comes after `sock` is the new socket, so that the timer can end that, too.
                sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
                sock.do_handshake()
            connection = http.client.HTTPConnection(host, port)
            connection.sock = sock
            path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
            connection.request("GET", path, headers=HEADERS | {"Host": parts.netloc, "Connection": "close"})
            with connection.getresponse() as response:
                data = b"" if response.status in _REDIRECTS else _body(response, most, cut)
                if late:  # a connection that we ended may look like one that came to its end
                    raise TimeoutError
                return _Reply(
                    response.status, response.headers.get("Location") or "", response.headers.get("Content-Type") or "", data
                )
        except ssl.SSLCertVerificationError as error:
            reason = " ".join(error.verify_message.split())[:100]
            raise UnreadableError(
                f"{host} cannot prove who it is (certificate: {reason}); save the page yourself if you trust it"
            ) from None
        except (OSError, http.client.HTTPException, ValueError, UnreadableError) as error:
            if late or isinstance(error, TimeoutError):
                raise UnreadableError(f"{host} takes longer than {self.seconds:g} s to answer; save the page yourself") from None
            if isinstance(error, UnreadableError):
                raise
            raise UnreadableError(f"{host} breaks off its answer ({_why(error)}); try again, or save the page yourself") from None
        finally:
            timer.cancel()
            sock.close()

    def _connected(self, host: str, port: int) -> socket.socket:
        addresses = self.resolve(host, port)
        if not addresses or not all(map(self.allowed, addresses)):
            raise UnreadableError(f"{host} leads into a private or reserved network; refused")
        failed: OSError | None = None
        for address in addresses:
            try:
                sock = socket.create_connection((address, port), timeout=self.seconds / 2)
            except OSError as error:
                failed = error
                continue
            if not self.allowed(str(sock.getpeername()[0])):
                sock.close()
                raise UnreadableError(f"{host} leads into a private or reserved network; refused")
            return sock
        raise failed or OSError("no address")


def is_address(text: str) -> bool:
    """Whether what a user gave is a web address and not a path."""
    return text.lower().startswith(("http://", "https://"))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UnreadableError("no web address; check it") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise UnreadableError(f"{parts.scheme or 'no'} address; only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("an address with a user name in it; refused")
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError:
        raise UnreadableError("no web address; check it") from None
    netloc = f"[{host}]" if ":" in host else host
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?-._") for part in (parts.path, parts.query))
    return SplitResult(parts.scheme, f"{netloc}:{port}" if port else netloc, path, query, "")


def _joined(url: str, location: str) -> str:
    if not location:
        raise UnreadableError("leads on to nowhere; give the address of the page itself")
    return urljoin(url, location).partition("#")[0]


def _body(response: http.client.HTTPResponse, most: int, cut: bool) -> bytes:
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise UnreadableError(f"answers in a coding that was not asked for ({coding[:40]}); save the page yourself")
    opened = zlib.decompressobj(31) if "gzip" in coding else None
    if not cut and (response.length or 0) > most:
        raise UnreadableError(f"too long: {response.length:,} bytes, the limit is {most:,}; save what you need of it")
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        while chunk and len(data) <= most:
            data += opened.decompress(chunk, _CHUNK) if opened else chunk
            chunk = opened.unconsumed_tail if opened else b""
        if len(data) > most:
            if cut:
                return bytes(data[:most])
            raise UnreadableError(f"too long: more than {most:,} bytes; save what you need of it")
    if response.length or (opened and not opened.eof):
        raise UnreadableError("breaks off before its end; try again, or save the page yourself")
    return bytes(data)


def _why(error: Exception) -> str:
    words = " ".join(str(getattr(error, "strerror", None) or error).split())[:100]
    return "".join(char if char.isprintable() else "?" for char in words) or "no answer"
