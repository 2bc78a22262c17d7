"""1,000 new topics: `heddle apply` against one CreateTopics of confluent-kafka, on the same broker. HEDDLE FOLDER."""
import json
import os
import statistics
import subprocess
import sys
import time

from confluent_kafka.admin import AdminClient, NewTopic

COUNT, ROUNDS = 1000, 5
heddle, folder = sys.argv[1:]


def manifests(round):
    return "\n---\n".join(
        f"apiVersion: heddle.dev/v1\nkind: Topic\nmetadata: {{ name: ours.{round}.{n}, owner: bench }}\n"
        f"spec: {{ clusters: [one], partitions: 1, retention: {{ time: 1d }} }}" for n in range(COUNT))


def timed(*arguments):
    start = time.perf_counter()
    subprocess.run([heddle, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


os.makedirs(f"{folder}/manifests")
with open(f"{folder}/heddle.yaml", "w") as file:
    file.write('apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: bench }\nspec: { manifests: ["manifests/*.yaml"] }\n')
with open(f"{folder}/manifests/cluster.yaml", "w") as file:
    file.write('kind: Cluster\nmetadata: { name: one }\nspec:\n  engine: embedded\n'
               '  listeners: [ { name: clients, address: "127.0.0.1:0", security: plaintext } ]\n')
subprocess.run([heddle, "mesh", "up", "--detach"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
try:
    status = json.loads(subprocess.run([heddle, "mesh", "status", "--format", "json"], cwd=folder, capture_output=True).stdout)
    admin = AdminClient({"bootstrap.servers": status["clusters"][0]["bootstrap"][0]})
    admin.list_topics(timeout=10)
    ours, theirs, empty = [], [], []
    for round in range(ROUNDS):
        with open(f"{folder}/manifests/topics-{round}.yaml", "w") as file:
            file.write(manifests(round))
        ours.append(timed("apply", "--yes", "--quiet"))
        empty.append(timed("plan", "--quiet"))
        topics = [NewTopic(f"theirs.{round}.{n}", 1, 1, config={"retention.ms": "86400000"}) for n in range(COUNT)]
        start = time.perf_counter()
        for future in admin.create_topics(topics, operation_timeout=60, request_timeout=60).values():
            future.result()
        theirs.append(time.perf_counter() - start)
finally:
    subprocess.run([heddle, "mesh", "down"], cwd=folder, stdout=subprocess.DEVNULL)
ratio = statistics.median(a / b for a, b in zip(ours, theirs))
print(f"apply of {COUNT} new topics, whole process: median {statistics.median(ours):.3f} s")
print(f"one CreateTopics by a foreign client:  median {statistics.median(theirs):.3f} s")
print(f"ratio, round by round, median: {ratio:.1f}")
print(f"a plan with nothing to change, after each round: {', '.join(f'{t:.2f} s' for t in empty)}")
