#!/usr/bin/env python3
"""Opens published sites in the programs that readers use and says where an author's words did something.

Usage: consumers.py FOLDER, with the folders of check.py. Pages and drawings are opened in Chromium, under the policy
that the site's own headers set, feeds in feedparser, calendars in icalendar, workbooks in openpyxl. Exit status 77:
one of these is not installed, which the output names.
"""
import mimetypes
import os
import re
import sys

try:
    import feedparser
    import icalendar
    import openpyxl
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"not installed: {error.name}")
    sys.exit(77)

ORIGIN = "http://site.test/"
problems = []
# What a page holds after it was parsed and its scripts, had it any, have run.
LOOK = """() => {
  const all = [...document.querySelectorAll('*')]
  return {
    tags: [...new Set(all.map(e => e.localName))],
    scripts: all.filter(e => e.localName == 'script' && e.type != 'application/ld+json').length,
    handlers: all.filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).map(e => e.localName),
    links: all.flatMap(e => ['href', 'src', 'action'].map(n => e.getAttribute(n))).filter(Boolean),
    error: document.querySelector('parsererror') != null,
    hidden: document.body != null && getComputedStyle(document.body).display == 'none',
  }
}"""
# Findings about words, and telephone numbers among them, may bring these.
HARMLESS = {"a", "li", "p", "span", "ul"}


def report(path, what):
    problems.append(f"{path}: {what}")


def files(folder, *endings):
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            if name.endswith(endings):
                yield os.path.relpath(os.path.join(place, name), folder)


def policy(folder):
    """The headers that the site asks its server for."""
    headers = {}
    with open(os.path.join(folder, "_headers"), encoding="utf-8") as lines:
        for line in lines:
            field = re.match(r"\s+([A-Za-z-]+): (.*)", line)
            if field and field[1].lower() == "content-security-policy":
                headers[field[1]] = field[2]
    return headers


class Browser:
    """A window of Chromium for which a folder is the whole web."""

    def __init__(self, playwright):
        path = os.environ.get("SITEGEN_CHROMIUM")
        self.browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        self.page = self.browser.new_page()
        self.page.route("**/*", self.answer)
        self.page.on("dialog", self.refuse)
        self.folder, self.headers, self.path = "", {}, ""

    def refuse(self, dialog):
        report(self.path, f"opened a dialog: {dialog.message!r}")
        dialog.dismiss()

    def answer(self, route):
        address = route.request.url
        name = address[len(ORIGIN):].split("?")[0].split("#")[0]
        path = os.path.join(self.folder, name)
        if not address.startswith(ORIGIN):
            if not address.startswith("data:"):
                report(self.path, f"asked for {address[:80]}")
            return route.abort()
        if not os.path.isfile(path):
            if name != "favicon.ico":
                report(self.path, f"asked for {name!r}, which is no file")
            return route.fulfill(status=404, body="")
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        with open(path, "rb") as file:
            return route.fulfill(body=file.read(), content_type=kind, headers=self.headers)

    def look(self, folder, path):
        self.folder, self.path = folder, os.path.join(os.path.basename(folder), path)
        self.page.goto(ORIGIN + path, wait_until="load")
        if not self.page.url.startswith(ORIGIN):
            report(self.path, f"led to {self.page.url[:80]}")
        seen = self.page.evaluate(LOOK)
        if seen["scripts"]:
            report(self.path, "holds a script")
        for tag in seen["handlers"]:
            report(self.path, f"<{tag}> has a handler")
        for link in seen["links"]:
            if re.match(r"\s*(javascript|vbscript|data):(?!,)", link, re.IGNORECASE):
                report(self.path, f"leads to {link[:60]!r}")
        if seen["error"]:
            report(self.path, "is no XML")
        if seen["hidden"]:
            report(self.path, "is hidden")
        return set(seen["tags"])


def feed(folder, path):
    read = feedparser.parse(os.path.join(folder, path), sanitize_html=False)
    if read.bozo:
        report(path, f"feedparser: {read.bozo_exception}")
    for entry in read.entries:
        for link in entry.get("links", []):
            if not re.match(r"https?:", link.get("href", "https:")):
                report(path, f"leads to {link['href'][:60]!r}")
    return len(read.entries)


def calendar(folder, path):
    with open(os.path.join(folder, path), "rb") as file:
        read = icalendar.Calendar.from_ical(file.read())
    found = []
    for component in read.walk():
        if component.errors:
            report(path, f"icalendar: {component.errors}")
        found.append((component.name, sorted(name for name, _ in component.property_items(recursive=False))))
    return found


def workbook(folder, path):
    read = openpyxl.load_workbook(os.path.join(folder, path))
    for sheet in read:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    report(path, f"{sheet.title} {cell.coordinate} calculates {str(cell.value)[:40]!r}")
                if cell.hyperlink and not re.match(r"https?:|#", cell.hyperlink.target or "#"):
                    report(path, f"{cell.coordinate} leads to {cell.hyperlink.target[:60]!r}")
    return [(sheet.max_row, sheet.max_column) for sheet in read]


def site(folder, browser):
    browser.headers = policy(folder)
    found = {path: browser.look(folder, path) for path in files(folder, ".html", ".svg")}
    for reader, endings in ((feed, (".xml",)), (calendar, (".ics",)), (workbook, (".xlsx",))):
        for path in files(folder, *endings):
            if os.path.basename(path) == "sitemap.xml":
                continue
            try:
                found[path] = reader(folder, path)
            except Exception as error:
                report(os.path.join(os.path.basename(folder), path), f"{reader.__name__}: {error!r}")
    return found


def main(folder):
    with sync_playwright() as playwright:
        browser = Browser(playwright)
        plain = site(os.path.join(folder, "plain"), browser)
        count = len(plain)
        for name in sorted(set(os.listdir(folder)) - {"plain"}):
            found = site(os.path.join(folder, name), browser)
            count += len(found)
            if name.startswith("body-"):
                continue
            for path, old in plain.items():
                new = found.get(path)
                grew = not new <= old | HARMLESS if isinstance(old, set) and new else new != old
                if grew:
                    report(os.path.join(name, path), "is otherwise than with plain words")
        browser.browser.close()
    for problem in problems[:200]:
        print(problem)
    kinds = sorted({os.path.splitext(path)[1] for path in plain})
    print(f"{count} files ({' '.join(kinds)}) of {len(os.listdir(folder))} sites opened, {len(problems)} problems")
    return 1 if problems or len(kinds) < 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
