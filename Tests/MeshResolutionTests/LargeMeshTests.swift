import Diagnostics
import ManifestLoading
import MeshModel
import Testing

/// Meshes of a size, or of a shape, that only an accident or an attacker makes. Each ends in a clear word, and in time that
/// grows with the text alone: what is quadratic here takes minutes.
struct LargeMeshTests {
    @Test func `twenty thousand documents are one mesh`() throws {
        let files = (0..<200).map { file in
            let topics = (0..<100).map { "kind: Topic\nmetadata: { name: t-\(file).\($0), owner: o, labels: { n: x } }\nspec: { partitions: 3 }\n" }
            return ("t/\(file).yaml", topics.joined(separator: "---\n"))
        }
        let verdict = Verdict(mesh(oneCluster, manifests: files))
        #expect(verdict.codes == [])
        #expect(verdict.mesh?.clusters["eu"]?.topics.count == 20_000)
    }

    @Test func `thousands of clusters that share a port are each told once`() {
        let clusters = (0..<2_000).map { number in
            """
            kind: Cluster
            metadata: { name: c\(number) }
            spec:
              engine: embedded
              listeners: [{ name: a, address: "127.0.\(number / 200).\(number % 200):9092", security: plaintext }]
              storage: { path: data/\(number) }

            """
        }
        let verdict = verdict(of: (clusters + [twin]).joined(separator: "---\n"))
        let clashes = verdict.report.diagnostics.filter { $0.code.hasPrefix("cluster/duplicate") }
        #expect(
            clashes.map(\.message) == [
                "'0.0.0.0:9092' of 'twin' is taken by 'c0'", "'twin' and 'c7' keep their data in one folder, './data/7/deeper'",
            ])
    }

    private let twin = """
        kind: Cluster
        metadata: { name: twin }
        spec:
          engine: embedded
          listeners: [{ name: a, address: "0.0.0.0:9092", security: plaintext }]
          storage: { path: ./data/7/deeper }

        """

    @Test func `contracts that refer to each other in a ring are told the ring`() {
        let verdict = verdict(of: (0..<300).map { contract($0, refersTo: ($0 + 1) % 300) }.joined(separator: "---\n"))
        #expect(Set(verdict.codes) == ["contract/reference-cycle"])
        #expect(verdict.report.diagnostics.allSatisfy { $0.range != nil })
    }

    @Test(arguments: [true, false])
    func `a chain of contracts is too deep from whichever end it is read`(_ isAscending: Bool) {
        let contracts = (0..<250).map { contract($0, refersTo: $0 == 0 ? nil : $0 - 1) }
        let verdict = verdict(of: (isAscending ? contracts : contracts.reversed()).joined(separator: "---\n"))
        #expect(Set(verdict.codes) == ["contract/reference-cycle"])
        #expect(verdict.report.diagnostics.contains { $0.message == "the references are more than 100 contracts deep" })
    }

    private func contract(_ number: Int, refersTo other: Int?) -> String {
        let type = other.map { #""T\#($0)""# } ?? #""string""#
        let references = other.map { "\n  references: [{ name: T\($0), contract: c\($0) }]" } ?? ""
        return """
            kind: Contract
            metadata: { name: c\(number), owner: o }
            spec:
              format: avro
              schema: '{"type":"record","name":"T\(number)","fields":[{"name":"f","type":\(type)}]}'\(references)

            """
    }

    @Test func `a thousand documents that grant the same are one rule`() {
        let grants = (0..<3_000).map { number in
            """
            kind: Access
            metadata: { name: g\(number) }
            spec: { principals: [p], operations: [read], resources: [{ type: topic, prefix: a. }] }

            """
        }
        let verdict = verdict(of: ([oneCluster, "kind: Principal\nmetadata: { name: p }\n"] + grants).joined(separator: "---\n"))
        #expect(verdict.mesh?.clusters["eu"]?.access.values.map(\.origins.count) == [3_000])
        #expect(verdict.codes == Array(repeating: "access/already-granted", count: 2_999))
    }

    @Test func `denials are found among thousands that do not matter`() {
        let denials = (0..<4_000).map { "    - { type: topic, name: other-\($0) }" } + ["    - { type: topic, prefix: orders. }"]
        let produces = (0..<4_000).map { "    - { topic: t\($0) }" } + ["    - { topic: orders.created }"]
        let topics = ((0..<4_000).map { "t\($0)" } + ["orders.created"]).map { "kind: Topic\nmetadata: { name: \($0), owner: o }\n" }
        let documents = [
            oneCluster, "kind: Principal\nmetadata: { name: p }\n",
            "kind: Access\nmetadata: { name: d }\nspec:\n  permission: deny\n  principals: [p]\n  operations: [write]\n  resources:\n"
                + denials.joined(separator: "\n") + "\n",
            "kind: Application\nmetadata: { name: a, owner: o }\nspec:\n  principal: p\n  produces:\n" + produces.joined(separator: "\n")
                + "\n",
        ]
        let verdict = verdict(of: (documents + topics).joined(separator: "---\n"))
        #expect(verdict.codes == ["application/denied"])
    }

    @Test func `patches by name and by label find their documents among thousands`() {
        let patches = (0..<2_000).map { "        - { target: { kind: Topic, name: t\($0) }, set: { spec.partitions: \($0 % 50 + 1) } }" }
        let chained = [
            "        - { target: { kind: Topic, name: t7 }, set: { metadata.labels.tier: gold } }",
            "        - { target: { kind: Topic, labels: { tier: gold } }, set: { spec.partitions: 99 } }",
        ]
        let root =
            "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec:\n  environments:\n    prod:\n      patches:\n"
            + (patches + chained).joined(separator: "\n") + "\n"
        let topics = (0..<2_000).map { "kind: Topic\nmetadata: { name: t\($0), owner: o }\n" }
        let verdict = verdict(of: ([root, oneCluster] + topics).joined(separator: "---\n"), environment: "prod")
        #expect(verdict.codes == [])
        let found = verdict.mesh?.clusters["eu"]?.topics
        #expect(found?["t1234"]?.partitions == 35)
        // What one patch sets, the patches behind it see.
        #expect(found?["t7"]?.partitions == 99)
    }

    @Test func `patches that would fill the memory are refused`() throws {
        let keys = (0..<50).map { "k\($0): a" }.joined(separator: ", ")
        let root =
            "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec:\n  environments:\n    prod:\n      patches:\n"
            + "        - { target: { kind: Topic }, set: { metadata.annotations: { \(keys) } } }\n"
        let topics = (0..<40).map { "kind: Topic\nmetadata: { name: t\($0), owner: o }\n" }
        var limits = LoadingLimits()
        limits.maximumPatchedValues = 3_000
        let verdict = Verdict(
            InMemoryManifestSource(["heddle.yaml": ([root, oneCluster] + topics).joined(separator: "---\n")]), environment: "prod",
            limits: limits)
        #expect(verdict.codes == ["manifest/too-large"])
        #expect(verdict.report.diagnostics.first?.range?.location == "heddle.yaml:8:45")
    }

    @Test func `a variable's value is text, though it names another`() throws {
        let verdict = verdict(
            of: """
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: m }
                spec:
                  variables:
                    a: { type: string, default: "$(b)$(b)" }
                    b: { type: string, default: "$(a)$(a)" }
                ---
                \(oneCluster)
                ---
                kind: Topic
                metadata: { name: t, owner: "$(a)" }
                """)
        #expect(verdict.codes == [])
        #expect(verdict.mesh?.clusters["eu"]?.topics["t"]?.owner == "$(b)$(b)")
    }

    @Test func `a hundred thousand mistakes in one document are counted`() {
        let keys = (0..<50_000).map { "k\($0): $(v\($0))" }.joined(separator: ", ")
        let verdict = verdict(of: "\(oneCluster)---\nkind: Topic\nmetadata: { name: t, owner: o }\nspec: { \(keys) }\n")
        #expect(verdict.codes.count == 10_001)
        #expect(verdict.codes.contains("manifest/too-many-errors"))
        #expect(verdict.mesh == nil)
    }

    @Test func `names that lead nowhere are not all searched for`() {
        let produces = (0..<2_000).map { "    - { topic: unknown-\($0) }" }.joined(separator: "\n")
        let topics = (0..<5_000).map { "kind: Topic\nmetadata: { name: t\($0), owner: o }\n" }
        let application = "kind: Application\nmetadata: { name: a, owner: o }\nspec:\n  principal: p\n  produces:\n\(produces)\n"
        let verdict = verdict(
            of: ([oneCluster, "kind: Principal\nmetadata: { name: p }\n", application] + topics).joined(separator: "---\n"))
        #expect(verdict.codes == Array(repeating: "application/unknown-topic", count: 2_000))
    }

    @Test func `topics that are on too many clusters are refused`() {
        let clusters = (0..<1_200).map {
            "kind: Cluster\nmetadata: { name: c\($0), labels: { all: x } }\nspec: { engine: kafka, addresses: [\"c\($0):9092\"] }\n"
        }
        let topics = (0..<900).map { "kind: Topic\nmetadata: { name: t\($0), owner: o }\nspec: { clusters: { labels: { all: x } } }\n" }
        let verdict = verdict(of: (clusters + topics).joined(separator: "---\n"))
        #expect(verdict.codes == ["manifest/too-large"])
        #expect(verdict.mesh == nil)
    }
}

private let oneCluster = "kind: Cluster\nmetadata: { name: eu }\nspec: { engine: kafka, addresses: [\"eu:9092\"] }\n"

private func mesh(_ document: String, manifests: [(String, String)]) -> InMemoryManifestSource {
    let root = "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec: { manifests: [\"t/*.yaml\"] }\n---\n"
    return InMemoryManifestSource(Dictionary(uniqueKeysWithValues: manifests + [("heddle.yaml", root + document)]))
}
