"""Random JSON Schemas of the shapes that become types, values that meet them, and what jsonschema-rs and Python's json say of texts.

A question a line, an answer a line:
  {"ask": "schema", "seed": 7, "name": "S7", "count": 20}
      -> {"schema": "text", "valid": ["hex", ...], "changed": [["hex", true], ...]}   (a changed value, and whether the schema lets it in)
  {"ask": "compare", "schema": {...}, "pairs": [["hex", "hex"], ...]}                -> {"differences": ["..."]}
  {"ask": "texts", "texts": ["hex", ...]}   -> {"verdicts": [true, ...], "surrogates": [false, ...]}
  {"ask": "same", "pairs": [["hex", "hex"], ...]}                                     -> {"differences": ["..."]}
"""
import base64, decimal, json, random, re, string, sys, uuid
import jsonschema_rs

WORDS = ["a", "id", "class", "Type", "with space", "x-y", "é", "a_b", "init", "self", "1st", "quote\"d", "back\\slash", "long_name_of_a_member", "$ref$", "tab\tname"]
FORMATS = ["date-time", "date", "time", "uuid", "email", "uri"]


class Schemas:
    """A schema, and a function that makes a value of it, go together: `(schema, make)`."""

    def __init__(self, chance, name):
        self.chance, self.name, self.defs, self.makers = chance, name, {}, {}

    def text(self):
        size = self.chance.choice([0, 1, 2, 5, 8, 9, 20, 70])
        return "".join(self.chance.choice("abcxyz 01\"\\/\n\té\u20ac\U0001F600\x01\x7f") for _ in range(size))

    def scalar(self):
        chance = self.chance
        kind = chance.choice(["string", "length", "format", "base64", "integer", "bounded", "uint64", "number", "boolean", "enum", "const", "numbers", "any"])
        if kind == "string": return {"type": "string"}, lambda depth: self.text()
        if kind == "length":
            least = chance.randint(0, 3)
            most = least + chance.randint(0, 5)
            return {"type": "string", "minLength": least, "maxLength": most}, lambda depth: "".join(chance.choice("aé\U0001F600") for _ in range(chance.randint(least, most)))
        if kind == "format":
            name = chance.choice(FORMATS)
            return {"type": "string", "format": name}, lambda depth: self.formatted(name)
        if kind == "base64":
            return {"type": "string", "contentEncoding": "base64"}, lambda depth: base64.b64encode(chance.randbytes(chance.randint(0, 9))).decode()
        if kind == "integer":
            return {"type": "integer"}, lambda depth: chance.choice([0, -1, 2**63 - 1, -2**63, 1.0, 1e3, chance.randint(-10**18, 10**18), chance.randint(-99, 99)])
        if kind == "bounded":
            least = chance.randint(-100, 100)
            schema = chance.choice([{"minimum": least}, {"exclusiveMinimum": least - 1}, {"minimum": least - 0.5}])
            step = chance.choice([1, 1, 3])
            if step > 1: schema["multipleOf"] = step
            return {"type": "integer", "maximum": least + 200, **schema}, lambda depth: next(n for n in iter(lambda: chance.randint(least, least + 200), None) if n % step == 0)
        if kind == "uint64":
            return {"type": "integer", "minimum": 0, "maximum": 2**64 - 1}, lambda depth: chance.choice([0, 2**64 - 1, 2**63, chance.getrandbits(64)])
        if kind == "number":
            return {"type": "number"}, lambda depth: chance.choice([0, 1.5, -2.25e-7, 1e300, 5e-324, 2**53, chance.uniform(-1e6, 1e6), chance.randint(-9, 9), chance.random() * 10.0 ** chance.randint(-300, 300)])
        if kind == "boolean": return {"type": "boolean"}, lambda depth: chance.random() < 0.5
        if kind == "enum":
            values = chance.sample(["red", "dark-green", "b\"lue", "", "é", "x y", "class", "Type", "back\\slash", "0"], chance.randint(2, 5))
            return {"enum": values}, lambda depth: chance.choice(values)
        if kind == "const":
            value = chance.choice(["only", "t\"wo", "init"])
            return {"const": value}, lambda depth: value
        if kind == "numbers":
            values = chance.sample([1, 2, 3, 50, -7], 3)
            return {"enum": values}, lambda depth: chance.choice(values)
        return {}, lambda depth: self.anything(depth)

    def formatted(self, name):
        chance = self.chance
        day = f"{chance.randint(1, 9999):04}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        fraction = "" if chance.random() < 0.5 else "." + "".join(chance.choice(string.digits) for _ in range(chance.randint(1, 9)))
        offset = chance.choice(["Z", "+01:30", "-11:00", "+14:00"])
        time = f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}{fraction}{offset}"
        if name == "date": return day
        if name == "time": return time
        if name == "date-time": return day + "T" + time
        if name == "uuid": return str(uuid.UUID(int=chance.getrandbits(128)))
        return "a@b.example" if name == "email" else "https://example.org/é".replace("é", "e")

    def anything(self, depth):
        chance = self.chance
        kind = chance.randint(0, 6 if depth < 4 else 4)
        if kind == 0: return None
        if kind == 1: return chance.random() < 0.5
        if kind == 2: return chance.choice([0, -5, 2**70, 1.5, 1e-7])
        if kind < 5: return self.text()
        if kind == 5: return [self.anything(depth + 1) for _ in range(chance.randint(0, 3))]
        return {self.text(): self.anything(depth + 1) for _ in range(chance.randint(0, 3))}

    def schema(self, depth):
        chance = self.chance
        if depth > 3: return self.scalar()
        kind = chance.choice(["scalar"] * 5 + ["object", "object", "array", "array", "map", "nullable", "ref", "choice", "tagged", "allOf", "tuple", "types"])
        if kind == "scalar": return self.scalar()
        if kind == "object": return self.object(depth)
        if kind == "array":
            schema, make = self.schema(depth + 1)
            made = {"type": "array", "items": schema}
            least = chance.choice([0, 0, 1])
            if least: made["minItems"] = least
            return made, lambda depth: [make(depth + 1) for _ in range(chance.choice([least, 1, 3, 9]) if depth < 5 else least)]
        if kind == "map":
            schema, make = self.schema(depth + 1)
            return {"type": "object", "additionalProperties": schema}, lambda depth: {self.text(): make(depth + 1) for _ in range(chance.randint(0, 3) if depth < 6 else 0)}
        if kind == "nullable":
            schema, make = self.schema(depth + 1)
            either = lambda depth: None if chance.random() < 0.3 or depth > 8 else make(depth + 1)
            if isinstance(schema.get("type"), str) and chance.random() < 0.5: return {**schema, "type": [schema["type"], "null"]}, either
            return {chance.choice(["anyOf", "anyOf"]): [schema, {"type": "null"}]}, either
        if kind == "ref":
            name = chance.choice(["Node", "part", "Line-Item"])
            if name not in self.defs:
                self.defs[name] = {}
                self.defs[name], self.makers[name] = self.object(depth + 1)
            return {"$ref": f"#/$defs/{name}"}, lambda depth: self.makers[name](depth + 1)
        if kind == "choice":
            picked = chance.sample([({"type": "string"}, lambda depth: self.text()), ({"type": "integer"}, lambda depth: chance.randint(-9, 9)),
                                    ({"type": "boolean"}, lambda depth: True), ({"type": "array", "items": {"type": "integer"}}, lambda depth: [1, 2, 3]), self.object(depth + 1)], chance.randint(2, 4))
            return {chance.choice(["oneOf", "anyOf"]): [schema for schema, _ in picked]}, lambda depth: chance.choice(picked)[1](depth + 1)
        if kind == "tagged":
            tag, branches = chance.choice(["kind", "@type", "$t"]), []
            for value in chance.sample(["circle", "big square", "x", "class"], chance.randint(2, 4)):
                schema, make = self.object(depth + 1)
                schema["properties"][tag] = {"const": value}
                schema["required"] = sorted(set(schema.get("required", [])) | {tag})
                branches.append((schema, lambda depth, make=make, value=value: self.shuffled({**make(depth), tag: value})))
            return {"oneOf": [schema for schema, _ in branches]}, lambda depth: chance.choice(branches)[1](depth + 1)
        if kind == "allOf":
            first, make = self.object(depth + 1, isOpen=True)
            second, other = self.object(depth + 1, isOpen=True, without=set(first["properties"]))
            return {"allOf": [first, second]}, lambda depth: self.shuffled({**make(depth), **other(depth)})
        if kind == "tuple":
            made = [self.schema(depth + 1) for _ in range(chance.randint(1, 3))]
            return {"type": "array", "prefixItems": [schema for schema, _ in made], "items": False, "minItems": len(made)}, lambda depth: [make(depth + 1) for _, make in made]
        return {"type": ["string", "integer"]}, lambda depth: chance.choice([self.text(), chance.randint(-99, 99)])

    def shuffled(self, members):
        return dict(self.chance.sample(sorted(members.items()), len(members)))

    def object(self, depth, isOpen=False, without=()):
        chance = self.chance
        members, required = {}, []
        for name in chance.sample(WORDS, chance.randint(1, 6)):
            if name in without: continue
            schema, make = self.schema(depth + 1)
            members[name] = (schema, make)
            # What is certain to be there may not lead back to itself.
            if chance.random() < 0.5 and "$ref" not in json.dumps(schema): required.append(name)
        made = {"type": "object", "properties": {name: schema for name, (schema, _) in members.items()}}
        if required: made["required"] = required
        style = "open" if isOpen else chance.choice(["open", "open", "closed", "others"])
        if style == "closed": made["additionalProperties"] = False
        if style == "others":
            extra, extra_make = self.scalar()
            if extra: made["additionalProperties"] = extra
            else: style = "open"

        def make(depth):
            value = {name: maker(depth + 1) for name, (_, maker) in members.items() if name in required or (depth < 8 and chance.random() < 0.6)}
            if style == "others" and chance.random() < 0.5: value["other " + chance.choice("xyz\"")] = extra_make(depth + 1)
            return self.shuffled(value)
        return made, make

    def root(self):
        schema, make = self.object(0) if self.chance.random() < 0.85 else self.schema(0)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": self.name, **schema}
        if self.defs: schema["$defs"] = self.defs
        return schema, make


def written(chance, value):
    """In one of the ways to write it."""
    separators = chance.choice([(",", ":"), (", ", ": "), (" ,\t", "\r :")])
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, separators=separators, indent=chance.choice([None, None, 1]))
    if chance.random() < 0.2: text = text.replace("/", "\\/")
    if chance.random() < 0.2: text = re.sub(r"[a-z](?=[a-z ]*\")", lambda found: found[0] if chance.random() < 0.9 else f"\\u{ord(found[0]):04X}", text) if "\\" not in text else text
    return " " * chance.choice([0, 0, 1]) + text + chance.choice(["", "", "\n"])


def places(value):
    """Of each container within: it, and a key of it."""
    for key in (value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []):
        yield value, key
        yield from places(value[key])


def changed(chance, made, value):
    value = json.loads(json.dumps(value))
    found = list(places(value))
    if not found: return made.anything(0)
    container, key = chance.choice(found)
    if chance.random() < 0.3: del container[key]
    elif isinstance(container, dict) and chance.random() < 0.2: container["surplus"] = made.anything(3)
    else: container[key] = chance.choice([None, made.anything(3), 7, "red", [], {}, container[key]])
    return value


def validator(schema):
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def schema(question):
    for attempt in range(100):
        chance = random.Random(question["seed"] * 1000 + attempt)
        made = Schemas(chance, question["name"])
        root, make = made.root()
        judge = validator(root)
        valid, changes = [], []
        for _ in range(question["count"] * 6):
            value = make(0)
            if len(valid) == question["count"]: break
            # An integer may be a string of a format's, or meet two branches: what is made is judged as well.
            if not judge.is_valid(value): continue
            valid.append(written(chance, value).encode().hex())
            other = changed(chance, made, value)
            changes.append([written(chance, other).encode().hex(), judge.is_valid(other)])
        if len(valid) == question["count"]: return {"schema": json.dumps(root), "valid": valid, "changed": changes}
    raise ValueError(f"no values for {root}")


def whole(value):
    """Comparable: numbers by value, booleans apart from them."""
    if isinstance(value, dict): return {key: whole(value[key]) for key in sorted(value)}
    if isinstance(value, list): return [whole(one) for one in value]
    if isinstance(value, (int, float, decimal.Decimal)) and not isinstance(value, bool): return ("number", decimal.Decimal(value))
    return value


def difference(before, after, path):
    """None where they are alike. An optional member that is null may be left out."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before:
            if key not in after:
                if before[key] is not None: return f"{path}/{key} is lost"
                continue
            found = difference(before[key], after[key], f"{path}/{key}")
            if found: return found
        more = set(after) - set(before)
        return f"{path} has {more} more" if more else None
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return next((found for found in (difference(one, two, f"{path}/{number}") for number, (one, two) in enumerate(zip(before, after))) if found), None)
    return None if before == after else f"{path}: {before!r} became {after!r}"


def compare(question):
    judge, differences = validator(question["schema"]), []
    for first, second in question["pairs"]:
        before, after = json.loads(bytes.fromhex(first).decode()), json.loads(bytes.fromhex(second).decode())
        found = difference(whole(before), whole(after), "")
        if not found and not judge.is_valid(after): found = "not valid: " + next(judge.iter_errors(after)).message
        if found: differences.append(f"{found} in {bytes.fromhex(second).decode()}")
    return {"differences": differences}


def refuse(word): raise ValueError(word)


def strict(data):
    """As RFC 8259 has it: UTF-8 without a mark, no NaN and no infinities."""
    return json.loads(data.decode("utf-8"), parse_constant=refuse, parse_float=decimal.Decimal)


def has_surrogate(value):
    if isinstance(value, dict): return any(has_surrogate(key) or has_surrogate(one) for key, one in value.items())
    if isinstance(value, list): return any(map(has_surrogate, value))
    return isinstance(value, str) and any("\ud800" <= one <= "\udfff" for one in value)


def texts(question):
    verdicts, surrogates = [], []
    for one in question["texts"]:
        try: value, verdict = strict(bytes.fromhex(one)), True
        except (ValueError, RecursionError): value, verdict = None, False
        verdicts.append(verdict)
        # Of a name given twice the first value is gone here: its half surrogates are looked for in the text.
        surrogates.append(verdict and (has_surrogate(value) or b"\\u" in bytes.fromhex(one) and re.search(rb"\\u[dD][89a-fA-F]", bytes.fromhex(one)) is not None))
    return {"verdicts": verdicts, "surrogates": surrogates}


def same(question):
    differences = []
    for first, second in question["pairs"]:
        before, after = strict(bytes.fromhex(first)), strict(bytes.fromhex(second))
        if whole(before) != whole(after): differences.append(f"{bytes.fromhex(first)} became {bytes.fromhex(second)}")
    return {"differences": differences}


ASKS = {"schema": schema, "compare": compare, "texts": texts, "same": same}
for line in sys.stdin:
    question = json.loads(line)
    print(json.dumps(ASKS[question["ask"]](question)), flush=True)
