"""Times the chart of `main.swift` in vl-convert and matplotlib, one process each: compare.py [N].

Needs `pip install vl-convert-python matplotlib`; what is not installed is passed over. Times are processor
time of this process, libraries loaded and one chart drawn beforehand.
"""
import io
import sys
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def data(number):
    values = []
    for index, (part, later) in enumerate([("Q3", 0), ("Q3", 1), ("9M", 0), ("9M", 1)]):
        period = f"{part} {1990 + number % 30 + later}"
        values.append({"period": period, "series": "Revenues", "value": (number * 7919 + index * 104729) % 90000})
        values.append({"period": period, "series": "Net income (loss)", "value": (number * 104723 + index * 7907) % 9000 - 4500})
    return values


def timed(name, draw):
    draw(data(0))
    start = time.process_time()
    size = sum(len(draw(data(number))) for number in range(COUNT))
    each = (time.process_time() - start) / COUNT
    print(f"{name}: {each * 1e6:,.0f} us of CPU each, {size // COUNT:,} bytes on average, {COUNT} charts")


try:
    import vl_convert

    def vega(values):
        return vl_convert.vegalite_to_svg({
            "width": 640, "height": 240, "data": {"values": values}, "mark": "bar",
            "encoding": {"x": {"field": "period", "sort": None}, "xOffset": {"field": "series"},
                         "y": {"field": "value", "type": "quantitative"}, "color": {"field": "series"}}})

    timed("vl-convert", vega)
except ImportError:
    print("vl-convert is not installed; passed over")

try:
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plot

    def figure(values):
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

    timed("matplotlib", figure)
except ImportError:
    print("matplotlib is not installed; passed over")
