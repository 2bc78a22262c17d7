"""What Heddle adds to the calls that it must make anyway, as ratios on the same broker. HEDDLE FOLDER.

1. 1,000 new topics: `heddle apply`, a whole process, against one CreateTopics of confluent-kafka: the call alone, and the whole of
   a Python process that makes it.
2. A plan with nothing to change over 10,000 topics and 50,000 rules, against the describe calls alone: Metadata, DescribeConfigs
   of every topic and DescribeAcls. And one change in 10,000.
"""
import json
import os
import statistics
import subprocess
import sys
import time

from confluent_kafka.admin import AclBindingFilter, AclOperation, AclPermissionType, AdminClient, ConfigResource, NewTopic, ResourcePatternType, ResourceType

COUNT, ROUNDS = 1000, 5
TOPICS, DOCUMENTS, PER_DOCUMENT = 10_000, 2_500, 10


def topic(name, retention="1d"):
    return (f"apiVersion: heddle.dev/v1\nkind: Topic\nmetadata: {{ name: {name}, owner: bench }}\n"
            f"spec: {{ clusters: [one], partitions: 1, retention: {{ time: {retention} }} }}")


def access(n):
    topics = ", ".join(f"{{ type: topic, name: large.{(n * PER_DOCUMENT + i) % TOPICS} }}" for i in range(PER_DOCUMENT))
    return (f"kind: Principal\nmetadata: {{ name: p{n} }}\n---\nkind: Access\nmetadata: {{ name: a{n}, owner: bench }}\n"
            f"spec: {{ principals: [p{n}], operations: [read, write], resources: [ {topics} ] }}")


def timed(*arguments):
    start = time.perf_counter()
    subprocess.run(arguments, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def write(name, text):
    with open(f"{folder}/manifests/{name}", "w") as file:
        file.write(text)


def create(address, prefix):
    """What the foreign process does: from nothing to the answer. Returns the seconds of the call alone."""
    admin = AdminClient({"bootstrap.servers": address})
    admin.list_topics(timeout=10)
    topics = [NewTopic(f"{prefix}.{n}", 1, 1, config={"retention.ms": "86400000"}) for n in range(COUNT)]
    start = time.perf_counter()
    for future in admin.create_topics(topics, operation_timeout=60, request_timeout=60).values():
        future.result()
    return time.perf_counter() - start


def describe(admin):
    """Seconds of the three describe calls, one after the other."""
    start = time.perf_counter()
    names = [name for name in admin.list_topics(timeout=60).topics if name.startswith("large.")]
    asked = time.perf_counter() - start
    for first in range(0, len(names), 1000):
        resources = [ConfigResource(ConfigResource.Type.TOPIC, name) for name in names[first:first + 1000]]
        start = time.perf_counter()
        for future in admin.describe_configs(resources, request_timeout=120).values():
            future.result()
        asked += time.perf_counter() - start
    start = time.perf_counter()
    rules = admin.describe_acls(
        AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY),
        request_timeout=120).result()
    return asked + time.perf_counter() - start, len(names), len(rules)


def bench_create(address):
    ours, calls, processes, loads, plans = [], [], [], [], []
    for round in range(ROUNDS):
        write("topics.yaml", "\n---\n".join(topic(f"ours.{round}.{n}") for n in range(COUNT)))
        loads.append(timed(heddle, "validate"))
        ours.append(timed(heddle, "apply", "--yes", "--quiet"))
        plans.append(timed(heddle, "plan", "--quiet"))
        calls.append(create(address, f"theirs.{round}"))
        processes.append(timed(sys.executable, os.path.abspath(__file__), "create", address, f"others.{round}"))
    print(f"{COUNT} new topics, medians of {ROUNDS} rounds:")
    for name, values in [("heddle apply --yes, whole process", ours), ("  of it: reading and checking the manifests", loads),
                         ("  a plan with nothing to change", plans), ("one CreateTopics, the call alone", calls),
                         ("one CreateTopics, whole Python process", processes)]:
        print(f"  {name:45} {statistics.median(values):.3f} s")
    for name, values in [("the call alone", calls), ("the whole foreign process", processes)]:
        print(f"  ratio to {name}: {statistics.median(a / b for a, b in zip(ours, values)):.1f}")


def bench_plan(address):
    names = [f"large.{n}" for n in range(TOPICS)]
    write("topics.yaml", "\n---\n".join(map(topic, names)))
    write("access.yaml", "\n---\n".join(map(access, range(DOCUMENTS))))
    print(f"first apply of it all:                          {timed(heddle, 'apply', '--yes', '--quiet', '--timeout', '30m'):.2f} s")
    admin = AdminClient({"bootstrap.servers": address})
    wire, topics, rules = min(describe(admin) for _ in range(3))
    load = min(timed(heddle, "validate") for _ in range(3))
    plan = min(timed(heddle, "plan", "--quiet") for _ in range(3))
    print(f"describe calls alone, {topics} topics, {rules} rules: {wire:.2f} s")
    print(f"heddle validate:                                {load:.2f} s")
    print(f"heddle plan with nothing to change:             {plan:.2f} s, {plan / wire:.1f} times the describe calls")
    write("topics.yaml", "\n---\n".join([topic(names[0], "2d")] + list(map(topic, names[1:]))))
    one = timed(heddle, "apply", "--yes", "--quiet")
    print(f"one change in {TOPICS}:                           {one:.2f} s, {one - plan:.2f} s more than the plan")


if sys.argv[1] == "create":
    create(*sys.argv[2:])
    sys.exit()
heddle, folder = sys.argv[1:]
os.makedirs(f"{folder}/manifests")
with open(f"{folder}/heddle.yaml", "w") as file:
    file.write('apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: bench }\nspec: { manifests: ["manifests/*.yaml"] }\n')
write("cluster.yaml", 'kind: Cluster\nmetadata: { name: one }\nspec:\n  engine: embedded\n'
      '  listeners: [ { name: clients, address: "127.0.0.1:0", security: plaintext } ]\n')
subprocess.run([heddle, "mesh", "up", "--detach"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
try:
    status = json.loads(subprocess.run([heddle, "mesh", "status", "--format", "json"], cwd=folder, capture_output=True).stdout)
    address = status["clusters"][0]["bootstrap"][0]
    bench_create(address)
    bench_plan(address)
finally:
    subprocess.run([heddle, "mesh", "down"], cwd=folder, stdout=subprocess.DEVNULL)
