"""Does to __heddle.audit what nobody should: HOST:PORT put-in|lie|cut-beginning|delete."""
import json
import sys

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

bootstrap, deed = sys.argv[1:]
topic = "__heddle.audit"
admin = AdminClient({"bootstrap.servers": bootstrap})
if deed == "put-in":
    producer = Producer({"bootstrap.servers": bootstrap})
    producer.produce(topic, value="I was here")
    assert producer.flush(20) == 0
elif deed == "lie":
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "liar", "enable.auto.commit": False})
    partition = TopicPartition(topic, 0)
    low, high = consumer.get_watermark_offsets(partition, timeout=20)
    consumer.assign([TopicPartition(topic, 0, high - 1)])
    message = consumer.poll(20)
    event = json.loads(message.value()) | {"heddlechain": "11" * 32, "heddleoffset": str(high)}
    consumer.close()
    producer = Producer({"bootstrap.servers": bootstrap})
    producer.produce(topic, key=message.key(), value=json.dumps(event), headers=message.headers())
    assert producer.flush(20) == 0
elif deed == "cut-beginning":
    for future in admin.delete_records([TopicPartition(topic, 0, 4)]).values():
        future.result(20)
else:
    admin.delete_topics([topic])[topic].result(20)
