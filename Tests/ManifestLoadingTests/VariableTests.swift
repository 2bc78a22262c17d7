import Diagnostics
import ManifestLoading
import MeshModel
import Testing

struct VariableTests {
    private let topic =
        "kind: Topic\nmetadata: { name: 'orders-$(stage)', owner: o, description: 'costs $$(5), in $(stage)' }\nspec: { partitions: $(n), retention: { time: $(days)d }, deletionProtection: $(safe) }"
    private let declarations = """
        variables:
          n: { type: integer, default: 6 }
          stage: { default: dev }
          days: { type: integer, default: 7 }
          safe: { type: boolean, default: false }
        environments:
          prod: { variables: { n: 24, stage: "prod", safe: true } }
        """

    @Test func `a scalar that is a variable has its type, and within text it is text`() throws {
        let (loaded, diagnostics) = load(mesh(declarations, topic))
        #expect(diagnostics.isEmpty)
        let topic = try #require(loaded?.topics.first)
        #expect(topic.name == "orders-dev" && topic.metadata.description == "costs $(5), in dev")
        #expect(
            topic.spec.settings.partitions?.value == 6 && topic.spec.settings.retentionTime?.value == Milliseconds(604_800_000))
        #expect(topic.spec.settings.deletionProtection?.value == false)
    }

    @Test func `an environment's values win over defaults, and the command line's over those`() throws {
        let (loaded, diagnostics) = load(mesh(declarations, topic), environment: "prod", variables: ["n": "48"])
        #expect(diagnostics.isEmpty)
        let topic = try #require(loaded?.topics.first)
        #expect(topic.name == "orders-prod" && topic.spec.settings.partitions?.value == 48)
        #expect(topic.spec.settings.deletionProtection?.value == true)
    }

    @Test func `values are put in as values, never as YAML`() throws {
        let (loaded, diagnostics) = load(
            mesh(
                "variables: { note: { default: '\"}, spec: { clusters: [moon] }, x: {' } }",
                "kind: Principal\nmetadata: { name: p, description: \"$(note)\" }"))
        #expect(diagnostics.isEmpty)
        #expect(loaded?.principals.first?.metadata.description == "\"}, spec: { clusters: [moon] }, x: {")
    }

    @Test func `a value is not searched for variables again`() throws {
        let (loaded, _) = load(
            mesh(
                "variables: { a: { default: '$(b)' }, b: { default: x } }",
                "kind: Principal\nmetadata: { name: p, description: \"<$(a)>\" }"))
        #expect(loaded?.principals.first?.metadata.description == "<$(b)>")
    }

    @Test(arguments: [
        ("integer", "'6'"), ("integer", "1.5"), ("boolean", "'true'"), ("boolean", "yes"), ("duration", "7 days"),
        ("size", "10 gigs"), ("number", "many"),
        ("string", "[a]"),
    ])
    func `a value of another type is refused`(_ type: String, _ value: String) {
        let (_, diagnostics) = load(mesh("variables: { v: { type: \(type), default: \(value) } }"))
        #expect(diagnostics.map(\.code) == ["manifest/variable-type"])
    }

    @Test(arguments: [
        ("string", "6"), ("integer", "6"), ("number", "1.5"), ("number", "2"), ("boolean", "true"), ("duration", "90s"),
        ("size", "1GiB"), ("duration", "1000"),
    ])
    func `a value of its type is taken`(_ type: String, _ value: String) {
        #expect(load(mesh("variables: { v: { type: \(type), default: \(value) } }")).diagnostics.isEmpty)
    }

    @Test func `values that multiply are bounded`() {
        let long = String(repeating: "x", count: 1 << 20)
        let uses = (0..<200).map { "a\($0): <$(long)>" }.joined(separator: ", ")
        let (_, diagnostics) = load(
            mesh("variables: { long: { default: \(long) } }", "kind: Principal\nmetadata: { name: p, annotations: { \(uses) } }"))
        #expect(diagnostics.contains { $0.code == "manifest/too-large" })
    }

    @Test func `an unset variable is told once, and what it would have been is not guessed at`() {
        let (_, diagnostics) = load(mesh("variables: { n: { type: integer } }\ndefaults: { topic: { partitions: $(n) } }"))
        #expect(diagnostics.filter { $0.severity == .error }.map(\.code) == ["manifest/variable-without-value"])
    }
}
