"""Prints ports of the loopback interface that nobody listens on, a line each: COUNT."""
import socket
import sys

sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in sockets:
    one.bind(("127.0.0.1", 0))
print("\n".join(str(one.getsockname()[1]) for one in sockets))
