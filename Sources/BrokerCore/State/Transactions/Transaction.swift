import KafkaWire

/// Where a transaction stands. Names are those that DescribeTransactions shows.
enum TransactionState: Int8, CaseIterable {
    case empty = 0
    case ongoing = 1
    case prepareCommit = 2
    case prepareAbort = 3
    case completeCommit = 4
    case completeAbort = 5

    var name: String {
        switch self {
        case .empty: "Empty"
        case .ongoing: "Ongoing"
        case .prepareCommit: "PrepareCommit"
        case .prepareAbort: "PrepareAbort"
        case .completeCommit: "CompleteCommit"
        case .completeAbort: "CompleteAbort"
        }
    }

    /// The outcome is decided, and the markers are being written.
    var isEnding: Bool { self == .prepareCommit || self == .prepareAbort }
}

/// A producer and its epoch.
struct ProducerIdentity: Equatable {
    var id: Int64
    var epoch: Int16

    static let none = ProducerIdentity(id: -1, epoch: -1)
}

/// What is known of one transactional id: its producer, and the transaction that this one is in or was in last.
///
/// A value whose steps are pure; they follow Kafka's TransactionCoordinator: KIP-98, KIP-360 (the producer says who it
/// was, so that it can go on after an error), KIP-890 (the epoch is raised at each end).
struct Transaction: Equatable {
    let id: String
    var producerID: Int64
    /// -1 until the first InitProducerId has been decided.
    var epoch: Int16 = -1
    /// The id before, where epochs ran out; -1 otherwise.
    var previousProducerID: Int64 = -1
    /// The epoch before, where the producer itself raised it; -1 where it was fenced.
    var lastEpoch: Int16 = -1
    /// The id that the producer gets when the transaction has ended, where epochs ran out; -1 otherwise.
    var nextProducerID: Int64 = -1
    /// Milliseconds that a transaction may take.
    var timeout: Int32
    var state = TransactionState.empty
    var partitions: [String: Set<Int32>] = [:]
    var groups: Set<String> = []
    /// When the transaction began, in milliseconds since the epoch; -1 before the first.
    var startedAt: Int64 = -1
    var changedAt: Int64

    init(id: String, producerID: Int64, timeout: Int32, changedAt: Int64) {
        self.id = id
        self.producerID = producerID
        self.timeout = timeout
        self.changedAt = changedAt
    }

    /// The last epoch is for fencing alone.
    static func isExhausted(_ epoch: Int16) -> Bool { epoch >= .max - 1 }

    var producer: ProducerIdentity { ProducerIdentity(id: producerID, epoch: epoch) }

    var deadline: Int64? { state == .ongoing ? startedAt + Int64(timeout) : nil }

    func holds(_ topic: String, _ partition: Int32) -> Bool {
        state == .ongoing && partitions[topic]?.contains(partition) == true
    }
}
