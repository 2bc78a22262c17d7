import Diagnostics
import Foundation
import ManifestLoading
import Testing
import TestSupport

/// Manifests that somebody's hand, or program, has spoilt: an answer every time, and no trap.
struct ManifestFuzzTests {
    private static let whole = """
        apiVersion: heddle.dev/v1
        kind: Mesh
        metadata: { name: shop }
        spec:
          manifests: ["m/**/*.{yaml,yml}", "n/[a-z]?.yaml"]
          scope: { kinds: [Topic], prefixes: [a.] }
          defaults: { topic: { partitions: $(n), retention: { time: 7d, size: 10GiB }, config: { a.b: [x, 1, null], c: null } } }
          variables: { n: { type: integer, default: 6 }, s: { default: "$(n)" } }
          environments: { prod: { variables: { n: 7 }, patches: [{ target: { kind: Topic, labels: { a: b } }, set: { spec.config.x.y: 1, spec.clusters.0: z } }] } }
        ---
        kind: Cluster
        metadata: &m { name: eu, labels: { region: eu } }
        spec: { engine: embedded, brokers: 1, listeners: [{ name: c, address: "127.0.0.1:9192", security: plaintext }], registry: { address: "[::1]:1" } }
        ---
        kind: Topic
        metadata: { <<: *m, name: a.b, owner: x-$(s)$$( }
        spec: { clusters: { labels: { region: eu } }, key: { type: string }, value: { contract: c }, cleanup: [compact, delete], deletionProtection: true }
        ---
        kind: Contract
        metadata: { name: c, owner: o }
        spec: { format: avro, file: ../x/./y.avsc, references: [{ name: n, contract: c }], classification: { a.b: pii }, deprecation: { replacedBy: c } }
        ---
        kind: Principal
        metadata: { name: p }
        spec: { scram: { mechanism: SCRAM-SHA-256, password: 'geheim' } }
        ---
        kind: Application
        metadata: { name: a, owner: o }
        spec: { principal: p, produces: [{ topic: a.b, transactionalId: t }], consumes: [{ topic: a.b, group: "g/1", retry: { attempts: 3, backoff: { initial: 1s, max: 1m } }, deadLetter: {} }] }
        ---
        kind: Access
        metadata: { name: x }
        spec: { permission: deny, principals: [p, "*"], operations: [read, all], resources: [{ type: topic, prefix: a }, { type: cluster, any: true }], hosts: [h] }

        """

    private static let scraps = [
        "null", "[]", "{}", "\"", "'", "$(", "$$(", ")", "$(n)", "*m", "&m ", "<<: ", "---\n", "- ", ": ", ", ", "\n", "  ", "-1",
        "1e999", ".inf", "0x", "\u{0}", "🧵",
        "999999999999999999999d", "[[[[", "{{{{", "!!str ", "|\n", "a.b.c", "*", "**", "../", "password: x",
    ]

    @Test func `spoilt manifests are answered`() {
        var generator = SeededGenerator(seed: 20_261)
        for round in 0..<800 {
            var text = Array(Self.whole.utf8)
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                let place = Int.random(in: 0...text.count, using: &generator)
                let end = min(text.count, place + Int.random(in: 0..<12, using: &generator))
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: text.removeSubrange(place..<end)
                case 1: text.insert(contentsOf: Self.scraps.randomElement(using: &generator)!.utf8, at: place)
                case 2: text.replaceSubrange(place..<end, with: Self.scraps.randomElement(using: &generator)!.utf8)
                default: text.insert(contentsOf: Array(text[place..<end]), at: Int.random(in: 0...text.count, using: &generator))
                }
            }
            let source = InMemoryManifestSource(bytes: [
                "heddle.yaml": text, "m/a.yaml": text.reversed(), "n/ab.yaml": Array(text.prefix(round)),
            ])
            let (loaded, diagnostics) = loadMesh(
                source, environment: round % 2 == 0 ? "prod" : nil, variables: round % 3 == 0 ? ["n": "x"] : [:])
            #expect(loaded?.hasErrors != false || diagnostics.allSatisfy { $0.severity != .error })
            for diagnostic in diagnostics {
                guard let range = diagnostic.range else { continue }
                #expect(range.start <= range.end && Int(range.end.offset) <= range.file.bytes.count)
            }
        }
    }
}
