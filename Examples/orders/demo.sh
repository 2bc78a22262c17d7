#!/usr/bin/env bash
# A walk through Heddle: validate, mesh up, plan, apply, produce and consume, the registry, the gate, change, drift, down.
# Prints each command before its output, and stops with an error as soon as anything is not as said.
# Needs heddle, kcat and git on the PATH, and HEDDLE_PYTHON naming a Python with confluent-kafka.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
python=${HEDDLE_PYTHON:-python3}
work=$(mktemp -d)
cp -R "$here/." "$work"
rm -rf "$work/.heddle"
cd "$work"
git init -q . && printf '.heddle/\n' > .gitignore && git add -A
git -c user.name=demo -c user.email=demo@example.com commit -qm "The mesh as it is"
trap 'heddle mesh down --quiet >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

bold() { if [ -t 1 ]; then printf '\n\033[1m%s\033[0m\n' "$1"; else printf '\n%s\n' "$1"; fi; }
fail() { printf '\nDEMO FAILED: %s\n' "$1" >&2; exit 1; }

# run EXPECTED_EXIT COMMAND...: shows the command, runs it, keeps its output in $said.
run() {
  local expected=$1 status=0
  shift
  bold "\$ $*"
  said=$("$@" 2>&1) || status=$?
  printf '%s\n' "$said"
  [ "$status" = "$expected" ] || fail "'$*' ended with $status, and should have ended with $expected"
}
holds() { grep -qF -- "$1" <<<"$said" || fail "the output does not hold: $1"; }
lacks() { ! grep -qF -- "$1" <<<"$said" || fail "the output should not hold: $1"; }

echo "# The manifests of this example: $here"
run 0 heddle validate
holds "no problems"

echo; echo "# Two clusters, in one process on this machine."
run 0 heddle mesh up --detach
holds "bootstrap.servers=127.0.0.1:9192"
run 0 heddle mesh status

echo; echo "# What is missing there, and then to put it there."
run 2 heddle plan --detailed-exitcode
holds "+ topic/eu/orders.created"
run 0 heddle apply --yes
holds "Applied"
run 0 heddle plan --detailed-exitcode
holds "No changes."

echo; echo "# Any Kafka client sees it."
run 0 kcat -b 127.0.0.1:9192 -L -t orders.created
holds 'topic "orders.created" with 6 partitions'
bold '$ echo ... | kcat -b 127.0.0.1:9192 -t orders.created -P -k customer-7'
printf '{"orderId":"1001","currency":"EUR"}\n{"orderId":"1002","currency":"EUR"}\n' |
  kcat -b 127.0.0.1:9192 -t orders.created -P -k customer-7 || fail "kcat could not produce"
run 0 kcat -b 127.0.0.1:9192 -t orders.created -C -o beginning -e -q
holds '"orderId":"1002"'

echo; echo "# The contracts are in the schema registry beside the cluster, and its brokers hold records against them."
run 0 "$python" -c 'import urllib.request; print(urllib.request.urlopen("http://127.0.0.1:8181/subjects").read().decode())'
holds 'payments.settled-value'
bold '$ echo "no schema" | kcat -b 127.0.0.1:9192 -t payments.settled -P'
said=$(echo "no schema" | kcat -b 127.0.0.1:9192 -t payments.settled -P 2>&1) && fail "a record without a schema was taken"
printf '%s\n' "$said"
holds "Broker failed to validate record"

echo; echo "# A field is added to an event, without a default: the gate of CI says whom that breaks."
run 0 sed -i 's/{ "name": "currency"/{ "name": "taxId", "type": "string" },\n    { "name": "currency"/' contracts/order-created.avsc
run 1 heddle check
holds "avro/field-added-without-default"
holds "shipping (orders.created)"
run 0 sed -i 's/"taxId", "type": "string"/"taxId", "type": ["null", "string"], "default": null/' contracts/order-created.avsc
run 0 heddle check
holds "compatible"
run 2 heddle plan --detailed-exitcode
holds "taxId"
run 0 heddle apply --yes

echo; echo "# Longer retention, more partitions: an edit of the manifest."
run 0 sed -i -e 's/partitions: 6/partitions: 12/' -e 's/time: 7d/time: 14d/' manifests/orders.yaml
run 2 heddle plan --detailed-exitcode
holds "6 → 12"
holds "604800000 (7d) → 1209600000 (14d)"
lacks "payments.settled"
run 0 heddle apply --yes
holds "Applied"
run 0 heddle plan --detailed-exitcode

echo; echo "# Somebody shortens the retention by hand, with a tool that is not Heddle."
cat > by-hand.py <<'PYTHON'
from confluent_kafka.admin import AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType
admin = AdminClient({"bootstrap.servers": "127.0.0.1:9192"})
entry = ConfigEntry("retention.ms", "3600000", incremental_operation=AlterConfigOpType.SET)
resource = ConfigResource(ResourceType.TOPIC, "orders.created", incremental_configs=[entry])
for future in admin.incremental_alter_configs([resource]).values():
    future.result(10)
print("orders.created: retention.ms is now 3600000")
PYTHON
run 0 "$python" by-hand.py
run 2 heddle plan --detailed-exitcode
holds "drift"
holds "3600000 (1h) → 1209600000 (14d)"
run 0 heddle apply --yes
run 0 heddle plan --detailed-exitcode
holds "No changes."

run 0 heddle mesh down
echo; echo "The demo is done: everything was as said."
