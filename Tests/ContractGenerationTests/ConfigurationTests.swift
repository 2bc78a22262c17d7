import ContractCodegen
import ContractGeneration
import ContractModel
import Diagnostics
import Testing
import TestSupport

@Suite struct `A configuration` {
    /// Each mark is one diagnostic, in order: its code and its place.
    @Test(arguments: [
        ("⟦contract⟧: [a.avsc]\n", ["codegen/unknown-key"]),
        ("contracts: [{ file: a.avsc, ⟦formt⟧: avro }]\n", ["codegen/unknown-key"]),
        ("contracts: ⟦a.avsc⟧\n", ["codegen/wrong-type"]),
        ("contracts: [⟦5⟧]\n", ["codegen/wrong-type"]),
        ("contracts: [{ ⟦format⟧: avro }]\n", ["codegen/missing-file"]),
        ("contracts: [{ file: a, format: ⟦avor⟧ }]\n", ["codegen/unknown-value"]),
        ("accessModifier: ⟦open⟧\nenums: ⟦closd⟧\n", ["codegen/unknown-value", "codegen/unknown-value"]),
        ("codable: ⟦yes⟧\n", ["codegen/wrong-type"]),
        ("names: { com.shop.Order: ⟦Purchase Order⟧ }\n", ["codegen/invalid-name"]),
        ("names: ⟦[a]⟧\n", ["codegen/wrong-type"]),
        ("additionalImports: [⟦\"Foundation; import Glibc\"⟧]\n", ["codegen/invalid-name"]),
        ("⟦[a]⟧\n", ["codegen/wrong-type"]),
        ("codable: true\n---\n⟦codable: false\n⟧", ["codegen/not-a-document"]),
    ])
    func `every mistake is told with its place`(text: String, codes: [String]) {
        let source = MarkedSource(text, path: "heddle-codegen.yaml")
        let found = readConfiguration(source.file).diagnostics
        #expect(found.map(\.code) == codes)
        #expect(found.map { $0.range?.location } == source.ranges.map(\.location))
    }

    @Test func `what is nearly right is asked about`() {
        let found = readConfiguration(SourceFile(path: "heddle-codegen.yaml", text: "acessModifier: pubilc\nnamespaces: nestd\n")).diagnostics
        #expect(found.map(\.suggestion) == ["did you mean 'accessModifier'?", "did you mean 'nested'?"])
        #expect(found.flatMap(\.fixIts).map(\.replacement) == ["accessModifier", "nested"])
    }

    @Test func `all options are read, and a contract's own win`() {
        let (configuration, diagnostics) = readConfiguration(
            SourceFile(
                path: "heddle-codegen.yaml",
                text: """
                    contracts:
                      - a.avsc
                      - { file: b.json, format: json-schema, accessModifier: package, constraints: true, names: { b: Bee } }
                    protoPath: protos
                    references: [shared]
                    accessModifier: public
                    additionalImports: [Foundation, struct Orders.Money]
                    additionalFileComments: ["one\\ntwo"]
                    names: { a: Ay, b: Be }
                    namespaces: flat
                    dates: foundation
                    enums: closed
                    maps: pairs
                    codable: true
                    views: false
                    unknownFields: false
                    constraints: null
                    """))
        #expect(diagnostics.isEmpty)
        var expected = CodegenOptions()
        expected.access = .public
        expected.imports = ["Foundation", "struct Orders.Money"]
        expected.comments = ["one", "two"]
        expected.names = ["a": "Ay", "b": "Be"]
        expected.namespaces = .flat
        expected.dates = .foundation
        expected.enums = .closed
        expected.maps = .pairs
        expected.codable = true
        expected.views = false
        expected.unknownFields = false
        #expect(configuration.options == expected)
        #expect(configuration.contracts?.first?.options == expected)
        expected.access = .package
        expected.constraints = true
        expected.names["b"] = "Bee"
        #expect(configuration.contracts?.last?.options == expected)
        #expect(configuration.contracts?.map(\.path.value) == ["a.avsc", "b.json"])
        #expect(configuration.contracts?.last?.format == .jsonSchema)
        #expect(configuration.protoPath.map(\.value) == ["protos"])
        #expect(configuration.references.map(\.value) == ["shared"])
    }

    @Test func `an empty file says nothing`() {
        for text in ["", "# only a comment\n", "---\n"] {
            let (configuration, diagnostics) = readConfiguration(SourceFile(path: "heddle-codegen.yaml", text: text))
            #expect(diagnostics.isEmpty)
            #expect(configuration.contracts == nil)
        }
    }

    @Test func `the published schema lists the keys and the values that are read`() throws {
        let file = packageRoot.appending(path: "Specs/codegen/v1/heddle-codegen.schema.json")
        let schema = try JSONTree(parsing: String(contentsOf: file, encoding: .utf8))
        #expect(schema["properties"].names == Set(CodegenKey.ofFile))
        let contract = schema["definitions"]["contract"]["properties"]
        #expect(contract.names == Set(CodegenKey.ofContract))
        for properties in [schema["properties"], contract] {
            #expect(properties["accessModifier"]["enum"] == words(AccessLevel.self))
            #expect(properties["namespaces"]["enum"] == words(CodegenOptions.Namespaces.self))
            #expect(properties["dates"]["enum"] == words(CodegenOptions.Dates.self))
            #expect(properties["enums"]["enum"] == words(CodegenOptions.Enums.self))
            #expect(properties["maps"]["enum"] == words(CodegenOptions.Maps.self))
        }
        #expect(contract["format"]["enum"] == words(ContractFormat.self))
        let options = CodegenOptions()
        let defaults = schema["properties"]
        #expect(defaults["accessModifier"]["default"] == .string(options.access.rawValue))
        #expect(defaults["views"]["default"] == .boolean(options.views))
        #expect(defaults["codable"]["default"] == .boolean(options.codable))
        #expect(defaults["unknownFields"]["default"] == .boolean(options.unknownFields))
        #expect(defaults["constraints"]["default"] == .boolean(options.constraints))
    }

    private func words<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> JSONTree where Choice.RawValue == String {
        .array(Choice.allCases.map { .string($0.rawValue) })
    }
}
