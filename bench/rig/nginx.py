"""nginx on loopback, for one run: TLS, HTTP/1.1 on one port and HTTP/2 on another."""

import os
import subprocess
from pathlib import Path

from rig.machine import await_port, free_port, need

CONF = """daemon off;
{user}
worker_processes auto;
pid nginx.pid;
error_log stderr warn;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  types {{ application/json json; application/octet-stream bin; }}
  sendfile on;
  keepalive_requests 1000000000;
  client_max_body_size 0;
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_certificate {certificates.server};
  ssl_certificate_key {certificates.key};
  server {{
    listen 127.0.0.1:{http1} ssl;
    root files;
  }}
  server {{
    listen 127.0.0.1:{http2} ssl http2;
    root files;
  }}
}}
"""


class Nginx:
    """A context manager; `folder/files` is what it serves."""

    def __init__(self, folder, certificates):
        self.folder = Path(folder)
        self.files = self.folder / "files"
        self.files.mkdir()
        self.http1 = free_port()
        self.http2 = free_port()
        (self.folder / "nginx.conf").write_text(CONF.format(
            user="user root;" if os.geteuid() == 0 else "",
            certificates=certificates, http1=self.http1, http2=self.http2))

    def __enter__(self):
        command = [need("nginx", "is the server"), "-p", str(self.folder), "-c", "nginx.conf", "-e", "stderr"]
        self.process = subprocess.Popen(command)
        for port in (self.http1, self.http2):
            await_port(port, self.process, "nginx")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
