/// The records of one partition on their way to its leader: gathered into batches, numbered, sent in order, and sent again in the
/// same order under the same numbers when answers fail to come.
///
/// Order is kept though several batches are on their way at once: after a failure nothing new is sent until all that are on their
/// way have ended; what was not acknowledged then goes again, oldest first, one at a time until one arrives. Times count from any
/// fixed beginning.
struct BatchQueue<Ticket> {
    struct Entry {
        var record: ProducedRecord
        var ticket: Ticket
    }

    struct Batch {
        var id: Int
        var entries: [Entry]
        var bytes: Int
        /// Of the oldest record.
        var begun: Duration
        /// Set when it is first sent; nil for good where the cluster gives no producer ids.
        var producer: (id: Int64, epoch: Int16, baseSequence: Int32)?
        /// It was sent and not answered: it may be in the log.
        var mayBeWritten = false
    }

    enum Identity: Equatable {
        case unknown
        case given(id: Int64, epoch: Int16)
        /// The cluster gives none, or none is wanted.
        case none
    }

    /// What became of a batch that was not acknowledged.
    enum Failure: Equatable {
        /// To be tried again; whether it may be in the log.
        case passing(mayBeWritten: Bool)
        /// The broker counts the producer's records otherwise, or does not know it any more: the batch is not in the log.
        case outOfSequence
        /// The broker will not have it: it is not in the log.
        case refused
    }

    private(set) var identity = Identity.unknown
    private let limits: BatchLimits
    private var open: Batch?
    /// Closed, oldest first. Those that were sent before keep their numbers.
    private var waiting: [Batch] = []
    /// Ascending.
    private var inFlight: [Batch] = []
    /// Sent in vain, until nothing is in flight any more.
    private var returned: [Batch] = []
    private var nextId = 0
    private var nextSequence: Int32 = 0
    /// After a refusal, what follows cannot be numbered on.
    private var identityIsSpent = false
    private var isProbing = false
    private var notBefore: Duration?

    init(limits: BatchLimits, isIdempotent: Bool = true) {
        self.limits = limits
        if !isIdempotent { identity = .none }
    }

    var isEmpty: Bool { open == nil && waiting.isEmpty && inFlight.isEmpty && returned.isEmpty }
    var needsIdentity: Bool { identity == .unknown && !(open == nil && waiting.isEmpty) }

    /// A batch has failed, and others are waited for that were on their way with it.
    var isRecovering: Bool { !returned.isEmpty }

    // MARK: Gathering

    mutating func add(_ record: ProducedRecord, _ ticket: Ticket, now: Duration) {
        let bytes = record.estimatedBytes
        if let open, open.bytes + bytes > limits.batchBytes { close(open) }
        if open == nil {
            open = Batch(id: nextId, entries: [], bytes: 0, begun: now)
            nextId += 1
        }
        open?.entries.append(Entry(record: record, ticket: ticket))
        open?.bytes += bytes
        if let open, open.bytes >= limits.batchBytes { close(open) }
    }

    /// What was added so far lingers no longer.
    ///
    /// - Returns: the id below which all batches hold only what was added so far.
    mutating func hurry() -> Int {
        if let open { close(open) }
        return nextId
    }

    /// Whether all batches below an id have ended.
    func isDone(before id: Int) -> Bool {
        ![waiting.first, inFlight.first, returned.min { $0.id < $1.id }, open].contains { $0.map { $0.id < id } ?? false }
    }

    private mutating func close(_ batch: Batch) {
        waiting.append(batch)
        open = nil
    }

    // MARK: Sending

    /// The batch to send now, if any.
    mutating func take(now: Duration) -> Batch? {
        guard identity != .unknown, returned.isEmpty, notBefore.map({ $0 <= now }) ?? true else { return nil }
        guard hasRoom else { return nil }
        if waiting.isEmpty, let open, open.begun + limits.linger <= now { close(open) }
        guard !waiting.isEmpty else { return nil }
        var batch = waiting.removeFirst()
        if batch.producer == nil, case .given(let id, let epoch) = identity {
            batch.producer = (id, epoch, nextSequence)
            nextSequence = (nextSequence &+ Int32(batch.entries.count)) & Int32.max
        }
        inFlight.append(batch)
        notBefore = nil
        return batch
    }

    /// Without numbers, only one batch at a time keeps its place.
    private var hasRoom: Bool { inFlight.count < (isProbing || identity == .none ? 1 : limits.inFlight) }

    /// When to look again though nothing happens; nil: not before something does.
    func wake(now: Duration) -> Duration? {
        if let notBefore, notBefore > now { return notBefore }
        guard let open, waiting.isEmpty, identity != .unknown, returned.isEmpty, hasRoom else { return nil }
        return open.begun + limits.linger
    }

    // MARK: Answers

    mutating func learn(_ identity: Identity) {
        self.identity = identity
        nextSequence = 0
        identityIsSpent = false
    }

    /// - Returns: the batch, and those that are given up now that nothing is in flight any more.
    mutating func acknowledged(_ id: Int) -> (batch: Batch?, givenUp: [Batch]) {
        guard let index = inFlight.firstIndex(where: { $0.id == id }) else { return (nil, []) }
        isProbing = false
        let batch = inFlight.remove(at: index)
        return (batch, settle(now: .zero, pause: nil))
    }

    /// - Parameter pause: how long to wait before anything is sent again.
    /// - Returns: the batches that are given up with it.
    mutating func failed(_ id: Int, _ failure: Failure, now: Duration, pause: Duration) -> [Batch] {
        guard let index = inFlight.firstIndex(where: { $0.id == id }) else { return [] }
        var batch = inFlight.remove(at: index)
        switch failure {
        case .passing(let mayBeWritten):
            batch.mayBeWritten = batch.mayBeWritten || mayBeWritten
            returned.append(batch)
        case .outOfSequence:
            // Behind one that failed it is only a gap; at the head the broker has lost count.
            let isHead = !(inFlight + returned).contains { $0.id < batch.id }
            if isHead {
                identityIsSpent = true
                nothingIsWritten(after: batch.id)
            }
            batch.mayBeWritten = false
            returned.append(batch)
        case .refused:
            identityIsSpent = true
            nothingIsWritten(after: batch.id)
            return [batch] + settle(now: now, pause: nil)
        }
        return settle(now: now, pause: pause)
    }

    /// Behind a number that the log does not have, a broker takes none.
    private mutating func nothingIsWritten(after id: Int) {
        guard identity != .none else { return }
        for index in returned.indices where returned[index].id > id { returned[index].mayBeWritten = false }
        for index in waiting.indices { waiting[index].mayBeWritten = false }
    }

    /// Once nothing is in flight: what came back takes its old place, and what has been tried for too long is given up.
    private mutating func settle(now: Duration, pause: Duration?) -> [Batch] {
        if let pause { notBefore = max(notBefore ?? .zero, now + pause) }
        guard inFlight.isEmpty, identityIsSpent || !returned.isEmpty else { return [] }
        var tried = (returned + waiting).sorted { $0.id < $1.id }
        isProbing = !returned.isEmpty
        returned = []
        var givenUp: [Batch] = []
        if pause != nil { takeExpired(from: &tried, into: &givenUp, now: now) }
        if identityIsSpent, identity != .none {
            // Under new numbers nobody could tell a copy: what may be in the log is not sent again.
            givenUp += tried.filter(\.mayBeWritten)
            tried.removeAll(where: \.mayBeWritten)
            for index in tried.indices { tried[index].producer = nil }
            identity = .unknown
        }
        waiting = tried
        if waiting.isEmpty { isProbing = false }
        return givenUp
    }

    private mutating func takeExpired(from batches: inout [Batch], into givenUp: inout [Batch], now: Duration) {
        let limit = limits.deadline
        guard batches.contains(where: { $0.begun + limit <= now }) else { return }
        givenUp += batches.filter { $0.begun + limit <= now }
        // The numbers that these had are not used, or nobody knows.
        if givenUp.contains(where: { $0.producer != nil }) { identityIsSpent = true }
        batches.removeAll { $0.begun + limit <= now }
    }

    /// What waits while no identity, or no leader, is to be had.
    mutating func expire(now: Duration) -> [Batch] {
        guard inFlight.isEmpty else { return [] }
        if let open, open.begun + limits.deadline <= now { close(open) }
        var tried = waiting
        var givenUp: [Batch] = []
        takeExpired(from: &tried, into: &givenUp, now: now)
        waiting = tried
        return givenUp + settle(now: now, pause: nil)
    }

    /// Everything, given up. Answers that still come are nobody's.
    mutating func abandon() -> [Batch] {
        defer { (open, waiting, returned, inFlight) = (nil, [], [], []) }
        for index in inFlight.indices { inFlight[index].mayBeWritten = true }
        return (inFlight + returned + waiting).sorted { $0.id < $1.id } + (open.map { [$0] } ?? [])
    }
}

extension ProducedRecord {
    /// A little more than it takes in a batch.
    var estimatedBytes: Int {
        (key?.readableBytes ?? 0) + (value?.readableBytes ?? 0) + 24 + headers.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.readableBytes ?? 0) + 6 }
    }
}
