"""Leaves in a cluster what a controller would: HOST:PORT MESH CLUSTER SECONDS-VALID synced|drifted TOPIC [PLAN]."""
import datetime
import json
import sys

from confluent_kafka import Producer

bootstrap, mesh, cluster, seconds, how, topic = sys.argv[1:7]
plan = sys.argv[7] if len(sys.argv) > 7 else None
drifted = how == "drifted"


def moment(after=0):
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=after)
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def condition(kind, state, reason, message=None):
    return {"type": kind, "status": "True" if state else "False", "reason": reason, "since": moment(-100)} | ({"message": message} if message else {})


address = f"topic/{cluster}/{topic}"
conditions = [
    condition("Synced", not drifted, "Drifted" if drifted else "Applied", "retention.ms is 60000" if drifted else None), condition("Ready", True, "Exists"),
    condition("Drifted", drifted, "ChangedOutside" if drifted else "AsApplied"), condition("Blocked", False, "Nothing"),
]
status = {
    "version": 1, "mesh": mesh, "cluster": cluster, "controller": "ada@ci-7 (pid 1)", "epoch": 3, "conditions": conditions,
    "source": {"revision": "0f3c12ab99887766", "repository": "github.com/acme/mesh"},
    "counts": {"resources": 1, "synced": int(not drifted), "ready": 1, "drifted": int(drifted), "blocked": 0}, "rounds": 4, "observedAt": moment(),
    "writtenAt": moment(), "validUntil": moment(int(seconds)),
}
if plan:
    change = {"address": address, "action": "update", "risk": "destructive", "reasons": ["retention goes down"]}
    status["pending"] = {"id": plan, "since": moment(-60), "changes": [change]}
resource = {"version": 1, "address": address, "epoch": 3, "generation": 2, "observedGeneration": 2, "revision": "0f3c12ab99887766", "conditions": conditions}
producer = Producer({"bootstrap.servers": bootstrap})
for key, value in {f"status/{cluster}": status, f"status/{address}": resource}.items():
    producer.produce("__heddle.control", key=key, value=json.dumps(value))
assert producer.flush(20) == 0
