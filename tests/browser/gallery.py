"""The gallery of components served on loopback, with an application that only plays its part in saving."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.bizplan.web import pages

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
          "form-action 'self'")
Answer = tuple[int, dict[str, object]]


@dataclass
class Played:
    """What was posted, and what is answered."""

    posts: list[dict[str, list[str]]] = field(default_factory=list)
    answer: Callable[[dict[str, list[str]]], Answer] = lambda posted: (200, {"saved": "14.02", "sequence": 124})
    figures: str = '<h2 id="live-title">After</h2><dl><div><dt>Sales</dt><dd>€ 9.000</dd></div></dl>'
    asked: list[str] = field(default_factory=list)
    jobs: list[dict[str, object]] = field(default_factory=list)


class Server(ThreadingHTTPServer):
    """Serves the pages, the style sheet and the scripts of the project."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.played = Played()

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        path, played = urlsplit(self.path).path, self.server.played
        if path == "/figures":
            played.asked.append(self.path)
            self.give(200, played.figures, "text/html; charset=utf-8")
        elif path.startswith("/jobs/"):
            job = played.jobs.pop(0) if len(played.jobs) > 1 else next(iter(played.jobs), {"state": "running"})
            self.give(200, json.dumps(job), "application/json")
        elif path.endswith(".html"):
            name, language, _ = path.strip("/").split(".")
            self.give(200, pages.page(name, language), "text/html; charset=utf-8")
        elif (file := pages.STATIC / path.strip("/")).is_file():
            self.give(200, file.read_text("utf-8"), KINDS[file.suffix])
        else:
            self.give(404, "", "text/plain")

    def do_POST(self) -> None:
        kind, body = self.headers["Content-Type"], self.rfile.read(int(self.headers["Content-Length"]))
        message = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=HTTP)
        posted: dict[str, list[str]] = {}
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            posted.setdefault(str(name), []).append(part.get_payload(decode=True).decode().rstrip("\r\n"))
        self.server.played.posts.append(posted)
        status, said = self.server.played.answer(posted)
        self.give(status, json.dumps(said), "application/json")

    def give(self, status: int, text: str, kind: str) -> None:
        """Sends a text under the policy of the application."""
        body = text.encode()
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))),
                            ("Content-Security-Policy", POLICY)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:
        """Stays silent."""
