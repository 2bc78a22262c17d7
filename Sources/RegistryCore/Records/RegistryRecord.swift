import LocatedJSON

/// A record of the `_schemas` topic, as Confluent's registry lays it out: JSON keys that say of what kind a record is, the last
/// record of each key counting. Source: confluentinc/schema-registry, storage/*Key.java and *Value.java.
package enum RegistryRecord: Sendable, Hashable {
    case schema(SchemaVersion)
    /// A version is gone for good.
    case schemaTombstone(SchemaVersion.Key)
    /// Settings of a subject, of a context (`:.eu:`), or of all (nil); nil takes them back.
    case config(SubjectName?, RegistryConfig?)
    case mode(SubjectName?, RegistryMode?)
    /// All versions of a subject up to one are softly deleted.
    case deleteSubject(SubjectName, upTo: Int)
    /// What is softly deleted of a subject, or of all, is forgotten.
    case clearSubject(SubjectName?)
    case context(String)
    /// A mark that tells a reader how far it has come, or a kind that has no meaning here.
    case nothing
}

/// What a subject, a context or the whole registry is in for.
package enum RegistryMode: String, Sendable, Hashable, CaseIterable {
    case readWrite = "READWRITE"
    case readOnly = "READONLY"
    /// Of all subjects, whatever they say themselves.
    case readOnlyOverride = "READONLY_OVERRIDE"
    /// Schemas come with their ids from another registry, and are not compared.
    case importing = "IMPORT"

    var isReadOnly: Bool { self == .readOnly || self == .readOnlyOverride }
}

// MARK: Written

extension RegistryRecord {
    /// The record's key and value as they stand in the log; no value is a tombstone.
    package var encoded: (key: [UInt8], value: [UInt8]?) {
        (Array(keyOutput.text.utf8), valueOutput.map { Array($0.text.utf8) })
    }

    private var keyOutput: JSONOutput {
        switch self {
        case .schema(let version): Self.schemaKey(version.key)
        case .schemaTombstone(let key): Self.schemaKey(key)
        case .config(let scope, _): Self.key("CONFIG", scope)
        case .mode(let scope, _): Self.key("MODE", scope)
        case .deleteSubject(let subject, _): Self.key("DELETE_SUBJECT", subject)
        case .clearSubject(let subject): Self.key("CLEAR_SUBJECT", subject)
        case .context(let context):
            .object([
                ("keytype", .string("CONTEXT")), ("tenant", .string("default")), ("context", .string(context)), ("magic", .integer(0)),
            ])
        case .nothing: .object([("keytype", .string("NOOP")), ("magic", .integer(0))])
        }
    }

    private static func schemaKey(_ key: SchemaVersion.Key) -> JSONOutput {
        .object([
            ("keytype", .string("SCHEMA")), ("subject", .string(key.subject.text)), ("version", .integer(key.version)),
            ("magic", .integer(1)),
        ])
    }

    private static func key(_ type: String, _ subject: SubjectName?) -> JSONOutput {
        .object([
            ("keytype", .string(type)), ("subject", subject.map { .string($0.text) } ?? .null), ("magic", .integer(0)),
        ])
    }

    private var valueOutput: JSONOutput? {
        switch self {
        case .schema(let version):
            .object(
                [("subject", .string(version.subject.text)), ("version", .integer(version.version)), ("id", .integer(version.id))]
                    + version.content.membersBeforeText
                    + [("schema", .string(version.content.text)), ("deleted", .bool(version.isDeleted))])
        case .config(let scope, let config?): .object(Self.member(scope) + config.members)
        case .mode(let scope, let mode?): .object(Self.member(scope) + [("mode", .string(mode.rawValue))])
        case .deleteSubject(let subject, let version): .object([("subject", .string(subject.text)), ("version", .integer(version))])
        case .clearSubject(let subject): .object(Self.member(subject))
        case .context(let context): .object([("tenant", .string("default")), ("context", .string(context))])
        case .schemaTombstone, .config(_, nil), .mode(_, nil), .nothing: nil
        }
    }

    private static func member(_ subject: SubjectName?) -> [(String, JSONOutput)] {
        subject.map { [("subject", .string($0.text))] } ?? []
    }
}

extension SchemaContent {
    /// As records and answers alike have them: the type only where it is not Avro, the rest only where there is any.
    var membersBeforeText: [(String, JSONOutput)] {
        var members: [(String, JSONOutput)] = []
        if type != "AVRO" { members.append(("schemaType", .string(type))) }
        if !references.isEmpty { members.append(("references", .array(references.map(\.output)))) }
        if let metadata { members.append(("metadata", .written(metadata))) }
        if let ruleSet { members.append(("ruleSet", .written(ruleSet))) }
        return members
    }
}

extension SchemaReference {
    var output: JSONOutput {
        .object([("name", .string(name)), ("subject", .string(subject.text)), ("version", .integer(version))])
    }
}
