"""librdkafka against listeners that want to know who it is.

Run: security_confluent.py SASL_PLAINTEXT SASL_SSL MTLS, in a folder with the development certificates and token.key.
"""

import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AclBinding, AclOperation, AclPermissionType, AdminClient, NewTopic, ResourcePatternType, ResourceType, ScramCredentialInfo, ScramMechanism,
    UserScramCredentialDeletion, UserScramCredentialUpsertion,
)

from tokens import issue

sasl, sasl_tls, mtls = sys.argv[1:4]
certs = ".heddle/certs"


def plain(user, password, mechanism="SCRAM-SHA-512", **more):
    return {
        "bootstrap.servers": sasl, "security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": mechanism, "sasl.username": user,
        "sasl.password": password,
    } | more


def secured(user, password, mechanism="SCRAM-SHA-512"):
    return plain(user, password, mechanism) | {
        "bootstrap.servers": sasl_tls, "security.protocol": "SASL_SSL", "ssl.ca.location": f"{certs}/ca.pem",
    }


def certified(name):
    return {
        "bootstrap.servers": mtls, "security.protocol": "SSL", "ssl.ca.location": f"{certs}/ca.pem",
        "ssl.certificate.location": f"{certs}/{name}.pem", "ssl.key.location": f"{certs}/{name}.key",
    }


def with_token(subject, seconds=300, **claims):
    def give(_):
        return issue("token.key", subject, seconds, **claims)
    return {"bootstrap.servers": sasl, "security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "OAUTHBEARER", "oauth_cb": give}


def produce(config, topic="orders", value=b"x"):
    """The error of one record, or None."""
    outcome = []
    producer = Producer(config | {"message.timeout.ms": 15000})
    producer.produce(topic, value, on_delivery=lambda error, _: outcome.append(error))
    producer.flush(20)
    assert outcome, "no report came"
    return outcome[0].code() if outcome[0] else None


def consume(config, topic="orders", group="readers"):
    """The values of a topic's first partition, or the error's code."""
    consumer = Consumer(config | {"group.id": group, "auto.offset.reset": "earliest", "enable.partition.eof": True})
    consumer.assign([TopicPartition(topic, 0, 0)])
    values = []
    end = time.time() + 20
    try:
        while time.time() < end:
            message = consumer.poll(1)
            if message is None:
                continue
            if message.error():
                # Asked for a coordinator that it does not need.
                if message.error().code() == KafkaError.GROUP_AUTHORIZATION_FAILED:
                    continue
                return values if message.error().code() == KafkaError._PARTITION_EOF else message.error().code()
            values.append(message.value())
    finally:
        consumer.close()
    raise AssertionError("neither records nor an error came")


def is_refused(config, words):
    """Whether a client is told so, in these words."""
    errors = []
    client = AdminClient(config | {"error_cb": errors.append})
    end = time.time() + 20
    while time.time() < end:
        client.poll(0.2)
        if any(words in str(error) for error in errors):
            return True
    raise AssertionError(f"not refused with '{words}': {errors[:3]}")


def allow(admin, principal, operation, kind=ResourceType.TOPIC, name="orders"):
    rule = AclBinding(kind, name, ResourcePatternType.LITERAL, principal, "*", operation, AclPermissionType.ALLOW)
    for future in admin.create_acls([rule]).values():
        future.result(15)


# The super user, by each mechanism that takes a password.
for mechanism in ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]:
    assert AdminClient(plain("heddle", "heddle-secret", mechanism)).list_topics(timeout=15).brokers
    assert AdminClient(secured("heddle", "heddle-secret", mechanism)).list_topics(timeout=15).brokers
admin = AdminClient(plain("heddle", "heddle-secret"))
admin.create_topics([NewTopic("orders", 1), NewTopic("secrets", 1)])["orders"].result(15)

# A wrong password, and a name that nobody has.
assert is_refused(plain("heddle", "wrong", "PLAIN"), "Invalid username or password")
assert is_refused(plain("heddle", "wrong", "SCRAM-SHA-256"), "invalid credentials with SASL mechanism SCRAM-SHA-256")
assert is_refused(plain("nobody", "heddle-secret"), "invalid credentials")
assert is_refused(
    secured("heddle", "x", "OAUTHBEARER") | {"oauth_cb": lambda _: issue("token.key", "billing")}, "nsupported")

# A user that a client makes can log in, until it is taken away; another password takes the first's place.
carol = ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096)
admin.alter_user_scram_credentials([UserScramCredentialUpsertion("carol", carol, b"first")])["carol"].result(15)
described = admin.describe_user_scram_credentials(["carol"])["carol"].result(15)
assert [(i.mechanism, i.iterations) for i in described.scram_credential_infos] == [(ScramMechanism.SCRAM_SHA_512, 4096)]
assert "heddle" not in admin.describe_user_scram_credentials().result(15)

# Nothing is allowed that no rule allows.
assert produce(plain("carol", "first")) == KafkaError.TOPIC_AUTHORIZATION_FAILED
allow(admin, "User:carol", AclOperation.WRITE)
assert produce(plain("carol", "first"), value=b"by scram") is None
assert produce(secured("carol", "first"), value=b"by scram, encrypted") is None
assert consume(plain("carol", "first")) == KafkaError.TOPIC_AUTHORIZATION_FAILED
assert produce(plain("carol", "first"), topic="secrets") == KafkaError.TOPIC_AUTHORIZATION_FAILED
admin.alter_user_scram_credentials([UserScramCredentialUpsertion("carol", carol, b"second")])["carol"].result(15)
assert is_refused(plain("carol", "first"), "invalid credentials")
assert produce(plain("carol", "second"), value=b"by scram, rotated") is None
admin.alter_user_scram_credentials([UserScramCredentialDeletion("carol", ScramMechanism.SCRAM_SHA_512)])["carol"].result(15)
assert is_refused(plain("carol", "second"), "invalid credentials")

# Who may not alter the cluster makes no users.
mallory = AdminClient(plain("alice", "alice-secret"))
try:
    mallory.alter_user_scram_credentials([UserScramCredentialUpsertion("mallory", carol, b"x")])["mallory"].result(15)
    raise AssertionError("made a user without the right")
except KafkaException as error:
    assert error.args[0].code() == KafkaError.CLUSTER_AUTHORIZATION_FAILED, error

# A certificate says who somebody is; another's word is not taken.
assert produce(certified("checkout")) == KafkaError.TOPIC_AUTHORIZATION_FAILED
allow(admin, "User:checkout", AclOperation.WRITE)
allow(admin, "User:checkout", AclOperation.READ)
allow(admin, "User:checkout", AclOperation.READ, ResourceType.GROUP, "readers")
assert produce(certified("checkout"), value=b"by certificate") is None
assert consume(certified("checkout")) == [b"by scram", b"by scram, encrypted", b"by scram, rotated", b"by certificate"]
bare = certified("checkout")
del bare["ssl.certificate.location"], bare["ssl.key.location"]
assert is_refused(bare, "certificate required")

# A token, and its renewal while the producer goes on.
allow(admin, "User:billing", AclOperation.WRITE)
assert produce(with_token("billing"), value=b"by token") is None
assert produce(with_token("eve")) == KafkaError.TOPIC_AUTHORIZATION_FAILED
for bad in [{"iss": "https://other.test"}, {"aud": "web"}, {"exp": 1_000_000_000}]:
    assert is_refused(with_token("billing", **bad), "invalid_token"), bad
outcomes = []
producer = Producer(with_token("billing", seconds=6) | {"message.timeout.ms": 15000})
for count in range(9):
    producer.produce("orders", b"renewed %d" % count, on_delivery=lambda error, _: outcomes.append(error))
    producer.flush(15)
    time.sleep(1)
assert outcomes == [None] * 9, outcomes

print("librdkafka: logged in, let in, and kept out")
