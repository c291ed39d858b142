"""What somebody else publishes at an https address, taken within bounds: of size, of time, of where it leads.

Asked for by name only, by whoever types `agenda --fetch`: nothing that a build does comes here.

A machine of an inner network may be asked, for the association's own server may stand there: the address is
the association's, no password or cookie goes along, and what comes back is kept only if it is a calendar.
Plain http, which the inner services of clouds answer, is never spoken.
"""

import ssl
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException, HTTPMessage, HTTPResponse, IncompleteRead
from string import punctuation
from threading import Thread
from time import monotonic
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from ..problems import Sentence, sentence

SECONDS, SILENCE = 60.0, 20.0
MOST_REDIRECTS = 5
PIECE = 65_536
HEADERS = {"User-Agent": "Assosite", "Accept": "text/calendar, */*;q=0.5"}
TRY_IT = sentence("try the address in a browser")


class Unfetched(Exception):
    """Why nothing came, or nothing that can be kept; and what one may do about it."""

    def __init__(self, message: Sentence, hint: Sentence | None = TRY_IT) -> None:
        self.message, self.hint = message, hint
        super().__init__(message.text())


@dataclass(frozen=True, slots=True)
class Client:
    """largest: in bytes, of one answer; seconds: for all answers together; silence: without a byte.

    context: which certificates are trusted; those that this machine trusts, unless a test has its own.
    """

    largest: int
    seconds: float = SECONDS
    silence: float = SILENCE
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def all_of(self, addresses: Iterable[str]) -> list[bytes | Unfetched]:
        """In their order; all are asked at once, so that a slow one takes no time from the others."""
        deadline = monotonic() + self.seconds
        asked = [in_background(partial(self.answer, address)) for address in addresses]
        return [self.awaited(answer, deadline) for answer in asked]

    def awaited(self, answer: Future[bytes], deadline: float) -> bytes | Unfetched:
        try:
            return answer.result(max(0.0, deadline - monotonic()))
        except TimeoutError:
            return too_slow(self.seconds)
        except Unfetched as unfetched:
            return unfetched

    def answer(self, address: str) -> bytes:
        """Raises Unfetched, and nothing else that is not a defect."""
        try:
            request = Request(in_ascii(address), headers=HEADERS)
            with opener(self.context).open(request, timeout=self.silence) as answer:
                return self.body(cast(HTTPResponse, answer))
        except HTTPError as error:
            with error:
                raise refused_by_server(error) from error
        except OSError as error:
            raise unreachable(error, self.silence) from error
        except (HTTPException, ValueError) as error:  # ValueError: of a name that no server can have
            raise broken(error) from error

    def body(self, answer: HTTPResponse) -> bytes:
        pieces, size = [], 0
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > self.largest:
                said = sentence("what came has more than {most} bytes", most=self.largest)
                raise Unfetched(said, sentence("ask the partner for a shorter period of the calendar"))
        if answer.length:  # that the server announced, and are still to come
            raise IncompleteRead(b"", answer.length)
        return b"".join(pieces)


def in_background(work: Callable[[], bytes]) -> Future[bytes]:
    """In a thread that no command waits for when it ends: some servers say a byte a minute."""
    future: Future[bytes] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future


def opener(context: ssl.SSLContext) -> OpenerDirector:
    """For https alone: what urllib opens by itself, files, data and ftp, is not there."""
    made = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPSHandler(context=context),
        Onwards(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        made.add_handler(handler)
    return made


class Onwards(HTTPRedirectHandler):
    """Follows where a server sends us, a few times and never out of https. For one answer only."""

    followed = 0

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        fp.close()  # urllib would read all that is said beside, however much (urllib/request.py)
        self.followed += 1
        if not newurl.lower().startswith("https://"):
            raise led_astray(newurl)
        if self.followed > MOST_REDIRECTS:
            said = sentence(
                "the address leads from one to the next more than {most} times", most=MOST_REDIRECTS
            )
            raise Unfetched(said)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def in_ascii(address: str) -> str:
    """As HTTP wants it: editors write accents, in names and in paths."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = f":{parts.port}" if parts.port else ""
    path, query = (quote(part, safe=punctuation) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def refused_by_server(error: HTTPError) -> Unfetched:
    if 300 <= error.code < 400:  # to a scheme that urllib follows no more than we do, or to nowhere
        return led_astray(error.url)
    said = sentence("the server answers with the error {code}", code=error.code)
    return Unfetched(said, sentence("ask the partner whether the address has changed"))


def led_astray(address: str) -> Unfetched:
    said = sentence('the address leads on to "{found}", which is not https', found=address)
    return Unfetched(said, sentence("ask the partner for an address that begins with https://"))


def unreachable(error: OSError, silence: float) -> Unfetched:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return too_slow(silence)
    if isinstance(reason, ssl.SSLCertVerificationError):
        said = sentence("the certificate of the server is not valid: {reason}", reason=reason.verify_message)
        return Unfetched(said, sentence("tell the partner"))
    words = reason.strerror or str(reason) if isinstance(reason, OSError) else reason
    return Unfetched(sentence("the server cannot be reached: {reason}", reason=words))


def too_slow(seconds: float) -> Unfetched:
    return Unfetched(sentence("the server has not answered within {seconds} seconds", seconds=f"{seconds:g}"))


def broken(error: Exception) -> Unfetched:
    if isinstance(error, IncompleteRead):
        return Unfetched(sentence("the answer broke off before its end"))
    return Unfetched(sentence("the server cannot be understood"))
