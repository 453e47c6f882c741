"""A local endpoint that answers as told, well or badly, and counts what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Script = Callable[[int], tuple[int, dict[str, str], bytes]]


def completion(content: str, tokens: int = 100) -> bytes:
    reply = {"choices": [{"message": {"content": content}}], "usage": {"total_tokens": tokens}}
    return json.dumps(reply).encode()


def good(answer: object, tokens: int = 100) -> tuple[int, dict[str, str], bytes]:
    return 200, {}, completion(json.dumps(answer), tokens)


def hanging(seconds: float) -> tuple[int, dict[str, str], bytes]:
    time.sleep(seconds)
    return good({})


@contextmanager
def endpoint(script: Script) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Serve on the loopback; the script gives the reply to the n-th request (from 0)."""
    asked: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            asked.append(json.loads(body))
            status, headers, content = script(len(asked) - 1)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except BrokenPipeError:
                return

        def log_message(self, *words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
