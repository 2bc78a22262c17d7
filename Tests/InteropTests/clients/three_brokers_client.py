#!/usr/bin/env python3
"""A cluster that shows three brokers: replicas, leaders, coordinators; topics made on asking; records through all of it.

    three_brokers_client.py HOST:PORT[,HOST:PORT...]

Exits 0 when every check held; names the check that did not otherwise.
"""
import sys
import uuid

from confluent_kafka import Consumer, KafkaException, Producer, TopicCollection, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigResource, NewPartitions, NewTopic, ResourceType
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]
TOPIC, ASKED = f"spread-{RUN}", f"asked-{RUN}"
admin = AdminClient({"bootstrap.servers": BOOTSTRAP})


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


admin.create_topics([NewTopic(TOPIC, 6, 3, config={"min.insync.replicas": "2"})])[TOPIC].result(10)
cluster = admin.describe_cluster().result(10)
check(sorted(n.id for n in cluster.nodes) == [1, 2, 3], "three brokers are shown")
check(len({n.port for n in cluster.nodes}) == 3, "each on a port of its own")
partitions = admin.list_topics(TOPIC, timeout=10).topics[TOPIC].partitions.values()
check(sorted(p.leader for p in partitions) == [1, 1, 2, 2, 3, 3], "leaders are spread")
check(all(sorted(p.replicas) == [1, 2, 3] and sorted(p.isrs) == [1, 2, 3] for p in partitions), "with three replicas in sync")
try:
    admin.create_topics([NewTopic(f"four-{RUN}", 1, 4)])[f"four-{RUN}"].result(10)
    raise AssertionError("four replicas on three brokers")
except KafkaException as error:
    check(error.args[0].name() == "INVALID_REPLICATION_FACTOR", "four replicas are too many")
admin.create_topics([NewTopic(f"manual-{RUN}", 2, replica_assignment=[[3, 1], [2, 3]])])[f"manual-{RUN}"].result(10)
manual = admin.list_topics(f"manual-{RUN}", timeout=10).topics[f"manual-{RUN}"].partitions
check([manual[0].replicas, manual[1].replicas] == [[3, 1], [2, 3]], "an assignment by hand is kept")
for broker in "123":
    (future,) = admin.describe_configs([ConfigResource(ResourceType.BROKER, broker)]).values()
    check("log.retention.ms" in future.result(10), f"broker {broker} tells its configs")

producer = Producer({"bootstrap.servers": BOOTSTRAP, "acks": "all", "enable.idempotence": True})
for number in range(600):
    producer.produce(TOPIC, str(number), key=str(number))
check(producer.flush(30) == 0, "all brokers take records")
consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": f"g-{RUN}", "auto.offset.reset": "earliest"})
consumer.subscribe([TOPIC])
read = []
while len(read) < 600:
    message = consumer.poll(20)
    assert message is not None and not message.error(), message
    read.append(int(message.value()))
check(sorted(read) == list(range(600)), "and give them again")
consumer.close()

# Topics that are made when somebody asks.
producer.produce(ASKED, "first")
check(producer.flush(30) == 0, "a record for a topic that is not there makes it")
check(len(admin.list_topics(ASKED, timeout=10).topics[ASKED].partitions) == 4, "with the partitions of the setting")
never = f"never-{RUN}"
reader = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": f"n-{RUN}", "allow.auto.create.topics": False})
reader.subscribe([never])
reader.poll(1)
reader.close()
check(never not in admin.list_topics(timeout=10).topics, "who says that it wants none made makes none")

# Another client, which uses fetch sessions and the newer admin requests.
python = KafkaAdminClient(bootstrap_servers=BOOTSTRAP)
described = python.describe_topics([TOPIC])[0]
check(len(described["partitions"]) == 6, "kafka-python describes the topic")
python.close()
records = KafkaProducer(bootstrap_servers=BOOTSTRAP)
reader = KafkaConsumer(TOPIC, bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest", group_id=None, consumer_timeout_ms=15000)
seen = []
for record in reader:
    seen.append(record.value)
    if len(seen) == 600:
        records.send(TOPIC, b"more", partition=0)
        records.flush()
    if len(seen) == 601:
        break
check(len(seen) == 601, "kafka-python reads everything, and what comes later")
sessions = [h.next_metadata for h in reader._fetcher._session_handlers.values()]
check(any(m.session_id > 0 and m.epoch > 1 for m in sessions), "in fetch sessions")
reader.close()
records.close()
