import Determinism
import EngineInterface
import MeshModel
import Synchronization

/// A cluster that holds nothing but its logs.
final class LogEngine: Engine {
    private let logs = Mutex<[MeshLog: MeshLogReading]>([:])
    /// Entries that were handed out.
    private let handedOut = Mutex(0)

    var entriesRead: Int { handedOut.withLock { $0 } }

    func log(_ log: MeshLog) -> MeshLogReading { logs.withLock { $0[log] ?? MeshLogReading() } }

    func change(_ log: MeshLog, _ body: @Sendable (inout MeshLogReading) -> Void) {
        logs.withLock { body(&$0[log, default: MeshLogReading()]) }
    }

    func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64? {
        await Task.yield()
        return logs.withLock { logs in
            let first = logs[log, default: MeshLogReading()].end
            for record in records {
                logs[log, default: MeshLogReading()].entries.append(.init(offset: logs[log]?.end ?? 0, writtenAt: .epoch, record: record))
                logs[log, default: MeshLogReading()].end += 1
            }
            return first
        }
    }

    func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading {
        await Task.yield()
        var reading = self.log(log)
        reading.entries.removeAll { $0.offset < offset }
        handedOut.withLock { $0 += reading.entries.count }
        return reading
    }

    private func none() -> EngineFailure { EngineFailure(.refused, "this cluster has logs alone") }

    func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster { throw none() }
    func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords] { throw none() }
    func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] { throw none() }
    func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory] { throw none() }
    func perform(_ operations: [EngineOperation]) async -> [EngineOutcome] { [] }
    func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome] { [] }
    func acquireLease(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease { throw .failed(none()) }
    func record(_ write: LedgerWrite) async throws(EngineFailure) { throw none() }
    func runs() async throws(EngineFailure) -> [ApplyRecord] { throw none() }
    func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]? { throw none() }
    func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster { throw none() }
    func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges { throw none() }
    func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease { throw .failed(none()) }
    func confirmLeadership() async throws(EngineFailure) { throw none() }
    func resign() async {}
    func close() async {}
}
