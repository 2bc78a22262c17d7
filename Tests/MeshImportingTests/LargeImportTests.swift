import MeshModel
import Testing

@testable import MeshImporting

@Suite struct `Large clusters` {
    @Test func `ten thousand topics with their rules and subjects`() throws {
        var observed = ObservedCluster(subjects: [:], defaultReplication: 1)
        for place in 0..<10_000 {
            let name = "area\(place % 50).topic-\(place)"
            observed.topics[name] = topic(3, ["retention.ms": "\(3_600_000 * (1 + place % 9))"])
            observed.access.insert(rule("User:app-\(place % 500)", .write, .topic, name))
            observed.access.insert(rule("User:reader-\(place % 500)", .read, .topic, name))
            observed.access.insert(rule("User:reader-\(place % 500)", .read, .group, "group-\(place % 500)"))
            observed.access.insert(rule("User:viewer-\(place % 100)", .describe, .topic, name))
            if place % 5 == 0 { observed.subjects?["\(name)-value"] = subject(record("R\(place)")) }
        }
        let made = try Import(observed)
        #expect(made.proof.holds, "\(made.proof.differences.prefix(5))")
        #expect(made.names(.topic).count == 10_000)
        #expect(made.names(.application).count == 1000)
        #expect(made.names(.contract).count == 2000)
        #expect(made.files.count { $0.path.hasPrefix("manifests/topics/") } == 50)
    }
}
