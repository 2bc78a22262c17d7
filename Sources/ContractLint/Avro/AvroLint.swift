import ContractModel
import LocatedJSON

/// One Avro schema under review: as it was understood, and as it is written, since readers pass over what they do not know.
struct AvroLint {
    let schema: AvroSchema
    let root: JSONNode
    var findings = LintFindings()

    init(schema: AvroSchema, root: JSONNode) {
        self.schema = schema
        self.root = root
    }

    mutating func run() {
        checkMissingNamespace()
        checkMissingDoc()
        checkRecordDefaults()
        for type in schema.definedNames.compactMap({ schema.types[$0] }) {
            checkTypeName(type)
            checkEnumDefault(type)
            checkTypeAliases(type)
            guard let fields = type.fields else { continue }
            checkFieldAliases(fields, of: type)
            for field in fields {
                checkFieldName(field)
                checkNullableDefault(field)
                checkUnionNames(in: field.type, at: field.range)
            }
        }
        for object in writtenObjects() {
            checkAttributes(object)
            checkLogicalTypePlace(object)
            checkLogicalTypeName(object)
            checkDecimalScale(object)
        }
    }
}

/// An object of a schema's text that says a type, or a record's field.
struct AvroWrittenObject {
    enum Kind { case record, enumeration, fixed, array, map, primitive, field }

    var kind: Kind
    var node: JSONNode
}

extension AvroLint {
    /// In the order of the text. The schema was understood, so that its form is right; how deep it nests is bounded there.
    func writtenObjects() -> [AvroWrittenObject] {
        var found: [AvroWrittenObject] = []
        collect(root, into: &found)
        return found
    }

    private func collect(_ node: JSONNode, into found: inout [AvroWrittenObject]) {
        if let branches = node.array {
            for branch in branches { collect(branch, into: &found) }
            return
        }
        guard node.object != nil, let type = node["type"] else { return }
        switch type.string {
        case "record", "error":
            found.append(.init(kind: .record, node: node))
            for field in node["fields"]?.array ?? [] {
                found.append(.init(kind: .field, node: field))
                if let type = field["type"] { collect(type, into: &found) }
            }
        case "enum": found.append(.init(kind: .enumeration, node: node))
        case "fixed": found.append(.init(kind: .fixed, node: node))
        case "array":
            found.append(.init(kind: .array, node: node))
            if let items = node["items"] { collect(items, into: &found) }
        case "map":
            found.append(.init(kind: .map, node: node))
            if let values = node["values"] { collect(values, into: &found) }
        default: found.append(.init(kind: .primitive, node: node))
        }
    }
}
