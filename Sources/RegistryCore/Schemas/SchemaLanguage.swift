import ContractCompatibility
import ContractModel
import Diagnostics

/// What the registry has to know of a language in which schemas are written. A further one is added here.
struct SchemaLanguage: Sendable {
    /// As clients name it.
    let type: String
    let format: ContractFormat
    /// Clients of Confluent's registry do not know it: it is listed only where that is asked for.
    var isAdditional = false
    /// A text as it came → the text that is kept.
    let read: @Sendable (SchemaText, _ isNormalized: Bool) throws(SchemaProblem) -> String
    /// What is equal for schemas that are the same, made without a look at what they refer to.
    let outline: @Sendable (String) -> String
    /// Whether two schemas with one outline are the same.
    var isSame: @Sendable (SchemaText, SchemaText) -> Bool = { _, _ in true }
    /// A finding that is told by the comparison and stops nobody, but is breaking where schemas are looked up by message.
    var isBreakingHere: @Sendable (Difference, _ old: SchemaText) -> Bool = { _, _ in false }
    /// Another writing, by the name that `format=` gives it; nil where there is none of that name.
    var rendering: @Sendable (SchemaText, _ format: String) -> String? = { _, _ in nil }

    static let all: [SchemaLanguage] = [.avro, .jsonSchema, .protobuf, .xsd]

    static func named(_ type: String) -> SchemaLanguage? { all.first { $0.type == type } }
}

/// A schema's text with the texts of all that it refers to, and of what those refer to.
package struct SchemaText: Sendable {
    package var text: String
    /// By the name that the schemas use.
    package var references: [String: SourceFile]

    package init(_ text: String, references: [String: SourceFile] = [:]) {
        self.text = text
        self.references = references
    }

    /// Mistakes are then shown without a path.
    static let fileName = "schema"

    var file: SourceFile { SourceFile(path: Self.fileName, text: text) }
}

/// Why a text is no schema.
struct SchemaProblem: Error, Sendable, Hashable {
    var message: String

    init(_ message: String) { self.message = message }

    /// The first mistakes, each with its place.
    init(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        let shown = errors.prefix(5).map { diagnostic in
            guard let range = diagnostic.range else { return diagnostic.message }
            let file = range.file.path == SchemaText.fileName ? "" : range.file.path + ":"
            return "\(file)\(range.start.line):\(range.start.column): \(diagnostic.message)"
        }
        message = shown.joined(separator: "; ") + (errors.count > 5 ? "; and \(errors.count - 5) more" : "")
    }
}

/// What may be the same schema: the language, the outline, and what is referred to. To be looked at more closely.
struct SchemaOutline: Sendable, Hashable {
    private let type: String
    private let digest: [UInt8]
    private let references: Set<SchemaReference>

    init(of content: SchemaContent) {
        type = content.type
        digest = md5(Array((SchemaLanguage.named(content.type)?.outline(content.text) ?? content.text).utf8))
        references = Set(content.references)
    }
}
