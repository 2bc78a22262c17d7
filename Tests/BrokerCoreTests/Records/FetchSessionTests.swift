import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// KIP-227, as a client library plays it.
struct FetchSessionTests {
    private func request(
        _ world: BrokerWorld, session: Int32 = 0, epoch: Int32, _ wanted: [(topic: String, partition: Int32, offset: Int64)] = [],
        forgotten: [(topic: String, partition: Int32)] = [], maxBytes: Int32 = 1 << 20, maxWait: Int32 = 0
    ) -> FetchRequest {
        FetchRequest(
            replicaId: -1, maxWaitMs: maxWait, minBytes: maxWait > 0 ? 1 : 0, maxBytes: maxBytes, sessionId: session, sessionEpoch: epoch,
            topics: wanted.map { asked in
                .init(
                    topic: asked.topic, topicId: world.broker.topics[asked.topic]?.id ?? .zero,
                    partitions: [.init(partition: asked.partition, currentLeaderEpoch: -1, fetchOffset: asked.offset, partitionMaxBytes: 1 << 20)])
            },
            forgottenTopicsData: forgotten.map { topic, partition in
                .init(topic: topic, topicId: world.broker.topics[topic]?.id ?? .zero, partitions: [partition])
            })
    }

    private func world() throws -> BrokerWorld {
        let world = try BrokerWorld()
        try world.makeTopic("a", partitions: 2)
        try world.makeTopic("b")
        return world
    }

    private let all: [(topic: String, partition: Int32, offset: Int64)] = [("a", 0, 0), ("a", 1, 0), ("b", 0, 0)]

    private func told(_ response: FetchResponse, _ world: BrokerWorld) -> [String] {
        response.responses.flatMap { topic in
            let name = topic.topic.isEmpty ? world.broker.topics[topic.topicId]?.name ?? "?" : topic.topic
            return topic.partitions.map { "\(name)-\($0.partitionIndex)" }
        }
    }

    @Test(arguments: [Int16(7), 12, 13, 17])
    func `after the first answer only what changed is told`(version: Int16) throws {
        let world = try world()
        let first = try world.call(request(world, epoch: 0, all), version: version)
        #expect(first.sessionId > 0)
        #expect(told(first, world).count == 3)
        let quiet = try world.call(request(world, session: first.sessionId, epoch: 1), version: version)
        #expect(quiet.sessionId == first.sessionId && quiet.responses.isEmpty)
        try world.produce(["x"], to: "a", partition: 1)
        let fresh = try world.call(request(world, session: first.sessionId, epoch: 2), version: version)
        #expect(told(fresh, world) == ["a-1"])
        #expect(try fresh.responses[0].partitions[0].values().map(\.value) == ["x"])
        // Read on from there: nothing is left to tell.
        let after = try world.call(request(world, session: first.sessionId, epoch: 3, [("a", 1, 1)]), version: version)
        #expect(after.responses.isEmpty)
    }

    @Test func `a fetch of a session waits for records, and is told of them alone`() throws {
        let world = try world()
        let id = try world.call(request(world, epoch: 0, all)).sessionId
        let waiting = try world.send(request(world, session: id, epoch: 1, maxWait: 500))
        #expect(!world.hasAnswer(waiting))
        try world.produce(["x"], to: "b")
        #expect(told(try #require(try world.answer(waiting)), world) == ["b-0"])
    }

    @Test func `an id or an epoch that does not fit is refused, and the session goes on`() throws {
        let world = try world()
        #expect(try world.call(request(world, session: 77, epoch: 1)).errorCode == .fetchSessionIdNotFound)
        #expect(try world.call(request(world, session: 0, epoch: 3)).errorCode == .fetchSessionIdNotFound)
        let id = try world.call(request(world, epoch: 0, all)).sessionId
        #expect(try world.call(request(world, session: id, epoch: 2)).errorCode == .invalidFetchSessionEpoch)
        #expect(try world.call(request(world, session: id, epoch: 1), version: 12).errorCode == .fetchSessionTopicIdError)
        #expect(try world.call(request(world, session: id, epoch: 1)).errorCode == .none)
        #expect(try world.call(request(world, session: id, epoch: 1)).errorCode == .invalidFetchSessionEpoch, "its answer was given")
    }

    @Test func `partitions come and go, and a session without any is over`() throws {
        let world = try world()
        let id = try world.call(request(world, epoch: 0, [("a", 0, 0)])).sessionId
        let more = try world.call(request(world, session: id, epoch: 1, [("b", 0, 0)], forgotten: [("a", 0)]))
        #expect(told(more, world) == ["b-0"])
        try world.produce(["x"], to: "a")
        #expect(try world.call(request(world, session: id, epoch: 2)).responses.isEmpty)
        let last = try world.call(request(world, session: id, epoch: 3, forgotten: [("b", 0)]))
        #expect(last.sessionId == 0)
        #expect(try world.call(request(world, session: id, epoch: 4)).errorCode == .fetchSessionIdNotFound)
    }

    @Test func `epoch 0 begins anew and -1 ends a session`() throws {
        let world = try world()
        let first = try world.call(request(world, epoch: 0, all)).sessionId
        let second = try world.call(request(world, session: first, epoch: 0, all)).sessionId
        #expect(second != first && second > 0)
        #expect(try world.call(request(world, session: first, epoch: 1)).errorCode == .fetchSessionIdNotFound)
        let final = try world.call(request(world, session: second, epoch: -1, all))
        #expect(final.sessionId == 0 && told(final, world).count == 3)
        #expect(world.broker.fetchSessions.count == 0)
    }

    @Test func `a partition with an error is told until it has none`() throws {
        let world = try world()
        let id = try world.call(request(world, epoch: 0, all)).sessionId
        for epoch in Int32(1)...2 {
            let answer = try world.call(request(world, session: id, epoch: epoch, [("b", 0, 9)]))
            #expect(told(answer, world) == ["b-0"])
            #expect(answer.responses[0].partitions[0].errorCode == .offsetOutOfRange)
        }
        let mended = try world.call(request(world, session: id, epoch: 3, [("b", 0, 0)]))
        #expect(told(mended, world) == ["b-0"] && mended.responses[0].partitions[0].errorCode == .none)
    }

    @Test func `where a fetch cannot take everything, each partition has its turn`() throws {
        let world = try world()
        let value = String(repeating: "x", count: 2000)
        for _ in 0..<20 {
            try world.produce([value], to: "a", partition: 0)
            try world.produce([value], to: "a", partition: 1)
            try world.produce([value], to: "b")
        }
        var offsets = ["a-0": Int64(0), "a-1": 0, "b-0": 0]
        var turns: [String] = []
        let first = try world.call(request(world, epoch: 0, all, maxBytes: 1000))
        var changed: [(topic: String, partition: Int32, offset: Int64)] = []
        func take(_ response: FetchResponse) throws {
            changed = []
            for topic in response.responses {
                let name = world.broker.topics[topic.topicId]?.name ?? "?"
                for partition in topic.partitions {
                    guard let last = try partition.values().last else { continue }
                    turns.append("\(name)-\(partition.partitionIndex)")
                    offsets["\(name)-\(partition.partitionIndex)"] = last.offset + 1
                    changed.append((name, partition.partitionIndex, last.offset + 1))
                }
            }
        }
        try take(first)
        for epoch in Int32(1)...8 {
            try take(try world.call(request(world, session: first.sessionId, epoch: epoch, changed, maxBytes: 1000)))
        }
        #expect(Set(turns.prefix(3)) == ["a-0", "a-1", "b-0"])
        // Topics take turns, and in each its partitions do: nobody waits for ever.
        #expect(offsets.values.allSatisfy { $0 >= 2 } && turns.count == 9, "\(offsets)")
    }

    @Test func `sessions are bounded: the idle make room, and without room there is none`() throws {
        var sessions = FetchSessions()
        var random = SeededGenerator(seed: 3)
        let now = Instant(millisecondsSinceEpoch: 1_000_000)
        let asked = [FetchRequest.FetchTopic(topic: "t", topicId: .zero, partitions: [.init(partition: 0, fetchOffset: 0, partitionMaxBytes: 1)])]
        var ids: [Int32] = []
        for _ in 0..<FetchSessions.slots {
            ids.append(try #require(sessions.make(asked, usesIDs: false, now: now, using: &random)).id)
        }
        #expect(sessions.make(asked, usesIDs: false, now: now + .seconds(60), using: &random) == nil)
        sessions[ids[0]]?.advance(at: now + .seconds(100))
        #expect(sessions.make(asked, usesIDs: false, now: now + .seconds(130), using: &random) != nil)
        #expect(sessions.count == FetchSessions.slots && sessions[ids[0]] != nil)
    }

    @Test func `a request for more than all sessions may hold is served without one`() {
        var sessions = FetchSessions()
        var random = SeededGenerator(seed: 3)
        let many = (0..<1001).map { _ in FetchRequest.FetchTopic(
            topic: "t", topicId: .zero, partitions: (0..<1000).map { .init(partition: $0, fetchOffset: 0, partitionMaxBytes: 1) }) }
        #expect(sessions.make(many, usesIDs: false, now: Instant(millisecondsSinceEpoch: 0), using: &random) == nil)
    }
}
