"""Sets one config of one topic, as an administrator would by hand: BOOTSTRAP TOPIC KEY VALUE."""
import sys
from confluent_kafka.admin import AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

bootstrap, topic, key, value = sys.argv[1:]
admin = AdminClient({"bootstrap.servers": bootstrap})
entry = ConfigEntry(key, value, incremental_operation=AlterConfigOpType.SET)
resource = ConfigResource(ResourceType.TOPIC, topic, incremental_configs=[entry])
for future in admin.incremental_alter_configs([resource]).values():
    future.result(10)
