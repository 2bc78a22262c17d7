"""Tokens of both algorithms, for a cluster that fetches its issuer's keys. Run: token_client.py BOOTSTRAP."""

import sys

from confluent_kafka.admin import AdminClient

from tokens import issue

for algorithm in ["ES256", "RS256"]:
    client = AdminClient({
        "bootstrap.servers": sys.argv[1], "security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "OAUTHBEARER",
        "oauth_cb": lambda _, algorithm=algorithm: issue("token.key", "billing", algorithm=algorithm),
    })
    client.poll(1)
    assert client.list_topics(timeout=20).brokers, algorithm
print("both kinds of tokens are taken")
