"""Draws the chart of `main.swift` with sitegen, vl-convert and matplotlib, and prints the ratios: compare.py [N].

sitegen is the program that `make bench-charts` builds. The others are taken from PyPI into
`~/.cache/sitegen-benchmark/charts` on first use. All times are processor time with libraries loaded and one
chart drawn beforehand, and the same number of periods, series and figures; the tools take turns, five each.
"""
import io
import os
import re
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.expanduser(os.environ.get("XDG_CACHE_HOME", "~/.cache")) + "/sitegen-benchmark/charts"
SITEGEN = os.path.join(HERE, "../../../.build/release/ChartBenchmark")
ROUNDS = 5


def data(number):
    values = []
    for index, (part, later) in enumerate([("Q3", 0), ("Q3", 1), ("9M", 0), ("9M", 1)]):
        period = f"{part} {1990 + number % 30 + later}"
        values.append({"period": period, "series": "Revenues", "value": (number * 7919 + index * 104729) % 90000})
        values.append(
            {"period": period, "series": "Net income (loss)", "value": (number * 104723 + index * 7907) % 9000 - 4500})
    return values


def vega(values):
    import vl_convert
    return vl_convert.vegalite_to_svg({
        "width": 640, "height": 240, "data": {"values": values}, "mark": "bar",
        "encoding": {"x": {"field": "period", "sort": None}, "xOffset": {"field": "series"},
                     "y": {"field": "value", "type": "quantitative"}, "color": {"field": "series"}}})


def figure(values):
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plot
    drawing, axes = plot.subplots(figsize=(6.4, 2.4))
    for place, series in enumerate(["Revenues", "Net income (loss)"]):
        own = [row for row in values if row["series"] == series]
        axes.bar([index + place * 0.4 for index in range(len(own))], [row["value"] for row in own], 0.4, label=series)
    axes.set_xticks(range(4), [row["period"] for row in values[::2]])
    axes.axhline(0, color="black", linewidth=1)
    axes.legend()
    file = io.StringIO()
    drawing.savefig(file, format="svg")
    plot.close(drawing)
    return file.getvalue()


PEERS = {"vl-convert": vega, "matplotlib": figure}


def peers_python():
    """A Python that has both peers."""
    python = os.path.join(TOOLS, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", TOOLS], check=True)
    # An environment may be there without them, where an earlier installation was interrupted.
    if subprocess.run([python, "-c", "import vl_convert, matplotlib"], stderr=subprocess.DEVNULL).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", "vl-convert-python", "matplotlib"], check=True)
    return python


def draw(name, count):
    """What the process of a peer does: microseconds a chart and its bytes, on one line."""
    chart = PEERS[name]
    chart(data(0))
    start = time.process_time()
    size = sum(len(chart(data(number)).encode()) for number in range(count))
    print((time.process_time() - start) / count * 1e6, size // count)


def measured(python, count):
    """Microseconds and bytes a chart of each tool, once."""
    # The benchmark fails where it is beyond its bar; here only its figures count.
    told = subprocess.run([SITEGEN], capture_output=True, text=True).stdout
    found = re.search(r"sitegen: ([0-9.]+) us.* ([0-9]+) bytes on average", told)
    results = {"sitegen": (float(found[1]), int(found[2]))}
    for name in PEERS:
        told = subprocess.run([python, __file__, "--draw", name, str(count)], capture_output=True, text=True, check=True)
        each, size = told.stdout.split()
        results[name] = (float(each), int(size))
    return results


def main():
    if sys.argv[1:2] == ["--draw"]:
        return draw(sys.argv[2], int(sys.argv[3]))
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    if not os.path.exists(SITEGEN):
        sys.exit("compare.py: build sitegen's part with `make bench-charts` first")
    python = peers_python()
    rounds = [measured(python, count) for _ in range(ROUNDS)]
    least = statistics.median(round["sitegen"][0] for round in rounds)
    print(f"median of {ROUNDS} rounds; 10,000 charts of sitegen, {count} of the others in each")
    for name in rounds[0]:
        each = statistics.median(round[name][0] for round in rounds)
        print(f"{name:>12}: {each:>9,.1f} us of CPU each, {rounds[0][name][1]:>6,} bytes, {each / least:>8,.1f} times sitegen's")


main()
