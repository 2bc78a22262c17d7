import Determinism
import KafkaWire

/// The fetch sessions that are kept, at most so many: who finds no room sends whole requests and misses nothing else.
///
/// As in Kafka, a newcomer takes the place of one that was not used for a while, or of a smaller one that had its while.
struct FetchSessions {
    /// Kafka's `max.incremental.fetch.session.cache.slots`.
    static let slots = 1000
    /// Over all sessions, as each holds memory.
    static let mostPartitions = 1_000_000
    /// Kafka's `min.incremental.fetch.session.eviction.ms`.
    static let protectedFor = Duration.seconds(120)

    private var byID: [Int32: FetchSession] = [:]
    private(set) var partitionCount = 0

    var count: Int { byID.count }
    subscript(id: Int32) -> FetchSession? { byID[id] }

    /// A session for what is asked, or nil when there is no room.
    mutating func make(
        _ asked: [FetchRequest.FetchTopic], usesIDs: Bool, now: Instant, using random: inout SeededGenerator
    ) -> FetchSession? {
        let size = asked.reduce(0) { $0 + $1.partitions.count }
        guard size > 0, size <= Self.mostPartitions else { return nil }
        while byID.count >= Self.slots || partitionCount + size > Self.mostPartitions {
            guard let victim = victim(of: size, now) else { return nil }
            remove(victim)
        }
        var id = Int32.random(in: 1...Int32.max, using: &random)
        while byID[id] != nil { id = Int32.random(in: 1...Int32.max, using: &random) }
        let session = FetchSession(id: id, usesIDs: usesIDs, now: now)
        session.update(asked)
        byID[id] = session
        partitionCount += session.partitionCount
        return session
    }

    mutating func remove(_ id: Int32) {
        guard let session = byID.removeValue(forKey: id) else { return }
        partitionCount -= session.partitionCount
    }

    /// Takes over what a request says. False when there is no room for what it adds.
    mutating func update(_ session: FetchSession, _ request: FetchRequest) -> Bool {
        let before = session.partitionCount
        session.update(request.topics)
        session.forget(request.forgottenTopicsData)
        partitionCount += session.partitionCount - before
        return partitionCount <= Self.mostPartitions
    }

    private func victim(of size: Int, _ now: Instant) -> Int32? {
        // The one that waits longest; among equals the smallest id, so that chance has no say.
        guard let oldest = byID.values.min(by: { ($0.lastUsed, $0.id) < ($1.lastUsed, $1.id) }) else { return nil }
        if oldest.lastUsed + Self.protectedFor < now { return oldest.id }
        let smaller = byID.values.filter { $0.partitionCount < size && $0.created + Self.protectedFor < now }
        return smaller.min { ($0.partitionCount, $0.id) < ($1.partitionCount, $1.id) }?.id
    }
}
