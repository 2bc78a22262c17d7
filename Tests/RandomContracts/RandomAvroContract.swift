import Determinism

/// A random Avro schema, and others that became of it: what people do to schemas, done at random.
///
///     var contract = RandomAvroContract(seed: 7)
///     let writer = contract.text
///     contract.mutate()
///     let reader = contract.text
package struct RandomAvroContract {
    indirect enum Kind {
        /// With a logical type behind a point, `int.date`.
        case primitive(String)
        case array(Kind)
        case map(Kind)
        case union([Kind])
        /// A place in `types`.
        case named(Int)
    }

    struct Field {
        var name: String
        var aliases: [String] = []
        var kind: Kind
        var fallback: String?
    }

    struct NamedType {
        enum Content {
            case record([Field])
            case enumeration([String], fallback: String?)
            case fixed(Int)
        }
        var space: String
        var name: String
        var aliases: [String] = []
        var content: Content
        var fullName: String { "\(space).\(name)" }
    }

    var generator: SeededGenerator
    var types: [NamedType] = []
    var root: Kind = .primitive("int")
    static let primitives = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
    static let logicalTypes = ["int.date", "long.timestamp-millis", "string.uuid", "bytes.decimal", "long.time-micros"]
    static let fieldNames = ["a", "b", "c", "d", "e"]

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        for number in 0..<Int.random(in: 1...4, using: &generator) {
            types.append(NamedType(space: pick(["n", "m"]), name: "T\(number)", content: .record([])))
        }
        for index in types.indices { types[index].content = content(index) }
        // Only now is it known what the types that defaults are of hold.
        renewDefaults()
        root = chance(3) ? kind(depth: 2) : .named(0)
    }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &generator)] }

    private mutating func content(_ index: Int) -> NamedType.Content {
        switch index == 0 ? 0 : Int.random(in: 0..<4, using: &generator) {
        case 2: return .enumeration(["A", "B", "C", "D"].filter { _ in !chance(4) } + ["E"], fallback: chance(4) ? "E" : nil)
        case 3: return .fixed(Int.random(in: 1...3, using: &generator))
        default:
            var fields: [Field] = []
            for name in Self.fieldNames where chance(2) {
                let kind = kind(depth: 2)
                fields.append(Field(name: name, kind: kind, fallback: chance(3) ? fallback(kind, depth: 0) : nil))
            }
            return .record(fields)
        }
    }

    mutating func kind(depth: Int) -> Kind {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 7), using: &generator) {
        case 0...4: return .primitive(chance(10) ? pick(Self.logicalTypes) : pick(Self.primitives))
        case 5, 6: return .named(Int.random(in: 0..<types.count, using: &generator))
        case 7: return .array(kind(depth: depth - 1))
        case 8: return .map(kind(depth: depth - 1))
        default:
            var branches: [Kind] = []
            for _ in 0..<Int.random(in: 1...3, using: &generator) { add(kind(depth: depth - 1), to: &branches) }
            if chance(2) || branches.isEmpty { add(.primitive("null"), to: &branches) }
            return .union(branches)
        }
    }

    /// Where a union may have it.
    func add(_ kind: Kind, to branches: inout [Kind]) {
        if case .union = kind { return }
        if !branches.contains(where: { tag($0) == tag(kind) }) { branches.append(kind) }
    }

    private func tag(_ kind: Kind) -> String {
        switch kind {
        case .primitive(let name): base(name)
        case .array: "array"
        case .map: "map"
        case .union: "union"
        case .named(let index): "#\(index)"
        }
    }

    func base(_ name: String) -> String { name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name }

    /// A default as JSON; nil where none was found.
    mutating func fallback(_ kind: Kind, depth: Int) -> String? {
        guard depth < 3 else { return nil }
        switch kind {
        case .primitive(let name) where name.contains("."): return fallback(.primitive(base(name)), depth: depth)
        case .primitive("null"): return "null"
        case .primitive("boolean"): return pick(["true", "false"])
        case .primitive("int"), .primitive("long"): return pick(["0", "-7", "2147483647"])
        case .primitive("float"), .primitive("double"): return pick(["0.5", "-2", "1e3"])
        case .primitive("bytes"): return pick(["\"\"", "\"\\u00ff\\u0001\""])
        case .primitive: return pick(["\"\"", "\"default\"", "\"é\""])
        case .array: return "[]"
        case .map: return "{}"
        case .union(let branches): return branches.first.flatMap { fallback($0, depth: depth + 1) }
        case .named(let index):
            switch types[index].content {
            case .enumeration(let symbols, _): return "\"\(pick(symbols))\""
            case .fixed(let size): return "\"\(String(repeating: "x", count: size))\""
            case .record(let fields):
                var members: [String] = []
                for field in fields {
                    guard let value = fallback(field.kind, depth: depth + 1) else { return nil }
                    members.append("\"\(field.name)\":\(value)")
                }
                return "{\(members.joined(separator: ","))}"
            }
        }
    }

    // MARK: Text

    package var text: String {
        var written: Set<Int> = []
        return text(root, &written)
    }

    private func text(_ kind: Kind, _ written: inout Set<Int>) -> String {
        switch kind {
        case .primitive(let name):
            let parts = name.split(separator: ".")
            guard parts.count == 2 else { return "\"\(name)\"" }
            let rest = parts[1] == "decimal" ? ",\"precision\":6,\"scale\":2" : ""
            return "{\"type\":\"\(parts[0])\",\"logicalType\":\"\(parts[1])\"\(rest)}"
        case .array(let item): return "{\"type\":\"array\",\"items\":\(text(item, &written))}"
        case .map(let value): return "{\"type\":\"map\",\"values\":\(text(value, &written))}"
        case .union(let branches):
            var parts: [String] = []
            for branch in branches { parts.append(text(branch, &written)) }
            return "[\(parts.joined(separator: ","))]"
        case .named(let index):
            let type = types[index]
            guard written.insert(index).inserted else { return "\"\(type.fullName)\"" }
            let aliases = type.aliases.isEmpty ? "" : ",\"aliases\":[\(type.aliases.map { "\"\($0)\"" }.joined(separator: ","))]"
            let head = "\"name\":\"\(type.name)\",\"namespace\":\"\(type.space)\"\(aliases)"
            switch type.content {
            case .enumeration(let symbols, let fallback):
                let rest = fallback.map { ",\"default\":\"\($0)\"" } ?? ""
                return "{\"type\":\"enum\",\(head),\"symbols\":[\(symbols.map { "\"\($0)\"" }.joined(separator: ","))]\(rest)}"
            case .fixed(let size): return "{\"type\":\"fixed\",\(head),\"size\":\(size)}"
            case .record(let fields):
                var parts: [String] = []
                for field in fields {
                    let aliases = field.aliases.isEmpty ? "" : ",\"aliases\":[\(field.aliases.map { "\"\($0)\"" }.joined(separator: ","))]"
                    let fallback = field.fallback.map { ",\"default\":\($0)" } ?? ""
                    parts.append("{\"name\":\"\(field.name)\"\(aliases),\"type\":\(text(field.kind, &written))\(fallback)}")
                }
                return "{\"type\":\"record\",\(head),\"fields\":[\(parts.joined(separator: ","))]}"
            }
        }
    }
}
