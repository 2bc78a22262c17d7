"""Does what an application does, with exactly the rules that were derived for it, on a cluster that denies by default.

    derived_access_client.py HOST:PORT fill TOPIC…       a record for each topic
    derived_access_client.py HOST:PORT application       every deed works; each fails when a rule that it needs is taken away
    derived_access_client.py HOST:PORT on-call           the same of a person who replays dead letters

The principal has alter on the cluster besides, which lets it take rules away and put them back, and nothing else of what is tried.
"""
import sys

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, ConfigResource, NewTopic, ResourcePatternType, ResourceType)

bootstrap = sys.argv[1]
admin = AdminClient({"bootstrap.servers": bootstrap})
AUTHORIZATION = {
    KafkaError.TOPIC_AUTHORIZATION_FAILED, KafkaError.GROUP_AUTHORIZATION_FAILED, KafkaError.CLUSTER_AUTHORIZATION_FAILED,
    KafkaError.TRANSACTIONAL_ID_AUTHORIZATION_FAILED}


class Refused(Exception):
    pass


def check(error):
    """Only a refusal may stop a deed; whatever else goes wrong fails the test."""
    if error is None:
        return
    if error.code() in AUTHORIZATION:
        raise Refused(error.str())
    raise AssertionError(f"neither done nor refused: {error}")


def told(deed):
    try:
        return deed()
    except KafkaException as failure:
        check(failure.args[0])


def produce(topic, **settings):
    outcome, fatal = [], []
    producer = Producer({"bootstrap.servers": bootstrap, "message.timeout.ms": 8000, "error_cb": fatal.append, **settings})
    producer.produce(topic, b"value", partition=0, on_delivery=lambda error, _: outcome.append(error))
    producer.flush(12)
    for error in fatal:
        if error.code() in AUTHORIZATION:
            raise Refused(error.str())
    assert outcome, "no report came"
    check(outcome[0])


def idempotent(topic):
    produce(topic, **{"enable.idempotence": True})


def transaction(id):
    """Being the producer of that id; what it may write then is for the topics' rules."""
    producer = Producer({"bootstrap.servers": bootstrap, "transactional.id": id, "transaction.timeout.ms": 8000})
    told(lambda: producer.init_transactions(12))


def consumer(group):
    return Consumer({
        "bootstrap.servers": bootstrap, "group.id": group, "auto.offset.reset": "earliest", "enable.auto.commit": False,
        "session.timeout.ms": 6000})


def consume(topic, group):
    """A member of the group, to a commit."""
    member = consumer(group)
    try:
        member.subscribe([topic])
        for _ in range(100):
            message = member.poll(0.2)
            if message is None:
                continue
            check(message.error())
            # The same record is there for the next time.
            position = TopicPartition(topic, message.partition(), message.offset())
            for committed in told(lambda: member.commit(offsets=[position], asynchronous=False)):
                check(committed.error)
            return
        raise AssertionError(f"nothing came from {topic}")
    finally:
        member.close()


def look(topic):
    """Records without a group's help. The library looks for a group all the same, and complains; that is none of this.

    Of a topic that it may not even see it says nothing, and waits: so that is asked first.
    """
    describe(topic)
    reader = consumer("nobody")
    try:
        reader.assign([TopicPartition(topic, 0, 0)])
        for _ in range(60):
            message = reader.poll(0.2)
            if message is None or message.error() and message.error().code() == KafkaError.GROUP_AUTHORIZATION_FAILED:
                continue
            check(message.error())
            return
        raise AssertionError(f"nothing came from {topic}")
    finally:
        reader.close()


def move(topic, group):
    """Sets a group's offset, as tools do that are no members."""
    wanted = ConsumerGroupTopicPartitions(group, [TopicPartition(topic, 0, 0)])
    for future in admin.alter_consumer_group_offsets([wanted], request_timeout=10).values():
        for moved in told(lambda: future.result(12)).topic_partitions:
            check(moved.error)


def settings(topic):
    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    for future in admin.describe_configs([resource]).values():
        told(lambda: future.result(10))


def describe(topic):
    for name, found in told(lambda: admin.list_topics(topic, timeout=10)).topics.items():
        check(found.error)


def coordinator(id):
    told(lambda: admin.describe_consumer_groups([id])[id].result(10))


def create(topic):
    for future in admin.create_topics([NewTopic(topic, 1, 1)]).values():
        told(lambda: future.result(10))


RESOURCES = {"topic": ResourceType.TOPIC, "group": ResourceType.GROUP, "transactional-id": ResourceType.TRANSACTIONAL_ID}


def binding(rule, kind=AclBinding):
    resource, name, operation = rule
    return kind(
        RESOURCES[resource], name, ResourcePatternType.LITERAL, "User:ANONYMOUS", "*", AclOperation[operation.upper().replace("-", "_")],
        AclPermissionType.ALLOW)


def rules_there():
    everything = AclBindingFilter(
        ResourceType.ANY, None, ResourcePatternType.ANY, "User:ANONYMOUS", None, AclOperation.ANY, AclPermissionType.ANY)
    names = {value: key for key, value in RESOURCES.items()}
    found = admin.describe_acls(everything).result(10)
    return {(names[r.restype], r.name, r.operation.name.lower().replace("_", "-")) for r in found if r.restype in names}


def works(deed):
    try:
        deed()
        return True
    except Refused:
        return False


def verify(needs, deeds, forbidden):
    """needs: rule → the deed that cannot be done without it."""
    assert rules_there() == set(needs), f"derived: {sorted(rules_there())}"
    for name, deed in deeds.items():
        assert works(deed), f"'{name}' is refused with all that was derived"
    for name, deed in forbidden.items():
        assert not works(deed), f"'{name}' is let through, and nobody asked for it"
    for rule, name in needs.items():
        for future in admin.delete_acls([binding(rule, AclBindingFilter)]).values():
            assert future.result(10), rule
        assert not works(deeds[name]), f"'{name}' is done without {rule}"
        for future in admin.create_acls([binding(rule)]).values():
            future.result(10)
        assert works(deeds[name]), f"'{name}' is refused once {rule} is back"
    print(f"all {len(needs)} rules are needed, and enough")


def application():
    deeds = {
        "produce": lambda: produce("orders"),
        "produce idempotently": lambda: idempotent("orders"),
        "produce to the second topic": lambda: idempotent("payments"),
        "begin a transaction": lambda: transaction("checkout-1"),
        "consume": lambda: consume("carts", "checkout"),
        "put aside for a retry": lambda: idempotent("carts.checkout.retry"),
        "consume retries": lambda: consume("carts.checkout.retry", "checkout"),
        "give up": lambda: idempotent("carts.checkout.dlq"),
    }
    verify(
        {
            ("topic", "orders", "write"): "produce",
            ("topic", "payments", "write"): "produce to the second topic",
            ("transactional-id", "checkout-1", "write"): "begin a transaction",
            ("topic", "carts", "read"): "consume",
            ("group", "checkout", "read"): "consume",
            ("topic", "carts.checkout.retry", "write"): "put aside for a retry",
            ("topic", "carts.checkout.retry", "read"): "consume retries",
            ("topic", "carts.checkout.dlq", "write"): "give up",
        },
        deeds,
        {
            "read dead letters": lambda: look("carts.checkout.dlq"),
            "read what it produces": lambda: look("orders"),
            "write what it consumes": lambda: idempotent("carts"),
            "consume in another group": lambda: consume("carts", "another"),
            "another transaction": lambda: transaction("checkout-2"),
            "create a topic": lambda: create("new"),
            "see a topic's settings": lambda: settings("carts"),
        })


def on_call():
    deeds = {
        "see what it produces": lambda: describe("orders"),
        "see the settings of what it produces": lambda: settings("orders"),
        "see the settings of what it consumes": lambda: settings("carts"),
        "see the settings of retries": lambda: settings("carts.checkout.retry"),
        "see the settings of dead letters": lambda: settings("carts.checkout.dlq"),
        "look at the group": lambda: coordinator("checkout"),
        "read dead letters": lambda: look("carts.checkout.dlq"),
        "write them back": lambda: idempotent("carts"),
        "write them to retries": lambda: idempotent("carts.checkout.retry"),
        "read retries": lambda: look("carts.checkout.retry"),
        "move the group": lambda: move("carts", "checkout"),
    }
    verify(
        {
            ("topic", "orders", "describe"): "see what it produces",
            ("topic", "orders", "describe-configs"): "see the settings of what it produces",
            ("topic", "carts", "describe-configs"): "see the settings of what it consumes",
            ("topic", "carts.checkout.retry", "describe-configs"): "see the settings of retries",
            ("topic", "carts.checkout.dlq", "describe-configs"): "see the settings of dead letters",
            ("group", "checkout", "read"): "move the group",
            ("topic", "carts", "read"): "move the group",
            ("topic", "carts", "write"): "write them back",
            ("topic", "carts.checkout.dlq", "read"): "read dead letters",
            ("topic", "carts.checkout.retry", "write"): "write them to retries",
            ("topic", "carts.checkout.retry", "read"): "read retries",
        },
        deeds,
        {
            "read what it produces": lambda: look("orders"),
            "write what it produces": lambda: idempotent("orders"),
            "write dead letters": lambda: idempotent("carts.checkout.dlq"),
            "move another group": lambda: move("carts", "another"),
            "create a topic": lambda: create("new"),
        })


match sys.argv[2]:
    case "fill":
        for topic in sys.argv[3:]:
            produce(topic)
    case "application":
        application()
    case "on-call":
        on_call()
