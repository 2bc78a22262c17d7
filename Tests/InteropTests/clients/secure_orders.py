"""The applications of Examples/orders in its environment `secure`. Run: secure_orders.py BOOTSTRAP."""

import sys

from confluent_kafka import KafkaError, Producer
from confluent_kafka.admin import AdminClient


def login(user):
    return {
        "bootstrap.servers": sys.argv[1], "security.protocol": "SASL_SSL", "ssl.ca.location": ".heddle/certs/ca.pem",
        "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": user, "sasl.password": f"{user}-secret",
    }


def write(user, topic):
    outcome = []
    producer = Producer(login(user) | {"message.timeout.ms": 15000})
    producer.produce(topic, b"x", key=b"k", on_delivery=lambda error, _: outcome.append(error))
    producer.flush(20)
    return outcome[0].code() if outcome[0] else None


DENIED = KafkaError.TOPIC_AUTHORIZATION_FAILED
# What is no order is refused for what it is, by the topic's contract, and not for who wrote it.
assert write("checkout", "orders.created") != DENIED
assert write("checkout", "payments.settled") == DENIED
assert write("payments", "payments.settled") != DENIED
assert write("payments", "orders.created") == DENIED
seen = AdminClient(login("payments")).list_topics(timeout=15).topics
assert "orders.created" in seen and "__heddle.state" not in seen, seen
print("each writes what is its own")
