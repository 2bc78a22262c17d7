import Determinism
import KafkaWire

/// What a consumer reads, kept from fetch to fetch (KIP-227): it then says what changed, and is told what changed.
///
/// Partitions stand in the order in which they are read. One that had records goes behind those that had none when a
/// fetch could not take everything, so that each has its turn.
final class FetchSession {
    /// What was told of a partition last.
    private struct Told: Equatable {
        var highWatermark: Int64 = -1
        var logStartOffset: Int64 = -1
    }

    private struct TopicKey: Hashable {
        var name: String
        var id: KafkaUUID
    }

    let id: Int32
    let usesIDs: Bool
    let created: Instant
    fileprivate(set) var lastUsed: Instant
    /// Of the next request.
    private(set) var epoch: Int32 = 1
    private(set) var topics: [FetchRequest.FetchTopic] = []
    private(set) var partitionCount = 0
    /// As `topics` and their partitions stand.
    private var told: [[Told]] = []
    private var places: [TopicKey: Int] = [:]
    private var partitionPlaces: [[Int32: Int]] = []

    init(id: Int32, usesIDs: Bool, now: Instant) {
        self.id = id
        self.usesIDs = usesIDs
        created = now
        lastUsed = now
    }

    // MARK: What the client says

    /// Adds what is new to the session and takes over what changed.
    func update(_ asked: [FetchRequest.FetchTopic]) {
        for topic in asked {
            let place = place(of: topic)
            for partition in topic.partitions {
                if let known = partitionPlaces[place][partition.partition] {
                    topics[place].partitions[known] = partition
                } else {
                    partitionPlaces[place][partition.partition] = topics[place].partitions.count
                    topics[place].partitions.append(partition)
                    told[place].append(Told())
                    partitionCount += 1
                }
            }
        }
    }

    func forget(_ forgotten: [FetchRequest.ForgottenTopic]) {
        guard !forgotten.isEmpty else { return }
        for topic in forgotten {
            guard let place = places[key(topic.topic, topic.topicId)] else { continue }
            let gone = Set(topic.partitions)
            let kept = topics[place].partitions.indices.filter { !gone.contains(topics[place].partitions[$0].partition) }
            arrange(topic: place, kept)
        }
        arrange(topics.indices.filter { !topics[$0].partitions.isEmpty })
    }

    func advance(at now: Instant) {
        lastUsed = now
        epoch = epoch == .max ? 1 : epoch + 1
    }

    private func place(of topic: FetchRequest.FetchTopic) -> Int {
        let key = key(topic.topic, topic.topicId)
        if let place = places[key] { return place }
        var empty = topic
        empty.partitions = []
        topics.append(empty)
        told.append([])
        partitionPlaces.append([:])
        places[key] = topics.count - 1
        return topics.count - 1
    }

    private func key(_ name: String, _ id: KafkaUUID) -> TopicKey {
        usesIDs ? TopicKey(name: "", id: id) : TopicKey(name: name, id: .zero)
    }

    // MARK: What the client is told

    /// Leaves in the answer what is new since the last one; it must stand as `topics` do.
    ///
    /// - Parameter isFull: everything is told, as in the first answer of a session.
    func filter(_ response: inout FetchResponse, isFull: Bool, isCutShort: Bool) {
        var kept: [FetchResponse.FetchableTopicResponse] = []
        var busy: [Set<Int>] = isCutShort ? Array(repeating: [], count: topics.count) : []
        for (place, topic) in response.responses.enumerated() {
            var changed = topic
            changed.partitions.removeAll(keepingCapacity: true)
            for (index, partition) in topic.partitions.enumerated() {
                let hasRecords = (partition.records?.readableBytes ?? 0) > 0
                // After an error the partition is told again, when it is well.
                let now = partition.errorCode == .none
                    ? Told(highWatermark: partition.highWatermark, logStartOffset: partition.logStartOffset) : Told()
                if isFull || hasRecords || partition.errorCode != .none || told[place][index] != now {
                    changed.partitions.append(partition)
                }
                told[place][index] = now
                if isCutShort, hasRecords { busy[place].insert(index) }
            }
            if !changed.partitions.isEmpty { kept.append(changed) }
        }
        response.responses = kept
        if isCutShort { putLast(busy) }
    }

    private func putLast(_ busy: [Set<Int>]) {
        for (place, indexes) in busy.enumerated() where !indexes.isEmpty {
            let all = topics[place].partitions.indices
            arrange(topic: place, all.filter { !indexes.contains($0) } + all.filter(indexes.contains))
        }
        arrange(topics.indices.filter { busy[$0].isEmpty } + topics.indices.filter { !busy[$0].isEmpty })
    }

    private func arrange(topic place: Int, _ order: [Int]) {
        partitionCount += order.count - topics[place].partitions.count
        topics[place].partitions = order.map { topics[place].partitions[$0] }
        told[place] = order.map { told[place][$0] }
        partitionPlaces[place] = Dictionary(topics[place].partitions.enumerated().map { ($1.partition, $0) }) { $1 }
    }

    private func arrange(_ order: [Int]) {
        topics = order.map { topics[$0] }
        told = order.map { told[$0] }
        partitionPlaces = order.map { partitionPlaces[$0] }
        places = Dictionary(topics.enumerated().map { (key($1.topic, $1.topicId), $0) }) { $1 }
    }
}
