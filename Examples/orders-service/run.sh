#!/usr/bin/env bash
# Builds both services, starts the mesh, and lets them work until Ctrl-C. Needs heddle on the PATH.
set -euo pipefail
cd "$(dirname "$0")"
swift build
heddle mesh up --detach
trap 'kill $(jobs -p) 2>/dev/null || true; wait || true; heddle mesh down' EXIT
heddle apply --yes
read -r HEDDLE_BOOTSTRAP HEDDLE_REGISTRY < <(heddle mesh status --format json |
  python3 -c 'import json, sys; c = json.load(sys.stdin)["clusters"][0]; print(",".join(c["bootstrap"]), c["registry"])')
export HEDDLE_BOOTSTRAP HEDDLE_REGISTRY
bin=$(swift build --show-bin-path)
"$bin/billing" &
"$bin/orders" &
wait
