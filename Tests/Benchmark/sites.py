"""Writes the corpus as the site of each tool; this is not timed."""
import json
import os
import shutil

TITLE = "Archive of Releases"
BASE = "https://releases.example"
NEWEST = 50
PAGE = 100


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def quoted(text):
    """A YAML scalar: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def sitegen(releases, site, outputs=None):
    shutil.rmtree(site, ignore_errors=True)
    companies = {}
    for release in releases:
        companies.setdefault(release.company.slug, release.company)
        folder = os.path.join(site, "content/releases", release.folder)
        lines = [
            "kind: %s" % ("earnings" if release.is_results else "announcement"), "company: %s" % release.company.slug,
            "headline: %s" % quoted(release.headline), "summary: %s" % quoted(release.summary),
            "released: %s" % release.day, "ticker: %s" % quoted(release.company_line),
            "contacts: [%s]" % ", ".join(contact["key"] for contact in release.company.contacts)]
        if release.is_results:
            lines += ["period: %s" % release.period, "statements:"]
            for statement in release.statements:
                lines += ["  - file: %s.csv" % statement.name, "    title: %s" % quoted(statement.title), "    unit: USD",
                          "    audited: false"]
                rows = ["concept,label,role," + ",".join(statement.columns)]
                rows += [",".join([concept, label, role] + [str(value) for value in values])
                         for concept, label, role, _, values in statement.rows]
                write(os.path.join(folder, statement.name + ".csv"), "\n".join(rows) + "\n")
            lines += ["charts:", "  - { preset: comparison, concepts: [Revenues, NetIncomeLoss], periods: [%s] }"
                      % ", ".join(release.statements[0].columns)]
        write(os.path.join(folder, "release.yaml"), "\n".join(lines) + "\n")
        write(os.path.join(folder, "body.md"), release.body)
    for slug, company in companies.items():
        lines = ["name: %s" % quoted(company.title), "zone: America/New_York", "contacts:"]
        for contact in company.contacts:
            lines.append("  %s: { name: %s, title: %s, phone: %s, email: %s }" % (
                contact["key"], quoted(contact["name"]), quoted(contact["title"]), quoted(contact["phone"]), quoted(contact["email"])))
        write(os.path.join(site, "content/companies", slug + ".yaml"), "\n".join(lines) + "\n")
    lines = ["title: %s" % TITLE, "base_url: %s" % BASE, "company: %s" % min(companies), "as_of: 2026-12-31T00:00:00Z"]
    if outputs:
        lines.append("outputs: [%s]" % ", ".join(outputs))
    write(os.path.join(site, "content/site.yaml"), "\n".join(lines) + "\n")


def hugo(releases, site):
    shutil.rmtree(site, ignore_errors=True)
    here = os.path.dirname(os.path.abspath(__file__))
    shutil.copytree(os.path.join(here, "hugo"), site)
    for release in releases:
        company = release.company
        tables = []
        for statement in release.statements:
            tables.append(dict(
                id=statement.name, title=statement.title,
                spans=[dict(title=title, years=years) for title, years in release.spans] if statement.name == "income" else [],
                heads=[] if statement.name == "income" else statement.columns,
                rows=[dict(label=label, role=role, places=2 if kind == "share" else 0, values=[float(value) for value in values])
                      for _, label, role, kind, values in statement.rows]))
        chart = None
        if release.is_results:
            income = release.statements[0]
            chart = dict(labels=income.columns, series=[
                dict(name=label, values=values) for concept, label, _, _, values in income.rows
                if concept in ("Revenues", "NetIncomeLoss")])
        front = dict(
            title=release.headline, date=release.day.isoformat(), description=release.summary,
            params=dict(company=company.title, line=release.company_line, contacts=company.contacts, tables=tables, chart=chart))
        write(os.path.join(site, "content/releases", release.slug + ".md"),
              json.dumps(front, ensure_ascii=False) + "\n\n" + release.body)
