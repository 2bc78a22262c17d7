"""Produces one record whose timestamp lies in the past: BOOTSTRAP TOPIC DAYS."""
import sys
import time

from confluent_kafka import Producer

bootstrap, topic, days = sys.argv[1:]
producer = Producer({"bootstrap.servers": bootstrap})
producer.produce(topic, value="old", timestamp=int((time.time() - float(days) * 86400) * 1000))
sys.exit(producer.flush(10))
