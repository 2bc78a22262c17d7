import Diagnostics
import ManifestLoading
import MeshModel
import Testing

struct CheckingTests {
    private func problems(_ spec: String) -> [String] {
        load(mesh("", "kind: Topic\nmetadata: { name: t, owner: o }\nspec: \(spec)")).diagnostics.map {
            "\($0.code) \($0.range?.start.column ?? 0)"
        }
    }

    @Test(arguments: [
        ("{ partitions: '6' }", "manifest/wrong-type 21"), ("{ partitions: 6.0 }", "manifest/wrong-type 21"),
        ("{ partitions: [6] }", "manifest/wrong-type 21"),
        ("{ partitions: -1 }", "manifest/out-of-range 21"), ("{ partitions: 99999999999 }", "manifest/out-of-range 21"),
        ("{ retention: 7d }", "manifest/wrong-type 20"), ("{ retention: { time: -2 } }", "manifest/invalid-value 28"),
        ("{ retention: { time: 7h1d } }", "manifest/invalid-value 28"),
        ("{ retention: { size: 1.5GiB } }", "manifest/invalid-value 28"),
        ("{ retention: { time: 99999999999999999d } }", "manifest/invalid-value 28"),
        ("{ cleanup: [] }", "manifest/too-few-items 18"),
        ("{ cleanup: { a: b } }", "manifest/wrong-type 18"), ("{ config: { a: { b: c } } }", "manifest/wrong-type 22"),
        ("{ config: { a: [[b]] } }", "manifest/wrong-type 23"), ("{ 1: 2 }", "manifest/unknown-key 9"),
        ("{ [a]: 2 }", "manifest/wrong-type 9"),
        ("7", "manifest/wrong-type 7"), ("{ key: { type: text } }", "manifest/unknown-value 22"),
        ("{ deletionProtection: 'true' }", "manifest/wrong-type 29"),
    ])
    func `what does not fit is told where it stands`(_ spec: String, _ problem: String) {
        #expect(problems(spec) == [problem])
    }

    @Test(arguments: [
        "{ partitions: 0x10 }", "{ retention: { time: 0, size: 0 } }", "{ cleanup: [compact] }", "{}", "",
        "{ deletionProtection: True }",
    ])
    func `what fits is silent`(_ spec: String) {
        #expect(problems(spec).isEmpty)
    }

    @Test func `an alias is blamed where the value is, and where it is used`() throws {
        let (_, diagnostics) = load(
            mesh("", "kind: Topic\nmetadata: { name: t, owner: o, annotations: { x: &p six } }\nspec: { partitions: *p }"))
        let problem = try #require(diagnostics.first)
        #expect(problem.range?.start.line == 8 && problem.secondary.map(\.range.start.line) == [9])
    }

    @Test func `merge keys are fields like others`() throws {
        let text = mesh(
            "",
            "kind: Topic\nmetadata: { name: t, owner: o }\nspec:\n  <<: { partitions: 3, retention: { time: 1d } }\n  partitions: 4"
        )
        #expect(load(text).mesh?.topics.first?.spec.settings.partitions?.value == 4)
        #expect(load(text).mesh?.topics.first?.spec.settings.retentionTime?.value == Milliseconds(86_400_000))
    }

    @Test func `empty documents are passed over, and apiVersion is for the Mesh`() {
        #expect(load(mesh("", "", "# nothing", "kind: Principal\nmetadata: { name: p }")).diagnostics.isEmpty)
        #expect(
            load("kind: Mesh\nmetadata: { name: m }\n").diagnostics.map(\.message) == [
                "'apiVersion' is missing: a Mesh document needs it"
            ])
    }

    @Test func `a field of the spec that stands a level too high is told to go down`() {
        let (_, diagnostics) = load(mesh("", "kind: Principal\nmetadata: { name: p }\nscram: {}"))
        #expect(diagnostics.map(\.message) == ["'scram' belongs under 'spec'"])
    }

    @Test func `fix-its make of the text what was meant`() throws {
        let text = mesh(
            "",
            "kind: Topik\nmetadata: { name: t, owner: 5 }\nspec: { partitons: 6, cleanup: compacted, deletionProtection: yes }")
        var fixed = Array(text.utf8)
        var current = load(text).diagnostics
        for _ in 0..<10 {
            guard let edit = current.flatMap(\.fixIts).first else { break }
            fixed.replaceSubrange(Int(edit.range.start.offset)..<Int(edit.range.end.offset), with: Array(edit.replacement.utf8))
            current = load(String(decoding: fixed, as: UTF8.self)).diagnostics
        }
        #expect(current.isEmpty, "\(String(decoding: fixed, as: UTF8.self))")
    }

    @Test func `manifests are found by their patterns, sorted, each once, without heddle.yaml`() {
        let principal = "kind: Principal\nmetadata: { name: NAME }\n"
        let files = ["m/b.yaml", "m/a.yaml", "m/x/c.yml", "m/.hidden.yaml", "n/d.yaml"]
        let contents = Dictionary(
            uniqueKeysWithValues: files.map { ($0, principal.replacing("NAME", with: String($0.filter(\.isLetter)))) })
        let (loaded, diagnostics) = load(mesh("manifests: ['**/*.yaml', 'm/**/*.{yaml,yml}', heddle.yaml]"), files: contents)
        #expect(loaded?.files.map(\.path) == ["heddle.yaml", "m/a.yaml", "m/b.yaml", "m/x/c.yml", "n/d.yaml"])
        #expect(diagnostics.isEmpty)
    }
}
