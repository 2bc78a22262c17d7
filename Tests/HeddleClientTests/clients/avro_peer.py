#!/usr/bin/env python3
"""Speaks with our producers and consumers through confluent-kafka's Avro serializers.

    avro_peer.py HOST:PORT URL write TOPIC COUNT [old]     writes {id: "py-N", amount: N}; old: by a schema without amount
    avro_peer.py HOST:PORT URL read TOPIC COUNT            prints COUNT values, one a line
"""
import json
import sys
import warnings

from confluent_kafka import Consumer, Producer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

warnings.simplefilter("ignore")
bootstrap, url, verb, topic, count = sys.argv[1:6]
fields = [{"name": "id", "type": "string"}, {"name": "amount", "type": "long", "default": 7}]
schema = {"type": "record", "name": "Order", "namespace": "shop", "fields": fields[:1] if sys.argv[6:] == ["old"] else fields}
registry = SchemaRegistryClient({"url": url})
context = SerializationContext(topic, MessageField.VALUE)

if verb == "write":
    serializer = AvroSerializer(registry, json.dumps(schema, separators=(",", ":")))
    producer = Producer({"bootstrap.servers": bootstrap, "compression.type": "lz4", "enable.idempotence": True})
    for number in range(int(count)):
        value = {"id": f"py-{number}", "amount": number}
        producer.produce(topic, key=f"k{number}", value=serializer(value, context), headers=[("from", b"python")])
    assert producer.flush(30) == 0
else:
    deserializer = AvroDeserializer(registry)
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "python-reader", "auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    for _ in range(int(count)):
        message = consumer.poll(30)
        assert message is not None and message.error() is None, message and message.error()
        value = deserializer(message.value(), context)
        print(message.key().decode(), value["id"], value["amount"], dict(message.headers() or []).get("from", b"-").decode(), flush=True)
    consumer.close()
