#!/usr/bin/env python3
"""Writes and reads events with confluent-kafka's serializers for Avro, JSON Schema and Protobuf, schemas registered by themselves.

    registry_serdes.py HOST:PORT URL

Exits 0 when every check held; names the check that did not otherwise.
"""
import importlib
import json
import os
import sys
import tempfile
import uuid
import warnings

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic
from confluent_kafka.schema_registry import Schema, SchemaReference, SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.schema_registry.error import SchemaRegistryError
from confluent_kafka.schema_registry.json_schema import JSONDeserializer, JSONSerializer
from confluent_kafka.schema_registry.protobuf import ProtobufDeserializer, ProtobufSerializer
from confluent_kafka.serialization import MessageField, SerializationContext
from grpc_tools import protoc

warnings.simplefilter("ignore")
BOOTSTRAP, URL = sys.argv[1:3]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"serdes-{RUN}-{text}"


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def fresh():
    return SchemaRegistryClient({"url": URL})


def through_the_broker(topic, serializer, deserializer, values):
    """Writes values to a topic and reads them back, each side with its own memory."""
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(10)
    producer = Producer({"bootstrap.servers": BOOTSTRAP})
    context = SerializationContext(topic, MessageField.VALUE)
    for value in values:
        producer.produce(topic, value=serializer(value, context))
    assert producer.flush(20) == 0
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": topic, "auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    read = []
    while len(read) < len(values):
        message = consumer.poll(20)
        assert message is not None and message.error() is None, message and message.error()
        read.append(deserializer(message.value(), context))
    consumer.close()
    return read


def avro():
    namespace = f"shop.run{RUN}"
    customer = {"type": "record", "name": "Customer", "namespace": namespace, "fields": [{"name": "id", "type": "long"}]}
    order = {"type": "record", "name": "Order", "namespace": namespace, "fields": [
        {"name": "id", "type": "long"}, {"name": "by", "type": f"{namespace}.Customer"},
        {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["OPEN", "PAID"]}, "default": "OPEN"}]}
    subject = name("avro-customer")
    fresh().register_schema(subject, Schema(json.dumps(customer), "AVRO"))
    schema = Schema(json.dumps(order), "AVRO", [SchemaReference(f"{namespace}.Customer", subject, 1)])
    values = [{"id": n, "by": {"id": n + 100}, "state": "PAID"} for n in range(5)]
    topic = name("avro")
    read = through_the_broker(topic, AvroSerializer(fresh(), schema), AvroDeserializer(fresh()), values)
    check(read == values, "Avro goes there and back, with a schema that refers to another")
    registered = fresh().get_latest_version(topic + "-value")
    check(registered.version == 1 and len(registered.schema.references) == 1, "and is registered once, with its reference")
    latest = AvroSerializer(fresh(), None, conf={"auto.register.schemas": False, "use.latest.version": True})
    check(latest(values[0], SerializationContext(topic, MessageField.VALUE))[:5] == b"\x00" + registered.schema_id.to_bytes(4, "big"),
          "a serializer without a schema takes the latest")
    strict = AvroSerializer(fresh(), json.dumps(customer), conf={"auto.register.schemas": False})
    try:
        strict({"id": 1}, SerializationContext(topic, MessageField.VALUE))
        raise AssertionError("a schema that is not registered is not used")
    except SchemaRegistryError as error:
        check(error.error_code == 40403, "a schema that is not registered is not used")


def json_schema():
    address = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"http://shop.example/{RUN}/address.json",
               "title": "Address", "type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    order = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"http://shop.example/{RUN}/order.json", "title": "Order",
             "type": "object", "properties": {"id": {"type": "integer"}, "to": {"$ref": "address.json"}}, "required": ["id"]}
    subject = name("json-address")
    fresh().register_schema(subject, Schema(json.dumps(address), "JSON"))
    for reference in (f"http://shop.example/{RUN}/address.json", "address.json"):
        schema = Schema(json.dumps({**order, "description": reference}), "JSON", [SchemaReference(reference, subject, 1)])
        values = [{"id": n, "to": {"city": "Berlin"}} for n in range(5)]
        topic = name("json-" + str(len(reference)))
        client = fresh()
        id = client.register_schema(topic + "-value", schema)
        check(id > 0, f"JSON Schema that refers to {reference} is taken")
        if reference.startswith("http"):
            read = through_the_broker(topic, JSONSerializer(schema, client), JSONDeserializer(None, schema_registry_client=fresh()), values)
            check(read == values, "JSON goes there and back, with a schema that refers to another")
    plain = json.dumps({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Plain", "type": "object",
                        "properties": {"id": {"type": "integer"}}})
    read = through_the_broker(name("plain"), JSONSerializer(plain, fresh()), JSONDeserializer(plain, schema_registry_client=fresh()), [{"id": 1}])
    check(read == [{"id": 1}], "and with one that refers to none")


PROTO = {
    "shared/money_RUN.proto": """syntax = "proto3";
package shared.run_RUN;
message Money { string currency = 1; int64 units = 2; }
""",
    "shop/order_RUN.proto": """syntax = "proto3";
package shop.run_RUN;
import "shared/money_RUN.proto";
import "google/protobuf/timestamp.proto";
import "google/type/date.proto";
enum State { STATE_UNSPECIFIED = 0; STATE_PAID = 1; }
message Order {
  message Line { string sku = 1; optional uint32 count = 2; }
  int64 id = 1;
  repeated Line lines = 2;
  map<string, shared.run_RUN.Money> prices = 3;
  google.protobuf.Timestamp at = 4;
  oneof paid { shared.run_RUN.Money cash = 5; string card = 6; }
  State state = 7 [deprecated = true];
  google.type.Date due = 8;
  reserved 9, 20 to 30;
  reserved "old";
}
message Other { Order.Line line = 1; }
""",
}


def message_classes():
    """Python modules for PROTO, made by protoc."""
    folder = tempfile.mkdtemp()
    paths = []
    for path, text in PROTO.items():
        path = path.replace("RUN", RUN)
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "w") as file:
            file.write(text.replace("RUN", RUN))
        paths.append(path)
    include = os.path.join(os.path.dirname(protoc.__file__), "_proto")
    from google.type import date_pb2
    types = os.path.dirname(os.path.dirname(os.path.dirname(date_pb2.__file__)))
    code = protoc.main(["protoc", f"-I{folder}", f"-I{include}", f"-I{types}", f"--python_out={folder}", *paths])
    assert code == 0, "protoc"
    sys.path.insert(0, folder)
    return importlib.import_module(f"shop.order_{RUN}_pb2"), importlib.import_module(f"shared.money_{RUN}_pb2")


def protobuf():
    order, money = message_classes()
    values = []
    for n in range(5):
        value = order.Order(id=n, state=order.STATE_PAID, card="4711")
        value.lines.add(sku="a", count=2)
        value.prices["net"].CopyFrom(money.Money(currency="EUR", units=n))
        value.at.FromSeconds(1_700_000_000)
        value.due.year = 2030
        values.append(value)
    topic = name("protobuf")
    serializer = ProtobufSerializer(order.Order, fresh())
    read = through_the_broker(topic, serializer, ProtobufDeserializer(order.Order, schema_registry_client=fresh()), values)
    check(read == values, "Protobuf goes there and back, with a schema that imports another")
    registered = fresh().get_latest_version(topic + "-value")
    check([r.name for r in registered.schema.references] == [f"shared/money_{RUN}.proto"], "and is registered with its import")
    check("message Order {" in registered.schema.schema_str, "as a text that people can read")
    ProtobufSerializer(order.Order, fresh())(values[0], SerializationContext(topic, MessageField.VALUE))
    check(fresh().get_versions(topic + "-value") == [1], "the same descriptor is the same schema")
    again = fresh().register_schema(topic + "-value", registered.schema)
    check(again == registered.schema_id, "and so is the text that was given back")
    written = Schema(PROTO["shop/order_RUN.proto"].replace("RUN", RUN), "PROTOBUF", registered.schema.references)
    check(fresh().register_schema(topic + "-value", written) == registered.schema_id, "and the text that protoc read")
    nested = ProtobufSerializer(order.Order.Line, fresh())
    payload = nested(order.Order.Line(sku="b"), SerializationContext(topic, MessageField.VALUE))
    line = ProtobufDeserializer(order.Order.Line, schema_registry_client=fresh())(payload, SerializationContext(topic, MessageField.VALUE))
    check(line.sku == "b", "a message within another is written with the same schema")


def main():
    avro()
    json_schema()
    protobuf()
    print("all checks held")


main()
