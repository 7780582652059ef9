"""Three projects with the same tests: for minihost, for Jest and for Node's own runner."""

import shutil

from rig.machine import BENCH, installed

SUITES = BENCH / "suites"


def write(folder, files):
    """Writes them below a folder, each with so many test files; where they are, by name."""
    return {name: project(folder / name, name, files) for name in ("minihost", "jest", "node")}


def project(folder, name, files):
    template = (SUITES / name / "item.test.js").read_text()
    shutil.copytree(SUITES / name, folder, ignore=shutil.ignore_patterns("item.test.js"))
    if name != "minihost":
        shutil.copytree(SUITES / "minihost" / "utils", folder / "utils")
    (folder / "tests").mkdir()
    for number in range(1, files + 1):
        text = template.replace("NUMBER", str(number))
        (folder / "tests" / f"item{number}.test.js").write_text(text)
    return folder


def node_modules():
    return installed(SUITES / "jest" / "package.json", "suites")
