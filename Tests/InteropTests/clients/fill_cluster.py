"""Makes topics, rules and schemas as people make them who know nothing of Heddle.

    fill_cluster.py HOST:PORT REGISTRY-URL
"""
import sys

from confluent_kafka.admin import (
    AclBinding, AclOperation as Op, AclPermissionType, AdminClient, NewTopic, ResourcePatternType as Pattern, ResourceType)
from confluent_kafka.schema_registry import Schema, SchemaReference, SchemaRegistryClient

TOPICS = [
    NewTopic("orders.created", 6, 1, config={"retention.ms": "604800000", "retention.bytes": str(10 << 30)}),
    NewTopic("orders.created.billing.retry", 6, 1, config={"retention.ms": "1209600000"}),
    NewTopic("orders.created.billing.dlq", 6, 1, config={"retention.ms": "2592000000"}),
    NewTopic("payments", 3, 1, config={"cleanup.policy": "compact,delete", "max.message.bytes": "2000000"}),
    NewTopic("plain", 1, 1),
]


def rule(kind, name, user, operation, pattern=Pattern.LITERAL, host="*", permission=AclPermissionType.ALLOW):
    return AclBinding(kind, name, pattern, user, host, operation, permission)


TOPIC, GROUP = ResourceType.TOPIC, ResourceType.GROUP
RULES = [
    rule(TOPIC, "orders.created", "User:billing", Op.READ),
    rule(GROUP, "billing", "User:billing", Op.READ),
    rule(TOPIC, "orders.created.billing.retry", "User:billing", Op.READ),
    rule(TOPIC, "orders.created.billing.retry", "User:billing", Op.WRITE),
    rule(TOPIC, "orders.created.billing.dlq", "User:billing", Op.WRITE),
    rule(TOPIC, "orders.created", "User:billing", Op.DESCRIBE),
    rule(TOPIC, "payments", "User:CN=checkout,O=shop", Op.WRITE),
    rule(ResourceType.TRANSACTIONAL_ID, "tx-1", "User:CN=checkout,O=shop", Op.WRITE),
    rule(TOPIC, "orders.", "User:Analytics", Op.READ, Pattern.PREFIXED),
    rule(GROUP, "ana", "User:Analytics", Op.READ, Pattern.PREFIXED),
    rule(TOPIC, "*", "User:admin", Op.ALL),
    rule(ResourceType.BROKER, "kafka-cluster", "User:admin", Op.ALL),
    rule(TOPIC, "payments", "User:*", Op.DELETE, host="10.0.0.7", permission=AclPermissionType.DENY),
    rule(TOPIC, "payments", "Group:staff", Op.READ),
]


def record(name, *fields):
    listed = ",".join('{"name":"%s","type":%s}' % field for field in fields)
    return '{"type":"record","name":"%s","namespace":"shop","fields":[%s]}' % (name, listed)


if __name__ == "__main__":
    admin = AdminClient({"bootstrap.servers": sys.argv[1]})
    for future in admin.create_topics(TOPICS).values():
        future.result(20)
    for future in admin.create_acls(RULES).values():
        future.result(20)
    registry = SchemaRegistryClient({"url": sys.argv[2]})
    registry.register_schema("shop.Address", Schema(record("Address", ("street", '"string"')), "AVRO"))
    registry.register_schema("orders.created-value", Schema(record("Order", ("id", '"string"')), "AVRO"))
    registry.set_compatibility("orders.created-value", "NONE")
    registry.register_schema(
        "orders.created-value",
        Schema(record("Order", ("id", '"string"'), ("to", '"shop.Address"')), "AVRO", [SchemaReference("shop.Address", "shop.Address", 1)]))
    registry.register_schema("payments-shop.Paid", Schema(record("Paid", ("id", '"string"')), "AVRO"))
    registry.register_schema("plain-value", Schema('{"type":"object"}', "JSON"))
    registry.register_schema("lost-value", Schema('"string"', "AVRO"))
