import ContractModel
import XSDModel

/// What a path of field names may step into next: the fields of everything that a value may be at this place. Items of lists
/// and values of maps are stepped through without a name.
struct ContractFields {
    /// The names that can follow, in the order of the schema, and where each leads.
    private(set) var fields: [(name: String, next: () -> ContractFields)] = []
    /// What has the fields, for messages: `shop.Order`.
    private(set) var owner: String?

    var names: [String] { fields.map(\.name) }

    /// nil where no field has this name.
    func step(_ name: some StringProtocol) -> ContractFields? {
        let found = fields.filter { $0.name == name }.map { $0.next() }
        guard let first = found.first else { return nil }
        return found.dropFirst().reduce(into: first) { $0.fields += $1.fields }
    }

    init(of contract: ParsedContract) {
        switch contract {
        case .avro(let schema): self.init(schema.root, in: schema)
        case .jsonSchema(let schema, _, _): self.init(schema.root, in: schema)
        case .protobuf(let schema, let event):
            if let event { self.init(event, in: schema) } else { self.init() }
        case .xsd(let schema):
            if let root = schema.firstElement { self.init(root, in: schema) } else { self.init() }
        }
    }

    private init() {}

    private init(_ type: AvroType, in schema: AvroSchema) {
        let records = schema.records(in: type)
        owner = records.first?.fullName
        fields = records.flatMap { $0.fields ?? [] }.map { field in (field.name, { ContractFields(field.type, in: schema) }) }
    }

    private init(_ message: ProtobufMessage, in schema: ProtobufSchema) {
        owner = message.fullName
        fields = schema.fields(of: message).map { field in
            (
                field.name,
                {
                    let type = schema.mapEntry(of: field)?.value.type ?? field.type
                    guard case .message(let id) = type else { return ContractFields() }
                    return ContractFields(schema[id], in: schema)
                }
            )
        }
    }

    private init(_ element: XSDElement, in schema: XSDSchema) {
        owner = element.name.local
        guard case .complex(let type) = schema[element.type] else { return }
        fields = type.attributes.keys.map(\.local).sorted().map { ($0, { ContractFields() }) }
        guard case .elements(let particle?, _) = type.content else { return }
        var open = [particle]
        while let next = open.popLast() {
            switch next.term {
            case .element(let id): fields.append((schema[id].name.local, { ContractFields(schema[id], in: schema) }))
            case .wildcard: break
            case .sequence(let parts), .choice(let parts), .all(let parts): open += parts.reversed()
            }
        }
    }

    private init(_ node: JSONSchemaNode, in schema: JSONSchema) {
        owner = node.source["title"]?.string
        // A schema may lead back to itself without a property in between.
        var open = [node]
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast() {
            guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
            for keyword in next.keywords {
                switch keyword.rule {
                case .members(let members):
                    for property in members.properties {
                        fields.append((property.name, { ContractFields(schema.nodes[property.schema], in: schema) }))
                    }
                    open += members.patterns.map { schema.nodes[$0.schema] } + (members.additional.map { [schema.nodes[$0]] } ?? [])
                case .elements(let elements):
                    open += elements.prefix.map { schema.nodes[$0] } + (elements.rest.map { [schema.nodes[$0]] } ?? [])
                case .reference(let target), .dynamicReference(let target, _): open.append(schema.nodes[target])
                case .allOf(let branches), .anyOf(let branches), .oneOf(let branches): open += branches.map { schema.nodes[$0] }
                case .conditional(_, let then, let otherwise): open += [then, otherwise].compactMap { $0.map { schema.nodes[$0] } }
                case .unevaluatedProperties(let rest), .unevaluatedItems(let rest): open.append(schema.nodes[rest])
                default: break
                }
            }
        }
    }
}

extension AvroSchema {
    /// The records that a value of this type may be, or hold as an item or a value.
    fileprivate func records(in type: AvroType) -> [AvroNamedType] {
        switch type {
        case .primitive: []
        case .array(let item), .map(let item): records(in: item)
        case .union(let branches): branches.flatMap { records(in: $0) }
        case .named(let name): types[name].map { $0.fields == nil ? [] : [$0] } ?? []
        }
    }
}
