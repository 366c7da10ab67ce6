"""Holds the output of each tool against the corpus: every page, every figure, every paragraph, every list."""
import html
import os
import re

HIDDEN = re.compile(r'<(\w+)[^>]*class="[^"]*visually-hidden[^"]*"[^>]*>.*?</\1>', re.S)
TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")
QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2019": "'", "\u2018": "'"})
LINK = re.compile(r'href="[^"]*?([\w-]+-\d{5,})(?:/|\.html)')


def words(markup):
    """What a reader sees of a piece of HTML."""
    return SPACE.sub(" ", html.unescape(TAG.sub("", HIDDEN.sub("", markup))).translate(QUOTES)).strip()


def plain(markdown):
    return SPACE.sub(" ", re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", markdown).replace("*", "")).strip()


def problems(out, releases, printed):
    """What is wrong with a tree, at most ten findings; `printed` says how a figure must read."""
    pages, others = {}, []
    for folder, _, files in os.walk(out):
        for name in files:
            if not name.endswith(".html"):
                continue
            path = os.path.join(folder, name)
            slug = os.path.basename(folder) if name == "index.html" else name[:-5]
            if re.search(r"-\d{5,}$", slug):
                pages[slug] = path
            else:
                others.append(path)
    found = []
    slugs = set()
    for release in releases:
        slugs.add(release.slug)
        if len(found) < 10:
            found += ["%s: %s" % (release.slug, problem) for problem in page_problems(release, pages.get(release.slug), printed)]
    linked = set()
    for path in others:
        with open(path, encoding="utf-8") as file:
            linked.update(LINK.findall(file.read()))
    if linked & slugs != slugs:
        found.append("the lists lead to %d of %d releases" % (len(linked & slugs), len(slugs)))
    found += feed_problems(out, len(slugs)) + sitemap_problems(out, slugs)
    return found[:10]


def page_problems(release, path, printed):
    if not path:
        return ["there is no page"]
    with open(path, encoding="utf-8") as file:
        page = file.read()
    article = re.search(r"<article[^>]*>(.*?)</article>", page, re.S)
    if not article or "<header" not in page or "<footer" not in page or "stylesheet" not in page:
        return ["header, article, footer or style is missing"]
    article = article.group(1)
    text = words(article)
    found = []
    if words((re.search(r"<h1[^>]*>(.*?)</h1>", article, re.S) or [0, ""])[1]) != release.headline:
        found.append("another headline")
    for contact in release.company.contacts:
        if contact["name"] not in text or "mailto:" + contact["email"] not in article or contact["phone"] not in text:
            found.append("no contact %s" % contact["name"])
    if release.company_line not in text or release.day.isoformat() not in article:
        found.append("no company or date")
    cells = iter([words(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", article, re.S)])
    heads = {words(head) for head in re.findall(r"<th[^>]*>(.*?)</th>", article, re.S)}
    for statement in release.statements:
        for _, label, _, kind, values in statement.rows:
            if label not in heads:
                found.append("no row '%s'" % label)
            for value in values:
                if printed(value, kind) not in cells:
                    found.append("no figure %s of '%s' in its place" % (printed(value, kind), label))
    if release.statements:
        drawing = "".join(re.findall(r"<svg.*?</svg>", article, re.S))
        bars = 2 * len(release.statements[0].columns)
        if len(re.findall(r"<(?:rect|path)[ >]", drawing)) < bars:
            found.append("fewer than %d bars" % bars)
    for block in release.body.strip().split("\n\n"):
        for line in block.split("\n") if block.startswith("- ") else [block]:
            if plain(line.lstrip("-#> ")) not in text:
                found.append("no '%s...'" % line[:40])
    for address in re.findall(r"\]\(([^)]+)\)", release.body):
        if 'href="%s"' % address not in article:
            found.append("no link to %s" % address)
    return found


def feed_problems(out, count):
    for name in ("feed.xml", "index.xml"):
        path = os.path.join(out, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                entries = len(re.findall(r"<(?:item|entry)[ >]", file.read()))
            return [] if entries == min(count, 50) else ["the feed has %d entries" % entries]
    return ["there is no feed"]


def sitemap_problems(out, slugs):
    path = os.path.join(out, "sitemap.xml")
    if not os.path.exists(path):
        return ["there is no sitemap"]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    # An index of sitemaps names each of them.
    for part in re.findall(r"<loc>[^<]*/(sitemap-\d+\.xml)</loc>", text):
        with open(os.path.join(out, part), encoding="utf-8") as file:
            text += file.read()
    listed = set(re.findall(r"([\w-]+-\d{5,})(?:/|\.html)", text))
    return [] if listed >= slugs else ["the sitemap has %d of %d releases" % (len(listed & slugs), len(slugs))]
