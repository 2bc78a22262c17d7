import RegistryCore
import TestSupport
import Testing

@Suite struct `The log read again` {
    @Test(arguments: 0..<24)
    func `any sequence of requests gives the same state when its log is read`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var use = RegistryInUse()
        for _ in 0..<100 { step(&use, &generator) }
        let replayed = use.replayed()
        #expect(replayed.state == use.registry.state)
        // What compaction leaves says the same, but for ids that nothing has any more.
        let compacted = use.replayedCompacted()
        for target in ["/subjects?deleted=true", "/schemas?deleted=true", "/subjects/a/versions?deleted=true", "/config/a", "/mode", "/contexts"] {
            #expect(compacted.answer(RegistryRequest("GET", target)).body == use.get(target).text, "\(target)")
        }
        for id in 1...12 {
            #expect(compacted.answer(RegistryRequest("GET", "/schemas/ids/\(id)")).body == use.get("/schemas/ids/\(id)").text)
        }
        checkInvariants(use)
    }

    private func step(_ use: inout RegistryInUse, _ generator: inout SeededGenerator) {
        let subject = ["a", "b", ":.eu:c", "d%2Fd"].randomElement(using: &generator) ?? "a"
        let version = Int.random(in: 1...4, using: &generator)
        let permanent = Bool.random(using: &generator) ? "?permanent=true" : ""
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...4:
            let schema = record(["id", "x", "y"].randomElement(using: &generator) ?? "id", "n\(Int.random(in: 0..<3, using: &generator))?")
            use.register(subject, schema)
        case 5: use.register(subject, "{\"title\":\"t\(version)\"}", type: "JSON", references: version == 1 ? [("r", "a", 1)] : [])
        case 6: use.call("DELETE", "/subjects/\(subject)\(permanent)")
        case 7: use.call("DELETE", "/subjects/\(subject)/versions/\(version)\(permanent)")
        case 8: use.call("PUT", "/config/\(subject)", "{\"compatibility\":\"NONE\"}")
        case 9: use.call("PUT", "/config", "{\"compatibility\":\"\(Bool.random(using: &generator) ? "FULL" : "NONE")\"}")
        case 10:
            let mode = ["READWRITE", "READWRITE", "READONLY", "IMPORT"].randomElement(using: &generator) ?? "READWRITE"
            use.call("PUT", "/mode/\(subject)", "{\"mode\":\"\(mode)\"}")
        default:
            use.register(subject, record("i\(version)"), more: "\"id\":\(version + 8),\"version\":\(version)")
        }
    }

    /// What holds whatever was asked.
    private func checkInvariants(_ use: RegistryInUse) {
        var schemas: [String: Set<String>] = [:]
        var copy = use
        for schema in copy.get("/schemas?deleted=true").body.elements {
            guard case .string(let subject) = schema["subject"], case .number(let id) = schema["id"], case .string(let text) = schema["schema"] else {
                Issue.record("a schema is not whole")
                continue
            }
            schemas["\(SubjectName(subject).context) \(Int(id))", default: []].insert(text)
        }
        #expect(schemas.values.allSatisfy { $0.count == 1 }, "an id is of one schema")
    }
}
