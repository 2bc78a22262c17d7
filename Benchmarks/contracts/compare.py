#!/usr/bin/env python3
"""Contracts side by side with the peers: compare.py DATA HEDDLE HEDDLE_DEV BUF"""
import json, os, statistics, subprocess, sys

DATA, HEDDLE, HEDDLE_DEV, BUF = (os.path.abspath(path) for path in sys.argv[1:5])
PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.py")


def measure(command, folder, expected, times=3):
    """The median of CPU seconds (user and system), wall seconds and peak MB."""
    import time
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        if code != expected:
            sys.exit(f"{' '.join(command)} ended with {code} instead of {expected}")
        runs.append((usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*runs)]


def row(name, ours, theirs, peer):
    cpu, wall, memory = ours
    print(f"{name:44} heddle {cpu:6.2f} s CPU {wall:6.2f} s {memory:6.0f} MB   {peer} {theirs[0]:6.2f} s CPU {theirs[1]:6.2f} s {theirs[2]:6.0f} MB"
          f"   {theirs[0] / cpu:5.1f} times as fast, {cpu and memory / theirs[2]:.2f} of the memory")


def check():
    protos = f"{DATA}/protos"
    one = measure([HEDDLE, "check", "--against", f"{DATA}/mesh-old"], f"{DATA}/mesh-new", 1)
    row("500 .proto files, one breaking change", one, measure([BUF, "breaking", "new", "--against", "old"], protos, 100), "buf")
    none = measure([HEDDLE, "check", "--against", f"{DATA}/mesh-old"], f"{DATA}/mesh-old", 0)
    row("the same 500, nothing changed", none, measure([BUF, "breaking", "old", "--against", "old"], protos, 0), "buf")


def rates(name, ours, peers):
    rate = json.loads(subprocess.check_output([HEDDLE_DEV, "measure"] + ours))["rate"]
    line = f"{name:44} heddle {rate:>10,}/s"
    for peer, arguments in peers:
        theirs = json.loads(subprocess.check_output([sys.executable, PEERS] + arguments))["rate"]
        line += f"   {peer} {theirs:>10,}/s ({rate / theirs:.1f} times)"
    print(line)


check()
avro = f"{DATA}/avro.jsonl"
rates("Avro: read both schemas, one verdict", ["avro", avro], [("avro", ["avro", avro]), ("fastavro", ["fastavro", avro])])
files = [f"{DATA}/json-schema.json", f"{DATA}/documents.jsonl"]
rates("JSON Schema: a value in memory", ["json-schema"] + files, [("jsonschema-rs", ["json-schema"] + files)])
rates("JSON Schema: a text, parsed each time", ["json-schema", "--from-text"] + files, [("jsonschema-rs", ["json-schema-text"] + files)])
