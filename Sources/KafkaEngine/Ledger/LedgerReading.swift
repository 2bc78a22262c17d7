import EngineInterface
import KafkaWire
import MeshModel
import NIOCore

/// Folds the records of `__heddle.state`, in order, into the ledger that they amount to. It may be asked in between, again and
/// again: each answer costs as much as what came since the last.
///
/// The cluster's name in a key is the one that a manifest gave it. If that was changed since, an item has records under
/// two keys; then the later record counts, and whoever writes next removes the other key.
struct LedgerReading: Sendable {
    /// Hostile or broken: no mesh has as many resources.
    static let mostEntries = 1_000_000

    struct Outcome: Sendable, Equatable {
        var ledger = Ledger()
        /// Under which keys each item has a record.
        var keys: [LedgerItem: Set<String>] = [:]
        var leases = LeaseFold()
        var leadership = LeaseFold()
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

    private struct Slot: Sendable {
        /// The place of its last record among all.
        var order: Int
        var value: [UInt8]
        /// Not understood yet, as nobody asked since it came.
        var isNew = true
    }

    private var latest: [String: Slot] = [:]
    /// Keys with new slots, and those whose slots went.
    private var changed: [String] = []
    /// What each key that was understood is about.
    private var items: [String: LedgerItem] = [:]
    private var problems: [String: (order: Int, problem: LedgerEntryProblem)] = [:]
    private var leaseProblems: [Misunderstood] = []
    /// Keys whose last record was written under a lease that was over by then.
    private var stale: Set<String> = []
    private var known = Outcome()
    private var count = 0
    private(set) var isTooLarge = false

    mutating func add(_ record: Record) {
        count += 1
        let kind = LedgerKeyKind(record.key)
        do throws(LedgerEntryProblem) {
            switch kind {
            case .lease: return try known.leases.add(record, as: .lease)
            case .leadership: return try known.leadership.add(record, as: .leadership)
            case .run, .entry: break
            }
        } catch {
            return leaseProblems.append(.init(key: key(of: record), problem: error))
        }
        let key = key(of: record)
        guard known.leases.accepts(epoch: record.leaseEpoch) else {
            stale.insert(key)
            return
        }
        if !stale.isEmpty { stale.remove(key) }
        if kind == .run { return known.runs.add(key, value: record.value) }
        put(record.value, under: key)
    }

    private mutating func put(_ value: ByteBuffer?, under key: String) {
        let index = latest.index(forKey: key)
        if index.map({ !latest.values[$0].isNew }) ?? true { changed.append(key) }
        guard let value else {
            if let index { latest.remove(at: index) }
            return
        }
        // A copy: the record shares a fetched buffer of megabytes.
        let slot = Slot(order: count, value: Array(value.readableBytesView))
        if let index {
            latest.values[index] = slot
        } else if latest.count < Self.mostEntries {
            latest[key] = slot
        } else {
            isTooLarge = true
        }
    }

    private func key(of record: Record) -> String { record.key.map { String(buffer: $0) } ?? "" }

    mutating func finish() -> Outcome {
        understand()
        known.repairs = [:]
        for key in stale { known.repairs[key] = .some(latest[key]?.value) }
        known.misunderstood =
            leaseProblems + problems.sorted { $0.value.order < $1.value.order }.map { Misunderstood(key: $0.key, problem: $0.value.problem) }
        return known
    }

    private mutating func understand() {
        var contested: Set<LedgerItem> = []
        for key in changed {
            // Named twice, and seen to.
            if let slot = latest[key], !slot.isNew { continue }
            problems[key] = nil
            if let item = items.removeValue(forKey: key) {
                known.keys[item]?.remove(key)
                if known.keys[item]?.isEmpty == true { known.keys[item] = nil }
                contested.insert(item)
            }
            guard let slot = latest[key] else { continue }
            latest[key]?.isNew = false
            do {
                let entry = try decodeLedgerEntry(slot.value)
                let item = LedgerItem(entry.update)
                items[key] = item
                if known.keys[item, default: []].isEmpty { known.ledger.apply(entry.update) } else { contested.insert(item) }
                known.keys[item, default: []].insert(key)
            } catch {
                problems[key] = (slot.order, error)
            }
        }
        changed = []
        for item in contested { known.ledger.apply(present(item)) }
    }

    /// What the last record about an item says.
    private func present(_ item: LedgerItem) -> LedgerUpdate {
        let slots = (known.keys[item] ?? []).compactMap { latest[$0] }
        guard let last = slots.max(by: { $0.order < $1.order }), let entry = try? decodeLedgerEntry(last.value) else { return item.removal }
        return entry.update
    }
}

extension LeaseFold {
    mutating func add(_ record: Record, as kind: LeaseDocument.Kind) throws(LedgerEntryProblem) {
        guard let value = record.value else { return }
        guard let json = JSONText(parsing: Array(value.readableBytesView)) else { throw .notLedgerJSON }
        add(try LeaseDocument(json, kind: kind), offset: record.offset, timestamp: record.timestamp)
    }
}

extension Record {
    /// The epoch of the lease under which it was written; nil where it names none.
    var leaseEpoch: Int64? {
        headers.first { $0.name == LedgerLog.leaseHeader }?.value.flatMap { Int64(String(buffer: $0)) }
    }
}

extension LedgerEntry {
    /// That which says the same.
    fileprivate var update: LedgerUpdate {
        switch self {
        case .topic(let name, let topic): .topic(name, topic)
        case .access(let rule, let access): .access(rule, access)
        case .subject(let name, let subject): .subject(name, subject)
        case .claim(let mesh, let claim): .claim(mesh, claim)
        }
    }
}

extension LedgerItem {
    fileprivate var removal: LedgerUpdate {
        switch self {
        case .topic(let name): .topic(name, nil)
        case .access(let rule): .access(rule, nil)
        case .subject(let name): .subject(name, nil)
        case .claim(let mesh): .claim(mesh, nil)
        }
    }
}
