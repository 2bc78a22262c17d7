#!/usr/bin/env python3
"""Makes a topic: make_topic.py HOST:PORT NAME PARTITIONS [CONFIG=VALUE ...]"""
import sys

from confluent_kafka.admin import AdminClient, NewTopic

configs = dict(argument.split("=", 1) for argument in sys.argv[4:])
topic = NewTopic(sys.argv[2], int(sys.argv[3]), 1, config=configs)
admin = AdminClient({"bootstrap.servers": sys.argv[1]})
admin.create_topics([topic])[topic.topic].result(10)
