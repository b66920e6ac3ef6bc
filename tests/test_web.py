"""Web addresses: only what a user names, only public places, only within limits, only as robots.txt allows."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import made
import pytest
from made import FIRST, PAGE

from claims.reading import UnreadableError, read
from claims.reading.addresses import is_public
from claims.reading.web import AGENT, Web

HOME = "127.0.0.1"
INSIDE = "127.0.0.9"  # stands for an address inside a network: the test allows HOME only
PATIENCE = 30.0  # seconds for an answer that comes, on a busy machine
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def answer(body: bytes = PAGE, head: bytes = HTML) -> bytes:
    """A whole answer that says how long it is."""
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


def moved(url: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode()


@dataclass
class Server:
    """A server on the loopback address that answers as badly as it is told to, and remembers what it was asked."""

    pages: dict[str, Callable[[socket.socket], None] | bytes]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                sock, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(sock,), daemon=True).start()

    def _answer(self, sock: socket.socket) -> None:
        with sock:
            try:
                request = sock.recv(65_536).decode("latin-1")
                path = [*request.split(" "), ""][1]
                self.asked.append(path)
                self.agents |= {line[12:] for line in request.split("\r\n") if line.startswith("User-Agent: ")}
                page = self.pages.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                if callable(page):
                    page(sock)
                else:
                    sock.sendall(page)
            except OSError:
                pass


@pytest.fixture
def server() -> Iterator[Server]:
    """A server without pages yet."""
    listening = socket.create_server((HOME, 0))
    it = Server({}, listening.getsockname()[1])
    threading.Thread(target=it.serve, args=(listening,), daemon=True).start()
    yield it
    listening.close()


def web(seconds: float = PATIENCE, most: int = 1_000_000, addresses: dict[str, list[str]] | None = None) -> Web:
    """The real thing, but names lead to this machine, and of its addresses one counts as public."""

    def resolve(host: str, port: int) -> list[str]:
        if addresses is not None and host in addresses:
            return addresses[host]
        return [host if host.replace(".", "").isdigit() else HOME]

    return Web(resolve=resolve, allowed=lambda address: address == HOME, seconds=seconds, most=most)


def refused(server: Server, path: str = "/", **options: object) -> str:
    """Why a page is not read."""
    with pytest.raises(UnreadableError) as error:
        web(**options).fetch(server.url(path))  # type: ignore[arg-type]
    assert str(error.value).isprintable()
    return str(error.value)


def test_a_page_is_read_from_its_address(server: Server) -> None:
    """An address gives a document with its text, its metadata and the address as its path; a redirect is followed."""
    server.pages = {"/old": moved("/new?a=1"), "/new?a=1": answer()}
    result = read([server.url("/old#part")], web=web())
    assert result.failed == ()
    (document,) = result.documents
    assert FIRST in document.kept
    assert (document.path, document.outlet) == (server.url("/old#part"), "Bay Courier")
    assert document.url == server.url("/new?a=1")
    assert server.asked == ["/robots.txt", "/old", "/new?a=1"]
    assert all(agent.startswith(AGENT) for agent in server.agents)


def test_other_kinds_are_known_by_what_the_server_calls_them(server: Server) -> None:
    """A PDF, a feed and a packed page are read as what they are; a film is named."""
    pdf, feed = made.pdf([made.wrapped(made.PARAGRAPHS)]), made.feed()
    server.pages = {
        "/pdf": answer(pdf, b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"),
        "/feed": answer(feed, b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"),
        "/packed": answer(gzip.compress(PAGE), HTML + b"Content-Encoding: gzip\r\n"),
        "/pieces": HTML + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE),
        "/film": answer(b"x", b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n"),
    }
    for path in ("/pdf", "/feed", "/packed", "/pieces"):
        (document,) = read([server.url(path)], web=web()).documents
        assert FIRST in document.kept
    (failure,) = read([server.url("/film")], web=web()).failed
    assert "'video/mp4', which is not read" in failure.reason


# --- servers that misbehave ------------------------------------------------------------------------------------------------


def drip(sock: socket.socket) -> None:
    """One byte at a time, for as long as anybody listens."""
    for byte in HTML:
        sock.sendall(bytes([byte]))
        time.sleep(0.05)


def endless(sock: socket.socket) -> None:
    """A body without an end."""
    sock.sendall(HTML + b"\r\n")
    while True:
        sock.sendall(b"<p>more and more</p>" * 1_000)


def silent(sock: socket.socket) -> None:
    """Nothing at all."""
    sock.recv(1)


BAD: list[tuple[str, dict[str, Callable[[socket.socket], None] | bytes], str]] = [
    ("a circle of redirects", {"/": moved("/b"), "/b": moved("/")}, "leads on and on"),
    ("a chain of redirects", {"/": moved("/1"), **{f"/{n}": moved(f"/{n + 1}") for n in range(1, 9)}}, "leads on and on"),
    ("a redirect to nowhere", {"/": b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"}, "leads on to nowhere"),
    ("a redirect to a file", {"/": moved("file:///etc/passwd")}, "only http and https"),
    ("a redirect inside a network", {"/": moved(f"http://{INSIDE}/")}, "private or reserved network; refused"),
    ("a redirect to a name with a password", {"/": moved("http://a:b@news.example/")}, "user name"),
    ("one byte at a time", {"/": drip}, "takes longer than 0.7 s"),
    ("silence", {"/": silent}, "takes longer than 0.7 s"),
    ("a body without an end", {"/": endless}, "too long: more than 1,000,000 bytes"),
    ("a body that is said to be too long", {"/": HTML + b"Content-Length: 9000000000\r\n\r\nx"}, "too long: 9,000,000,000 bytes"),
    ("a body shorter than it says", {"/": HTML + b"Content-Length: 5000\r\n\r\nx"}, "breaks off"),
    ("pieces that break off", {"/": HTML + b"Transfer-Encoding: chunked\r\n\r\nff\r\nx"}, "breaks off"),
    ("a bomb", {"/": answer(gzip.compress(b"a" * 50_000_000), HTML + b"Content-Encoding: gzip\r\n")}, "too long: more than"),
    ("packed, but not so", {"/": answer(b"x", HTML + b"Content-Encoding: gzip\r\n")}, "breaks off"),
    (
        "a coding nobody asked for",
        {"/": answer(b"x", HTML + b"Content-Encoding: br\r\n")},
        "a coding that was not asked for (br)",
    ),
    ("no answer of HTTP", {"/": b"\0\1\2 nonsense\r\n\r\n"}, "breaks off its answer"),
    ("lines without an end", {"/": HTML + b"X: " + b"a" * 100_000}, "breaks off its answer"),
    ("no such page", {}, "answers 404 Not Found"),
    ("an error of the server", {"/": b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"}, "answers 500"),
]


@pytest.mark.parametrize(("why", "pages", "said"), BAD, ids=[row[0].replace(" ", "-") for row in BAD])
def test_a_misbehaving_server_gives_one_clear_line(
    server: Server, why: str, pages: dict[str, Callable[[socket.socket], None] | bytes], said: str
) -> None:
    """Whatever a server does, it costs no more than the time and the bytes allowed, and the reason is said."""
    allowed = 0.7 if "takes" in said else PATIENCE
    server.pages = {"/robots.txt": b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", **pages}
    begun = time.perf_counter()
    assert said in refused(server, seconds=allowed), why
    assert time.perf_counter() - begun < allowed + PATIENCE


def test_nobody_there(server: Server) -> None:
    """A port where nobody listens, and a name that nobody knows, are named."""
    with socket.create_server((HOME, 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(UnreadableError, match="cannot be reached"):
        web().fetch(f"http://news.example:{port}/")
    with pytest.raises(UnreadableError, match=r"private or reserved|cannot be reached"):
        web(addresses={"void.example": []}).fetch(server.url(host="void.example"))


def test_a_broken_handshake(server: Server) -> None:
    """A server that answers https with anything else is named, and nothing is sent to it in the clear."""
    with pytest.raises(UnreadableError, match="breaks off its answer"):
        web().fetch(server.url().replace("http:", "https:"))
    assert not [path for path in server.asked if path.startswith("/")]


@pytest.fixture
def secured(server: Server, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """The server behind TLS, with a certificate that it made itself, and that certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here, which makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    wanted = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example", "-days", "2", "-nodes"]
    made_by = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-keyout", str(key), "-out", str(certificate), *wanted]
    subprocess.run(made_by, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listening = context.wrap_socket(socket.create_server((HOME, 0)), server_side=True, do_handshake_on_connect=False)
    it = Server(server.pages, listening.getsockname()[1])
    threading.Thread(target=it.serve, args=(listening,), daemon=True).start()
    yield it, certificate
    listening.close()


def test_a_certificate_of_ones_own_making_is_refused(secured: tuple[Server, Path]) -> None:
    """One line says why and what to do, and the server is told nothing."""
    server, _ = secured
    with pytest.raises(UnreadableError, match=r"news\.example cannot prove who it is \(certificate: self.signed certificate\)"):
        web().fetch(server.url().replace("http:", "https:"))
    assert not [path for path in server.asked if path]


def test_a_trusted_certificate_counts_for_its_own_name_only(
    secured: tuple[Server, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system trusts it, the page is read; under another name it is refused."""
    server, certificate = secured
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server.pages |= {"/": answer()}
    assert web().fetch(server.url().replace("http:", "https:")).data == PAGE
    with pytest.raises(UnreadableError, match="cannot prove who it is"):
        web().fetch(server.url(host="other.example").replace("http:", "https:"))


# --- where an address leads ------------------------------------------------------------------------------------------------


def test_a_name_that_also_leads_inside_is_refused(server: Server) -> None:
    """If one of a name's addresses is inside a network, none of them is asked."""
    with pytest.raises(UnreadableError, match="private or reserved network"):
        web(addresses={"two.example": [HOME, INSIDE]}).fetch(server.url(host="two.example"))
    assert server.asked == []


def test_a_name_server_that_changes_its_answer(server: Server) -> None:
    """Each connection goes to an address of the answer that was checked; a later answer that leads inside is refused."""
    server.pages = {"/": answer()}
    answers = iter([[HOME], [INSIDE]])
    changing = Web(resolve=lambda host, port: next(answers), allowed=lambda address: address == HOME)
    with pytest.raises(UnreadableError, match="private or reserved network"):
        changing.fetch(server.url())
    assert server.asked == ["/robots.txt"]


def test_the_other_end_of_the_connection_is_checked(server: Server) -> None:
    """What was allowed as a name's answer but turns out to be another address at the other end is refused."""
    server.pages = {"/": answer()}
    once = iter([True])
    with pytest.raises(UnreadableError, match="private or reserved network"):
        Web(resolve=lambda host, port: [HOME], allowed=lambda address: next(once, False)).fetch(server.url())
    assert server.asked == [] or server.asked == [""]


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.8.9.1 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 169.254.170.2 100.64.0.1
    100.100.100.200 192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
    2002:7f00:1:: 2002:a00:1:: ::127.0.0.1 2001:db8::1 2001:0:1::1 localhost 1 0x7f000001 not-an-address""".split(),
)
def test_what_stands_inside_a_network_is_not_public(address: str) -> None:
    """Loopback, private, link-local (cloud metadata), shared, reserved and multicast addresses, also inside of IPv6 ones."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_what_everybody_reaches_is_public(address: str) -> None:
    """Ordinary addresses of the internet."""
    assert is_public(address)


def test_without_a_word_of_the_test_this_machine_is_refused(server: Server) -> None:
    """As it ships, no way of writing this machine's address gets an answer from it."""
    server.pages = {"/": answer()}
    for host in (HOME, "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"):  # noqa: S104
        (failure,) = read([server.url(host=host)]).failed
        assert "refused" in failure.reason or "cannot be reached" in failure.reason, host
    assert server.asked == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://", "only http and https"),
        ("http://a b.example/", "check"),
        ("http://[::1/", "no web address"),
        ("http://news.example:99999/", "no web address"),
        ("http://user:secret@news.example/", "user name"),
        ("http://" + "a" * 70 + ".example/", "check"),
    ],
)
def test_what_is_no_address_is_named(url: str, said: str) -> None:
    """A broken address costs no request."""
    (failure,) = read([url], web=web()).failed
    assert said in failure.reason


# --- robots.txt ------------------------------------------------------------------------------------------------------------


def robots(rules: str) -> bytes:
    return answer(rules.encode(), b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")


@pytest.mark.parametrize(
    ("said", "allowed", "why"),
    [
        (robots("User-agent: *\nDisallow: /"), False, "nobody may"),
        (robots(f"User-agent: *\nDisallow: /\n\nUser-agent: {AGENT}\nAllow: /"), True, "we may"),
        (robots(f"User-agent: {AGENT}\nDisallow: /story*"), False, "we may not, with a wildcard"),
        (robots("User-agent: *\nDisallow: /s\nAllow: /story"), True, "the longer rule counts"),
        (robots("\0\xff nonsense"), True, "no rules in it"),
        (answer(b"x" * 2_000_000), True, "too long: the part that is read says nothing"),
        (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", True, "no robots.txt"),
        (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", True, "not to be had (RFC 9309, 2.3.1.3)"),
        (b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", False, "the site cannot say (RFC 9309, 2.3.1.4)"),
        (moved("/rules"), False, "a redirect is followed"),
    ],
)
def test_robots_are_respected(server: Server, said: bytes, allowed: bool, why: str) -> None:
    """What a site tells programs, and this one by its name, is done; it is asked once for each site."""
    server.pages = {"/robots.txt": said, "/rules": robots("User-agent: *\nDisallow: /"), "/story": answer()}
    ours = web()
    for _ in range(2):
        if allowed:
            assert ours.fetch(server.url("/story")).data == PAGE, why
        else:
            with pytest.raises(UnreadableError, match="does not want to be read by programs"):
                ours.fetch(server.url("/story"))
    assert server.asked.count("/robots.txt") == 1


def test_a_redirect_asks_the_robots_of_the_other_site(server: Server) -> None:
    """The rules of the place where a redirect leads count there."""
    server.pages = {"/": moved(server.url("/story", host="other.example")), "/story": answer()}
    assert web().fetch(server.url()).url == server.url("/story", host="other.example")
    assert server.asked.count("/robots.txt") == 2


def test_nothing_else_touches_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page full of addresses, a feed with links and a document type with an address ask nobody."""

    def forbidden(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    (tmp_path / "a.html").write_bytes(
        made.page("<img src=http://x.example/a.png><iframe src=http://x.example></iframe>" + made.story())
    )
    (tmp_path / "a.rss").write_bytes(made.feed())
    (tmp_path / "a.txt").write_text(f"https://x.example/story\n\n{made.SECOND}")
    assert len(read([tmp_path]).documents) == 3
