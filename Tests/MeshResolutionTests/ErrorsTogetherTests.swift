import Diagnostics
import ManifestLoading
import MeshModel
import Testing

struct ErrorsTogetherTests {
    @Test func `one run tells the errors of all files, and none that only follow from others`() {
        let source = InMemoryManifestSource([
            "heddle.yaml": "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec:\n  manifests: ['m/*.yaml']\n",
            // The key is misspelt, so what the contract says is not known; the topic that names it is not to blame.
            "m/a.yaml": "kind: Contract\nmetadata: { name: order, owner: o }\nspec: { fromat: avro, schema: '\"string\"' }\n---\n"
                + twoClusters,
            // Not YAML from the second document on: nobody knows what it declares.
            "m/b.yaml":
                "kind: Principal\nmetadata: { name: billing }\n---\nkind: Principal\nmetadata: { name: checkout\nspec: ]\n",
            "m/c.yaml": """
            kind: Topic
            metadata: { name: orders, owner: o }
            spec: { clusters: [eu, asia], value: { contract: order } }
            ---
            kind: Application
            metadata: { name: checkout, owner: o }
            spec: { principal: checkout, produces: [{ topic: orders }, { topic: order }] }
            ---
            kind: Application
            metadata: { name: billing, owner: o }
            spec: { principal: biling, consumes: [{ topic: orders, group: "" }] }
            """,
        ])
        let verdict = Verdict(source)
        #expect(verdict.mesh == nil)
        #expect(
            Set(verdict.codes) == [
                "manifest/unknown-key", "manifest/missing-field", "yaml/syntax", "topic/unknown-cluster",
                "application/unknown-topic",
                "application/unknown-principal", "manifest/invalid-value",
            ], "\(TextRenderer().render(verdict.report))")
        #expect(
            verdict.report.diagnostics.filter { $0.code == "application/unknown-principal" }.map(\.message) == [
                "there is no Principal 'biling'"
            ])
    }

    @Test func `a patch's value is blamed where the patch stands`() {
        let verdict = verdict(
            of: """
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  environments:
                    prod:
                      patches:
                        - target: { kind: Topic }
                          set: { spec.clusters: [moon] }
                ---
                kind: Topic
                metadata: { name: orders, owner: o }
                """, environment: "prod")
        #expect(verdict.report.diagnostics.map { $0.range?.location } == ["heddle.yaml:9:34"])
        #expect(verdict.codes == ["topic/unknown-cluster"])
    }

    @Test func `an inline schema's mistakes are shown in the manifest`() throws {
        let documents = """
            kind: Contract
            metadata: { name: order, owner: o }
            spec:
              format: avro
              schema: |

                { "type": "record", "name": "Örder",
                  "fields": [{ "name": "id", "type": "strin" }] }
            """
        let places = verdict(of: documents).report.diagnostics.compactMap(\.range?.location)
        #expect(places == ["heddle.yaml:11:33", "heddle.yaml:12:42"])
        let folded = documents.replacing("schema: |", with: "schema: >")
        #expect(verdict(of: folded).report.diagnostics.compactMap(\.range?.location) == ["heddle.yaml:9:11", "heddle.yaml:9:11"])
    }

    @Test func `contracts read each other's types in whatever order they stand`() throws {
        func contract(_ name: String, _ schema: String, _ references: String = "[]") -> String {
            "kind: Contract\nmetadata: { name: \(name), owner: o }\nspec: { format: avro, schema: '\(schema)', references: \(references) }\n---\n"
        }
        let verdict = verdict(
            of: contract(
                "order",
                #"{"type":"record","name":"x.Order","fields":[{"name":"to","type":"x.Address"},{"name":"from","type":"x.Country"}]}"#,
                "[{ name: x.Address, contract: address }]")
                + contract(
                    "address", #"{"type":"record","name":"x.Address","fields":[{"name":"c","type":"x.Country"}]}"#,
                    "[{ name: x.Country, contract: country }]")
                + contract("country", #"{"type":"enum","name":"x.Country","symbols":["DE","US"]}"#))
        #expect(verdict.codes == [], "\(TextRenderer().render(verdict.report))")
        #expect(verdict.mesh?.contracts.count == 3)
    }

    @Test func `ten thousand topics load and resolve`() {
        let topics = (0..<10_000).map {
            "kind: Topic\nmetadata: { name: topic-\($0), owner: o, labels: { tier: gold } }\nspec: { clusters: [eu, us], partitions: 3 }\n---\n"
        }
        let verdict = Verdict(
            InMemoryManifestSource([
                "heddle.yaml":
                    "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { manifests: ['*.yaml'] }\n---\n"
                    + twoClusters,
                "topics.yaml": topics.joined(),
            ]))
        #expect(verdict.codes == [])
        #expect(verdict.mesh?.clusters["us"]?.topics.count == 10_000)
    }

    @Test func `ten thousand lost references are counted, not all kept`() {
        let topics = (0..<11_000).map {
            "kind: Topic\nmetadata: { name: topic-\($0), owner: o }\nspec: { clusters: [asia] }\n---\n"
        }
        let verdict = verdict(of: twoClusters + topics.joined())
        #expect(verdict.mesh == nil && verdict.codes.count == 10_001 && verdict.codes.contains("manifest/too-many-errors"))
    }
}
