#!/usr/bin/env python3
"""convert.py CORPUS SITE: writes a corpus of neutral JSON releases as a sitegen site.

Each JSON file holds one release: id, kind (earnings or event), company {name, slug, ticker, exchange, url,
city}, date, headline, summary, contacts [{name, title, phone, email}], body_md, tables [{id, title, groups,
columns, rows [{label, kind (money, eps, count), style (normal, subtotal, total), values}]}] and chart.
Figures are full amounts; the fiscal year is the calendar year.
"""
import csv
import json
import os
import re
import shutil
import sys

CONCEPTS = {
    "Revenues": "Revenues",
    "Cost of revenues": "CostOfRevenue",
    "Gross profit (loss)": "GrossProfit",
    "General and administrative": "GeneralAndAdministrativeExpense",
    "Research and development": "ResearchAndDevelopmentExpense",
    "Operating income (loss)": "OperatingIncomeLoss",
    "Interest expense": "InterestExpense",
    "Income (loss) before income taxes": "IncomeLossBeforeIncomeTaxes",
    "Provision (benefit) for income taxes": "IncomeTaxExpenseBenefit",
    "Net income (loss)": "NetIncomeLoss",
    "Basic and diluted per share amounts": "EarningsPerShareBasicAndDiluted",
    "Weighted average shares outstanding - basic and diluted": "WeightedAverageSharesBasicAndDiluted",
    "Cash and marketable securities": "CashAndMarketableSecurities",
    "Accounts receivable, net": "AccountsReceivableNetCurrent",
    "Inventories": "InventoryNet",
    "Other current assets": "OtherCurrentAssets",
    "Property and equipment, net": "PropertyPlantAndEquipmentNet",
    "Total assets": "Assets",
    "Accounts payable": "AccountsPayableCurrent",
    "Accrued liabilities": "AccruedLiabilitiesCurrent",
    "Long-term debt": "LongTermDebt",
    "Other liabilities": "OtherLiabilities",
    "Shareholders' equity": "StockholdersEquity",
    "Total liabilities and shareholders' equity": "LiabilitiesAndStockholdersEquity",
}
MONTHS = {"Three": "Q", "Six": "H1", "Nine": "9M", "Twelve": "FY"}


def quoted(text):
    """A YAML scalar: JSON strings are YAML strings."""
    return json.dumps(text, ensure_ascii=False)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def periods(table):
    """The column headings of a table in sitegen's spelling."""
    if not table["groups"]:
        result = []
        for column in table["columns"]:
            month, day, year = re.match(r"(\w+) (\d+), (\d+)$", column).groups()
            number = ["March", "June", "September", "December"].index(month) * 3 + 3
            result.append("%s-%02d-%02d" % (year, number, int(day)))
        return result
    result, column = [], 0
    for group in table["groups"]:
        word, month = re.match(r"(\w+) Months Ended (\w+)", group["label"]).groups()
        quarter = ["March", "June", "September", "December"].index(month) + 1
        name = "Q%d" % quarter if word == "Three" else MONTHS[word]
        for _ in range(group["span"]):
            year = table["columns"][column]
            column += 1
            if name == "FY" and quarter < 4:
                # Twelve months that are no fiscal year have no name of their own.
                day = "%s-%02d-%02d" % (year, quarter * 3, 31 if quarter == 1 else 30)
                result.append("%d-%02d-01/%s" % (int(year) - 1, quarter * 3 + 1, day))
            else:
                result.append("%s-%s" % (year, name))
    return result


def statement(path, table):
    """Writes a table as CSV."""
    headings = periods(table)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["concept", "label", "role"] + headings)
        for row in table["rows"]:
            role = {"normal": "item"}.get(row["style"], row["style"])
            if row["kind"] == "eps":
                values = ["%.2f" % value for value in row["values"]]
            else:
                values = ["%d" % value for value in row["values"]]
            out.writerow([CONCEPTS[row["label"]], row["label"], role] + values)


def main():
    corpus, site = sys.argv[1:3]
    shutil.rmtree(site, ignore_errors=True)
    companies = {}
    for name in sorted(os.listdir(corpus)):
        with open(os.path.join(corpus, name), encoding="utf-8") as file:
            release = json.load(file)
        company = release["company"]
        companies.setdefault(company["slug"], (company, release["contacts"]))
        folder = os.path.join(site, "content/releases", "%s-%s" % (release["date"], release["id"]))
        os.makedirs(folder)
        lines = [
            "kind: %s" % ("earnings" if release["kind"] == "earnings" else "announcement"),
            "company: %s" % company["slug"],
            "headline: %s" % quoted(release["headline"]),
            "summary: %s" % quoted(release["summary"]),
            "released: %s" % release["date"],
            "ticker: %s" % quoted("%s: %s" % (company["exchange"], company["ticker"])),
            "contacts: [investor-relations, finance]",
        ]
        if release["tables"]:
            income = release["tables"][0]
            lines.append("period: %s" % periods(income)[0])
            lines.append("statements:")
            for table in release["tables"]:
                lines += ["  - file: %s.csv" % table["id"], "    title: %s" % quoted(table["title"]),
                          "    unit: USD", "    audited: false"]
                statement(os.path.join(folder, table["id"] + ".csv"), table)
        if release["chart"]:
            named = list(dict.fromkeys(periods(release["tables"][0])))
            lines.append("charts:")
            lines.append("  - { preset: comparison, concepts: [Revenues, NetIncomeLoss], periods: [%s], title: %s }"
                         % (", ".join(named), quoted(release["chart"]["title"])))
        write(os.path.join(folder, "release.yaml"), "\n".join(lines) + "\n")
        write(os.path.join(folder, "body.md"), release["body_md"])
    for slug, (company, contacts) in sorted(companies.items()):
        lines = ["name: %s" % quoted(company["name"]), "zone: America/New_York", "contacts:"]
        for key, contact in zip(("investor-relations", "finance"), contacts):
            lines.append("  %s: { name: %s, title: %s, phone: %s, email: %s }" % (
                key, quoted(contact["name"]), quoted(contact["title"]), quoted(contact["phone"]),
                quoted(contact["email"])))
        write(os.path.join(site, "content/companies", slug + ".yaml"), "\n".join(lines) + "\n")
    write(os.path.join(site, "content/site.yaml"), """title: Investor Release Archive
tagline: Investor relations archive
base_url: https://ir.example
company: %s
as_of: 2026-12-31T00:00:00Z
outputs: [html]
""" % sorted(companies)[0])


if __name__ == "__main__":
    main()
