"""What the drivers need of the machine: programs, ports, a cache, processor time, memory."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
CLIENTS = BENCH / "clients"
TICK = os.sysconf("SC_CLK_TCK")


def need(program, why):
    """The program's path, or the end of the run with a sentence."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin:/sbin")
    if not found:
        sys.exit(f"bench: needs {program} ({why}) and found none on the PATH; install it, for example"
                 f" with: apt-get install {program}")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_port(port, process, name):
    """Waits until a server listens, or ends the run with a sentence when it does not."""
    for _ in range(200):
        if process.poll() is not None:
            sys.exit(f"bench: {name} ended with exit code {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"bench: {name} does not listen on port {port}")


def cache():
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "minihost" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def node_modules():
    """What bench/clients/package.json names."""
    return installed(CLIENTS / "package.json", "npm")


def installed(package, name):
    """Installs what a package.json names into a folder of the cache; the folder for NODE_PATH."""
    wanted = package.read_text()
    folder = cache() / name
    last = folder / "package.json"
    modules = folder / "node_modules"
    if not modules.is_dir() or not last.exists() or last.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        subprocess.run([need("npm", "installs what minihost is measured against"), "install", "--silent", "--no-audit", "--no-fund",
                        *(f"{name}@{version}" for name, version in dependencies(wanted))],
                       cwd=folder, check=True)
        last.write_text(wanted)
    return modules


def dependencies(package):
    return json.loads(package)["dependencies"].items()


def processor_seconds(pid):
    """User and system time of all threads of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def threads(pid):
    """Processor seconds of every thread that lives, by its name."""
    seconds = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            head, _, rest = (task / "stat").read_text().rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        fields = rest.split()
        name = head.partition("(")[2]
        seconds[name] = seconds.get(name, 0) + (int(fields[11]) + int(fields[12])) / TICK
    return seconds


def peak_memory_mb(pid):
    """The largest resident set so far (VmHWM)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise OSError(f"/proc/{pid}/status has no VmHWM")
