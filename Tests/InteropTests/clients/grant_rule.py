"""Puts a grant in: HOST:PORT PRINCIPAL OPERATION TOPIC."""
import sys

from confluent_kafka.admin import AclBinding, AclOperation, AclPermissionType, AdminClient, ResourcePatternType, ResourceType

bootstrap, principal, operation, topic = sys.argv[1:]
binding = AclBinding(
    ResourceType.TOPIC, topic, ResourcePatternType.LITERAL, principal, "*", AclOperation[operation.upper()], AclPermissionType.ALLOW)
admin = AdminClient({"bootstrap.servers": bootstrap})
for future in admin.create_acls([binding]).values():
    future.result(10)
