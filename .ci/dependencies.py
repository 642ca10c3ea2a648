"""What comes in with Cargo.toml: `licences` against .deny.toml, and `unused`, what nothing names.

Our own, since cargo-deny and cargo-machete take minutes to compile, and what comes ready made
knows neither Unicode-3.0 nor Ubuntu-font-1.0.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

TOP = pathlib.Path(__file__).resolve().parent.parent

# Named by no line of code: it is there to switch on features of what eframe brings along.
FOR_ITS_FEATURES = {"winit"}


def metadata(*options):
    command = ["cargo", "metadata", "--format-version", "1", "--all-features", "--locked", *options]
    return json.loads(subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.PIPE).stdout)


def allowed(expression, allow):
    """Whether an SPDX expression such as "(MIT OR Apache-2.0) AND OFL-1.1" can be met."""
    words = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def one():
        word = words.pop(0)
        if word == "(":
            met = either()
            words.pop(0)
            return met
        if words[:1] == ["WITH"]:
            word = " ".join([word, words.pop(0), words.pop(0)])
        return word in allow

    def both():
        met = one()
        while words[:1] == ["AND"]:
            words.pop(0)
            met = one() and met
        return met

    def either():
        met = both()
        while words[:1] == ["OR"]:
            words.pop(0)
            met = both() or met
        return met

    return either()


def licences():
    allow = set(tomllib.loads((TOP / ".deny.toml").read_text())["licenses"]["allow"])
    packages = metadata()["packages"]
    wrong = [
        f"{package['name']} {package['version']}: {package['license'] or 'names no licence'}"
        for package in packages
        if not package["license"] or not allowed(package["license"], allow)
    ]
    print(f"{len(packages)} packages on all systems, {len(wrong)} with a licence not in .deny.toml")
    print("not checked: security advisories, whose database is not to be had without a network")
    return wrong


def unused():
    [package] = metadata("--no-deps")["packages"]
    wrong = []
    for dependency in package["dependencies"]:
        folders = ["tests"] if dependency["kind"] == "dev" else ["src"]
        name = (dependency["rename"] or dependency["name"]).replace("-", "_")
        named = re.compile(rf"\b{name}::|\buse {name}\b|\bextern crate {name}\b")
        sources = (path.read_text() for folder in folders for path in (TOP / folder).rglob("*.rs"))
        if name not in FOR_ITS_FEATURES and not any(map(named.search, sources)):
            wrong.append(f"{dependency['name']}: nothing in {folders[0]} names it; take it out of Cargo.toml")
    print(f"{len(package['dependencies'])} dependencies, {len(wrong)} unused")
    return wrong


def main():
    steps = {"licences": licences, "unused": unused}
    if len(sys.argv) != 2 or sys.argv[1] not in steps:
        sys.exit(f"usage: dependencies.py {'|'.join(steps)}")
    wrong = steps[sys.argv[1]]()
    if wrong:
        sys.exit("\n".join(wrong))


main()
