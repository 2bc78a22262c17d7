"""Asks what others wrote the questions that the tests ask Heddle. One JSON object a line in, one a line out."""
import base64
import json
import math
import sys


def plain(value):
    """As JSON that can be compared: bytes by their characters, what JSON does not have as strings."""
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("latin-1")
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value


def attempt(question):
    try:
        return {"ok": question()}
    except RecursionError:
        return {"crash": "RecursionError"}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def without_logical_types(schema):
    """fastavro makes dates and decimals of them, which is not what is asked here."""
    if isinstance(schema, dict):
        return {key: without_logical_types(value) for key, value in schema.items() if key != "logicalType"}
    if isinstance(schema, list):
        return [without_logical_types(value) for value in schema]
    return schema


def avro(request):
    import io

    import avro.compatibility
    import avro.schema
    import fastavro

    def verdict():
        reader = avro.schema.parse(json.dumps(request["reader"]))
        writer = avro.schema.parse(json.dumps(request["writer"]))
        result = avro.compatibility.ReaderWriterCompatibilityChecker().get_compatibility(reader, writer)
        return result.compatibility is avro.compatibility.SchemaCompatibilityType.compatible

    answer = {"verdict": attempt(verdict), "payloads": []}
    try:
        writer = fastavro.parse_schema(without_logical_types(request["writer"]))
        reader = fastavro.parse_schema(without_logical_types(request["reader"]))
    except Exception as error:
        answer["unread"] = f"{type(error).__name__}: {error}"[:300]
        return answer
    for payload in request["payloads"]:
        data = bytes.fromhex(payload)
        answer["payloads"].append(
            {
                "written": attempt(lambda: plain(fastavro.schemaless_reader(io.BytesIO(data), writer, None))),
                "read": attempt(lambda: plain(fastavro.schemaless_reader(io.BytesIO(data), writer, reader))),
            }
        )
    return answer


def json_schema(request):
    import jsonschema_rs

    kinds = {
        7: jsonschema_rs.Draft7Validator,
        2019: jsonschema_rs.Draft201909Validator,
        2020: jsonschema_rs.Draft202012Validator,
    }
    validator = attempt(lambda: kinds[request["draft"]](request["schema"]))
    if "ok" not in validator:
        return {"unread": validator}
    return {"valid": [attempt(lambda: validator["ok"].is_valid(value)) for value in request["values"]]}


class Protobuf:
    def __init__(self):
        self.pool = None
        self.path = None

    def load(self, path):
        from google.protobuf import descriptor_pb2, descriptor_pool

        if path == self.path:
            return {}
        self.path = path
        with open(path, "rb") as file:
            files = descriptor_pb2.FileDescriptorSet.FromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for each in files.file:
            self.pool.AddSerializedFile(each.SerializeToString())
        return {}

    def answer(self, request):
        from google.protobuf import json_format, message_factory

        kind = message_factory.GetMessageClass(self.pool.FindMessageTypeByName(request["message"]))

        def written():
            return json_format.MessageToDict(kind.FromString(base64.b64decode(request["bytes"])), descriptor_pool=self.pool)

        def read():
            message = json_format.ParseDict(request["json"], kind(), descriptor_pool=self.pool)
            return base64.b64encode(message.SerializeToString(deterministic=True)).decode()

        return {"json": attempt(written), "bytes": attempt(read)}


def descriptors(request):
    """The files whose descriptor in one set is another than in the other, or missing there."""
    from google.protobuf import descriptor_pb2
    theirs, ours = descriptor_pb2.FileDescriptorSet(), descriptor_pb2.FileDescriptorSet()
    theirs.ParseFromString(open(request["protoc"], "rb").read())
    ours.ParseFromString(open(request["ours"], "rb").read())
    for file in list(theirs.file) + list(ours.file):
        # Of what everybody brings along, the packages of generated code are each one's own affair.
        if file.name.startswith("google/protobuf/"):
            file.ClearField("options")
    known = {file.name: file for file in ours.file}
    return {"count": len(theirs.file), "different": [file.name for file in theirs.file if known.get(file.name) != file]}


def main():
    protobuf = Protobuf()
    for line in sys.stdin:
        request = json.loads(line)
        kind = request["kind"]
        if kind == "avro":
            answer = avro(request)
        elif kind == "json-schema":
            answer = json_schema(request)
        elif kind == "descriptors":
            answer = descriptors(request)
        elif kind in ("framing", "cloud-event"):
            import envelopes

            answer = attempt(lambda: envelopes.framing(request) if kind == "framing" else envelopes.cloud_event(request))
        elif kind == "load":
            answer = protobuf.load(request["path"])
        else:
            answer = protobuf.answer(request)
        print(json.dumps(answer, ensure_ascii=True))


main()
