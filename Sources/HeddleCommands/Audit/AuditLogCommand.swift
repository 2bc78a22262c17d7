import ArgumentParser
import Determinism
import EngineInterface
import MeshModel

struct AuditLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Everything that was planned, approved, applied, refused and seen, as the clusters keep it.",
        discussion: """
            EXAMPLE
              heddle audit log --since 24h
              heddle audit log --type apply.ended --cluster eu
              heddle audit log --format json > audit.jsonl
              heddle audit log verify

            Each cluster keeps its own in the topic __heddle.audit, as CloudEvents. 'verify' tells whether anything in it was
            changed, removed or put in since.
            """,
        subcommands: [AuditLogListCommand.self, AuditLogVerifyCommand.self], defaultSubcommand: AuditLogListCommand.self)
}

/// One cluster's audit log, as it was read.
struct AuditReading: Sendable {
    var cluster: String
    var reading: MeshLogReading
}

/// Reads the audit logs of the clusters, by name; those that cannot be read are failures.
func readAuditLogs(of mesh: DesiredMesh, over connections: MeshConnections) async -> [Result<AuditReading, CommandFailure>] {
    var readings: [Result<AuditReading, CommandFailure>] = []
    for name in mesh.clusters.keys.sorted() {
        guard let engine = connections.engine(of: name) else {
            readings.append(.failure(CommandFailure(.unreachable, connections.failure(of: name)?.message ?? "cluster '\(name)' could not be read")))
            continue
        }
        do throws(EngineFailure) {
            readings.append(.success(AuditReading(cluster: name, reading: try await engine.read(.audit, from: 0))))
        } catch {
            readings.append(.failure(CommandFailure(.unreachable, error.message)))
        }
    }
    return readings
}
