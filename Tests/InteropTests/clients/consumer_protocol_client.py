#!/usr/bin/env python3
"""Members of the consumer protocol (KIP-848) come and go in one group, beside a classic group; all records are read.

    consumer_protocol_client.py HOST:PORT

Exits 0 when every check held; names the check that did not otherwise.
"""
import sys
import time
import uuid

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]
TOPIC = f"assigned-{RUN}"
admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
admin.create_topics([NewTopic(TOPIC, 6, 1)])[TOPIC].result(10)
sent = []
producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 5})


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def produce(count):
    for _ in range(count):
        value = f"{len(sent)}"
        producer.produce(TOPIC, value, key=value)
        sent.append(value)
    assert producer.flush(30) == 0


class Member:
    def __init__(self, group, **settings):
        self.owned, self.read = set(), []
        self.consumer = Consumer({
            "bootstrap.servers": BOOTSTRAP, "group.id": group, "auto.offset.reset": "earliest",
            "enable.auto.commit": False, **settings})
        self.consumer.subscribe([TOPIC], on_assign=self.assign, on_revoke=self.revoke, on_lost=self.lose)

    def assign(self, consumer, partitions):
        self.owned |= {p.partition for p in partitions}
        consumer.incremental_assign(partitions)

    def revoke(self, consumer, partitions):
        self.owned -= {p.partition for p in partitions}
        consumer.incremental_unassign(partitions)

    def lose(self, consumer, partitions):
        raise AssertionError(f"{partitions} were lost")

    def poll(self):
        message = self.consumer.poll(0.02)
        if message is None:
            return
        if message.error():
            raise AssertionError(message.error())
        assert message.partition() in self.owned, "a record of a partition that is not owned"
        self.read.append(message.value().decode())
        self.consumer.commit(message, asynchronous=False)


def poll(members, until, what, seconds=40):
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise AssertionError(f"in vain: {what}; " + ", ".join(str(m.owned) for m in members))
        for member in members:
            member.poll()
    print("ok:", what, flush=True)


NEW = {"group.protocol": "consumer"}
OLD = {"partition.assignment.strategy": "cooperative-sticky", "session.timeout.ms": 6000}
group, classic = f"new-{RUN}", f"old-{RUN}"

produce(200)
began = time.monotonic()
first = Member(group, **NEW)
poll([first], lambda: first.read, "the first record comes")
print(f"   subscribe to first record: {1000 * (time.monotonic() - began):.0f} ms", flush=True)
check(len(first.owned) == 6, "a lone member has all partitions")
beside = Member(classic, **OLD)
second = Member(group, **NEW, **{"group.remote.assignor": "uniform"})
all_members = [first, second, beside]
poll(all_members, lambda: len(first.owned) == 3 and len(second.owned) == 3, "two members have three each")
check(not first.owned & second.owned, "of which none is the other's")
produce(300)
poll(all_members, lambda: len(first.read) + len(second.read) >= 500, "both read on")
check(second.read, "the second had some of it")

described = admin.describe_consumer_groups([group])[group].result(10)
check(described.state.name == "STABLE" and len(described.members) == 2, "the group is described")
check(described.type.name == "CONSUMER", "as one of the consumer protocol")
listed = {g.group_id: g.type.name for g in admin.list_consumer_groups().result(10).valid}
check(listed[group] == "CONSUMER" and listed[classic] == "CLASSIC", "groups are listed with their types")

first.consumer.close()
produce(100)
poll([second, beside], lambda: len(second.owned) == 6, "who stays takes over")
poll([second, beside], lambda: len(first.read) + len(second.read) >= 600 and len(beside.read) >= 600, "and reads the rest")
check(sorted(first.read + second.read) == sorted(sent), "every record was read once")
check(sorted(beside.read) == sorted(sent), "and once by the classic group")
second.consumer.close()
beside.consumer.close()
check(admin.delete_consumer_groups([group])[group].result(10) is None, "the empty group is deleted")
