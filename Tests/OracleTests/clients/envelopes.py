"""What stands round payloads: Confluent's framing and CloudEvents, by those who wrote them."""


def framing(request):
    """Reads framed bytes and writes them again, before the payload and into a header."""
    from confluent_kafka.schema_registry import (
        dual_schema_id_deserializer,
        header_schema_id_serializer,
        prefix_schema_id_deserializer,
        prefix_schema_id_serializer,
    )
    from confluent_kafka.schema_registry.serde import SchemaId
    from confluent_kafka.serialization import MessageField, SerializationContext

    schema = SchemaId(request["type"])
    rest = prefix_schema_id_deserializer(bytes.fromhex(request["payload"]), None, schema).read()
    answer = {"indexes": schema.message_indexes or [], "rest": rest.hex()}
    if schema.guid is None:
        answer["id"] = schema.id
        answer["written"] = prefix_schema_id_serializer(rest, None, schema).hex()
    else:
        answer["guid"] = str(schema.guid)
        headers = []
        context = SerializationContext("topic", MessageField.VALUE, headers)
        header_schema_id_serializer(rest, context, schema)
        answer["header"] = [headers[0][0], headers[0][1].hex()]
        again = SchemaId(request["type"])
        dual_schema_id_deserializer(rest, context, again)
        answer["same"] = again.guid == schema.guid
    return answer


def cloud_event(request):
    """Reads a record that is an event, and writes it in both modes."""
    from cloudevents.core.bindings.kafka import KafkaMessage, from_kafka_event, to_binary_event, to_structured_event

    headers = {name: text.encode() for name, text in request["headers"].items()}
    event = from_kafka_event(KafkaMessage(headers=headers, key=None, value=bytes.fromhex(request["value"])))
    answer = {"attributes": {name: str(value) for name, value in event.get_attributes().items() if name != "time"}}
    for name, message in (("binary", to_binary_event(event)), ("structured", to_structured_event(event))):
        answer[name] = {
            "headers": {key: value.decode() for key, value in message.headers.items()},
            "value": message.value.hex(),
        }
    return answer
