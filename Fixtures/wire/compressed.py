#!/usr/bin/env python3
"""Has clients that others wrote compress batches, and keeps the bytes that they sent.

    pip install confluent-kafka==2.16.0 kafka-python==3.0.12 python-snappy lz4 zstandard
    python3 Fixtures/wire/compressed.py HOST:PORT

Needs a running broker (heddle mesh up), which stores batches as they come. One line a batch goes to
Fixtures/wire/compressed-batches.jsonl: the client, the codec and the batch in hexadecimal. The records are the same in all:
20, with the key "k<n>", the value "value <n> " ten times over, and a header "n" of n in decimal.
"""

import json
import pathlib
import socket
import struct
import subprocess
import sys
import uuid

from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient, NewTopic
from kafka import KafkaProducer

BOOTSTRAP = sys.argv[1]
CODECS = ["none", "gzip", "snappy", "lz4", "zstd"]
RECORDS = [(b"k%d" % n, b"value %d " % n * 10, [("n", b"%d" % n)]) for n in range(20)]
admin = AdminClient({"bootstrap.servers": BOOTSTRAP})


def make_topic():
    name = "compressed-" + uuid.uuid4().hex[:8]
    admin.create_topics([NewTopic(name, 1, 1)])[name].result(10)
    return name


def string(text):
    return struct.pack(">h", len(text)) + text.encode()


def stored(topic):
    """Fetch v4, whose answer holds the batches as they were stored."""
    host, port = BOOTSTRAP.rsplit(":", 1)
    body = struct.pack(">hhi", 1, 4, 7) + string("compressed.py")
    body += struct.pack(">iiiibi", -1, 500, 1, 1 << 24, 0, 1) + string(topic)
    body += struct.pack(">iiqi", 1, 0, 0, 1 << 24)
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(struct.pack(">i", len(body)) + body)
        stream = connection.makefile("rb")
        answer = stream.read(struct.unpack(">i", stream.read(4))[0])
    position = 4 + 4 + 4 + 2 + len(topic) + 4 + 4 + 2 + 8 + 8
    aborted = struct.unpack_from(">i", answer, position)[0]
    position += 4 + max(aborted, 0) * 16
    length = struct.unpack_from(">i", answer, position)[0]
    return answer[position + 4:position + 4 + length]


def confluent(codec, topic):
    producer = Producer({
        "bootstrap.servers": BOOTSTRAP, "compression.type": codec, "linger.ms": 500, "enable.idempotence": False})
    for key, value, headers in RECORDS:
        producer.produce(topic, value, key, timestamp=1_700_000_000_000, headers=headers)
    producer.flush(10)


def kafka_python(codec, topic):
    producer = KafkaProducer(
        bootstrap_servers=BOOTSTRAP, compression_type=None if codec == "none" else codec, linger_ms=500,
        enable_idempotence=False)
    for key, value, headers in RECORDS:
        producer.send(topic, value, key, headers, partition=0, timestamp_ms=1_700_000_000_000)
    producer.flush(10)


def kcat(codec, topic):
    # A delimiter of its own between key and value, another between records.
    text = b"\n".join(key + b":" + value for key, value, _ in RECORDS) + b"\n"
    subprocess.run(
        ["kcat", "-P", "-b", BOOTSTRAP, "-t", topic, "-K", ":", "-z", codec, "-X", "linger.ms=500"], input=text, check=True)


with open(pathlib.Path(__file__).parent / "compressed-batches.jsonl", "w") as out:
    for client in [confluent, kafka_python, kcat]:
        for codec in CODECS:
            topic = make_topic()
            client(codec, topic)
            line = {"client": client.__name__, "codec": codec, "batch": stored(topic).hex()}
            out.write(json.dumps(line) + "\n")
