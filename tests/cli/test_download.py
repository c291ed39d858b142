"""What is taken of an https address, from a server on this machine; and what is not."""

import ssl
from collections.abc import Iterator
from http.client import HTTPResponse
from socket import create_server

import pytest
from partner_server import Partner, body, onwards, partner, raw, trusting, without_end

from association.cli.download import MOST_REDIRECTS, Client, Unfetched, in_ascii

LARGEST = 1000


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server() -> Iterator[Partner]:
    with partner() as one:
        yield one


def client(**limits: float) -> Client:
    return Client(LARGEST, context=trusting(), **limits)


def content(address: str) -> bytes:
    [answer] = client().all_of([address])
    assert isinstance(answer, bytes), answer
    return answer


def said(address: str, asking: Client | None = None) -> str:
    """Why nothing is taken."""
    [answer] = (asking or client()).all_of([address])
    assert isinstance(answer, Unfetched), answer
    return answer.message.text()


def test_what_is_there_is_taken_as_it_is(server: Partner) -> None:
    """Byte for byte, up to the limit."""
    assert b"\xff\r\n" * 333 == content(server.says("/a.ics", b"\xff\r\n" * 333))
    assert LARGEST == len(content(server.says("/b.ics", b"x" * LARGEST)))


def test_who_asks_says_so_and_nothing_else(server: Partner) -> None:
    """No cookie, no password, nobody's address."""
    content(server.says("/a.ics", b"x"))

    assert "Assosite" == server.headers[0]["User-Agent"]
    assert {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"} >= set(server.headers[0])


def test_an_address_may_have_accents(server: Partner) -> None:
    """As it stands in the window of a browser; what is encoded already stays so."""
    server.says("/%C3%A9t%C3%A9%20a.ics?q=%C3%A9&p=%2F", b"x")

    assert b"x" == content(server.url + "/été%20a.ics?q=é&p=%2F#suite")


def test_the_name_of_a_server_may_have_accents() -> None:
    """Its port stays."""
    assert "https://xn--t-9fab.example:8443/a" == in_ascii("https://Été.example:8443/a")


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Partner) -> None:
    """Or anybody on the way could write our agenda."""
    address = server.says("/a.ics", b"x")

    assert said(address, Client(LARGEST)).startswith("the certificate of the server is not valid: self")
    assert [] == server.asked


def test_a_certificate_of_another_name_is_refused(server: Partner) -> None:
    """The server says that it is 127.0.0.1."""
    address = server.says("/a.ics", b"x").replace("127.0.0.1", "localhost")

    assert said(address).startswith("the certificate of the server is not valid: Hostname mismatch")
    assert [] == server.asked


def test_certificates_are_checked_unless_said_otherwise() -> None:
    """By those that the machine trusts."""
    context = Client(LARGEST).context

    assert (ssl.CERT_REQUIRED, True) == (context.verify_mode, context.check_hostname)


def chain(server: Partner, length: int) -> str:
    """An address from which that many others lead to a calendar."""
    for number in range(length):
        server.says(f"/{number}", onwards(f"/{number + 1}"))
    server.says(f"/{length}", b"x")
    return f"{server.url}/0"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_an_address_may_lead_to_another(server: Partner, code: int) -> None:
    """Calendars move."""
    server.says("/b.ics", b"x")

    assert b"x" == content(server.says("/a.ics", onwards(f"{server.url}/b.ics", code)))


def test_five_times_is_as_far_as_an_address_leads(server: Partner) -> None:
    """The sixth is not asked."""
    assert b"x" == content(chain(server, MOST_REDIRECTS))
    assert "the address leads from one to the next more than 5 times" == said(chain(server, 6))
    assert (5, "/5") == (MOST_REDIRECTS, server.asked[-1])


def test_an_address_that_leads_to_itself_ends(server: Partner) -> None:
    """Five times, as any other."""
    server.says("/a", onwards("/b"))

    assert "the address leads from one to the next more than 5 times" == said(
        server.says("/b", onwards("/a"))
    )
    assert 1 + MOST_REDIRECTS == len(server.asked)


def test_an_address_never_leads_out_of_https(server: Partner) -> None:
    """What is not encrypted is not even asked."""
    with partner(encrypted=False) as plain:
        there = plain.says("/a.ics", b"x")

        assert f'the address leads on to "{there}", which is not https' == said(
            server.says("/a.ics", onwards(there))
        )
        assert [] == plain.asked


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:,x", "webcal://a.org/"])
def test_an_address_leads_to_no_other_scheme(server: Partner, there: str) -> None:
    """Least of all into this machine."""
    assert "which is not https" in said(server.says("/a.ics", onwards(there)))


def test_https_alone_is_spoken() -> None:
    """Whoever asks: nothing else is there to answer."""
    for address in ("http://127.0.0.1/", "file:///etc/passwd", "data:,x", "ftp://127.0.0.1/"):
        assert said(address).startswith("the server cannot be reached: unknown url type")


def test_what_is_said_beside_a_redirection_is_not_read(server: Partner) -> None:
    """It may have no end."""
    server.says("/b.ics", b"x")
    server.says("/a.ics", without_end({"Location": f"{server.url}/b.ics"}, 302))

    assert b"x" == content(f"{server.url}/a.ics")


def test_one_byte_too_many_is_too_large(server: Partner) -> None:
    """The limit is that of a file that a build reads."""
    assert "what came has more than 1000 bytes" == said(server.says("/a.ics", b"x" * (LARGEST + 1)))


@pytest.mark.parametrize("length", [{}, {"Content-Length": "900000000000"}])
def test_what_is_too_large_is_given_up(server: Partner, length: dict[str, str]) -> None:
    """Whatever the server says of its length, and before it ends: this one never does."""
    assert "what came has more than 1000 bytes" == said(server.says("/a.ics", without_end(length)))


def test_a_server_that_says_nothing_is_given_up(server: Partner) -> None:
    """After a while without a byte."""
    address = server.says("/a.ics", server.silence)

    assert "the server has not answered within 0.2 seconds" == said(address, client(silence=0.2, seconds=5))


def test_there_is_a_limit_for_all_together(server: Partner) -> None:
    """For servers that say a byte a minute; what others answer is taken all the same."""
    slow, quick = server.says("/a.ics", server.silence), server.says("/b.ics", b"x")
    first, second, third = client(seconds=0.5).all_of([slow, quick, slow])

    assert b"x" == second
    assert ["the server has not answered within 0.5 seconds"] * 2 == [
        one.message.text() for one in (first, third) if isinstance(one, Unfetched)
    ]


def test_answers_are_in_the_order_of_the_addresses(server: Partner) -> None:
    """Whoever answers first."""
    addresses = [server.says(f"/{number}", str(number).encode()) for number in range(8)]

    assert [str(number).encode() for number in range(8)] == client().all_of(addresses)


def test_an_answer_that_breaks_off_is_none(server: Partner) -> None:
    """Half a calendar may well be read as one."""
    assert "the answer broke off before its end" == said(server.says("/a.ics", body(b"x", length=20)))


@pytest.mark.parametrize("code", [401, 404, 410, 500, 503])
def test_an_error_of_the_server_is_told_by_its_number(server: Partner, code: int) -> None:
    """What the page says beside it is for people."""
    assert f"the server answers with the error {code}" == said(server.says("/a.ics", body(b"x", code)))


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    """Nobody listens at that port."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert "the server cannot be reached: Connection refused" == said(f"https://127.0.0.1:{port}/a.ics")


def test_a_server_that_speaks_something_else_cannot_be_reached() -> None:
    """Plain http where https was expected."""
    with partner(encrypted=False) as plain:
        assert said(plain.url.replace("http:", "https:") + "/a.ics").startswith(
            "the server cannot be reached: "
        )


@pytest.mark.parametrize("words", [b"Bonjour\r\n\r\n", b"HTTP/1.1 deux cents\r\n\r\n"])
def test_words_that_are_no_http_are_not_understood(server: Partner, words: bytes) -> None:
    """No traceback of a library."""
    assert "the server cannot be understood" == said(server.says("/a.ics", raw(words)))


@pytest.mark.parametrize("name", ["a..example", "é" * 80 + ".example"])
def test_a_name_that_no_server_can_have_is_a_sentence(name: str) -> None:
    """Names of servers have bounds of their own."""
    assert "the server cannot be understood" == said(f"https://{name}/")


def test_a_defect_of_ours_is_no_fault_of_the_server(server: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not swallowed in the thread where it happens."""

    def broken(self: Client, answer: HTTPResponse) -> bytes:
        raise KeyError("ours")

    monkeypatch.setattr(Client, "body", broken)
    with pytest.raises(KeyError, match="ours"):
        client().all_of([server.says("/a.ics", b"x")])
