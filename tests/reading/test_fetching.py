"""A page is fetched from the open network only, within limits; a real server on this machine answers."""

import gzip
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from placet.errors import PlacetError
from placet.reading.addresses import is_public, read_address
from placet.reading.fetching import MOST_REDIRECTS, fetch

PAGE = "<html>“No”</html>".encode()


def only_this_server(address):
    return str(address) == "127.0.0.1"


@contextmanager
def serving(answer):
    """A server on this machine that answers each request with `answer(handler)`; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def replying(body=PAGE, status=200, **headers):
    """An answer with this body and these headers."""

    def answer(handler):
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), "Content_Type": "text/html", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_a_page_is_fetched_as_it_is():
    with serving(replying()) as address:
        page = fetch(f"{address}/a?b=1", may_reach=only_this_server)
    assert (page.content, page.url, page.media_type) == (PAGE, f"{address}/a?b=1", "text/html")


def test_a_packed_page_is_unpacked():
    with serving(replying(gzip.compress(PAGE), Content_Encoding="gzip")) as address:
        assert fetch(address, may_reach=only_this_server).content == PAGE


def test_an_address_with_letters_of_any_script_is_asked_for():
    asked = []

    def answer(handler):
        asked.append(handler.path)
        replying()(handler)

    with serving(answer) as address:
        fetch(f"{address}/هيئة?x=é y", may_reach=only_this_server)
    assert asked == ["/%D9%87%D9%8A%D8%A6%D8%A9?x=%C3%A9%20y"]


def test_a_machine_of_a_private_network_is_never_asked():
    asked = []

    def answer(handler):
        asked.append(handler.path)
        replying()(handler)

    with serving(answer) as address, pytest.raises(PlacetError, match="private network"):
        fetch(address)
    assert asked == []


def test_a_name_that_leads_to_this_machine_is_never_asked():
    with serving(replying()) as address, pytest.raises(PlacetError, match="private network"):
        fetch(address.replace("127.0.0.1", "localhost"))


def test_a_name_with_one_private_address_among_others_is_never_asked(monkeypatch):
    def looked_up(host, port, **_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.216.34", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with pytest.raises(PlacetError, match="private network"):
        fetch("http://mixed.example/")


def test_a_name_is_looked_up_once_so_that_it_cannot_mean_another_machine_when_it_is_asked(monkeypatch):
    asked = []
    look_up = socket.getaddrinfo

    def looked_up(host, *rest, **more):
        asked.append(host)
        return look_up("127.0.0.1", *rest, **more)

    with serving(replying()) as address:
        monkeypatch.setattr(socket, "getaddrinfo", looked_up)
        fetch(address.replace("127.0.0.1", "once.example"), may_reach=only_this_server)
    assert [host for host in asked if host != "127.0.0.1"] == ["once.example"]


def test_a_redirect_is_followed():
    def answer(handler):
        replying(b"", 302, Location="/there")(handler) if handler.path == "/here" else replying()(handler)

    with serving(answer) as address:
        page = fetch(f"{address}/here", may_reach=only_this_server)
    assert (page.content, page.url) == (PAGE, f"{address}/there")


@pytest.mark.parametrize("place", ["http://127.0.0.2/", "http://[::1]/", "http://169.254.169.254/latest/"])
def test_a_redirect_to_a_private_network_is_refused(place):
    with serving(replying(b"", 302, Location=place)) as address, pytest.raises(PlacetError, match="private network"):
        fetch(address, may_reach=only_this_server)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"])
def test_a_redirect_to_anything_but_a_page_is_refused(place):
    with serving(replying(b"", 302, Location=place)) as address, pytest.raises(PlacetError, match="only addresses"):
        fetch(address, may_reach=only_this_server)


def test_redirects_without_end_are_given_up():
    asked = []

    def answer(handler):
        asked.append(handler.path)
        replying(b"", 301, Location="/again")(handler)

    with serving(answer) as address, pytest.raises(PlacetError, match="redirects"):
        fetch(address, may_reach=only_this_server)
    assert len(asked) == MOST_REDIRECTS + 1


def test_a_page_that_is_too_large_is_given_up():
    with serving(replying(b"a" * 1001)) as address, pytest.raises(PlacetError, match="more than"):
        fetch(address, may_reach=only_this_server, largest=1000)


def test_a_page_that_is_too_large_once_unpacked_is_given_up():
    packed = gzip.compress(b"a" * 1_000_000)
    with serving(replying(packed, Content_Encoding="gzip")) as address, pytest.raises(PlacetError, match="more than"):
        fetch(address, may_reach=only_this_server, largest=10_000)


def test_a_server_that_says_nothing_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(PlacetError, match="takes too long"):
            fetch(f"http://127.0.0.1:{port}/", may_reach=only_this_server, seconds=0.2)


def test_a_server_that_drips_is_given_up():
    stop = threading.Event()

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        while not stop.wait(0.02):
            try:
                handler.wfile.write(b"a")
            except OSError:
                return

    try:
        with serving(answer) as address, pytest.raises(PlacetError, match="takes too long"):
            fetch(address, may_reach=only_this_server, seconds=0.3)
    finally:
        stop.set()


def test_a_page_that_breaks_off_is_not_taken_for_whole():
    with (
        serving(replying(PAGE, Content_Length="1000")) as address,
        pytest.raises(PlacetError, match="cannot be fetched"),
    ):
        fetch(address, may_reach=only_this_server)


@pytest.mark.parametrize("status", [403, 404, 500, 204])
def test_an_answer_that_is_no_page_is_told(status):
    with serving(replying(b"", status)) as address, pytest.raises(PlacetError, match=f"answers {status}"):
        fetch(address, may_reach=only_this_server)


def test_a_server_that_cannot_speak_in_secret_is_told():
    with serving(replying()) as address, pytest.raises(PlacetError, match="cannot be fetched"):
        fetch(address.replace("http:", "https:"), may_reach=only_this_server)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/x", "only addresses"),
        ("http://", "only addresses"),
        ("http://[::1", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://me:secret@example.org/", "user's name"),
    ],
)
def test_an_address_that_is_none_is_refused(url, says):
    with pytest.raises(PlacetError, match=says) as refused:
        fetch(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_an_address_that_is_not_of_the_open_network_is_not_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_an_address_of_the_open_network_is_public(address):
    assert is_public(ip_address(address))


def test_the_zone_of_an_address_is_no_part_of_it():
    assert read_address("fe80::1%eth0") == ip_address("fe80::1")
