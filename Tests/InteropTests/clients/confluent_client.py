#!/usr/bin/env python3
"""Drives a broker through confluent-kafka (librdkafka): admin, every codec, idempotence, a group of two.

    confluent_client.py HOST:PORT

Exits 0 when every check held; names the check that did not otherwise.
"""
import sys
import threading
import time
import uuid

from confluent_kafka import (
    Consumer, ConsumerGroupTopicPartitions, KafkaError, KafkaException, Producer, TopicPartition, OFFSET_BEGINNING)
from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, AlterConfigOpType, ConfigEntry,
    ConfigResource, NewPartitions, NewTopic, OffsetSpec, ResourcePatternType, ResourceType)

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"confluent-{RUN}-{text}"


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def fails(future, code, what):
    try:
        future.result(10)
    except KafkaException as error:
        check(error.args[0].code() == code, f"{what} ({error.args[0].name()})")
        return
    raise AssertionError(f"{what}: no error")


def admin_of_topics(admin):
    topic = name("admin")
    created = admin.create_topics([
        NewTopic(topic, num_partitions=2, replication_factor=1, config={"retention.ms": "3600000"})])
    created[topic].result(10)
    fails(admin.create_topics([NewTopic(topic, 1, 1)])[topic], KafkaError.TOPIC_ALREADY_EXISTS, "a topic is made once")
    fails(admin.create_topics([NewTopic("no spaces", 1, 1)])["no spaces"], KafkaError.TOPIC_EXCEPTION, "names are checked")
    fails(admin.create_topics([NewTopic(name("rf"), 1, 3)])[name("rf")], KafkaError.INVALID_REPLICATION_FACTOR,
          "three replicas need three brokers")
    bad = NewTopic(name("bad"), 1, 1, config={"retention.ms": "soon"})
    fails(admin.create_topics([bad])[bad.topic], KafkaError.INVALID_CONFIG, "config values are checked")
    dry = NewTopic(name("dry"), 1, 1)
    admin.create_topics([dry], validate_only=True)[dry.topic].result(10)
    check(dry.topic not in admin.list_topics(timeout=10).topics, "validate_only makes nothing")
    plan = NewTopic(name("plan"), 2, replica_assignment=[[1], [1]])
    admin.create_topics([plan])[plan.topic].result(10)
    check(len(admin.list_topics(timeout=10).topics[plan.topic].partitions) == 2, "replicas can be assigned by hand")

    admin.create_partitions([NewPartitions(topic, 4)])[topic].result(10)
    check(len(admin.list_topics(timeout=10).topics[topic].partitions) == 4, "topics grow")
    fails(admin.create_partitions([NewPartitions(topic, 3)])[topic], KafkaError.INVALID_PARTITIONS, "topics do not shrink")

    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    described = admin.describe_configs([resource])[resource].result(10)
    check(described["retention.ms"].value == "3600000" and not described["retention.ms"].is_default, "own configs are told")
    check(described["cleanup.policy"].value == "delete" and described["cleanup.policy"].is_default, "defaults are told")
    check(len(described) > 30, "all configs are told")
    resource.add_incremental_config(ConfigEntry("retention.ms", "7200000", incremental_operation=AlterConfigOpType.SET))
    resource.add_incremental_config(ConfigEntry("cleanup.policy", "compact", incremental_operation=AlterConfigOpType.APPEND))
    admin.incremental_alter_configs([resource])[resource].result(10)
    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    described = admin.describe_configs([resource])[resource].result(10)
    check(described["retention.ms"].value == "7200000", "SET sets")
    check(described["cleanup.policy"].value == "delete,compact", "APPEND appends to the default")
    resource.add_incremental_config(ConfigEntry("retention.ms", None, incremental_operation=AlterConfigOpType.DELETE))
    resource.add_incremental_config(ConfigEntry("cleanup.policy", "delete", incremental_operation=AlterConfigOpType.SUBTRACT))
    admin.incremental_alter_configs([resource])[resource].result(10)
    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    described = admin.describe_configs([resource])[resource].result(10)
    check(described["retention.ms"].value == "604800000", "DELETE goes back to the default")
    check(described["cleanup.policy"].value == "compact", "SUBTRACT takes away")
    resource.add_incremental_config(ConfigEntry("retention.mss", "1", incremental_operation=AlterConfigOpType.SET))
    fails(admin.incremental_alter_configs([resource])[resource], KafkaError.INVALID_CONFIG, "unknown configs are refused")
    broker = ConfigResource(ConfigResource.Type.BROKER, "1")
    check("log.retention.ms" in admin.describe_configs([broker])[broker].result(10), "the broker's configs are told")

    admin.delete_topics([topic])[topic].result(10)
    check(topic not in admin.list_topics(timeout=10).topics, "topics are deleted")
    fails(admin.delete_topics([topic])[topic], KafkaError.UNKNOWN_TOPIC_OR_PART, "and are gone then")


def admin_of_acls(admin):
    principal = f"User:{RUN}"
    binding = AclBinding(ResourceType.TOPIC, name("acl"), ResourcePatternType.PREFIXED, principal, "*",
                         AclOperation.READ, AclPermissionType.ALLOW)
    other = AclBinding(ResourceType.GROUP, "*", ResourcePatternType.LITERAL, principal, "*",
                       AclOperation.ALL, AclPermissionType.DENY)
    for future in admin.create_acls([binding, other]).values():
        future.result(10)
    mine = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, principal, None,
                            AclOperation.ANY, AclPermissionType.ANY)
    check(set(admin.describe_acls(mine).result(10)) == {binding, other}, "ACLs are kept")
    matching = AclBindingFilter(ResourceType.TOPIC, name("acl") + "-orders", ResourcePatternType.MATCH, principal, None,
                                AclOperation.ANY, AclPermissionType.ANY)
    check(admin.describe_acls(matching).result(10) == [binding], "MATCH finds prefixed ACLs")
    deleted = [acl for future in admin.delete_acls([mine]).values() for acl in future.result(10)]
    check(set(deleted) == {binding, other}, "ACLs are deleted")
    check(admin.describe_acls(mine).result(10) == [], "and are gone then")


def produce(topic, count, **config):
    producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 5, **config})
    offsets, errors = [], []

    def delivered(error, message):
        (errors.append(error) if error else offsets.append((message.partition(), message.offset())))

    for number in range(count):
        producer.produce(topic, key=f"k{number}", value=f"value {number} " + "x" * 100, partition=0,
                         headers={"n": str(number)}, on_delivery=delivered)
    check(producer.flush(20) == 0 and not errors, f"{count} records delivered to {topic} {errors[:1]}")
    return sorted(offsets)


def consume(topic, count, partition=0):
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": name("unused"), "enable.auto.commit": False})
    consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING)])
    values, end = [], time.time() + 20
    while len(values) < count and time.time() < end:
        message = consumer.poll(0.5)
        if message is not None and not message.error():
            values.append((message.offset(), message.key(), message.value(), message.headers()))
    consumer.close()
    return values


def codecs(admin):
    for codec in ["none", "gzip", "snappy", "lz4", "zstd"]:
        topic = name(f"codec-{codec}")
        admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(10)
        offsets = produce(topic, 500, **{"compression.type": codec})
        check(offsets == [(0, n) for n in range(500)], f"{codec}: offsets are given in order")
        values = consume(topic, 500)
        check([v[0] for v in values] == list(range(500)), f"{codec}: every record comes back once, in order")
        check(values[7][1] == b"k7" and values[7][2].startswith(b"value 7 ") and values[7][3] == [("n", b"7")],
              f"{codec}: keys, values and headers come back as they were")
    topic = name("acks")
    admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(10)
    for index, config in enumerate([{"acks": "0"}, {"acks": "1"}, {"acks": "all"}, {"enable.idempotence": True}]):
        produce(topic, 100, **config)
        # acks=0 is confirmed before the records are there.
        check(len(consume(topic, 100 * (index + 1))) == 100 * (index + 1), f"{config}: all records are there")


def offsets_by_time(admin):
    topic = name("times")
    admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(10)
    producer = Producer({"bootstrap.servers": BOOTSTRAP})
    base = int(time.time() * 1000) - 100_000
    for number in range(10):
        producer.produce(topic, value=str(number), partition=0, timestamp=base + 1000 * number)
        producer.flush(10)
    partition = TopicPartition(topic, 0)

    def offset(spec):
        return admin.list_offsets({partition: spec})[partition].result(10).offset

    check(offset(OffsetSpec.earliest()) == 0, "the earliest offset")
    check(offset(OffsetSpec.latest()) == 10, "the latest offset")
    check(offset(OffsetSpec.max_timestamp()) == 9, "the offset of the largest timestamp")
    check(offset(OffsetSpec.for_timestamp(base + 4500)) == 5, "the offset at a time")
    check(offset(OffsetSpec.for_timestamp(base + 999_000)) == -1, "no offset after the last")
    low = admin.delete_records([TopicPartition(topic, 0, 4)])
    check(list(low.values())[0].result(10).low_watermark == 4, "records are deleted up to an offset")
    check(offset(OffsetSpec.earliest()) == 4, "and the log begins there then")


def group_of_two(admin):
    topic, group = name("group"), name("group")
    admin.create_topics([NewTopic(topic, 4, 1)])[topic].result(10)
    producer = Producer({"bootstrap.servers": BOOTSTRAP})
    for number in range(400):
        producer.produce(topic, value=str(number), partition=number % 4)
    producer.flush(10)
    seen, assigned, stop, lock = {}, {}, threading.Event(), threading.Lock()

    def member(label):
        consumer = Consumer({
            "bootstrap.servers": BOOTSTRAP, "group.id": group, "auto.offset.reset": "earliest",
            "enable.auto.commit": False, "session.timeout.ms": 6000, "client.id": label})
        consumer.subscribe([topic], on_assign=lambda _, parts: assigned.__setitem__(label, {p.partition for p in parts}),
                           on_revoke=lambda _, parts: assigned.__setitem__(label, set()))
        while not stop.is_set():
            message = consumer.poll(0.2)
            if message is None or message.error():
                continue
            with lock:
                seen.setdefault(message.value(), set()).add(label)
            consumer.commit(message, asynchronous=False)
        consumer.close()

    threads = [threading.Thread(target=member, args=(label,)) for label in ["a", "b"]]
    started = time.time()
    for thread in threads:
        thread.start()
    end = time.time() + 30
    while time.time() < end and not (len(seen) == 400 and len(assigned.get("a", ())) == len(assigned.get("b", ())) == 2):
        time.sleep(0.05)
    check(len(seen) == 400, f"a group of two reads all records ({len(seen)} after {time.time() - started:.1f} s)")
    check(assigned["a"] | assigned["b"] == {0, 1, 2, 3} and not assigned["a"] & assigned["b"],
          f"the partitions are shared out: {assigned}")
    described = admin.describe_consumer_groups([group])[group].result(10)
    check(described.state.name == "STABLE" and len(described.members) == 2, "the group is described")
    stop.set()
    for thread in threads:
        thread.join()
    committed = admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(group)])[group].result(10)
    check(sorted((p.partition, p.offset) for p in committed.topic_partitions) == [(n, 100) for n in range(4)],
          "what the group committed is told")
    listed = {g.group_id for g in admin.list_consumer_groups().result(10).valid}
    check(group in listed, "the group is listed")
    admin.delete_consumer_groups([group])[group].result(10)
    check(group not in {g.group_id for g in admin.list_consumer_groups().result(10).valid}, "the group is deleted")


def cooperative_group(admin):
    """Incremental rebalances (KIP-429) of a static and a dynamic member; the static one comes back as it was."""
    topic, group = name("cooperative"), name("cooperative")
    admin.create_topics([NewTopic(topic, 6, 1)])[topic].result(10)

    def member(**config):
        consumer = Consumer({
            "bootstrap.servers": BOOTSTRAP, "group.id": group, "session.timeout.ms": 6000, "heartbeat.interval.ms": 200,
            "partition.assignment.strategy": "cooperative-sticky", **config})
        consumer.subscribe([topic])
        return consumer

    def until(condition, consumers, what):
        end = time.time() + 30
        while time.time() < end and not condition():
            for consumer in consumers:
                consumer.poll(0.05)
        check(condition(), what)

    first = member(**{"group.instance.id": "one"})
    until(lambda: len(first.assignment()) == 6, [first], "a lone member has all partitions")
    second = member()
    until(lambda: len(first.assignment()) == len(second.assignment()) == 3, [first, second], "a second takes over half of them")
    held = {p.partition for p in first.assignment()}
    first.close()
    first = member(**{"group.instance.id": "one"})
    until(lambda: {p.partition for p in first.assignment()} == held, [first, second], "a static member has its partitions again")
    second.close()
    until(lambda: len(first.assignment()) == 6, [first], "who leaves gives its partitions back")
    first.close()


def main():
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    cluster = admin.describe_cluster().result(10)
    check(len(cluster.cluster_id) == 22 and len(cluster.nodes) == 1, f"the cluster is described: {cluster.cluster_id}")
    admin_of_topics(admin)
    admin_of_acls(admin)
    codecs(admin)
    offsets_by_time(admin)
    group_of_two(admin)
    cooperative_group(admin)
    transactional = Producer({"bootstrap.servers": BOOTSTRAP, "transactional.id": name("txn"), "log_level": 2})
    transactional.init_transactions(15)
    check(True, "a transactional id is served; transactions.py has the rest")
    print("all checks held")


main()
