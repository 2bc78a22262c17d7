import Determinism
import EngineInterface
import MeshControl
import MeshModel
import Testing

@Suite struct `A record of the control log` {
    @Test func `is read again exactly as it was written`() throws {
        for seed in 0..<3000 as Range<UInt64> {
            var random = RandomControl(seed: seed)
            let record = random.record()
            #expect(try ControlRecord(record.logRecord) == record, "seed \(seed)")
        }
    }

    @Test func `has a key that tells what it is about`() {
        let topic = ResourceAddress.topic("orders", on: "eu")
        #expect(ControlRecord.clusterGone("eu").logRecord.key == "status/eu")
        #expect(ControlRecord.resourceGone(topic).logRecord.key == "status/topic/eu/orders")
        #expect(ControlRecord.approvalSpent(plan: "3f9a0c11b2d4").logRecord.key == "approval/3f9a0c11b2d4")
        #expect(ControlRecord.resumption(nil).logRecord.key == "suspension/cluster")
        #expect(ControlRecord.resumption(topic).logRecord.key == "suspension/topic/eu/orders")
        #expect(ControlRecord.clusterGone("a/b%").logRecord.key == "status/a%2Fb%25")
    }

    @Test func `of a newer Heddle says so, and one that says more of a status is understood`() throws {
        var record = ControlRecord.approval(Approval(plan: "a", by: "ada", at: .epoch)).logRecord
        var text = String(decoding: record.value ?? [], as: UTF8.self)
        #expect(text == #"{"version":1,"plan":"a","by":"ada","at":"1970-01-01T00:00:00.000Z"}"#)
        record.value = Array(text.replacing("\"version\":1", with: "\"version\":2").utf8)
        #expect(#expect(throws: ControlProblem.self) { try ControlRecord(record) }?.kind == .otherVersion)
        // A condition on a yes that nobody here knows is not passed over.
        record.value = Array(text.replacing("\"by\"", with: "\"until\":\"noon\",\"by\"").utf8)
        #expect(#expect(throws: ControlProblem.self) { try ControlRecord(record) }?.kind == .damaged)

        let gone = ControlRecord.resource(
            ResourceStatus(address: .topic("t", on: "eu"), generation: 1, observedGeneration: 1, revision: nil, conditions: []), epoch: 3)
        record = gone.logRecord
        text = String(decoding: record.value ?? [], as: UTF8.self)
        record.value = Array(text.replacing("\"epoch\"", with: "\"mood\":\"good\",\"epoch\"").utf8)
        #expect(try ControlRecord(record) == gone)
    }

    @Test func `that is about something else than its key is damaged`() {
        var record = ControlRecord.approval(Approval(plan: "a", by: "ada", at: .epoch)).logRecord
        record.key = "approval/b"
        #expect(#expect(throws: ControlProblem.self) { try ControlRecord(record) }?.kind == .damaged)
    }

    @Test(arguments: ["", "status", "status/", "status/topic/eu", "statuses/eu", "approval/", "suspension/", "suspension/eu", "audit/tail", "/", "//"])
    func `under no key of ours is told apart`(key: String) {
        #expect(#expect(throws: ControlProblem.self) { try ControlRecord(MeshLogRecord(key: key, value: [])) }?.kind == .unknownKey)
    }

    @Test func `that was damaged anyhow is a problem or another record, and never a crash`() {
        for seed in 0..<4000 as Range<UInt64> {
            var random = RandomControl(seed: seed)
            var record = random.record().logRecord
            guard var bytes = record.value, !bytes.isEmpty else { continue }
            for _ in 0...random.number(3) {
                guard !bytes.isEmpty else { break }
                let place = random.number(bytes.count)
                switch random.number(4) {
                case 0: bytes[place] ^= UInt8(1 << random.number(8))
                case 1: bytes.removeSubrange(place...)
                case 2: bytes.insert(contentsOf: Array("[{\"99999999999999999999e99\":".utf8), at: place)
                default: bytes.remove(at: place)
                }
            }
            record.value = bytes
            do throws(ControlProblem) {
                #expect(try ControlRecord(record).logRecord.key == record.key)
            } catch {
                #expect(error.key == record.key && !error.message.isEmpty)
            }
        }
    }

    @Test func `a plan of very many changes fits into a record, and says how many it leaves out`() throws {
        let changes = (0..<5000).map {
            PendingPlan.PendingChange(address: .topic("orders.\($0)", on: "eu"), action: "delete", risk: "destructive", reasons: [String(repeating: "r", count: 500)])
        }
        let status = ClusterStatus(
            mesh: "shop", cluster: "eu", pending: PendingPlan(id: "0123456789ab", changes: changes, since: .epoch), controller: "c", epoch: 1,
            writtenAt: .epoch, validUntil: .epoch)
        let record = ControlRecord.cluster(status).logRecord
        #expect(try #require(record.value).count < 500_000)
        guard case .cluster(let read) = try ControlRecord(record), let pending = read.pending else { Issue.record("it is no status"); return }
        #expect(pending.changes.count + pending.unlisted == 5000 && pending.unlisted > 0 && pending.id == "0123456789ab")
        #expect(ControlRecord.cluster(read).logRecord == record)
    }
}
