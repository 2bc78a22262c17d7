import Foundation
import Testing

/// Transactional producers of other makes, and kill -9 in the middle of their transactions.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Transactions of foreign clients` {
    @Test(arguments: ["confluent", "kafka-python", "aiokafka"])
    func `what is committed is read by others, what is aborted or fenced is not`(make: String) async throws {
        try await TemporaryMesh.with { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("transactions.py", bootstrap, make)
        }
    }

    @Test(arguments: ["fsync", "os"])
    func `after kill -9 a transaction is there whole or not at all`(durability: String) async throws {
        try await TemporaryMesh.with(durability: durability) { mesh in
            // The same address after the restart, so that the producer finds it again.
            try mesh.edit("manifests/clusters.yaml", "127.0.0.1:0", "127.0.0.1:\(try FreePort.find())")
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "whole", "3")
            let clients = Program.root.appendingPathComponent("Tests/InteropTests/clients")
            let producer = try Program.start(
                Program.python, [clients.appendingPathComponent("transactions_for_ever.py").path, bootstrap, "whole"], in: mesh.folder)
            try await Task.sleep(for: .seconds(3))
            for _ in 0..<4 {
                try await Task.sleep(for: .milliseconds(900))
                kill(try mesh.processId(), SIGKILL)
                try await Task.sleep(for: .milliseconds(200))
                try await mesh.heddle("mesh", "up", "--detach")
            }
            try await Task.sleep(for: .seconds(3))
            producer.kill(SIGKILL)
            let said = await producer.ended()
            let ended = said.output.split(separator: "\n").filter { !$0.hasPrefix("begin") }
            #expect(ended.count > 20, "too few ended to prove anything: \(said.error)")
            let judged = try await Program.run(
                Program.python, [clients.appendingPathComponent("transactions_judge.py").path, bootstrap, "whole"],
                in: mesh.folder, input: said.output)
            #expect(judged.status == 0, "\(judged.everything)")
        }
    }
}
