import AuditTrail
import ContractModel
import Determinism
import Diagnostics
import EngineInterface
import Foundation
import LocatedJSON
import MeshModel
import Testing

/// The audit's events against the schema of the CloudEvents project itself.
@Suite struct `CloudEvents` {
    static let schema: URL? = {
        guard let root = ProcessInfo.processInfo.environment["HEDDLE_CONFORMANCE"] else { return nil }
        let file = URL(fileURLWithPath: root).appendingPathComponent("cloudevents/cloudevents/formats/cloudevents.json")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()

    @Test(.enabled("the schema is not there: set HEDDLE_CONFORMANCE") { schema != nil })
    func `events of every kind are CloudEvents`() throws {
        let file = try #require(Self.schema)
        let (root, problems) = parseJSON(SourceFile(path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file))))
        #expect(problems.isEmpty)
        var options = JSONSchemaOptions()
        options.assertsFormat = true
        let (compiled, diagnostics) = compileJSONSchema(try #require(root), options: options)
        let schema = try #require(compiled, "\(diagnostics.map(\.message))")
        for kind in AuditEvent.Kind.allCases {
            for cluster in [nil, "eu west/1"] {
                let event = AuditEvent(
                    kind, at: Instant(millisecondsSinceEpoch: 1_795_447_271_652), mesh: "the shop ☃", cluster: cluster, actor: "ada@laptop",
                    source: SourceStamp(repository: "r", revision: "0f3c"), plan: "3f9a", run: 3, message: "m",
                    changes: [.init(address: .topic("orders", on: "eu"), action: "update", risk: "notable", outcome: "failed", detail: "why")])
                let record = event.logRecord(id: "7", after: AuditChain().statement, version: "0.1.0")
                let verdict = schema.validate(try parseJSONPayload(try #require(record.value)))
                #expect(verdict.isValid, "\(kind): \(verdict)")
            }
        }
        // The schema does refuse what is none.
        #expect(!schema.validate(try parseJSONPayload(Array(#"{"specversion":"1.0","id":"","source":"/a","type":"b"}"#.utf8))).isValid)
    }
}
