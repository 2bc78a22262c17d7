import Determinism
import KafkaWire

/// A fetch that found too little and waits for more.
struct WaitingFetch {
    var request: FetchRequest
    var call: Call
    var deadline: Instant
    /// The partitions that can bring it what it waits for.
    var partitions: [Partition] = []
    /// How much must be added before it is worth looking again.
    var missingBytes = 0
    var session = Session.none
}

/// The fetches that wait, numbered.
struct WaitingFetches {
    private var byID: [UInt64: WaitingFetch] = [:]
    private var idsByConnection: [ConnectionID: Set<UInt64>] = [:]
    private var nextID: UInt64 = 1

    var count: Int { byID.count }

    subscript(id: UInt64) -> WaitingFetch? { byID[id] }

    mutating func add(_ waiting: WaitingFetch) -> UInt64 {
        let id = nextID
        nextID += 1
        byID[id] = waiting
        idsByConnection[waiting.call.id.connection, default: []].insert(id)
        return id
    }

    func count(of connection: ConnectionID) -> Int {
        idsByConnection[connection]?.count ?? 0
    }

    mutating func grow(_ id: UInt64, by bytes: Int) {
        byID[id]?.missingBytes -= bytes
    }

    mutating func setMissing(_ id: UInt64, to bytes: Int) {
        byID[id]?.missingBytes = bytes
    }

    mutating func remove(_ id: UInt64) -> WaitingFetch? {
        guard let waiting = byID.removeValue(forKey: id) else { return nil }
        let connection = waiting.call.id.connection
        idsByConnection[connection]?.remove(id)
        if idsByConnection[connection]?.isEmpty == true { idsByConnection[connection] = nil }
        return waiting
    }

    var allIDs: [UInt64] { byID.keys.sorted() }

    /// In the order in which they came.
    func ids(of connection: ConnectionID) -> [UInt64] {
        idsByConnection[connection]?.sorted() ?? []
    }
}
