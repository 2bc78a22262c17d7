"""Denies an operation on a topic to everybody, or takes all rules of the topic out.

    access_rules.py HOST:PORT deny write|read|describe TOPIC
    access_rules.py HOST:PORT lift TOPIC
"""
import sys

from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, ResourcePatternType, ResourceType)


def deny(admin, operation, topic):
    binding = AclBinding(
        ResourceType.TOPIC, topic, ResourcePatternType.LITERAL, "User:*", "*", AclOperation[operation.upper()],
        AclPermissionType.DENY)
    for future in admin.create_acls([binding]).values():
        future.result(10)


def lift(admin, topic):
    everything = AclBindingFilter(
        ResourceType.TOPIC, topic, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY)
    for future in admin.delete_acls([everything]).values():
        assert future.result(10), "no rule was there"


if __name__ == "__main__":
    admin = AdminClient({"bootstrap.servers": sys.argv[1]})
    if sys.argv[2] == "deny":
        deny(admin, sys.argv[3], sys.argv[4])
    else:
        lift(admin, sys.argv[3])
