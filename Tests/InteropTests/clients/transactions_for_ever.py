#!/usr/bin/env python3
"""Writes transactions of ten records over three partitions for ever, every other one aborted, and prints each once it has ended.

    transactions_for_ever.py HOST:PORT TOPIC

A line is `begin N`, `commit N` or `abort N`; the first is printed before anything is sent. Kill the broker whenever you like:
transactions_judge.py says whether what is in the topic can be.
"""
import sys

from confluent_kafka import KafkaException, Producer


def make():
    producer = Producer({
        "bootstrap.servers": sys.argv[1], "transactional.id": "for-ever", "linger.ms": 0, "transaction.timeout.ms": 60000, "log_level": 0})
    while True:
        try:
            producer.init_transactions(30)
            return producer
        except KafkaException as error:
            if not error.args[0].retriable():
                raise


def until_done(step):
    while True:
        try:
            return step(30)
        except KafkaException as error:
            if not error.args[0].retriable():
                raise


producer = make()
number = 0
while True:
    print("begin", number, flush=True)
    try:
        producer.begin_transaction()
        for n in range(10):
            producer.produce(sys.argv[2], f"{number}", partition=n % 3)
        if number % 2:
            producer.flush(30)
            until_done(producer.abort_transaction)
            print("abort", number, flush=True)
        else:
            until_done(producer.commit_transaction)
            print("commit", number, flush=True)
    except KafkaException as error:
        if error.args[0].txn_requires_abort():
            until_done(producer.abort_transaction)
        else:
            producer = make()
    number += 1
