"""aiokafka against listeners that want to know who it is. Run after security_confluent.py, with the same arguments."""

import asyncio
import sys

from aiokafka import AIOKafkaProducer
from aiokafka.abc import AbstractTokenProvider
from aiokafka.errors import KafkaError, TopicAuthorizationFailedError
from aiokafka.helpers import create_ssl_context

from tokens import issue

sasl, sasl_tls, mtls = sys.argv[1:4]
certs = ".heddle/certs"


class Tokens(AbstractTokenProvider):
    def __init__(self, subject):
        self.subject = subject

    async def token(self):
        return issue("token.key", self.subject)[0]


def password(user, password, mechanism):
    return {
        "bootstrap_servers": sasl, "security_protocol": "SASL_PLAINTEXT", "sasl_mechanism": mechanism, "sasl_plain_username": user,
        "sasl_plain_password": password,
    }


def trust(**more):
    return create_ssl_context(cafile=f"{certs}/ca.pem", **more)


async def produce(**config):
    producer = AIOKafkaProducer(**config, request_timeout_ms=15000)
    try:
        await producer.start()
        await producer.send_and_wait("orders", b"aio")
    finally:
        await producer.stop()


async def main():
    for mechanism in ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]:
        await produce(**password("heddle", "heddle-secret", mechanism))
        secured = password("heddle", "heddle-secret", mechanism) | {
            "bootstrap_servers": sasl_tls, "security_protocol": "SASL_SSL", "ssl_context": trust(),
        }
        await produce(**secured)
        try:
            await produce(**password("heddle", "wrong", mechanism))
            raise AssertionError(f"let in with a wrong password by {mechanism}")
        except KafkaError:
            pass
    context = trust(certfile=f"{certs}/checkout.pem", keyfile=f"{certs}/checkout.key")
    await produce(bootstrap_servers=mtls, security_protocol="SSL", ssl_context=context)

    def token(subject):
        return {
            "bootstrap_servers": sasl, "security_protocol": "SASL_PLAINTEXT", "sasl_mechanism": "OAUTHBEARER",
            "sasl_oauth_token_provider": Tokens(subject),
        }

    await produce(**token("billing"))
    for stranger in [token("eve"), password("alice", "alice-secret", "SCRAM-SHA-512")]:
        try:
            await produce(**stranger)
            raise AssertionError("wrote without the right")
        except TopicAuthorizationFailedError:
            pass
    print("aiokafka: logged in, let in, and kept out")


asyncio.run(main())
