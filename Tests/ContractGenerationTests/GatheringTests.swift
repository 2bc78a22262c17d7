import ContractCodegen
import ContractGeneration
import Diagnostics
import Foundation
import Testing

@Suite struct `Contracts are gathered` {
    private func gather(_ files: [String: String], available: [String]? = nil) throws -> (inputs: [ContractInput], diagnostics: [Diagnostic]) {
        try withFolder(files) { root in
            var folder = ContractFolder(root.path)
            let (configuration, mistakes) = loadConfiguration(in: &folder)
            #expect(mistakes.isEmpty)
            return gatherContracts(configuration, in: &folder, available: available)
        }
    }

    @Test func `without a list, by the endings of names, hidden files aside`() throws {
        let (inputs, diagnostics) = try gather([
            "b/order.avsc": record("Order"), "a.proto": "", "x.xsd": "", "c.schema.json": "{}", "data.json": "{}", ".hidden/d.avsc": "{}", "main.swift": "",
        ])
        #expect(diagnostics.isEmpty)
        #expect(inputs.map(\.file.path) == ["a.proto", "b/order.avsc", "c.schema.json", "x.xsd"])
        #expect(inputs.map(\.format) == [.protobuf, .avro, .jsonSchema, .xsd])
        #expect(inputs.map(\.outputName) == ["a.proto", "b+order.avsc", "c.schema.json", "x.xsd"])
    }

    @Test func `by files, folders and patterns, the last line that names a file winning`() throws {
        let (inputs, diagnostics) = try gather([
            "heddle-codegen.yaml": """
                contracts:
                  - events
                  - '**/v?.json'
                  - { file: events/a.avsc, accessModifier: public }
                  - { file: odd.txt, format: avro }
                  - ../outside/z.avsc
                """,
            "events/a.avsc": "{}", "events/deep/b.avsc": "{}", "events/notes.json": "{}", "api/v1.json": "{}", "odd.txt": "\"int\"", "c.avsc": "{}",
            "../outside/z.avsc": "{}",
        ])
        #expect(diagnostics.isEmpty)
        #expect(inputs.map(\.file.path) == ["../outside/z.avsc", "api/v1.json", "events/a.avsc", "events/deep/b.avsc", "odd.txt"])
        #expect(inputs.map(\.outputName) == ["outside+z.avsc", "api+v1.json", "events+a.avsc", "events+deep+b.avsc", "odd.txt"])
        #expect(inputs.map(\.options.access) == [.internal, .internal, .public, .internal, .internal])
    }

    @Test(arguments: [
        ("contracts: [orders/craeted.avsc]", "codegen/missing-file", "did you mean 'orders/created.avsc'?"),
        ("contracts: ['orders/*.proto']", "codegen/missing-file", nil),
        ("contracts: [notes.txt]", "codegen/unknown-format", "add its format: { file: notes.txt, format: avro }; or json-schema, protobuf, xsd"),
    ])
    func `what is not there is told`(yaml: String, code: String, suggestion: String?) throws {
        let (_, diagnostics) = try gather(["heddle-codegen.yaml": yaml, "orders/created.avsc": "{}", "notes.txt": ""])
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.suggestion == suggestion)
        #expect(diagnostics.first?.range?.location == "heddle-codegen.yaml:1:13")
    }

    @Test func `a folder without contracts is told`() throws {
        #expect(try gather(["main.swift": ""]).diagnostics.map(\.code) == ["codegen/missing-file"])
    }

    @Test func `outputs that would meet are told`() throws {
        let (_, diagnostics) = try gather([
            "heddle-codegen.yaml": "contracts: [../a/x.avsc, a/x.avsc]", "a/x.avsc": "{}", "../a/x.avsc": "{}",
        ])
        #expect(diagnostics.map(\.code) == ["codegen/output-clash"])
    }

    @Test func `a build is told of contracts and references that it cannot know`() throws {
        let files = [
            "heddle-codegen.yaml": "contracts: [a.proto, ../out.avsc, v.json]\nprotoPath: ['.', ../protos]",
            "a.proto": "syntax = \"proto3\"; import \"shared.proto\";", "../out.avsc": "{}", "v.json": "{}", "../protos/shared.proto": "syntax = \"proto3\";",
        ]
        let (inputs, diagnostics) = try gather(files, available: ["a.proto", "v.json", "heddle-codegen.yaml"])
        #expect(inputs.map(\.file.path) == ["a.proto"])
        #expect(diagnostics.map(\.code) == ["codegen/outside-target", "codegen/outside-target", "codegen/undeclared-input"])
        #expect(try gather(files).diagnostics.isEmpty)
    }

    @Test func `names of outputs never meet`() {
        let paths = ["a/b+c.avsc", "a+b/c.avsc", "a/b/c.avsc", "a+b+c.avsc", "a%2Bb/c.avsc", "a+/b/c.avsc", "a/+b/c.avsc", "a/b/c.proto"]
        #expect(Set(paths.map(outputName)).count == paths.count)
    }
}
