"""Prints every topic with its partitions and its own retention, a line each, sorted: BOOTSTRAP."""
import sys
from confluent_kafka.admin import AdminClient, ConfigResource, ResourceType

admin = AdminClient({"bootstrap.servers": sys.argv[1]})
topics = {name: topic for name, topic in admin.list_topics(timeout=10).topics.items() if not name.startswith("__")}
names = sorted(topics)
lines = []
for start in range(0, len(names), 200):
    resources = [ConfigResource(ResourceType.TOPIC, name) for name in names[start:start + 200]]
    for resource, future in admin.describe_configs(resources).items():
        configs = future.result(20)
        lines.append(f"{resource.name} partitions={len(topics[resource.name].partitions)} retention.ms={configs['retention.ms'].value}")
print("\n".join(sorted(lines)))
