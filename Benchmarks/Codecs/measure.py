#!/usr/bin/env python3
"""The codecs of one event beside their peers: measure.py CODECS CONTRACT WORK [profile CASE]

Instructions are callgrind's, of a stripped copy: valgrind gives up over Swift's debugging information. Allocations are counted by an
interposed malloc. Both are differences between a long run and a short one, so that starting costs nothing; both are the same whatever
else the machine does. Times are processor time, round by round in turn; fastavro's rounds lie between those of the others.
"""
import io, json, os, shutil, statistics, subprocess, sys, time
import fastavro

HERE = os.path.dirname(os.path.abspath(__file__))
# path: most instructions, most allocations, then at least so many times as fast as each peer
GOALS = {
    "avro encode": (5_500, 0, {"swift-protobuf encode": 4, "JSONEncoder": 60, "fastavro encode": 40}),
    "avro decode": (23_000, 18, {"swift-protobuf decode": 3, "JSONDecoder": 24}),
    "avro view walk": (2_000, 0, {"avro decode": 10}),
    "avro view, every field": (None, 0, {}),
    "protobuf encode": (7_500, None, {"swift-protobuf encode": 2.5}),
    "protobuf decode": (28_000, None, {"swift-protobuf decode": 2.2}),
    "json encode": (10_000, None, {"JSONEncoder": 40}),
    "json decode": (34_000, None, {"JSONDecoder": 15}),
    # At most 1.5 times the plain decode.
    "avro decode, other writer": (None, None, {"avro decode": 1 / 1.5}),
}


def other_writer(contract):
    """An older version: other order, a field that is gone, an int that is a long now, no line2."""
    schema = json.loads(json.dumps(contract))
    fields = {field["name"]: field for field in schema["fields"]}
    fields["totalMinor"]["type"] = "int"
    fields["address"]["type"]["fields"] = [field for field in fields["address"]["type"]["fields"] if field["name"] != "line2"]
    order = ["correlationId", "orderId", "customerId", "placedAt", "status", "totalMinor", "attributes", "items", "address"]
    schema["fields"] = [fields[name] for name in order] + [{"name": "salesAgent", "type": ["null", "string"]}]
    return schema


class Codecs:
    def __init__(self, program, work):
        self.work = work
        self.program = os.path.join(work, "codecs-stripped")
        shutil.copy(program, self.program)
        subprocess.run(["strip", self.program], check=True)
        self.counter = os.path.join(work, "count-allocations.so")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", self.counter, os.path.join(HERE, "count-allocations.c")], check=True)

    def call(self, *words, before=(), **environment):
        environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", **environment}
        return subprocess.run([*before, self.program, self.work, *map(str, words)], env=environment, check=True, capture_output=True, text=True)

    def instructions(self, case):
        def total(count):
            out = os.path.join(self.work, "callgrind.out")
            self.call("run", case, count, before=["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"])
            return next(int(line.split()[1]) for line in open(out) if line.startswith(("summary:", "totals:")))
        return (total(1200) - total(200)) / 1000

    def allocations(self, case):
        def total(count):
            told = self.call("run", case, count, LD_PRELOAD=self.counter).stderr
            return int(told.split("allocations ")[1].split()[0])
        return (total(1200) - total(200)) / 1000


def fastavro_round(schema, event, payload, count=300):
    def took(body):
        start = time.thread_time()
        for _ in range(count):
            body()
        return (time.thread_time() - start) / count * 1e9
    def encode():
        fastavro.schemaless_writer(io.BytesIO(), schema, event)
    return took(encode), took(lambda: fastavro.schemaless_reader(io.BytesIO(payload), schema))


def main():
    program, contract, work = sys.argv[1:4]
    text = open(contract).read()
    schema = fastavro.parse_schema(json.loads(text))
    codecs = Codecs(program, work)
    if sys.argv[4:5] == ["profile"]:
        out = os.path.join(work, "profile.out")
        # The names of functions may stay.
        shutil.copy(program, codecs.program)
        subprocess.run(["strip", "--strip-debug", codecs.program], check=True)
        codecs.call("run", sys.argv[5], 2000, before=["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"])
        return print(subprocess.run(["callgrind_annotate", out], capture_output=True, text=True).stdout[:6000])

    codecs.call("verify")
    payload = open(os.path.join(work, "event.avro"), "rb").read()
    event = fastavro.schemaless_reader(io.BytesIO(payload), schema)
    back = io.BytesIO()
    fastavro.schemaless_writer(back, schema, event)
    assert back.getvalue() == payload, "fastavro writes other bytes"
    document = json.load(open(os.path.join(work, "event.json")))
    milliseconds = round(event["placedAt"].timestamp() * 1000)
    assert {**event, "placedAt": milliseconds} == document, "the events in Avro and in JSON are not the same"
    other = other_writer(json.loads(text))
    json.dump(other, open(os.path.join(work, "other-writer.avsc"), "w"))
    with open(os.path.join(work, "other-writer.avro"), "wb") as file:
        fastavro.schemaless_writer(file, fastavro.parse_schema(other), {**event, "salesAgent": None})
    print(codecs.call("verify").stdout.strip() + f"; fastavro {fastavro.__version__} too")

    names = codecs.call("list").stdout.splitlines()
    times = {name: [] for name in [*names, "fastavro encode", "fastavro decode"]}
    for _ in range(5):
        for line in codecs.call("time", 5).stdout.splitlines():
            name, taken = line.split("\t")
            times[name] += map(float, taken.split())
        for _ in range(5):
            encode, decode = fastavro_round(schema, event, payload)
            times["fastavro encode"].append(encode)
            times["fastavro decode"].append(decode)
    counts = {name: (codecs.instructions(name), codecs.allocations(name)) for name in names}

    def judged(holds):
        return "met" if holds else "MISSED"
    print(f"\n{'':27}{'instr/op':>10} {'goal':>8}        {'allocs':>7} {'goal':>5}        {'ns min':>9} {'median':>9}")
    for name, taken in times.items():
        most, allocations, _ = GOALS.get(name, (None, None, {}))
        line = f"{name:27}"
        if name in counts:
            instructions, allocated = counts[name]
            line += f"{instructions:>10,.0f} {most or '':>8} {judged(instructions <= most) if most else '':6} "
            line += f"{allocated:>7.1f} {'' if allocations is None else allocations:>5} {judged(allocated <= allocations + 0.5) if allocations is not None else '':6} "
        else:
            line += " " * 41
        print(line + f"{min(taken):>9,.0f} {statistics.median(taken):>9,.0f}")
    print("\ntimes as fast, by the fastest rounds (and by medians):")
    for name, (_, _, peers) in GOALS.items():
        for peer, goal in peers.items():
            ratio = min(times[peer]) / min(times[name])
            median = statistics.median(times[peer]) / statistics.median(times[name])
            print(f"  {name:27} {ratio:8.2f} ({median:.2f}) × {peer:24} goal {goal:.3g}: {judged(ratio >= goal)}")
    first, other = counts["avro decode"][0], counts.get("avro decode, other writer", (0, 0))[0]
    print(f"  by instructions, another writer's schema costs {other / first:.2f} times the plain decode; goal 1.5: {judged(other <= 1.5 * first)}")


main()
