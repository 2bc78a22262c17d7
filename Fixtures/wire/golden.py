#!/usr/bin/env python3
"""Has kafka-python 3 encode made-up messages, so that our reading and writing is held against somebody else's.

    pip install kafka-python==3.0.12
    python3 Fixtures/wire/golden.py

For each message and version that Specs/kafka/apis describes, two messages go to Fixtures/wire/kafka-python/:
one JSON object a line with the version, the bytes and the values. The same run gives the same files.
"""

import base64
import json
import pathlib
import random
import re
import types
import uuid

import kafka
import kafka.protocol.admin
import kafka.protocol.consumer
import kafka.protocol.metadata
import kafka.protocol.producer
import kafka.protocol.sasl
from kafka.protocol.api_message import ApiMessage

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Where kafka-python has other names.
ALIASES = {
    ("AddPartitionsToTxnRequest", name): "v3_and_below_" + theirs
    for name, theirs in [
        ("transactionalId", "transactional_id"), ("producerId", "producer_id"), ("producerEpoch", "producer_epoch"),
        ("topics", "topics")]
} | {("AddPartitionsToTxnResponse", "resultsByTopic"): "results_by_topic_v3_and_below"}
INTEGERS = {"int8": 8, "int16": 16, "error": 16, "int32": 32, "int64": 64}


def all_subclasses(cls):
    for sub in cls.__subclasses__():
        yield sub
        yield from all_subclasses(sub)


CLASSES = {cls.__name__: cls for cls in all_subclasses(ApiMessage) if "_v" not in cls.__name__}


def within(text, version):
    if text is None:
        return True
    first, _, last = text.partition("-")
    if text.endswith("+"):
        return int(text[:-1]) <= version
    return int(first) <= version <= int(last or first)


def snake(name):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


class Maker:
    """Makes values up: for kafka-python, and as JSON with our names."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def scalar(self, kind):
        r = self.random
        if kind == "bool":
            value = r.random() < 0.5
            return value, value
        if kind in INTEGERS:
            top = 1 << (INTEGERS[kind] - 1)
            value = r.choice([0, 1, -1, top - 1, -top, r.randrange(-top, top), r.randrange(-top, top)])
            return value, value
        if kind == "float64":
            value = r.choice([0.0, 1.5, -2.25, 1e9])
            return value, value
        if kind == "string":
            value = "".join(r.choice("abcXYZ019._-é漢") for _ in range(r.choice([0, 1, 5, 9, 130])))
            return value, value
        if kind == "uuid":
            value = bytes(r.randrange(256) for _ in range(16))
            return uuid.UUID(bytes=value), base64.urlsafe_b64encode(value).decode().rstrip("=")
        if kind in ("bytes", "records"):
            value = bytes(r.randrange(256) for _ in range(r.choice([0, 1, 17, 140])))
            return value, value.hex()
        raise ValueError(kind)

    def value(self, field, kind, version):
        if kind.startswith("["):
            pairs = [self.value(field, kind[1:-1], version) for _ in range(self.random.choice([0, 1, 1, 2, 3]))]
            return [a for a, _ in pairs], [b for _, b in pairs]
        if kind[0].isupper():
            return self.fields(field["fields"], version)
        return self.scalar(kind)

    def fields(self, fields, version, message=None):
        theirs, ours = {}, {}
        for field in fields:
            if not within(field.get("versions"), version):
                continue
            if field["type"] == "int32" and field["name"].lower().endswith("authorizedoperations"):
                # kafka-python mostly has another name for it, and a set of bit numbers.
                bits = set(self.random.sample(range(31), 3))
                theirs[snake(field["name"])] = sum(1 << bit for bit in bits)
                theirs["authorized_operations"], ours[field["name"]] = bits, sum(1 << bit for bit in bits)
                continue
            name = ALIASES.get((message, field["name"])) or snake(field["name"])
            nullable = "nullable" in field and within(field["nullable"], version)
            if nullable and self.random.random() < 0.25:
                theirs[name], ours[field["name"]] = None, None
            else:
                a, b = self.value(field, field["type"], version)
                while "tag" in field and isinstance(b, dict) and set(b.values()) == {-1}:
                    # A tagged structure at its defaults is left out by Kafka and us, but not by kafka-python.
                    a, b = self.value(field, field["type"], version)
                theirs[name], ours[field["name"]] = a, b
        return types.SimpleNamespace(**theirs), ours


def main():
    folder = ROOT / "Fixtures/wire/kafka-python"
    folder.mkdir(exist_ok=True)
    for path in sorted((ROOT / "Specs/kafka/apis").glob("*.json")):
        api = json.loads(path.read_text())
        first, _, last = api["versions"].partition("-")
        first, last = int(first), int(last or first)
        for part in ("request", "response"):
            name = api["name"] + part.capitalize()
            if name not in CLASSES:
                # KIP-848: kafka-python does not speak it.
                continue
            cls = CLASSES[name]
            lines = []
            for version in range(first, last + 1):
                for sample in range(2):
                    maker = Maker(f"{name} {version} {sample}")
                    theirs, ours = maker.fields(api[part]["fields"], version, name)
                    message = cls(version=version)
                    for key, value in vars(theirs).items():
                        if key.endswith("_authorized_operations") and not hasattr(message, key):
                            continue
                        setattr(message, key, value)
                    data = message.encode(version=version)
                    lines.append(json.dumps({"version": version, "hex": bytes(data).hex(), "fields": ours}, ensure_ascii=False))
            (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
