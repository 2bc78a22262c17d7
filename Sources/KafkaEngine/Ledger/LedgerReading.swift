import EngineInterface
import KafkaWire
import MeshModel

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
        /// Keys whose values are not understood, in order.
        var misunderstood: [Misunderstood] = []
    }

    struct Misunderstood: Sendable, Equatable {
        var key: String
        var problem: LedgerEntryProblem
    }

    private var latest: [String: (order: Int, value: [UInt8])] = [:]
    private var count = 0
    private(set) var isTooLarge = false

    mutating func add(_ record: Record) {
        count += 1
        let key = record.key.map { String(buffer: $0) } ?? ""
        if let value = record.value {
            guard latest.count < Self.mostEntries || latest[key] != nil else { return isTooLarge = true }
            // A copy: the record shares a fetched buffer of megabytes.
            latest[key] = (count, Array(value.readableBytesView))
        } else {
            latest[key] = nil
        }
    }

    func finish() -> Outcome {
        var outcome = Outcome()
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
