"""Random values of Avro schemas as fastavro and Apache Avro write them, and what both make of bytes that were written elsewhere.

A question a line, an answer a line:
  {"ask": "values", "schema": ..., "seed": 7, "count": 20}         -> {"payloads": ["hex", ...], "avro": 20}
  {"ask": "compare", "schema": ..., "pairs": [["hex", "hex"], ...]} -> {"differences": ["..."], "compared": 40}
"""
import datetime, decimal, io, json, random, sys, uuid
import avro.io, avro.schema, fastavro

UTC = datetime.timezone.utc


def names(schema, known, space=""):
    """Full name -> definition."""
    if isinstance(schema, list):
        for branch in schema: names(branch, known, space)
    elif isinstance(schema, dict):
        kind = schema["type"]
        if kind in ("record", "enum", "fixed"):
            space = schema.get("namespace", space)
            known[f"{space}.{schema['name']}"] = schema
            for field in schema.get("fields", []): names(field["type"], known, space)
        elif kind == "array": names(schema["items"], known, space)
        elif kind == "map": names(schema["values"], known, space)
        elif isinstance(kind, (dict, list)): names(kind, known, space)


def value(schema, known, chance, depth, hints):
    """With `hints`, branches of unions are told by name, which fastavro alone understands."""
    if isinstance(schema, str) and schema in known: schema = known[schema]
    if isinstance(schema, list):
        branches = list(range(len(schema)))
        if depth > 4 and "null" in schema: return None
        branch = schema[chance.choice(branches)]
        made = value(branch, known, chance, depth + 1, hints)
        if not hints or branch == "null": return made
        if isinstance(branch, dict):
            name = branch["type"]
            if name in ("record", "enum", "fixed"): name = next(full for full, one in known.items() if one is branch)
        else: name = branch
        return (name, made)
    kind = schema if isinstance(schema, str) else schema["type"]
    logical = schema.get("logicalType") if isinstance(schema, dict) else None
    if logical == "date": return datetime.date(1970, 1, 1) + datetime.timedelta(days=chance.randint(-30000, 30000))
    if logical == "timestamp-millis": return datetime.datetime.fromtimestamp(chance.randint(0, 4 * 10**9), UTC) + datetime.timedelta(milliseconds=chance.randint(0, 999))
    if logical == "time-micros": return datetime.time(chance.randint(0, 23), chance.randint(0, 59), chance.randint(0, 59), chance.randint(0, 999999))
    if logical == "uuid": return uuid.UUID(int=chance.getrandbits(128))
    if logical == "decimal": return decimal.Decimal(chance.randint(-10**schema["precision"] + 1, 10**schema["precision"] - 1)).scaleb(-schema["scale"])
    if kind == "null": return None
    if kind == "boolean": return chance.random() < 0.5
    if kind == "int": return chance.choice([chance.randint(-2**31, 2**31 - 1), chance.randint(-70, 70), -2**31, 2**31 - 1])
    if kind == "long": return chance.choice([chance.randint(-2**63, 2**63 - 1), chance.randint(-70, 70), -2**63, 2**63 - 1, chance.getrandbits(chance.randint(1, 62))])
    if kind in ("float", "double"): return chance.choice([0.0, -1.5, 0.25 * chance.randint(-10**6, 10**6), float("inf")])
    if kind == "bytes": return chance.randbytes(chance.choice([0, 1, 3, 64, 200]))
    if kind == "string": return "".join(chance.choice("ab é\u20ac\U0001F600z0") for _ in range(chance.choice([0, 1, 5, 15, 16, 40, 130])))
    if kind == "fixed": return chance.randbytes(schema["size"])
    if kind == "enum": return chance.choice(schema["symbols"])
    many = 0 if depth > 5 else chance.choice([0, 1, 2, 3, 70 if depth < 2 else 1])
    if kind == "array": return [value(schema["items"], known, chance, depth + 1, hints) for _ in range(many)]
    if kind == "map": return {f"k{number}": value(schema["values"], known, chance, depth + 1, hints) for number in range(many)}
    if depth > 30: raise RecursionError("no end in sight")
    return {field["name"]: value(field["type"], known, chance, depth + 1, hints) for field in schema["fields"]}


def qualified(schema, space=""):
    """With every name whole, so that `known` answers for it."""
    if isinstance(schema, list): return [qualified(branch, space) for branch in schema]
    if isinstance(schema, dict):
        made = dict(schema)
        if schema["type"] in ("record", "enum", "fixed"): space = schema.get("namespace", space)
        if "fields" in schema: made["fields"] = [dict(field, type=qualified(field["type"], space)) for field in schema["fields"]]
        for key in ("items", "values"):
            if key in schema: made[key] = qualified(schema[key], space)
        if isinstance(schema["type"], (dict, list)): made["type"] = qualified(schema["type"], space)
        return made
    return schema


def fast_write(parsed, what):
    out = io.BytesIO()
    fastavro.schemaless_writer(out, parsed, what)
    return out.getvalue()


def avro_write(parsed, what):
    out = io.BytesIO()
    avro.io.DatumWriter(parsed).write(what, avro.io.BinaryEncoder(out))
    return out.getvalue()


def avro_read(parsed, payload):
    source = io.BytesIO(payload)
    made = avro.io.DatumReader(parsed, parsed).read(avro.io.BinaryDecoder(source))
    assert source.read() == b"", "bytes are left"
    return made


def fast_read(parsed, payload):
    source = io.BytesIO(payload)
    made = fastavro.schemaless_reader(source, parsed, None)
    assert source.read() == b"", "bytes are left"
    return made


def parsed_by_avro(schema):
    try: return avro.schema.parse(json.dumps(schema))
    except Exception: return None


def values(question):
    schema = qualified(question["schema"])
    known = {}
    names(schema, known)
    chance = random.Random(question["seed"])
    try: fast = fastavro.parse_schema(question["schema"])
    except Exception as error: return {"payloads": [], "avro": 0, "problems": [repr(error)]}
    other = parsed_by_avro(question["schema"])
    payloads, by_avro, problems = [], 0, []
    for number in range(question["count"]):
        try:
            if number % 2 == 0 or other is None:
                payloads.append(fast_write(fast, value(schema, known, chance, 0, True)).hex())
            else:
                payloads.append(avro_write(other, value(schema, known, chance, 0, False)).hex())
                by_avro += 1
        except Exception as error:  # A value that the library itself does not write: told, and counted by the test.
            problems.append(f"{type(error).__name__}: {error}"[:200])
    return {"payloads": payloads, "avro": by_avro, "problems": problems}


def compare(question):
    fast, other = fastavro.parse_schema(question["schema"]), parsed_by_avro(question["schema"])
    differences, compared = [], 0
    for first, second in question["pairs"]:
        readers = [("fastavro", fast_read, fast)] + ([("avro", avro_read, other)] if other is not None else [])
        for name, read, parsed in readers:
            try: expected = read(parsed, bytes.fromhex(first))
            except Exception: continue  # What a library cannot read of its own is no measure.
            try: found = read(parsed, bytes.fromhex(second))
            except Exception as error: found = error
            compared += 1
            if repr(order(expected)) != repr(order(found)): differences.append(f"{name}: {expected!r} became {found!r}")
    return {"differences": differences, "compared": compared}


def order(made):
    """Maps have none."""
    if isinstance(made, dict): return {key: order(made[key]) for key in sorted(made)}
    if isinstance(made, list): return [order(one) for one in made]
    if isinstance(made, decimal.Decimal): return made.normalize()
    return made


for line in sys.stdin:
    question = json.loads(line)
    print(json.dumps(values(question) if question["ask"] == "values" else compare(question)), flush=True)
