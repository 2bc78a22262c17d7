import Foundation
import Testing

/// Those who did not write the broker say whether it is right. One mesh at a time: two cores are few.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Foreign clients against the embedded broker` {
    @Test(arguments: ["kcat.sh", "confluent_client.py", "kafka_python_client.py", "aiokafka_client.py", "consumer_protocol_client.py", "classic_groups_client.py"])
    func `a client does all that it is asked`(script: String) async throws {
        try await TemporaryMesh.with { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client(script, bootstrap)
        }
    }

    @Test func `a cluster of three brokers in one process is one to its clients`() async throws {
        try await TemporaryMesh.with { mesh in
            try mesh.edit("manifests/clusters.yaml", "engine: embedded", "engine: embedded\n  brokers: 3\n  autoCreateTopics: { partitions: 4 }")
            try await mesh.client("three_brokers_client.py", try await mesh.up())
        }
    }

    @Test(arguments: ["fsync", "os"])
    func `what was acknowledged is there after kill -9, once and in order`(durability: String) async throws {
        try await TemporaryMesh.with(durability: durability) { mesh in
            // The same address after the restart, so that the producer finds it again.
            let port = try FreePort.find()
            try mesh.edit("manifests/clusters.yaml", "127.0.0.1:0", "127.0.0.1:\(port)")
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "durable", "3")
            let producer = try Program.start(
                Program.python,
                [
                    Program.root.appendingPathComponent("Tests/InteropTests/clients/acked_producer.py").path, bootstrap, "durable",
                    "enable.idempotence=true", "message.timeout.ms=60000",
                ], in: mesh.folder)
            // Time to get going, also on a machine that is busy with the other tests.
            try await Task.sleep(for: .seconds(3))
            for _ in 0..<4 {
                try await Task.sleep(for: .milliseconds(700))
                kill(try mesh.processId(), SIGKILL)
                try await Task.sleep(for: .milliseconds(200))
                try await mesh.heddle("mesh", "up", "--detach")
            }
            try await Task.sleep(for: .seconds(4))
            producer.kill(SIGKILL)
            let acknowledged = await producer.ended().output
            #expect(acknowledged.split(separator: "\n").count > 1000, "too few were acknowledged to prove anything")
            let read = try await Program.run(
                Program.python,
                [Program.root.appendingPathComponent("Tests/InteropTests/clients/acked_reader.py").path, bootstrap, "durable", "--once"],
                in: mesh.folder, input: acknowledged)
            #expect(read.status == 0, "\(read.everything)")
        }
    }
}

enum FreePort {
    /// A port that nobody listens on now.
    static func find() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        try #require(result)
        return UInt16(bigEndian: address.sin_port)
    }
}
