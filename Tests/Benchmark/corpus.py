"""The corpus of the benchmark: releases of invented companies, the same for every run.

Release i is the same whatever the size of the corpus. Each company tells its quarters in order, so a period
that is told again a year later has the value it had. Nothing here is about a real company.
"""
import datetime
import hashlib
import random

MONTHS = ("January February March April May June July August September October November December").split()
QUARTERS = ("First", "Second", "Third", "Fourth")
ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
SPANS = ("Three", "Six", "Nine", "Twelve")
#: A company reports this many quarters before the next company takes its turn in the archive.
QUARTERS_OF_A_COMPANY = 96
COMPANIES_AT_ONCE = 20
LAST_YEAR = 2025

FIRST_NAMES = "Ada Bruno Clara Dmitri Edith Farid Greta Hugo Ines Jonas Karin Liam Mona Nils Olga Pavel".split()
LAST_NAMES = "Abel Brandt Castell Dorn Ekdal Ferrer Gallo Holm Ibsen Jansen Keller Lund Moreau Novak Olsen".split()
PLACES = "Bergen Lyon Ghent Turin Porto Graz Malmo Leeds Basel Cork Aarhus Tampere".split()
TRADES = ("marine sensors", "bakery machines", "rail signals", "water filters", "garden tools", "glass fibre",
          "test benches", "cold storage")

PARAGRAPHS = (
    "Orders in the {trade} business came to {a} in the period, against {b} a year before. About {p}% of them are "
    "to be delivered within the next four quarters. Prices were stable, and the order book holds no contract that "
    "is expected to lose money over its term.",
    "The gross margin moved by {p} points because the mix of products changed and because freight and energy cost "
    "less than they had at the same time last year. The plant in {place} worked at three shifts for most of the "
    "period, and overtime was *lower than in any quarter of the last two years*.",
    "Selling and administrative costs include {a} for the new office in {place} and {b} for advice on taxes. Without "
    "these two they would have grown by less than {p}%, which is less than sales did.",
    "Net cash from operations was {b}. The company spent {a} on machines and repaid a part of its loans ahead of "
    "time. At the end of the period it had unused lines of credit that run for at least three more years.",
    "The tax rate of the period was {p}%, because losses of earlier years could be set off in one country and not in "
    "another. For the whole year the company expects a rate that is close to the usual one.",
    "Research went on as planned. The second series of prototypes for {trade} passed its endurance test in {place}, "
    "and two patents were granted. A pilot customer is to begin its own trials before the end of the year.",
    "Average headcount was {n}, of whom {m} work outside the home country. The works council agreed to a new scheme "
    "of shifts, which takes effect in {month} and is expected to save about {a} a year.",
    "Inventories rose to {b}, mainly because parts with long times of delivery were bought early. The company expects "
    "to bring them down again by the end of {month}, and sees no need to write any of them down.",
)
QUOTES = (
    "\"We did what we said we would do, in a market that helped us little. What remains is to turn a good order book "
    "into good deliveries,\" said {chief}, Chief Executive Officer of {name}.",
    "\"Our people in {place} have kept every date in a quarter in which nearly every supplier missed one. That is what "
    "our customers will remember,\" said {chief}, Chief Executive Officer.",
)
NEWS = (
    ("Opens Service Center in {place}", "has opened a service center for {trade} in {place}. It replaces two smaller "
     "sites and will employ {n} people by the end of next year."),
    ("Appoints {other} to Its Board", "has appointed {other} to its board of directors. The appointment fills the seat "
     "that became vacant at the last annual meeting."),
    ("Wins Order for {trade}", "has won an order for {trade} from a customer in {place}. The order is worth {a} and is to "
     "be delivered over three years."),
)


class Release:
    """What one release says; figures are whole dollars, and amounts per share text."""

    def __init__(self, number):
        turn, place = divmod(number, COMPANIES_AT_ONCE)
        block, step = divmod(turn, QUARTERS_OF_A_COMPANY * 3 // 2)
        self.number = number
        self.company = Company(block * COMPANIES_AT_ONCE + place)
        # Every third release is news, the others are results, the newest first.
        self.is_results = step % 3 != 2
        back = step // 3 * 2 + min(step % 3, 1)
        self.quarter = LAST_YEAR * 4 + 2 - back
        year, index = divmod(self.quarter, 4)
        self.period_end = datetime.date(year, *ENDS[index])
        draw = self.company.draw("release", number)
        self.day = self.period_end + datetime.timedelta(days=draw.randint(20, 45) if self.is_results else draw.randint(50, 80))
        self.statements = []
        if self.is_results:
            self._results(draw, year, index)
        else:
            self._news(draw)

    @property
    def company_line(self):
        return "%s: %s" % (self.company.exchange, self.company.ticker)

    def _words(self, draw):
        company = self.company
        return dict(
            trade=company.trade, name=company.name, chief=company.chief, place=draw.choice(PLACES),
            month=draw.choice(MONTHS), other="%s %s" % (draw.choice(FIRST_NAMES), draw.choice(LAST_NAMES)),
            a=money(draw.randint(200, 4000) * 1000), b=money(draw.randint(4000, 30000) * 1000),
            p="%.1f" % draw.uniform(2, 40), n=draw.randint(200, 4000), m=draw.randint(40, 190))

    def _narrative(self, draw, lead, count):
        words = self._words(draw)
        parts = [lead]
        for index, text in enumerate(draw.choices(PARAGRAPHS, k=count)):
            parts.append(text.format(**self._words(draw)))
            if index == 1:
                parts.append("> " + draw.choice(QUOTES).format(**words))
        return parts

    def _close(self):
        company = self.company
        return [
            "## About %s" % company.title,
            "%s, founded in %d, makes %s for customers in more than thirty countries. Its shares are listed on %s. More is to be "
            "read at [%s](%s), with the reports of earlier years and the rules of the board." % (
                company.title, company.founded, company.trade, company.exchange, company.site[8:], company.site),
            "## Forward-looking statements",
            "This release holds forward-looking statements. They rest on what the company knows and expects today, and they are "
            "subject to risks that are set out in its [annual report](%s/reports). What happens may differ from them, because of "
            "demand, prices, exchange rates, suppliers, courts or the weather. The company is under no duty to bring such "
            "statements up to date. *Nobody should rely on them beyond the day of this release.*" % company.site,
        ]

    def _results(self, draw, year, index):
        company = self.company
        count = index + 1
        quarter, before = company.operations(self.quarter), company.operations(self.quarter - 4)
        so_far = total([company.operations(self.quarter - k) for k in range(count)])
        so_far_before = total([company.operations(self.quarter - 4 - k) for k in range(count)])
        name = ["Q1", "Q2", "Q3", "Q4"][index]
        longer = [None, "H1", "9M", "FY"][index]
        columns = [("%d-%s" % (year, name), quarter), ("%d-%s" % (year - 1, name), before)]
        if longer:
            columns += [("%d-%s" % (year, longer), so_far), ("%d-%s" % (year - 1, longer), so_far_before)]
        self.period = columns[0][0]
        self.spans = [("Three Months Ended %s %d" % (MONTHS[ENDS[index][0] - 1], ENDS[index][1]), [year, year - 1])]
        if longer:
            self.spans.append(("%s Months Ended %s %d" % (
                SPANS[index], MONTHS[ENDS[index][0] - 1], ENDS[index][1]), [year, year - 1]))
        self.statements = [
            Statement("income", "Consolidated Statements of Operations", [heading for heading, _ in columns],
                      [(concept, label, role, kind, [figures[concept] for _, figures in columns])
                       for concept, label, role, kind in INCOME]),
        ]
        year_end = (year - 1) * 4 + 3
        sheets = [(self.period_end.isoformat(), company.balance(self.quarter)),
                  (datetime.date(year - 1, 12, 31).isoformat(), company.balance(year_end))]
        self.statements.append(
            Statement("balance", "Consolidated Balance Sheets", [heading for heading, _ in sheets],
                      [(concept, label, role, kind, [figures[concept] for _, figures in sheets])
                       for concept, label, role, kind in BALANCE]))
        self.headline = "%s Reports %s Quarter %d Results" % (company.title, QUARTERS[index], year)
        lead = ("**%s, %s** - %s (%s) today reported its results for the %s quarter of %d. Sales were %s, after %s in the same "
                "quarter of %d, and the %s was %s." % (
                    company.place, long_date(self.day), company.title, self.company_line, QUARTERS[index].lower(), year,
                    money(quarter["Revenues"]), money(before["Revenues"]), year - 1, result_word(quarter["NetIncomeLoss"]),
                    money(abs(quarter["NetIncomeLoss"]))))
        parts = self._narrative(draw, lead, draw.randint(20, 26))
        parts.insert(1, "## At a glance\n\n- Sales of **%s**\n- A gross profit of %s\n- An operating %s of %s" % (
            money(quarter["Revenues"]), money(quarter["GrossProfit"]), result_word(quarter["OperatingIncomeLoss"]),
            money(abs(quarter["OperatingIncomeLoss"]))))
        call = self.day + datetime.timedelta(days=1)
        parts.append("## Conference call\n\n%s and %s will explain the results in a call on %s at 3:00 p.m. To take part, call %s. "
                     "A recording will be at [%s](%s/calls) for a month." % (
                         company.chief, company.finance, long_date(call), company.phone, company.site[8:], company.site))
        self._finish(lead, parts)

    def _news(self, draw):
        company = self.company
        words = self._words(draw)
        headline, text = draw.choice(NEWS)
        self.headline = "%s %s" % (company.title, headline.format(**words))
        lead = "**%s, %s** - %s (%s) %s" % (
            company.place, long_date(self.day), company.title, self.company_line, text.format(**words))
        parts = self._narrative(draw, lead, 19)
        parts.append("## What changes\n\n- It takes effect on **%s**.\n- No other site of the company is concerned.\n- Questions are "
                     "answered [on the company's pages](%s/news)." % (
                         long_date(self.day + datetime.timedelta(days=30)), company.site))
        self._finish(lead, parts)

    def _finish(self, lead, parts):
        self.body = "\n\n".join(parts + self._close()) + "\n"
        self.summary = shortened(lead.replace("**", ""))
        self.slug = "%s-%05d" % (self.company.slug, self.number)
        self.folder = "%s-%s" % (self.day.isoformat(), self.slug)


class Statement:
    def __init__(self, name, title, columns, rows):
        self.name, self.title, self.columns, self.rows = name, title, columns, rows


class Company:
    def __init__(self, number):
        self.number = number
        draw = self.draw("company")
        stem = "%s%s" % (draw.choice(LAST_NAMES), draw.choice(("tech", "werk", "line", "mar", "form", "dyn")))
        self.name = "%s %d" % (stem, number + 1)
        self.title = self.name + " Corporation"
        self.slug = self.name.lower().replace(" ", "-")
        self.ticker = stem[:3].upper() + "ABCDEFGHJKLMNPQRSTUVWXYZ"[number % 24]
        self.exchange = draw.choice(("NYSE", "NASDAQ", "OTC Markets"))
        self.site = "https://www.%s.example" % self.slug
        self.place, self.trade, self.founded = draw.choice(PLACES), draw.choice(TRADES), draw.randint(1920, 1995)
        self.chief, self.finance, self.relations = [
            "%s %s" % pair for pair in zip(draw.sample(FIRST_NAMES, 3), draw.sample(LAST_NAMES, 3))]
        self.phone = "555-01%02d" % (number % 90 + 10)
        self.size = draw.randint(20_000, 200_000)
        self.shares = draw.randint(8_000, 90_000)
        self.contacts = [
            dict(key="investor-relations", name=self.relations, title="Head of Investor Relations", phone=self.phone,
                 email="ir@%s.example" % self.slug),
            dict(key="finance", name=self.finance, title="Chief Financial Officer", phone=self.phone,
                 email="finance@%s.example" % self.slug)]

    def draw(self, *key):
        text = "%d:%s" % (self.number, ":".join(map(str, key)))
        return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))

    def operations(self, quarter):
        """The statement of operations of one quarter, in whole dollars and shares."""
        draw = self.draw("operations", quarter)
        sales = int(self.size * draw.uniform(0.85, 1.15))
        cost = int(sales * draw.uniform(0.6, 0.8))
        overhead = int(sales * draw.uniform(0.1, 0.24))
        research = int(sales * draw.uniform(0.02, 0.06))
        interest = int(sales * draw.uniform(0.005, 0.02))
        before = sales - cost - overhead - research - interest
        tax = int(before * draw.uniform(0.2, 0.35))
        return figures(sales, cost, overhead, research, interest, tax, self.shares + draw.randint(-9, 9), 1)

    def balance(self, quarter):
        draw = self.draw("balance", quarter)
        sales = self.operations(quarter)["Revenues"] // 1000
        cash, receivables, stock, other, plant = [int(sales * draw.uniform(*part)) for part in (
            (0.1, 0.5), (0.4, 0.7), (0.1, 0.3), (0.02, 0.1), (0.6, 1.2))]
        assets = cash + receivables + stock + other + plant
        payables, accrued, debt, rest = [int(assets * draw.uniform(*part)) for part in (
            (0.1, 0.2), (0.05, 0.12), (0.05, 0.3), (0.01, 0.05))]
        values = [cash, receivables, stock, other, plant, assets, payables, accrued, debt, rest,
                  assets - payables - accrued - debt - rest, assets]
        return {concept: value * 1000 for (concept, _, _, _), value in zip(BALANCE, values)}


INCOME = (
    ("Revenues", "Sales", "item", "money"), ("CostOfRevenue", "Cost of sales", "item", "money"),
    ("GrossProfit", "Gross profit", "subtotal", "money"),
    ("GeneralAndAdministrativeExpense", "Selling and administrative costs", "item", "money"),
    ("ResearchAndDevelopmentExpense", "Research and development", "item", "money"),
    ("OperatingIncomeLoss", "Operating income (loss)", "subtotal", "money"),
    ("InterestExpense", "Interest", "item", "money"),
    ("IncomeLossBeforeIncomeTaxes", "Income (loss) before taxes", "item", "money"),
    ("IncomeTaxExpenseBenefit", "Taxes on income", "item", "money"),
    ("NetIncomeLoss", "Net income (loss)", "total", "money"),
    ("EarningsPerShareBasicAndDiluted", "Result per share", "item", "share"),
    ("WeightedAverageSharesBasicAndDiluted", "Average shares outstanding", "item", "count"),
)
BALANCE = (
    ("CashAndMarketableSecurities", "Cash and securities", "item", "money"),
    ("AccountsReceivableNetCurrent", "Receivables", "item", "money"), ("InventoryNet", "Inventories", "item", "money"),
    ("OtherCurrentAssets", "Other current assets", "item", "money"),
    ("PropertyPlantAndEquipmentNet", "Property and equipment", "item", "money"), ("Assets", "Total assets", "total", "money"),
    ("AccountsPayableCurrent", "Payables", "item", "money"), ("AccruedLiabilitiesCurrent", "Accrued liabilities", "item", "money"),
    ("LongTermDebt", "Long-term debt", "item", "money"), ("OtherLiabilities", "Other liabilities", "item", "money"),
    ("StockholdersEquity", "Shareholders' equity", "subtotal", "money"),
    ("LiabilitiesAndStockholdersEquity", "Total liabilities and equity", "total", "money"),
)


def figures(sales, cost, overhead, research, interest, tax, shares, quarters):
    """A statement of operations from its parts, which are in thousands; `shares` is summed over the quarters."""
    before = sales - cost - overhead - research - interest
    average = round(shares / quarters)
    values = [sales, cost, sales - cost, overhead, research, sales - cost - overhead - research, interest, before, tax, before - tax]
    result = {concept: value * 1000 for (concept, _, _, _), value in zip(INCOME, values)}
    cents = round((before - tax) * 100 / average)
    result["EarningsPerShareBasicAndDiluted"] = ("-" if cents < 0 else "") + "%d.%02d" % divmod(abs(cents), 100)
    result["WeightedAverageSharesBasicAndDiluted"] = average * 1000
    result["parts"] = (sales, cost, overhead, research, interest, tax, shares, quarters)
    return result


def total(quarters):
    return figures(*map(sum, zip(*(quarter["parts"] for quarter in quarters))))


def money(dollars):
    return "$%s" % format(abs(dollars), ",d")


def result_word(dollars):
    return "loss" if dollars < 0 else "profit"


def long_date(day):
    return "%s %d, %d" % (MONTHS[day.month - 1], day.day, day.year)


def shortened(text, limit=220):
    return text if len(text) <= limit else text[:text.rindex(" ", 0, limit)] + " ..."


def printed(value, kind):
    """A figure as every page shows it: `1,234,000`, `(1,234,000)`, `(0.30)`."""
    text = str(value)
    negative, digits = text.startswith("-"), text.lstrip("-")
    if kind != "share":
        digits = format(int(digits), ",d")
    return "(%s)" % digits if negative else digits


def releases(count):
    return (Release(number) for number in range(count))
