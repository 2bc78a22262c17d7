#!/usr/bin/env python3
"""Writes what the benchmarks of contracts read, always the same: generate.py FOLDER

protos/{old,new}     500 .proto files, 1.7 MB, 3,000 messages, 51,000 fields; one field of the new ones has another type
mesh-{old,new}       the same files as the Contracts of a mesh
avro.jsonl           pairs of Avro schemas {"old", "new"}: half of them compatible
json-schema.json, documents.jsonl    a schema and documents of about 1 kB, nine of ten valid
"""
import json, os, random, sys

TYPES = ["int32", "int64", "string", "bool", "double", "bytes", "fixed64", "uint32"]


def proto_file(number, changed):
    lines = ['syntax = "proto3";', f"package bench.p{number};", ""]
    for message in range(6):
        lines.append(f"message Message{message} {{")
        for field in range(1, 18):
            kind = TYPES[(number + message * 3 + field) % len(TYPES)]
            if field == 17 and message > 0:
                kind = f"Message{message - 1}"
            if changed and number == 250 and message == 3 and field == 5:
                kind = "double" if kind != "double" else "string"
            lines.append(f"  {'repeated ' if field % 7 == 0 else ''}{kind} some_field_name_{field} = {field};")
        lines.append("}")
        lines.append("")
    return "\n".join(lines)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def protos(folder):
    for side in ["old", "new"]:
        contracts = []
        for number in range(500):
            text = proto_file(number, side == "new")
            write(f"{folder}/protos/{side}/bench/p{number}/messages.proto", text)
            write(f"{folder}/mesh-{side}/contracts/p{number}.proto", text)
            contracts.append(
                f"kind: Contract\nmetadata: {{ name: p{number}, owner: bench }}\n"
                f"spec: {{ format: protobuf, file: contracts/p{number}.proto, compatibility: backward, level: source }}\n")
        write(f"{folder}/protos/{side}/buf.yaml", "version: v2\nbreaking:\n  use: [FILE]\n")
        write(f"{folder}/mesh-{side}/heddle.yaml", "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: bench }\nspec: { manifests: [contracts.yaml] }\n")
        write(f"{folder}/mesh-{side}/contracts.yaml", "---\n".join(contracts))


def avro_record(random, name, fields, depth):
    def kind(index):
        choice = random.randrange(9)
        if choice == 0 and depth > 0:
            return avro_record(random, f"{name}_{index}", 4, depth - 1)
        if choice == 1:
            return ["null", "string"]
        if choice == 2:
            return {"type": "array", "items": "long"}
        if choice == 3:
            return {"type": "enum", "name": f"{name}_{index}_Kind", "symbols": ["A", "B", "C"]}
        return ["string", "int", "long", "double", "bytes"][choice - 4]
    return {"type": "record", "name": name, "fields": [{"name": f"field{index}", "type": kind(index)} for index in range(fields)]}


def avro(folder):
    source = random.Random(7)
    with open(f"{folder}/avro.jsonl", "w") as file:
        for number in range(2000):
            old = avro_record(source, f"Event{number}", 20, 2)
            new = json.loads(json.dumps(old))
            added = {"name": "added", "type": ["null", "string"]}
            if number % 2 == 0:
                added["default"] = None
            new["fields"].append(added)
            file.write(json.dumps({"old": json.dumps(old), "new": json.dumps(new)}) + "\n")


def documents(folder):
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
        "required": ["orderId", "customer", "lines"], "additionalProperties": False,
        "properties": {
            "orderId": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{6}$"},
            "customer": {"$ref": "#/$defs/customer"},
            "currency": {"enum": ["EUR", "USD", "GBP", "CHF"]},
            "total": {"type": "number", "minimum": 0, "maximum": 1000000},
            "note": {"type": "string", "maxLength": 200},
            "lines": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"$ref": "#/$defs/line"}},
        },
        "$defs": {
            "customer": {
                "type": "object", "required": ["id", "email"],
                "properties": {"id": {"type": "integer", "minimum": 1}, "email": {"type": "string", "minLength": 3}, "vip": {"type": "boolean"}}},
            "line": {
                "type": "object", "required": ["sku", "quantity"],
                "properties": {
                    "sku": {"type": "string", "pattern": "^[a-z0-9-]+$"}, "quantity": {"type": "integer", "minimum": 1, "maximum": 999},
                    "price": {"oneOf": [{"type": "number"}, {"type": "string", "pattern": "^[0-9]+(\\.[0-9]{2})?$"}]}}},
        },
    }
    write(f"{folder}/json-schema.json", json.dumps(schema))
    source = random.Random(11)
    with open(f"{folder}/documents.jsonl", "w") as file:
        for number in range(2000):
            document = {
                "orderId": f"AB-{number:06d}", "customer": {"id": number + 1, "email": f"someone{number}@example.com", "vip": number % 3 == 0},
                "currency": "EUR", "total": source.randrange(100000) / 100, "note": "x" * source.randrange(100),
                "lines": [
                    {"sku": f"sku-{source.randrange(10000)}", "quantity": source.randrange(1, 50), "price": "12.50" if line % 2 else 12.5}
                    for line in range(source.randrange(5, 15))],
            }
            if number % 10 == 0:
                document["lines"][-1]["quantity"] = 0
            file.write(json.dumps(document) + "\n")


if __name__ == "__main__":
    protos(sys.argv[1])
    avro(sys.argv[1])
    documents(sys.argv[1])
