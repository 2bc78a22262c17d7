"""Holds `heddle access` against what a broker does to a foreign client: random rules, then every deed tried.

    access_judge.py HOST:PORT HEDDLE SEED

Run in the mesh's folder. Whoever connects is User:ANONYMOUS from 127.0.0.1.
"""
import json
import random
import subprocess
import sys

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource,
    NewPartitions, NewTopic, ResourcePatternType, ResourceType)

bootstrap, heddle, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = random.Random(seed)
admin = AdminClient({"bootstrap.servers": bootstrap})
topics = ["t", "t.a", "t.a.b", "t.b", "t.ab", "tt", "s.a"]
future_names = ["t.a.new", "s.new", "tu"]
operations = ["read", "write", "describe", "describe-configs", "alter-configs", "alter", "create", "delete", "all"]
refusals = {KafkaError.TOPIC_AUTHORIZATION_FAILED, KafkaError.CLUSTER_AUTHORIZATION_FAILED}


def code(operation):
    return AclOperation[operation.upper().replace("-", "_")]


def settle(futures, hidden=()):
    """Whether it was allowed. A topic that one may not describe is said to be unknown."""
    for future in futures.values():
        try:
            future.result(15)
        except KafkaException as failure:
            if failure.args[0].code() in refusals.union(hidden):
                return False
            raise
    return True


def write(topic):
    outcome = []
    producer = Producer({"bootstrap.servers": bootstrap, "message.timeout.ms": 8000})
    producer.produce(topic, b"x", partition=0, on_delivery=lambda error, _: outcome.append(error))
    producer.flush(12)
    assert outcome, "no report came"
    assert outcome[0] is None or outcome[0].code() in refusals, outcome[0]
    return outcome[0] is None


def read(topic):
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "judge", "auto.offset.reset": "earliest", "enable.auto.commit": False})
    consumer.assign([TopicPartition(topic, 0, 0)])
    try:
        for _ in range(100):
            message = consumer.poll(0.2)
            if message is not None:
                assert message.error() is None or message.error().code() in refusals, message.error()
                return message.error() is None
        raise AssertionError(f"reading {topic} came to nothing")
    finally:
        consumer.close()


attempts = {
    "describe": lambda topic: topic in admin.list_topics(timeout=15).topics,
    "write": write,
    "read": read,
    "describe-configs": lambda topic: settle(admin.describe_configs([ConfigResource(ConfigResource.Type.TOPIC, topic)])),
    "alter-configs": lambda topic: settle(admin.incremental_alter_configs([ConfigResource(ConfigResource.Type.TOPIC, topic, incremental_configs=[
        ConfigEntry("retention.ms", "86400000", incremental_operation=AlterConfigOpType.SET)])], validate_only=True)),
    "alter": lambda topic: settle(admin.create_partitions([NewPartitions(topic, 4)], validate_only=True)),
}


def ask(*arguments):
    ended = subprocess.run([heddle, "access", *arguments, "--live", "--host", "127.0.0.1", "--format", "json"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)["clusters"][0]


def holds(terms, name):
    return any((name == term["name"] if term["kind"] == "literal" else name.startswith(term["name"])) and not holds(term["except"], name) for term in terms)


def says(abilities, operation, name):
    return any(
        holds(share["names"]["terms"], name) for ability in abilities if ability["type"] == "topic" and ability["operation"] == operation
        for share in ability["shares"])


for future in admin.create_topics([NewTopic(topic, 1, 1) for topic in topics]).values():
    future.result(15)
for topic in topics:
    assert write(topic)

decided = {True: 0, False: 0}
for _ in range(4):
    bindings = []
    for _ in range(chance.randint(8, 20)):
        name = chance.choice(topics + ["t.", "t.a", "s"])
        bindings.append(AclBinding(
            ResourceType.TOPIC, name, chance.choice([ResourcePatternType.LITERAL, ResourcePatternType.PREFIXED]),
            chance.choice(["User:*", "User:ANONYMOUS", "User:ANONYMOUS", "User:somebody"]), chance.choice(["*", "*", "127.0.0.1", "10.0.0.9"]),
            code(chance.choice(operations)), chance.choice([AclPermissionType.DENY] * 3 + [AclPermissionType.ALLOW])))
    for future in admin.create_acls(list({str(one): one for one in bindings}.values())).values():
        future.result(15)
    abilities = ask("what-can", "User:ANONYMOUS")["abilities"]
    told = "\n".join(map(str, bindings))
    for topic in topics:
        for operation, attempt in attempts.items():
            expected = says(abilities, operation, topic)
            # The client asks for the topic's description first.
            if operation in ("read", "write") and not says(abilities, "describe", topic):
                continue
            happened = attempt(topic)
            assert happened == expected, f"seed {seed}: {operation} {topic}: the broker says {happened}, heddle {expected}\n{told}"
            decided[happened] += 1
    for name in future_names:
        expected = says(abilities, "create", name)
        # Whoever may create on the cluster may, whatever the topic's rules say.
        anywhere = any(ability["type"] == "cluster" and ability["operation"] == "create" for ability in abilities)
        happened = settle(admin.create_topics([NewTopic(name, 1, 1)], validate_only=True))
        assert happened == (expected or anywhere), f"seed {seed}: create {name}: the broker says {happened}\n{told}"
    everything = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY)
    for future in admin.delete_acls([everything]).values():
        future.result(15)
assert decided[True] > 20 and decided[False] > 10, decided
print(f"agreed on {decided[True]} allowed and {decided[False]} denied")
