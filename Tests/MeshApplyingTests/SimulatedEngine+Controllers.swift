import EngineInterface
import MeshModel

/// What only controllers ask of an engine; applies do not.
extension SimulatedEngine {
    private static let refusal = EngineFailure(.refused, "this engine serves applies alone")

    func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster { cluster }

    func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges {
        .untold(because: Self.refusal.message)
    }

    func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        throw .failed(Self.refusal)
    }

    func confirmLeadership() async throws(EngineFailure) { throw Self.refusal }

    func resign() async {}

    func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64? { throw Self.refusal }

    func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading { throw Self.refusal }
}
