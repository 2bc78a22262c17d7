import Determinism
import EngineInterface
import MeshControl
import MeshModel
import Testing

@Suite struct `What a control log says` {
    private let topic = ResourceAddress.topic("orders", on: "eu")

    private func status(_ epoch: Int64, _ controller: String = "a") -> ClusterStatus {
        ClusterStatus(mesh: "shop", cluster: "eu", controller: controller, epoch: epoch, writtenAt: .epoch, validUntil: .epoch + .seconds(30))
    }

    private func word(_ generation: Int) -> ResourceStatus {
        ResourceStatus(address: topic, generation: generation, observedGeneration: generation, revision: nil, conditions: [])
    }

    private func reading(_ records: [MeshLogRecord], from first: Int64 = 0) -> MeshLogReading {
        MeshLogReading(
            entries: records.enumerated().map { .init(offset: first + Int64($0.offset), writtenAt: .epoch, record: $0.element) },
            start: 0, end: first + Int64(records.count))
    }

    private func reading(_ records: ControlRecord..., from first: Int64 = 0) -> MeshLogReading { reading(records.map(\.logRecord), from: first) }

    @Test func `what an earlier leadership said counts no more`() {
        var state = ControlState()
        state.take(reading(.cluster(status(4)), .resource(word(1), epoch: 4)))
        #expect(state.clusters["eu"]?.epoch == 4)
        #expect(state.resources == [word(1)])
        state.take(reading(.cluster(status(9)), from: 2))
        #expect(state.resources.isEmpty)
        #expect(state.lastWord(on: topic) == word(1))
        state.take(reading(.resource(word(2), epoch: 9), from: 3))
        // The one that lost the leadership writes once more, late.
        state.take(reading(.cluster(status(4, "late")), .resource(word(7), epoch: 4), from: 4))
        #expect(state.clusters["eu"]?.controller == "a")
        #expect(state.resources == [word(2)])
        #expect(state.epoch == 9)
    }

    @Test func `what ended is gone`() {
        var state = ControlState()
        let approval = Approval(plan: "a", by: "ada", at: .epoch)
        let all = Suspension(address: nil, by: "ada", at: .epoch)
        let one = Suspension(address: topic, by: "ada", at: .epoch)
        state.take(reading(.approval(approval), .suspension(all), .suspension(one), .resource(word(1), epoch: 1), .cluster(status(1))))
        #expect(state.approvals == ["a": approval])
        #expect(state.suspensions == [nil: all, topic: one])
        state.take(reading(.approvalSpent(plan: "a"), .resumption(nil), .resourceGone(topic), .clusterGone("eu"), from: 5))
        #expect(state.approvals.isEmpty)
        #expect(state.suspensions == [topic: one])
        #expect(state.resources.isEmpty && state.clusters.isEmpty)
    }

    @Test func `a suspension that cannot be read is one, and an approval that cannot is none`() {
        var state = ControlState()
        state.take(reading(.approval(Approval(plan: "a", by: "ada", at: .epoch))))
        state.take(
            reading(
                [MeshLogRecord(key: "suspension/topic/eu/orders", value: [0xFF]), MeshLogRecord(key: "approval/a", value: Array(#"{"version":2}"#.utf8)),
                    MeshLogRecord(key: "greeting/eu", value: [])], from: 1))
        #expect(state.suspensions[topic]?.by == "unknown")
        #expect(state.approvals.isEmpty)
        #expect(state.problems.keys.sorted() == ["approval/a", "suspension/topic/eu/orders"])
        state.take(reading(.resumption(topic), .approvalSpent(plan: "a"), from: 4))
        #expect(state.problems.isEmpty && state.suspensions.isEmpty)
    }

    @Test func `a log that was made anew is read anew`() {
        var state = ControlState()
        state.take(reading(.cluster(status(5)), .auditHead(AuditHeadNote(offset: 3, digest: "d", by: "a", at: .epoch))))
        #expect(state.next == 2 && state.auditHead?.offset == 3)
        state.take(MeshLogReading(entries: [], start: 0, end: 1))
        #expect(state == ControlState())
    }

    @Test func `reading it in parts or twice over makes no difference`() {
        for seed in 0..<300 as Range<UInt64> {
            var random = RandomControl(seed: seed)
            let whole = reading(random.many { random in random.many { $0.record() } }.flatMap { $0 }.map(\.logRecord))
            var (once, parts) = (ControlState(), ControlState())
            once.take(whole)
            while parts.next < whole.end {
                let until = parts.next + 1 + Int64(random.number(3))
                let part = whole.entries.filter { $0.offset < until && $0.offset >= parts.next - 1 }
                parts.take(MeshLogReading(entries: part, start: 0, end: min(until, whole.end)))
            }
            #expect(once == parts, "seed \(seed)")
        }
    }
}
