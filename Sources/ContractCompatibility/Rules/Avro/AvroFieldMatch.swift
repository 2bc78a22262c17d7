import ContractModel

/// The writer's field that a reader's field is read from.
enum AvroFieldMatch {
    case none
    case one(AvroField)
    /// The reader's name and aliases mean several of the writer's fields.
    case several([AvroField])
}

/// The fields of a schema's records by name.
struct AvroFieldIndex {
    private var positions: [String: [String: Int]] = [:]
    private let types: [String: AvroNamedType]

    init(_ schema: AvroSchema) {
        types = schema.types
    }

    /// Avro 1.12, "Schema Resolution" and "Aliases": by the name of the reader's field, or one of its aliases.
    mutating func field(of record: String, for readerField: AvroField) -> AvroFieldMatch {
        guard let fields = types[record]?.fields else { return .none }
        let positions = positions(in: record, fields)
        var found: [Int] = []
        for name in [readerField.name] + readerField.aliases {
            if let position = positions[name], !found.contains(position) { found.append(position) }
        }
        switch found.count {
        case 0: return .none
        case 1: return .one(fields[found[0]])
        default: return .several(found.map { fields[$0] })
        }
    }

    private mutating func positions(in record: String, _ fields: [AvroField]) -> [String: Int] {
        if let known = positions[record] { return known }
        let made = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        positions[record] = made
        return made
    }
}
