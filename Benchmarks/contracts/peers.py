#!/usr/bin/env python3
"""What the peers do a second, in one thread: peers.py avro PAIRS | fastavro PAIRS | json-schema SCHEMA DOCUMENTS | json-schema-text …"""
import json, sys, time


def rounds(count, one_round, seconds=3.0):
    end, best = time.perf_counter() + seconds, float("inf")
    while True:
        start = time.perf_counter()
        result = one_round()
        best = min(best, time.perf_counter() - start)
        if time.perf_counter() > end:
            return count / best, result


def avro(path):
    from avro.compatibility import ReaderWriterCompatibilityChecker, SchemaCompatibilityType
    from avro.schema import parse
    pairs = [json.loads(line) for line in open(path)][:200]

    def one_round():
        compatible = 0
        for pair in pairs:
            verdict = ReaderWriterCompatibilityChecker().get_compatibility(parse(pair["new"]), parse(pair["old"]))
            compatible += verdict.compatibility == SchemaCompatibilityType.compatible
        return compatible
    return rounds(len(pairs), one_round)


def fastavro(path):
    """It has no verdict of its own: reading a record with the new schema, that was written with the old one, is as near as it gets."""
    import io
    import fastavro
    from fastavro.utils import generate_one
    pairs = [json.loads(line) for line in open(path)][:200]
    records = []
    for pair in pairs:
        schema, out = fastavro.parse_schema(json.loads(pair["old"])), io.BytesIO()
        fastavro.schemaless_writer(out, schema, generate_one(schema))
        records.append(out.getvalue())

    def one_round():
        compatible = 0
        for pair, record in zip(pairs, records):
            old, new = fastavro.parse_schema(json.loads(pair["old"])), fastavro.parse_schema(json.loads(pair["new"]))
            try:
                fastavro.schemaless_reader(io.BytesIO(record), old, new)
                compatible += 1
            except fastavro.read.SchemaResolutionError:
                pass
        return compatible
    return rounds(len(pairs), one_round)


def json_schema(schema, documents, from_text=False):
    import jsonschema_rs
    validator = jsonschema_rs.validator_for(json.load(open(schema)))
    texts = open(documents).read().splitlines()
    values = [json.loads(text) for text in texts]

    def one_round():
        if from_text:
            return sum(validator.is_valid(json.loads(text)) for text in texts)
        return sum(validator.is_valid(value) for value in values)
    return rounds(len(values), one_round)


if __name__ == "__main__":
    name, files = sys.argv[1], sys.argv[2:]
    if name.startswith("json-schema"):
        rate, count = json_schema(*files, from_text=name == "json-schema-text")
    else:
        rate, count = {"avro": avro, "fastavro": fastavro}[name](*files)
    print(json.dumps({"rate": int(rate), "count": count}))
