"""Tells clients what to do: each asks for its next command over plain HTTP, and posts its answer.

GET /NAME waits for a command and gets it as JSON; the client carries it out, and POSTs the result
to /NAME. `{"end": true}` is the last one.
"""

import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Control:
    def __init__(self):
        self.commands = {}
        self.answers = {}
        control = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                try:
                    command = control.commands[self.path[1:]].get(timeout=30)
                except queue.Empty:
                    command = {}
                self.reply(json.dumps(command).encode())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                control.answers[self.path[1:]].put(json.loads(body))
                self.reply(b"{}")

            def reply(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def add(self, name):
        self.commands[name] = queue.Queue()
        self.answers[name] = queue.Queue()

    def ask(self, name, command, process):
        """Gives a command and waits for the answer, or for the client's end, which is an error."""
        self.commands[name].put(command)
        while True:
            try:
                return self.answers[name].get(timeout=1)
            except queue.Empty:
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended with exit code {process.returncode}") from None
