"""A certificate authority made up for one run, and a server certificate of it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from rig.machine import need

SERVER = """basicConstraints = CA:FALSE
keyUsage = digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, DNS:{}
"""


@dataclass
class Certificates:
    authority: Path
    server: Path
    key: Path


def make(folder, *names):
    """Certificates for 127.0.0.1 and these names, as PEM files in the folder."""
    openssl = need("openssl", "makes the certificates")

    def run(*arguments):
        subprocess.run([openssl, *arguments], cwd=folder, check=True, stderr=subprocess.DEVNULL)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    run("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
        "-subj", "/CN=minihost bench CA")
    run("req", *key, "-keyout", "server.key", "-out", "server.csr", "-subj", f"/CN={names[0]}")
    (folder / "server.ext").write_text(SERVER.format(", DNS:".join(names)))
    run("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
        "-out", "server.pem", "-days", "2", "-extfile", "server.ext")
    return Certificates(folder / "ca.pem", folder / "server.pem", folder / "server.key")
