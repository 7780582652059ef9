"""The programs that are measured against each other, alive side by side for a whole run."""

import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from rig.machine import CLIENTS, ROOT, need, node_modules, processor_seconds

DOMAIN = "bench.example.com"
CONTROL_DOMAIN = "control.example.com"


@dataclass
class Client:
    """One program under one name; `series` holds what its rounds gave. Names may have blanks."""

    name: str
    start: object
    process: subprocess.Popen = None
    series: dict = field(default_factory=dict)

    @property
    def key(self):
        """The name as it stands in a URL."""
        return self.name.replace(" ", "-")

    def ask(self, control, command):
        """The answer to a command, with `cpu`: the processor seconds the program spent on it."""
        before = processor_seconds(self.process.pid)
        answer = control.ask(self.key, command, self.process)
        if answer.get("error"):
            raise RuntimeError(f"{self.name}: {answer['error']}")
        answer["cpu"] = processor_seconds(self.process.pid) - before
        return answer


def node(way, certificates):
    def start(key, control):
        environment = dict(os.environ, NODE_EXTRA_CA_CERTS=str(certificates.authority),
                           NODE_PATH=str(node_modules()))
        return subprocess.Popen(
            [need("node", "is what minihost is measured against"), str(CLIENTS / "node.js"), way,
             f"http://127.0.0.1:{control.port}/{key}", str(certificates.authority)],
            env=environment)

    return start


def minihost(folder, certificates, ports, *, jit=False, java_options="", log=None):
    """The mini program through the real launcher; what it prints goes to `log`, or nowhere.

    `ports` says where on this machine the hosts of the program's URLs are.
    The launcher becomes the JVM, so its process id is the JVM's.
    """
    def start(key, control):
        settings = folder / f"settings-{key}.json"
        settings.write_text(json.dumps({
            "domains": {kind: [f"https://{host}" for host in [*ports, CONTROL_DOMAIN]]
                        for kind in ("requestdomain", "uploaddomain", "downloaddomain")}
                       | {"wsrequestdomain": [f"wss://{host}" for host in ports]},
            "device": {"lan": {"ip": "127.0.0.1", "netmask": "255.0.0.0"}},
            "hosts": {CONTROL_DOMAIN: f"http://127.0.0.1:{control.port}",
                      **{host: f"127.0.0.1:{port}" for host, port in ports.items()}},
            "trust": [str(certificates.authority)],
        }))
        options = f"{os.environ.get('MINIHOST_JAVA_OPTS', '')} {java_options}"
        environment = dict(os.environ, NO_COLOR="1", MINIHOST_JAVA_OPTS=options)
        with open(log or os.devnull, "wb") as out:
            return subprocess.Popen(
                [str(ROOT / "minihost"), "run", *(["--jit"] if jit else []), "--no-repl", "--quiet",
                 "--config", str(settings), "--query", f"client={key}", str(CLIENTS / "miniprogram")],
                env=environment, stdin=subprocess.DEVNULL, stdout=out)

    return start


class Group:
    """Starts clients, and tells them to end when the measuring is over."""

    def __init__(self, control, clients):
        self.control = control
        self.clients = clients

    def __enter__(self):
        for client in self.clients:
            self.control.add(client.key)
            client.process = client.start(client.key, self.control)
        return self.clients

    def __exit__(self, *_):
        for client in self.clients:
            self.control.commands[client.key].put({"end": True})
        for client in self.clients:
            try:
                client.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                client.process.kill()
                client.process.wait()


def prepare(jit):
    """Builds minihost and makes its archives, so that no measured run does."""
    for options in [[], ["--jit"]] if jit else [[]]:
        subprocess.run([str(ROOT / "minihost"), *options, "--version"],
                       env=dict(os.environ, MINIHOST_CDS="now"), check=True, stdout=subprocess.DEVNULL)
