/// An Avro schema as far as it bears on how values are read: nodes that refer to each other by number.
struct AvroSchemaGraph: Sendable {
    enum Primitive: String, Sendable, Hashable, CaseIterable { case null, boolean, int, long, float, double, bytes, string }

    enum Node: Sendable {
        case primitive(Primitive, LogicalType?)
        case array(Int)
        case map(Int)
        case union([Int])
        case record(Name, [Field])
        case enumeration(Name, symbols: [String], fallback: String?)
        case fixed(Name, size: Int, LogicalType?)
        /// Another node, by the name of its type.
        case reference(Int)
    }

    struct Name: Sendable, Hashable {
        var full: String
        /// Full names, too.
        var aliases: [String]

        var unqualified: Substring { full.lastIndex(of: ".").map { full[full.index(after: $0)...] } ?? full[...] }
    }

    struct Field: Sendable {
        var name: String
        var aliases: [String]
        var type: Int
        var fallback: AvroDefaultText?
    }

    /// Those for which it matters that reader and writer mean the same by the same bytes.
    enum LogicalType: Sendable, Hashable {
        case decimal(scale: Int64)
        /// `timestamp`, `local-timestamp` or `time`, in units of a second's parts.
        case time(String, unit: String)
    }

    var nodes: [Node] = []
    var root = 0
    var names: [String: Int] = [:]

    /// The node itself, where it was referred to by name.
    func resolved(_ index: Int) -> Int {
        if case .reference(let target) = nodes[index] { target } else { index }
    }

    subscript(index: Int) -> Node { nodes[resolved(index)] }

    /// As messages call it.
    func described(_ index: Int) -> String {
        switch self[index] {
        case .primitive(let primitive, _): primitive.rawValue
        case .array: "array"
        case .map: "map"
        case .union(let branches): branches.count > 8 ? "union" : "union of \(branches.map { described($0) }.joined(separator: ", "))"
        case .record(let name, _), .enumeration(let name, _, _), .fixed(let name, _, _): "'\(name.full)'"
        case .reference: "type"
        }
    }
}

/// A field's default, as it stands in the schema.
struct AvroDefaultText: Sendable {
    var json: JSONText
}
