"""A controller over one embedded cluster with 10,000 topics: how soon drift is mended, and what quiet costs. HEDDLE FOLDER.

1. Another admin client changes the retention of one topic; from its acknowledgement to the moment at which the same client reads the
   declared value again. Goal: within a second.
2. Quiet, at a period of ten seconds: the share of one core that the controller takes. Goal: under 1 %.
3. Quiet, 1,000 rounds at a period of a tenth of a second: resident memory at the beginning and at the end.
"""
import json
import os
import random
import statistics
import subprocess
import sys
import time

from confluent_kafka.admin import AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

TOPICS, DRIFTS = 10_000, 20
heddle, folder = sys.argv[1:3]
TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def run(*arguments):
    return subprocess.run([heddle, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def controller(*arguments):
    return subprocess.Popen(
        [heddle, "controller", "run", "--listen", "127.0.0.1:0", *arguments], cwd=folder, stdout=subprocess.DEVNULL,
        stderr=open(f"{folder}/controller.err", "a"))


def wait_until_synced(deadline=300):
    end = time.time() + deadline
    while time.time() < end:
        answer = subprocess.run([heddle, "status", "--format", "json"], cwd=folder, capture_output=True, text=True)
        if answer.returncode == 0:
            status = json.loads(answer.stdout)
            conditions = {c["type"]: c["status"] for cluster in status["clusters"] for c in cluster.get("status", {}).get("conditions", [])}
            if conditions.get("Synced") == "True":
                return
        time.sleep(0.2)
    raise SystemExit("the controller did not come to rest")


def retention(admin, topic):
    resource = ConfigResource(ResourceType.TOPIC, topic)
    return list(admin.describe_configs([resource]).values())[0].result(10)["retention.ms"].value


def drift(admin, topic):
    entry = ConfigEntry("retention.ms", "1234567", incremental_operation=AlterConfigOpType.SET)
    list(admin.incremental_alter_configs([ConfigResource(ResourceType.TOPIC, topic, incremental_configs=[entry])]).values())[0].result(10)
    start = time.perf_counter()
    while retention(admin, topic) != "86400000":
        if time.perf_counter() - start > 30:
            raise SystemExit(f"{topic} was not mended within 30 s")
        time.sleep(0.002)
    return time.perf_counter() - start


os.makedirs(f"{folder}/manifests")
with open(f"{folder}/heddle.yaml", "w") as file:
    file.write("apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: bench }\nspec:\n  manifests: [\"manifests/*.yaml\"]\n")
with open(f"{folder}/manifests/cluster.yaml", "w") as file:
    file.write("apiVersion: heddle.dev/v1\nkind: Cluster\nmetadata: { name: one }\nspec:\n  engine: embedded\n"
               "  listeners: [ { name: clients, address: \"127.0.0.1:0\", security: plaintext } ]\n  storage: { path: .heddle/one, durability: os }\n")
with open(f"{folder}/manifests/topics.yaml", "w") as file:
    file.write("\n---\n".join(
        f"apiVersion: heddle.dev/v1\nkind: Topic\nmetadata: {{ name: load.{n}, owner: bench }}\n"
        f"spec: {{ clusters: [one], partitions: 1, retention: {{ time: 1d }} }}" for n in range(TOPICS)))
run("mesh", "up", "--detach")
process = None
try:
    address = json.loads(run("mesh", "status", "--format", "json"))["clusters"][0]["bootstrap"][0]
    start = time.perf_counter()
    process = controller("--interval", "10s")
    wait_until_synced()
    print(f"  {TOPICS} topics from nothing to synced                       {time.perf_counter() - start:8.1f} s")
    admin = AdminClient({"bootstrap.servers": address})
    random.seed(1)
    times = [drift(admin, f"load.{random.randrange(TOPICS)}") for _ in range(DRIFTS)]
    print(f"  drift on one of them, seen and mended: median, most          {statistics.median(times):8.3f} s {max(times):8.3f} s")
    time.sleep(15)
    before, begun = processor_seconds(process.pid), time.time()
    time.sleep(60)
    share = (processor_seconds(process.pid) - before) / (time.time() - begun)
    print(f"  quiet, a round each ten seconds: share of one core           {100 * share:8.2f} %")
    process.terminate()
    process.wait(30)
    process = controller("--interval", "100ms")
    wait_until_synced()
    time.sleep(10)
    first = resident(process.pid)
    time.sleep(100)
    print(f"  resident memory at the beginning of 1,000 rounds, at the end {first:8.1f} MB {resident(process.pid):8.1f} MB")
finally:
    if process:
        process.terminate()
        process.wait(30)
    run("mesh", "down")
