import ContractModel
import Diagnostics

/// An Avro contract as Swift: worked out once, then written by an emitter for each aspect.
struct AvroSwiftModel: Sendable {
    /// Those that the contract reaches, in the order in which they are met.
    var types: [AvroSwiftType] = []
    /// The type whose values are the contract's payloads.
    var root: AvroSwiftType
    /// Full names of the records of which some values cannot be written.
    var failingRecords: Set<String> = []
}

/// A struct or an enum of its own.
struct AvroSwiftType: Sendable {
    enum Content: Sendable {
        case record([AvroSwiftField])
        /// Round a schema that has no name: an array, a union, a primitive type.
        case wrapper(AvroSwiftField)
        case enumeration([Symbol], fallback: Symbol?)
        case fixed(size: Int)
    }

    struct Symbol: Sendable {
        var wireName: String
        var caseName: String
    }

    /// In the contract; of a wrapper, the name of the output.
    var fullName: String
    var aliases: [String] = []
    /// From anywhere: `Com.Shop.Order`.
    var swiftName: String
    /// Caseless enums round it, outermost first.
    var namespace: [String] = []
    var documentation: [String] = []
    var content: Content
    /// A value may hold another of its type, however far down: reading counts the depth.
    var isRecursive = false
    var range: SourceRange?
    /// All that its Swift depends on: two contracts may share the type where it is the same.
    var definition = ""

    var localName: String { swiftName.split(separator: ".").last.map(String.init) ?? swiftName }

    var fields: [AvroSwiftField] {
        switch content {
        case .record(let fields): fields
        case .wrapper(let field): [field]
        default: []
        }
    }

    /// Enums of its own for unions, in the order of the fields.
    var unions: [AvroUnionShape] { fields.flatMap(\.shape.unions) }
}

struct AvroSwiftField: Sendable {
    /// Empty in a wrapper.
    var wireName: String
    var aliases: [String] = []
    /// Not escaped.
    var swiftName: String
    var shape: AvroShape
    var documentation: [String] = []
    /// The default as an expression, where it has one that can be written so.
    var fallback: String?
    /// On the edge that closes a cycle: kept elsewhere in memory.
    var isBoxed = false

    /// Where its value is kept.
    var storageName: String { isBoxed ? "_\(swiftName)Box" : SwiftName.escaped(swiftName) }
}
