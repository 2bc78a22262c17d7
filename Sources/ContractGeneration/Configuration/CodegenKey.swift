/// The keys of a `heddle-codegen.yaml`. What each takes is in `ConfigurationReader`; a test holds Specs/codegen/v1 against this.
package enum CodegenKey: String, CaseIterable, Sendable {
    case contracts, protoPath, references
    case accessModifier, additionalImports, additionalFileComments, names, namespaces, dates, enums, maps, codable, views
    case unknownFields, constraints

    /// May stand at a contract, too.
    package var isOption: Bool { ![.contracts, .protoPath, .references].contains(self) }

    package static let ofFile = allCases.map(\.rawValue)
    package static let ofContract = ["file", "format"] + allCases.filter(\.isOption).map(\.rawValue)
}
