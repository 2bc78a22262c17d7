#!/usr/bin/env python3
"""Produces for ever and prints each offset that the broker acknowledged, as soon as it has.

    acked_producer.py HOST:PORT TOPIC [CONFIG=VALUE ...]

A line is PARTITION OFFSET VALUE. Kill the broker whenever you like: what was printed must be there after its restart;
acked_reader.py checks that. Ends when the broker cannot be reached for a while, or when its output is closed.
"""
import sys
import time

from confluent_kafka import Producer

configs = dict(argument.split("=", 1) for argument in sys.argv[3:])
producer = Producer({
    "bootstrap.servers": sys.argv[1], "acks": "all", "linger.ms": 0, "message.timeout.ms": 3000, "log_level": 0, **configs})
failed = False


def delivered(error, message):
    global failed
    if error:
        failed = True
    else:
        print(message.partition(), message.offset(), message.value().decode(), flush=True)


number = 0
while not failed:
    try:
        producer.produce(sys.argv[2], value=str(number), on_delivery=delivered)
        number += 1
    except BufferError:
        producer.poll(0.1)
    producer.poll(0)
    if number % 100 == 0:
        time.sleep(0.001)
producer.flush(5)
