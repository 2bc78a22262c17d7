/// Tells whether bytes are a value of a schema in Avro's binary encoding (Avro 1.12, "Binary Encoding"). Made once for a
/// schema, asked for each record.
///
///     let validator = AvroPayloadValidator(schema)
///     if let problem = validator.validate(bytes) { … }
///
/// A frame that says which schema was meant (a registry's five bytes, "Single object encoding") is taken off before.
package struct AvroPayloadValidator: Sendable {
    enum Node: Sendable {
        case null, boolean, int, long, float, double, bytes, string
        case array(Int)
        case map(Int)
        case union([Int])
        case record([Field])
        /// The number of symbols.
        case enumeration(Int)
        case fixed(Int)
    }

    struct Field: Sendable {
        var name: String
        var node: Int
    }

    /// The root is the first.
    private(set) var nodes: [Node] = []
    /// Of each node, whether its values have no bytes, whatever they are. Items of that kind need not be gone through,
    /// and cannot keep a reader busy without end.
    private(set) var isEmpty: [Bool] = []

    package init(_ schema: AvroSchema) {
        var named: [String: Int] = [:]
        var waiting: [(name: String, node: Int)] = []
        _ = add(schema.root, &named, &waiting)
        while let (name, node) = waiting.popLast() {
            guard let type = schema.types[name] else { continue }
            switch type.content {
            case .record(let fields):
                nodes[node] = .record(fields.map { Field(name: $0.name, node: add($0.type, &named, &waiting)) })
            case .enumeration(let symbols, _): nodes[node] = .enumeration(symbols.count)
            case .fixed(let size, _): nodes[node] = .fixed(size)
            }
        }
        findEmpty()
    }

    private mutating func add(_ type: AvroType, _ named: inout [String: Int], _ waiting: inout [(name: String, node: Int)]) -> Int {
        if case .named(let name) = type, let known = named[name] { return known }
        let index = nodes.count
        nodes.append(.null)
        switch type {
        case .primitive(let primitive, _): nodes[index] = Node(primitive)
        case .array(let item): nodes[index] = .array(add(item, &named, &waiting))
        case .map(let value): nodes[index] = .map(add(value, &named, &waiting))
        case .union(let branches): nodes[index] = .union(branches.map { add($0, &named, &waiting) })
        case .named(let name):
            named[name] = index
            waiting.append((name, index))
        }
        return index
    }

    /// A record of empty fields is empty. One that holds itself is not: it has no end.
    private mutating func findEmpty() {
        isEmpty = Array(repeating: false, count: nodes.count)
        var holders: [[Int]] = Array(repeating: [], count: nodes.count)
        var fieldsLeft = Array(repeating: 0, count: nodes.count)
        var found: [Int] = []
        for (index, node) in nodes.enumerated() {
            switch node {
            case .null, .fixed(0): found.append(index)
            case .record(let fields):
                fieldsLeft[index] = fields.count
                for field in fields { holders[field.node].append(index) }
                if fields.isEmpty { found.append(index) }
            default: break
            }
        }
        while let index = found.popLast() {
            isEmpty[index] = true
            for holder in holders[index] {
                fieldsLeft[holder] -= 1
                if fieldsLeft[holder] == 0 { found.append(holder) }
            }
        }
    }

    /// - Parameter maximumDepth: how many values may lie within each other.
    /// - Returns: nil when the bytes are exactly one value of the schema.
    package func validate(_ payload: [UInt8], maximumDepth: Int = 100) -> AvroPayloadProblem? {
        payload.withUnsafeBytes { validate($0, maximumDepth: maximumDepth) }
    }

    package func validate(_ payload: UnsafeRawBufferPointer, maximumDepth: Int = 100) -> AvroPayloadProblem? {
        var reading = AvroPayloadReading(self, payload, maximumDepth: maximumDepth)
        return reading.run()
    }
}

extension AvroPayloadValidator.Node {
    fileprivate init(_ primitive: AvroType.Primitive) {
        switch primitive {
        case .null: self = .null
        case .boolean: self = .boolean
        case .int: self = .int
        case .long: self = .long
        case .float: self = .float
        case .double: self = .double
        case .bytes: self = .bytes
        case .string: self = .string
        }
    }
}
