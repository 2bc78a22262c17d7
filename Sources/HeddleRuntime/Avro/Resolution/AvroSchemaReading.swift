/// Reads the text of an Avro schema and of those that it builds on.
///
/// It is as strict as needed for values to be read: what has no bearing on that (documentation, order, names' characters, logical types
/// that are not known) is passed over.
struct AvroSchemaReading {
    private var graph = AvroSchemaGraph()
    /// Names that are used, to be looked up when all are known.
    private var open: [(node: Int, name: String, namespace: String)] = []
    private static let mostNodes = 100_000

    static func read(_ schema: String, references: [ContractIdentity.Reference]) throws(SchemaResolutionError) -> AvroSchemaGraph {
        var reading = AvroSchemaReading()
        reading.graph.root = try reading.document(schema, "the schema")
        for reference in references where reading.graph.names[reference.name] == nil {
            _ = try reading.document(reference.schema, "the schema of '\(reference.name)'")
        }
        for (node, name, namespace) in reading.open {
            let local = namespace.isEmpty || name.contains(".") ? name : "\(namespace).\(name)"
            guard let target = reading.graph.names[local] ?? reading.graph.names[name] else {
                throw SchemaResolutionError(path: "", message: "the schema uses the type '\(name)' and does not define it")
            }
            reading.graph.nodes[node] = .reference(target)
        }
        return reading.graph
    }

    private mutating func document(_ text: String, _ what: String) throws(SchemaResolutionError) -> Int {
        let bytes = Array(text.utf8)
        // The name of a primitive type alone is often given without quotes.
        if let primitive = AvroSchemaGraph.Primitive(rawValue: text) { return try add(.primitive(primitive, nil)) }
        let json: JSONText
        do throws(JSONText.Failure) {
            json = try JSONText(bytes)
        } catch {
            throw SchemaResolutionError(path: "", message: "\(what) \(error.message) at byte \(error.offset)")
        }
        return try type(json, namespace: "", path: "")
    }

    private mutating func add(_ node: AvroSchemaGraph.Node) throws(SchemaResolutionError) -> Int {
        guard graph.nodes.count < Self.mostNodes else {
            throw SchemaResolutionError(path: "", message: "the schema has more than \(Self.mostNodes) types")
        }
        graph.nodes.append(node)
        return graph.nodes.count - 1
    }

    private mutating func type(_ json: JSONText, namespace: String, path: String) throws(SchemaResolutionError) -> Int {
        switch json.content {
        case .string(let name): return try named(name, namespace: namespace)
        case .array(let items):
            let index = try add(.union([]))
            var branches: [Int] = []
            for item in items {
                if item.array != nil { throw SchemaResolutionError(path: path, message: "a union stands directly in a union") }
                branches.append(try type(item, namespace: namespace, path: path))
            }
            guard !branches.isEmpty else { throw SchemaResolutionError(path: path, message: "a union has no branches") }
            graph.nodes[index] = .union(branches)
            return index
        case .object: return try object(json, namespace: namespace, path: path)
        default: throw SchemaResolutionError(path: path, message: "a type is neither a name nor an array nor an object")
        }
    }

    private mutating func named(_ name: String, namespace: String) throws(SchemaResolutionError) -> Int {
        if let primitive = AvroSchemaGraph.Primitive(rawValue: name) { return try add(.primitive(primitive, nil)) }
        let index = try add(.reference(0))
        open.append((index, name, namespace))
        return index
    }

    private mutating func object(_ json: JSONText, namespace: String, path: String) throws(SchemaResolutionError) -> Int {
        guard let inner = json["type"] else { throw SchemaResolutionError(path: path, message: "a type has no 'type'") }
        guard let kind = inner.string else { return try type(inner, namespace: namespace, path: path) }
        if let primitive = AvroSchemaGraph.Primitive(rawValue: kind) { return try add(.primitive(primitive, logicalType(json))) }
        switch kind {
        case "array", "map":
            guard let item = json[kind == "array" ? "items" : "values"] else {
                throw SchemaResolutionError(path: path, message: "\(kind == "array" ? "an array has no 'items'" : "a map has no 'values'")")
            }
            let index = try add(.array(0))
            let inside = try type(item, namespace: namespace, path: path + (kind == "array" ? "[]" : "[…]"))
            graph.nodes[index] = kind == "array" ? .array(inside) : .map(inside)
            return index
        case "record", "error": return try record(json, namespace: namespace, path: path)
        case "enum":
            let (name, _) = try name(json, namespace: namespace, path: path)
            let symbols = (json["symbols"]?.array ?? []).compactMap(\.string)
            guard !symbols.isEmpty, Set(symbols).count == symbols.count else {
                throw SchemaResolutionError(path: path, message: "the enum '\(name.full)' has no symbols, or one twice")
            }
            let fallback = json["default"]?.string
            if let fallback, !symbols.contains(fallback) {
                throw SchemaResolutionError(path: path, message: "the default of the enum '\(name.full)' is not among its symbols")
            }
            return try define(name, .enumeration(name, symbols: symbols, fallback: fallback), path: path)
        case "fixed":
            let (name, _) = try name(json, namespace: namespace, path: path)
            guard let size = json["size"]?.integer, (0...Int64(Int32.max)).contains(size) else {
                throw SchemaResolutionError(path: path, message: "'\(name.full)' has no size")
            }
            return try define(name, .fixed(name, size: Int(size), logicalType(json)), path: path)
        default: return try named(kind, namespace: namespace)
        }
    }

    private mutating func record(_ json: JSONText, namespace: String, path: String) throws(SchemaResolutionError) -> Int {
        let (name, inside) = try name(json, namespace: namespace, path: path)
        let index = try define(name, .record(name, []), path: path)
        guard let members = json["fields"]?.array else { throw SchemaResolutionError(path: path, message: "'\(name.full)' has no 'fields'") }
        var fields: [AvroSchemaGraph.Field] = []
        var taken: Set<String> = []
        for member in members {
            guard let field = member["name"]?.string, let kind = member["type"] else {
                throw SchemaResolutionError(path: path, message: "a field of '\(name.full)' has no name or no type")
            }
            guard taken.insert(field).inserted else { throw SchemaResolutionError(path: path, message: "'\(name.full)' has the field '\(field)' twice") }
            fields.append(
                .init(
                    name: field, aliases: (member["aliases"]?.array ?? []).compactMap(\.string),
                    type: try type(kind, namespace: inside, path: path.isEmpty ? field : "\(path).\(field)"),
                    fallback: member["default"].map { AvroDefaultText(json: $0) }))
        }
        graph.nodes[index] = .record(name, fields)
        return index
    }

    private mutating func define(_ name: AvroSchemaGraph.Name, _ node: AvroSchemaGraph.Node, path: String) throws(SchemaResolutionError) -> Int {
        let index = try add(node)
        guard graph.names.updateValue(index, forKey: name.full) == nil else {
            throw SchemaResolutionError(path: path, message: "'\(name.full)' is defined twice")
        }
        return index
    }

    /// - Returns: the type's name, and the namespace of what stands in it.
    private func name(_ json: JSONText, namespace: String, path: String) throws(SchemaResolutionError) -> (AvroSchemaGraph.Name, String) {
        guard let name = json["name"]?.string, !name.isEmpty else { throw SchemaResolutionError(path: path, message: "a type has no name") }
        let space = name.contains(".") ? String(name[..<name.lastIndex(of: ".")!]) : json["namespace"]?.string ?? namespace
        func full(_ name: String) -> String { name.contains(".") || space.isEmpty ? name : "\(space).\(name)" }
        let aliases = (json["aliases"]?.array ?? []).compactMap(\.string).map(full)
        return (AvroSchemaGraph.Name(full: full(name), aliases: aliases), space)
    }

    private func logicalType(_ json: JSONText) -> AvroSchemaGraph.LogicalType? {
        guard let name = json["logicalType"]?.string else { return nil }
        if name == "decimal" { return .decimal(scale: json["scale"]?.integer ?? 0) }
        for unit in ["millis", "micros", "nanos"] {
            for family in ["timestamp", "local-timestamp", "time"] where name == "\(family)-\(unit)" { return .time(family, unit: unit) }
        }
        return nil
    }
}
