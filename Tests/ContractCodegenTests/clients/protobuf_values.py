"""Random messages on the wire, in any form that the format allows, and what Google's library for Python makes of them.

The first line is a compilation by protoc of grpcio-tools, the others ask; an answer a line:
  {"files": {"p0.proto": "..."}}                        -> {"compiled": 1}
  {"message": "p0.Msg0", "seed": 7, "count": 20}          -> {"cases": [["hex read", "hex written again"], ["hex", "!"], ...]}
  {"message": "p0.Msg0", "payloads": ["hex", ...]}        -> {"cases": [["", "hex written again"], ...]}
"!" is what the library refuses, or what lacks a required field.
"""
import json, os, random, struct, sys, tempfile
import grpc_tools
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import FieldDescriptor as F
from google.protobuf.message import DecodeError
from grpc_tools import protoc

VARINTS = {F.TYPE_INT32, F.TYPE_INT64, F.TYPE_UINT32, F.TYPE_UINT64, F.TYPE_SINT32, F.TYPE_SINT64, F.TYPE_BOOL, F.TYPE_ENUM}
EIGHT = {F.TYPE_FIXED64, F.TYPE_SFIXED64, F.TYPE_DOUBLE}
FOUR = {F.TYPE_FIXED32, F.TYPE_SFIXED32, F.TYPE_FLOAT}


def varint(value, padding=0):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    while padding and len(out) < 10:  # Longer than need be, and still the same number.
        out[-1] |= 0x80
        out.append(0)
        padding -= 1
    return bytes(out)


def tag(number, wire): return varint(number << 3 | wire)


def long(part): return varint(len(part)) + part


def number_of(field, chance):
    kind = field.type
    if kind == F.TYPE_BOOL: return chance.choice([0, 1, 1, 2, 2**63])
    if kind == F.TYPE_ENUM:
        # JSON has one null: ours forgets by which number it came.
        if field.containing_type.full_name == "google.protobuf.Value": return 0
        listed = chance.choice(field.enum_type.values).number
        return (chance.choice([listed, listed, listed, 77, -3])) & (2**64 - 1)
    if kind in (F.TYPE_INT32, F.TYPE_INT64) and chance.random() < 0.3: return -chance.getrandbits(chance.randint(1, 31)) & (2**64 - 1)
    return chance.choice([0, 1, 127, 128, chance.getrandbits(14), chance.getrandbits(32), chance.getrandbits(64)])


def text(chance): return "".join(chance.choice("ab é\u20ac\U0001F600z0\0") for _ in range(chance.choice([0, 1, 3, 7, 8, 9, 15, 16, 17, 40, 130])))


def scalar(field, chance):
    if field.type in VARINTS: return varint(number_of(field, chance), chance.choice([0] * 9 + [1, 4]))
    if field.type in EIGHT: return struct.pack("<d", chance.choice([0.0, -0.0, 1.5, -1e300, float("inf")])) if chance.random() < 0.6 else chance.randbytes(7) + b"\0"
    if field.type in FOUR: return struct.pack("<f", chance.choice([0.0, -0.0, 1.5, -2.25])) if chance.random() < 0.6 else chance.randbytes(3) + b"\0"
    if field.type == F.TYPE_STRING: return long(text(chance).encode())
    return long(chance.randbytes(chance.choice([0, 1, 3, 4, 8, 16, 17, 127, 128, 300])))


def wire_type(field):
    if field.type in VARINTS: return 0
    if field.type in EIGHT: return 1
    if field.type in FOUR: return 5
    return 3 if field.type == F.TYPE_GROUP else 2


def anything(number, chance, depth=0):
    """A field that no schema has."""
    wire = chance.choice([0, 1, 2, 5] + ([3] if depth < 3 else []))
    if wire == 3:
        return tag(number, 3) + b"".join(anything(chance.randint(1, 20), chance, depth + 1) for _ in range(chance.randint(0, 3))) + tag(number, 4)
    body = {0: lambda: varint(chance.getrandbits(40)), 1: lambda: chance.randbytes(8), 2: lambda: long(chance.randbytes(chance.randint(0, 20))), 5: lambda: chance.randbytes(4)}
    return tag(number, wire) + body[wire]()


def entry(field, chance, depth):
    key, value = field.message_type.fields_by_name["key"], field.message_type.fields_by_name["value"]
    parts = [one(part, chance, depth) for part in (key, value) for _ in range(chance.choice([1] * 12 + [0, 2]))]
    if chance.random() < 0.05: parts.append(anything(chance.choice([3, 17, 2048]), chance))
    if chance.random() < 0.03: parts.append(another(chance.choice([key, value]), chance))
    chance.shuffle(parts)
    return b"".join(parts)


def one(field, chance, depth):
    """One value with its tag."""
    if field.type == F.TYPE_GROUP: return tag(field.number, 3) + message(field.message_type, chance, depth + 1) + tag(field.number, 4)
    if field.type == F.TYPE_MESSAGE:
        if field.message_type.GetOptions().map_entry: return tag(field.number, 2) + long(entry(field, chance, depth + 1))
        return tag(field.number, 2) + long(message(field.message_type, chance, depth + 1))
    return tag(field.number, wire_type(field)) + scalar(field, chance)


def another(field, chance):
    """A field in a wire type that is not its own."""
    wire = chance.choice([wire for wire in (0, 1, 2, 5) if wire != wire_type(field) and not (wire == 2 and field.is_repeated)])
    return tag(field.number, wire) + {0: b"\x81\x00", 1: chance.randbytes(8), 2: long(chance.randbytes(3)), 5: chance.randbytes(4)}[wire]


def message(descriptor, chance, depth=0):
    parts = []
    for field in descriptor.fields:
        if field.is_required: count = chance.choice([1, 1, 1, 1, 1, 1, 1, 2]) if chance.random() < 0.97 else 0
        elif depth > 3: count = 0
        elif field.is_repeated: count = chance.choice([0, 1, 2, 3, 9 if depth < 2 else 1])
        else: count = chance.choice([0, 1, 1, 1, 2])
        packable = field.is_repeated and wire_type(field) in (0, 1, 5)
        for _ in range(count):
            if packable and chance.random() < 0.5: parts.append(tag(field.number, 2) + long(b"".join(scalar(field, chance) for _ in range(chance.choice([0, 1, 2, 5, 40])))))
            else: parts.append(one(field, chance, depth))
    known = {field.number for field in descriptor.fields}
    if chance.random() < 0.15: parts.append(anything(chance.choice([number for number in (15, 16, 2047, 2048, 2**29 - 1) if number not in known]), chance))
    if known and chance.random() < 0.05: parts.append(another(chance.choice(list(descriptor.fields)), chance))
    if chance.random() < 0.5: chance.shuffle(parts)
    return b"".join(parts)


pool = descriptor_pool.DescriptorPool()


def compile_files(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, source in files.items():
            with open(os.path.join(folder, name), "w") as file: file.write(source)
        out = os.path.join(folder, "all.pb")
        known = os.path.join(os.path.dirname(grpc_tools.__file__), "_proto")
        status = protoc.main(["protoc", "-I" + folder, "-I" + known, "--include_imports", "--descriptor_set_out=" + out] + sorted(files))
        assert status == 0, "protoc refuses"
        with open(out, "rb") as file: described = descriptor_pb2.FileDescriptorSet.FromString(file.read())
    for file in described.file: pool.Add(file)
    return {"compiled": len(files)}


def reread(kind, payload):
    made = kind()
    try: made.ParseFromString(payload)
    except DecodeError: return "!"
    if not made.IsInitialized(): return "!"
    return made.SerializeToString(deterministic=True).hex()


def cases(question):
    descriptor = pool.FindMessageTypeByName(question["message"])
    kind = message_factory.GetMessageClass(descriptor)
    if "payloads" in question:
        payloads = [bytes.fromhex(one) for one in question["payloads"]]
        return {"cases": [["", reread(kind, payload)] for payload in payloads]}
    chance = random.Random(question["seed"])
    payloads = [message(descriptor, chance) for _ in range(question["count"])]
    return {"cases": [[payload.hex(), reread(kind, payload)] for payload in payloads]}


for line in sys.stdin:
    question = json.loads(line)
    print(json.dumps(compile_files(question["files"]) if "files" in question else cases(question)), flush=True)
