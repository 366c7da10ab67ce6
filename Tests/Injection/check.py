#!/usr/bin/env python3
"""Parses published sites as their readers do and says where an author's words became more than words.

Usage: check.py FOLDER. FOLDER/plain is a site of harmless words; every other folder with a number as its name is the
same site with dangerous words in every field, and must have the same structure. Folders named body-N have them in
Markdown, which may give them a structure, but none that acts.
"""
import csv
import html.parser
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as xml

ACTIVE = {"iframe", "object", "embed", "form", "input", "button", "base", "applet", "frame", "audio", "video"}
SCHEMES = {"http", "https", "mailto", "tel"}
# What findings about words, and telephone numbers among them, may bring.
HARMLESS = {("a", ("href",)), ("/a",), ("li", ()), ("/li",), ("p", ()), ("/p",), ("span", ("class",)), ("/span",)}
problems = []


def report(path, what):
    problems.append(f"{path}: {what}")


class Page(html.parser.HTMLParser):
    """The elements of a page with the names of their attributes, and what is wrong with it in itself."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.structure, self.scripts, self.script = path, [], [], None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.structure.append((tag, tuple(sorted(values))))
        if tag in ACTIVE:
            report(self.path, f"holds <{tag}>")
        if tag == "meta" and "http-equiv" in values and values["http-equiv"].lower() != "content-security-policy":
            report(self.path, "holds an http-equiv")
        if tag == "script":
            if values.get("type") != "application/ld+json":
                report(self.path, "holds a script")
            self.script = ""
        for name, value in values.items():
            if name.startswith("on"):
                report(self.path, f"<{tag}> has {name}")
            if name in ("href", "src", "action", "xlink:href") and value:
                scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):", value)
                if scheme and scheme[1].lower() not in SCHEMES and value != "data:,":
                    report(self.path, f"<{tag}> leads to {value[:60]!r}")

    def handle_endtag(self, tag):
        self.structure.append(("/" + tag,))
        if tag == "script" and self.script is not None:
            self.scripts.append(self.script)
            self.script = None

    def handle_comment(self, data):
        report(self.path, "holds a comment")

    def handle_data(self, data):
        if self.script is not None:
            self.script += data


def shape(value):
    """The structure of JSON without its words."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return type(value).__name__


def page(path, text):
    reader = Page(path)
    reader.feed(text)
    reader.close()
    # What the checks say of the words, such as a row more in a table, is no injection; an element or a set of
    # attributes that the plain page has nowhere is one.
    return set(reader.structure), [shape(json.loads(script)) for script in reader.scripts]


def grew(path, old, new):
    """Whether a file holds a structure that the plain one does not."""
    if path.endswith(".html"):
        return not new[0] <= old[0] | HARMLESS or new[1] != old[1]
    return new != old


def tree(path, text):
    def walk(element):
        for name in element.attrib:
            if name.startswith("on"):
                report(path, f"{element.tag} has {name}")
        return (element.tag, sorted(element.attrib), [walk(child) for child in element])

    return walk(xml.fromstring(text))


def calendar(path, text):
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")
    if "\n" in "".join(lines) or "\r" in "".join(lines):
        report(path, "has a line end that is not CR LF")
    return [re.split("[:;]", line)[0] for line in lines]


def table(path, text):
    rows = list(csv.reader(io.StringIO(text), strict=True))
    for row in rows:
        for cell in row:
            if re.match(r"[=+@\t\r]", cell) or (cell.startswith("-") and not re.fullmatch(r"-[0-9.,]*", cell)):
                report(path, f"a spreadsheet would calculate {cell[:40]!r}")
    return [len(row) for row in rows]


READERS = {
    ".html": page,
    ".xml": tree,
    ".svg": tree,
    ".ics": calendar,
    ".csv": table,
    ".json": lambda path, text: shape(json.loads(text)),
}


def site(folder):
    structures = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            relative = os.path.relpath(path, folder)
            reader = READERS.get(os.path.splitext(name)[1])
            if reader is None:
                continue
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
            if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
                report(path, "holds a control character")
            try:
                structures[relative] = reader(path, text)
            except (ValueError, csv.Error, xml.ParseError) as error:
                report(path, f"cannot be read: {error}")
                structures[relative] = None
    return structures


def main(folder):
    plain = site(os.path.join(folder, "plain"))
    count = 0
    for name in sorted(os.listdir(folder)):
        if name == "plain":
            continue
        structures = site(os.path.join(folder, name))
        count += len(structures)
        if name.startswith("body-"):
            continue
        for path in sorted(set(plain) | set(structures)):
            if path not in plain or path not in structures:
                report(os.path.join(name, path), "is a file more or less")
            elif structures[path] is not None and grew(path, plain[path], structures[path]):
                report(os.path.join(name, path), "has another structure than with plain words")
    for problem in problems[:200]:
        print(problem)
    print(f"{count} files of {len(os.listdir(folder)) - 1} sites parsed, {len(problems)} problems")
    return 1 if problems or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
