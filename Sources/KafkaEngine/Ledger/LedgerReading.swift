import EngineInterface
import KafkaWire
import MeshModel
import NIOCore

/// Folds the records of `__heddle.state`, in order, into the ledger that they amount to.
///
/// The cluster's name in a key is the one that a manifest gave it. If that was changed since, an item has records under
/// two keys; then the later record counts, and whoever writes next removes the other key.
struct LedgerReading {
    /// Hostile or broken: no mesh has as many resources.
    static let mostEntries = 1_000_000

    struct Outcome: Sendable, Equatable {
        var ledger = Ledger()
        /// Under which keys each item has a record.
        var keys: [LedgerItem: Set<String>] = [:]
        var leases = LeaseFold()
        var runs = RunIndex()
        /// By key: what its last record should say, where that was written by somebody who had lost the lease. Whoever holds
        /// the lease next writes it again, before compaction takes the right one for the older one.
        var repairs: [String: [UInt8]?] = [:]
        /// Keys whose values are not understood, in order.
        var misunderstood: [Misunderstood] = []
    }

    struct Misunderstood: Sendable, Equatable {
        var key: String
        var problem: LedgerEntryProblem
    }

    private var latest: [String: (order: Int, value: [UInt8])] = [:]
    private var leases = LeaseFold()
    private var runs = RunIndex()
    /// Keys whose last record was written under a lease that was over by then.
    private var stale: Set<String> = []
    private var problems: [Misunderstood] = []
    private var count = 0
    private(set) var isTooLarge = false

    mutating func add(_ record: Record) {
        count += 1
        let keyBytes = record.key?.readableBytesView
        if keyBytes?.starts(with: HistoryKey.leasePrefix) == true {
            do { try leases.add(record) } catch { problems.append(.init(key: key(of: record), problem: error)) }
            return
        }
        let key = key(of: record)
        guard leases.accepts(epoch: record.leaseEpoch) else {
            stale.insert(key)
            return
        }
        if !stale.isEmpty { stale.remove(key) }
        if keyBytes?.starts(with: HistoryKey.runPrefix) == true { return runs.add(key, value: record.value) }
        if let value = record.value {
            guard latest.count < Self.mostEntries || latest[key] != nil else { return isTooLarge = true }
            // A copy: the record shares a fetched buffer of megabytes.
            latest[key] = (count, Array(value.readableBytesView))
        } else {
            latest[key] = nil
        }
    }

    private func key(of record: Record) -> String { record.key.map { String(buffer: $0) } ?? "" }

    func finish() -> Outcome {
        var outcome = Outcome(leases: leases, runs: runs, misunderstood: problems)
        for key in stale { outcome.repairs[key] = .some(latest[key]?.value) }
        for (key, record) in latest.sorted(by: { $0.value.order < $1.value.order }) {
            do {
                switch try decodeLedgerEntry(record.value) {
                case .topic(let name, let topic):
                    outcome.ledger.topics[name] = topic
                    outcome.keys[.topic(name), default: []].insert(key)
                case .access(let rule, let access):
                    outcome.ledger.access[rule] = access
                    outcome.keys[.access(rule), default: []].insert(key)
                case .subject(let name, let subject):
                    outcome.ledger.subjects[name] = subject
                    outcome.keys[.subject(name), default: []].insert(key)
                case .claim(let mesh, let claim):
                    outcome.ledger.claims[mesh] = claim
                    outcome.keys[.claim(mesh), default: []].insert(key)
                }
            } catch {
                outcome.misunderstood.append(.init(key: key, problem: error))
            }
        }
        return outcome
    }
}

extension LeaseFold {
    mutating func add(_ record: Record) throws(LedgerEntryProblem) {
        guard let value = record.value else { return }
        guard let json = JSONText(parsing: Array(value.readableBytesView)) else { throw .notLedgerJSON }
        add(try LeaseDocument(json), offset: record.offset, timestamp: record.timestamp)
    }
}

extension Record {
    /// The epoch of the lease under which it was written; nil where it names none.
    var leaseEpoch: Int64? {
        headers.first { $0.name == LedgerLog.leaseHeader }?.value.flatMap { Int64(String(buffer: $0)) }
    }
}
