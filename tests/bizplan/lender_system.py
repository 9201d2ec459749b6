"""A lender's own computer system on loopback, as friendly or hostile as a test wants it."""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

HERE = "127.0.0.1"


@dataclass
class System:
    """What it received, and how it answers: a status, or something else that systems do."""

    port: int = 0
    answers: int | str = 204
    received: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def url(self, scheme: str = "http", host: str = HERE) -> str:
        """The address of its news."""
        return f"{scheme}://{host}:{self.port}/news?for=bizplan"


@contextmanager
def running(certificate: Path | None = None) -> Iterator[System]:
    """The system, until it is no longer needed; encrypted where it has a certificate with its key."""
    system = System()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            system.received.append((self.path, dict(self.headers), sent))
            with suppress(OSError):                         # whoever asked has hung up
                answer(self, system.answers)

        def do_GET(self) -> None:
            system.received.append((self.path, dict(self.headers), b""))
            answer(self, 204)

        def log_message(self, *_given: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_given: None              # type: ignore[method-assign]
    system.port = server.server_address[1]
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield system
    finally:
        server.shutdown()
        server.server_close()


def answer(handler: BaseHTTPRequestHandler, how: int | str) -> None:
    """Answers a message: with a status, or as no system should."""
    if isinstance(how, int):
        handler.send_response(how)
        if how in range(300, 400):
            handler.send_header("Location", "/elsewhere")
        handler.end_headers()
    elif how == "huge":
        handler.send_response(200)
        handler.send_header("Content-Length", str(10**12))
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65_536)
    elif how == "drips":
        for each in b"HTTP/1.1 200 OK\r\n" * 1_000:
            handler.wfile.write(bytes([each]))
            handler.wfile.flush()
            time.sleep(0.05)
    elif how == "hangs":
        time.sleep(60)
    elif how == "nonsense":
        handler.wfile.write(b"\x00\xff nothing that HTTP knows\r\n\r\n")
