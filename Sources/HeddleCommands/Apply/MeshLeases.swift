import EngineInterface
import Foundation
import MeshModel

/// The leases of the clusters that a command writes to: all of them, or none.
struct MeshLeases: Sendable {
    private(set) var byCluster: [String: Lease] = [:]

    /// Clusters are asked in the order of their names, so that of two commands one gets them all.
    static func acquire(
        of clusters: [String], for purpose: String, connections: MeshConnections, breaks: Bool = false
    ) async throws(CommandFailure) -> MeshLeases {
        let author = ApplyAuthor.present()
        var leases = MeshLeases()
        for cluster in clusters.sorted() {
            guard let engine = connections.engine(of: cluster) else { continue }
            let request = LeaseRequest(
                id: UUID().uuidString.lowercased(), holder: "\(author.user)@\(author.host) (pid \(getpid()))", purpose: purpose,
                process: .present(), breaks: breaks)
            do throws(LeaseProblem) {
                leases.byCluster[cluster] = try await engine.acquireLease(request) { $0.isGone }
            } catch {
                await leases.release(connections)
                throw CommandFailure(error, cluster: cluster)
            }
        }
        return leases
    }

    /// What cannot be given back ends by itself.
    func release(_ connections: MeshConnections) async {
        for cluster in byCluster.keys.sorted() {
            guard let engine = connections.engine(of: cluster) else { continue }
            do throws(EngineFailure) { try await engine.record(LedgerWrite(endsLease: true)) } catch { continue }
        }
    }
}

extension CommandFailure {
    init(_ problem: LeaseProblem, cluster: String) {
        switch problem {
        case .held(let lease):
            self.init(
                .refused,
                "nothing was applied: \(lease.holder) holds the lease of cluster '\(cluster)' for '\(lease.purpose)' since \(utc(lease.since)), "
                    + "until \(utc(lease.until)) unless it renews it",
                remedy: "wait until it is done; if it is dead, its lease ends then by itself, or now with --break-lease")
        case .outdated(let author):
            self.init(
                .refused,
                "nothing was applied: the ledger of cluster '\(cluster)' was written to since it was read\(author.map { ", by \($0)" } ?? "")",
                remedy: "look at the plan again, and apply that")
        case .failed(let failure):
            self.init(.unreachable, failure.message)
        }
    }
}
