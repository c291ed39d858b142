"""The server of a partner on this machine: https, with a certificate that tests alone trust."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

CERTIFICATE = Path(__file__).with_name("partner_server.pem")

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Partner:
    """answers: by path; asked: the paths, in their order; headers: of each;
    ended: set when the test is over.
    """

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    ended: Event = field(default_factory=Event)

    def says(self, path: str, answer: Answer | bytes) -> str:
        """The address under which that is answered from now on."""
        self.answers[path] = body(answer) if isinstance(answer, bytes) else answer
        return self.url + path

    def silence(self, handler: BaseHTTPRequestHandler) -> None:
        """An answer that never comes."""
        self.ended.wait()


def body(content: bytes, code: int = 200, length: int | None = None) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", "text/calendar")
        handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def onwards(address: str, code: int = 302) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def without_end(head: Mapping[str, str], code: int = 200) -> Answer:
    """As many bytes as the other side takes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in head.items():
            handler.send_header(name, value)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65_536)
        except OSError:
            handler.close_connection = True

    return answer


def raw(words: bytes) -> Answer:
    """Whatever that is, it is no HTTP."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(words)
        handler.close_connection = True

    return answer


@contextmanager
def partner(encrypted: bool = True) -> Iterator[Partner]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    server.block_on_close = False
    if encrypted:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    one = Partner(f"http{'s' if encrypted else ''}://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = handler_of(one)  # type: ignore[assignment]
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    try:
        yield one
    finally:
        one.ended.set()
        server.shutdown()
        server.server_close()


def handler_of(one: Partner) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            one.asked.append(self.path)
            one.headers.append(dict(self.headers.items()))
            one.answers.get(self.path, body(b"", 404))(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def trusting() -> ssl.SSLContext:
    """As by default, for one who knows that certificate."""
    return ssl.create_default_context(cafile=str(CERTIFICATE))
