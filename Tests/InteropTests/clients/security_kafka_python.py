"""kafka-python against listeners that want to know who it is. Run after security_confluent.py, with the same arguments."""

import logging
import sys

from kafka import KafkaConsumer, KafkaProducer
from kafka.errors import KafkaError, TopicAuthorizationFailedError
from kafka.net.sasl.oauth import AbstractTokenProvider

from tokens import issue

sasl, sasl_tls, mtls = sys.argv[1:4]
certs = ".heddle/certs"


class Tokens(AbstractTokenProvider):
    def __init__(self, subject, **claims):
        super().__init__()
        self.subject, self.claims = subject, claims

    def token(self):
        return issue("token.key", self.subject, algorithm="RS256", **self.claims)[0]


def password(user, password, mechanism):
    return {
        "bootstrap_servers": sasl, "security_protocol": "SASL_PLAINTEXT", "sasl_mechanism": mechanism, "sasl_plain_username": user,
        "sasl_plain_password": password,
    }


def secured(config):
    return config | {"bootstrap_servers": sasl_tls, "security_protocol": "SASL_SSL", "ssl_cafile": f"{certs}/ca.pem"}


def certified(name):
    return {
        "bootstrap_servers": mtls, "security_protocol": "SSL", "ssl_cafile": f"{certs}/ca.pem", "ssl_certfile": f"{certs}/{name}.pem",
        "ssl_keyfile": f"{certs}/{name}.key",
    }


def token(subject, **claims):
    return {
        "bootstrap_servers": sasl, "security_protocol": "SASL_PLAINTEXT", "sasl_mechanism": "OAUTHBEARER",
        "sasl_oauth_token_provider": Tokens(subject, **claims),
    }


def produce(config):
    producer = KafkaProducer(**config, max_block_ms=15000, acks="all")
    try:
        producer.send("orders", b"python").get(15)
    finally:
        producer.close(timeout=2)


class Words(logging.Handler):
    """What the client says of why it cannot connect: it tries again until it gives up with an error of its own."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def emit(self, record):
        self.text += record.getMessage()


def is_refused(config):
    words = Words()
    logging.getLogger("kafka").addHandler(words)
    try:
        produce(config | {"bootstrap_timeout_ms": 3000})
    except KafkaError as error:
        return "SaslAuthenticationFailed" in words.text + repr(error)
    finally:
        logging.getLogger("kafka").removeHandler(words)
    return False


for mechanism in ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]:
    produce(password("heddle", "heddle-secret", mechanism))
    produce(secured(password("heddle", "heddle-secret", mechanism)))
    assert is_refused(password("heddle", "wrong", mechanism)), mechanism
produce(certified("checkout"))
produce(token("billing"))
assert is_refused(token("billing", aud="web"))
for stranger in [password("alice", "alice-secret", "PLAIN"), token("eve")]:
    try:
        produce(stranger)
        raise AssertionError("wrote without the right")
    except TopicAuthorizationFailedError:
        pass

consumer = KafkaConsumer("orders", **certified("checkout"), group_id="readers", auto_offset_reset="earliest", consumer_timeout_ms=10000)
assert next(consumer).value
consumer.close()

print("kafka-python: logged in, let in, and kept out")
