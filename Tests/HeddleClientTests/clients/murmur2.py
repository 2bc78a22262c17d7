#!/usr/bin/env python3
"""Writes records with keys by other clients, whose partitions are then compared with ours.

    murmur2.py HOST:PORT TOPIC
"""
import os
import random
import sys

from confluent_kafka import Producer
from kafka import KafkaProducer

bootstrap, topic = sys.argv[1:3]
random.seed(7)
keys = [os.urandom(n % 40) or b"x" for n in range(300)] + [f"customer-{n}".encode() for n in range(300)]
librdkafka = Producer({"bootstrap.servers": bootstrap, "partitioner": "murmur2_random"})
for key in keys[::2]:
    librdkafka.produce(topic, key=key, value=b"v")
assert librdkafka.flush(30) == 0
python = KafkaProducer(bootstrap_servers=bootstrap)
for key in keys[1::2]:
    python.send(topic, key=key, value=b"v")
python.flush(30)
python.close()
print("written:", len(keys))
