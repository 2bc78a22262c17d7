import AuditTrail
import Determinism
import EngineInterface
import MeshModel
import PlanFiles
import Testing

@Suite struct `An event of the audit log` {
    private let statement = AuditStatement(offset: 41, digest: (0..<32).map { UInt8($0 * 8) })

    @Test func `is read again exactly as it was written`() throws {
        for seed in 0..<3000 as Range<UInt64> {
            var random = RandomAudit(seed: seed)
            let event = random.event()
            let again = try ArchivedEvent(event.logRecord(id: "x\(seed)", after: statement, version: "0.1.0"))
            #expect(again.event == event, "seed \(seed)")
            #expect(again.statement == statement && again.id == "x\(seed)" && again.time == event.time)
            #expect(again.type == "dev.heddle.\(event.kind.rawValue)")
        }
    }

    @Test func `is a CloudEvent that holds an API Activity`() {
        let event = AuditEvent(
            .applied, at: .epoch, mesh: "a shop", cluster: "eu", actor: "ada@laptop", source: SourceStamp(repository: "r", revision: "0f3c"), run: 12,
            message: "1 done", changes: [.init(address: .topic("orders", on: "eu"), action: "create", risk: "safe", outcome: "done")])
        let record = event.logRecord(id: "7", after: statement, version: "0.1.0")
        #expect(record.key == "7")
        #expect(record.headers.map(\.name) == ["content-type"])
        #expect(
            String(decoding: record.value ?? [], as: UTF8.self)
                == #"{"specversion":"1.0","id":"7","source":"/heddle/a%20shop/eu","type":"dev.heddle.apply.ended","subject":"topic/eu/orders","#
                + #""time":"1970-01-01T00:00:00.000Z","datacontenttype":"application/json","heddleoffset":"41","#
                + #""heddlechain":"0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8","#
                + #""data":{"class_uid":6003,"class_name":"API Activity","category_uid":6,"category_name":"Application Activity","#
                + #""activity_id":1,"activity_name":"Create","type_uid":600301,"time":0,"severity_id":1,"status_id":1,"message":"1 done","#
                + #""metadata":{"version":"1.0.0","product":{"name":"Heddle","vendor_name":"Heddle","version":"0.1.0"}},"#
                + #""actor":{"user":{"name":"ada@laptop"}},"api":{"operation":"apply.ended","service":{"name":"heddle"}},"#
                + #""src_endpoint":{"name":"ada@laptop"},"resources":[{"type":"topic","name":"topic/eu/orders"}],"#
                + #""unmapped":{"mesh":"a shop","cluster":"eu","source":{"repository":"r","revision":"0f3c"},"run":12,"#
                + #""changes":[{"address":"topic/eu/orders","action":"create","risk":"safe","outcome":"done"}]}}}"#)
    }

    @Test func `of a kind to come is shown by its type`() throws {
        var record = AuditEvent(.planned, at: .epoch, mesh: "shop", actor: "a", message: "m").logRecord(id: "7", after: statement, version: "9")
        let text = String(decoding: record.value ?? [], as: UTF8.self)
        record.value = Array(text.replacing("dev.heddle.plan.made", with: "dev.heddle.plan.dreamt").utf8)
        let archived = try ArchivedEvent(record)
        #expect(archived.event == nil && archived.type == "dev.heddle.plan.dreamt" && archived.statement == statement)
    }

    @Test func `that was damaged anyhow is a problem or another event, and never a crash`() {
        for seed in 0..<4000 as Range<UInt64> {
            var random = RandomAudit(seed: seed)
            var record = random.event().logRecord(id: "x", after: statement, version: "0.1.0")
            var bytes = record.value ?? []
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
            do throws(FileProblem) {
                _ = try ArchivedEvent(record)
            } catch {
                #expect(!error.message.isEmpty)
            }
            _ = ArchivedEvent.statement(of: record)
        }
    }

    @Test(arguments: ["", ":", "1:", "-1:00", "1:zz", "x:" + String(repeating: "0", count: 64), "1:" + String(repeating: "A", count: 64)])
    func `a head is an offset and a digest, and nothing else is`(text: String) {
        #expect(AuditStatement(parsing: text) == nil)
        #expect(AuditStatement(parsing: statement.description) == statement)
    }
}
