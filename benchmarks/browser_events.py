"""When a browser hears of a development server that the site has changed.

Server-sent events, and as much of WebSocket (RFC 6455) as it takes to listen.
"""

import base64
import os
import socket
import time
from threading import Thread

HELLO = b'{"command":"hello","protocols":["http://livereload.com/protocols/official-7"],"ver":"2.0.9"}'
"""LiveReload, which Hugo speaks, waits for it; Eleventy reads nothing."""
TEXT_FRAME, MASKED = 0x81, 0x80
UPGRADE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
)


class Ear:
    """`times`: when it heard of a change, in nanoseconds of the clock."""

    def __init__(self) -> None:
        self.times: list[int] = []
        self.seen = b""

    def hear_frames(self, received: bytes) -> None:
        """Frames are short and their text is JSON; greetings and signs of life do not speak of a reload."""
        if b"reload" in received.replace(b"livereload", b""):
            self.times.append(time.time_ns())

    def hear_lines(self, received: bytes) -> None:
        """The same version again is a sign of life, the first one a greeting."""
        for line in received.splitlines():
            if line.startswith(b"data:") and line != self.seen:
                if self.seen:
                    self.times.append(time.time_ns())
                self.seen = line

    def first_after(self, moment: int) -> int | None:
        return next((one for one in self.times if one >= moment), None)


class BrowserEvents(Ear):
    """Listens from now on, in a thread."""

    def __init__(self, port: int, where: str) -> None:
        super().__init__()
        self.socket = socket.create_connection(("localhost", port))
        path, is_websocket = where.removeprefix("ws:"), where.startswith("ws:")
        extra = UPGRADE.format(key=base64.b64encode(os.urandom(16)).decode()) if is_websocket else ""
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n{extra}\r\n".encode())
        if is_websocket and self.socket.recv(65536):  # what comes before its answer, Hugo refuses
            self.socket.sendall(frame(HELLO))
        Thread(target=self.listen, args=(is_websocket,), daemon=True).start()

    def listen(self, is_websocket: bool) -> None:
        hear = self.hear_frames if is_websocket else self.hear_lines
        try:
            while received := self.socket.recv(65536):
                hear(received)
        except OSError:  # closed, by either side
            return

    def close(self) -> None:
        self.socket.close()


def frame(text: bytes) -> bytes:
    """Shorter than 126 bytes; what a browser sends is masked, and zero is a mask like any other."""
    return bytes((TEXT_FRAME, MASKED | len(text), 0, 0, 0, 0)) + text
