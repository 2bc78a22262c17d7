import ContractModel
import LocatedJSON

/// Makes a value of the JSON that a default is written as (Avro 1.12, "Records"): a union's is of the first branch that it
/// fits, bytes are strings of the characters U+0000 to U+00FF, a record's fields that are not there have their own defaults.
struct AvroDefaultReading {
    let schema: AvroSchema
    /// Records whose defaults hold records whose defaults … have no end, or a far one.
    private var valuesLeft = 20_000
    private static let maximumDepth = 60
    private var made = 0

    init(schema: AvroSchema) { self.schema = schema }

    mutating func read(_ node: JSONNode, as type: AvroType) throws(PayloadError) -> AvroDefault {
        let value = try value(node, type, depth: 0)
        return AvroDefault(value: value, count: made)
    }

    private mutating func value(_ node: JSONNode, _ type: AvroType, depth: Int) throws(PayloadError) -> AvroValue {
        valuesLeft -= 1
        made += 1
        guard depth < Self.maximumDepth else { throw PayloadError(.tooDeep, "takes a default that has no end") }
        guard valuesLeft > 0 else { throw PayloadError(.tooLarge, "takes a default of too many values") }
        switch type {
        case .primitive(let primitive, _):
            if let value = AvroValue(node, primitive) { return value }
        case .array(let item):
            if let items = node.array {
                var values: [AvroValue] = []
                for element in items { values.append(try value(element, item, depth: depth + 1)) }
                return .array(values)
            }
        case .map(let inner):
            if let members = node.object {
                var values: [AvroMember] = []
                for member in members { values.append(AvroMember(member.key, try value(member.value, inner, depth: depth + 1))) }
                return .map(values)
            }
        case .union(let branches):
            for (number, branch) in branches.enumerated() {
                let before = made
                do throws(PayloadError) {
                    return .union(number, try value(node, branch, depth: depth + 1))
                } catch {
                    guard error.kind == .mismatched else { throw error }
                    made = before
                }
            }
        case .named(let name):
            if let value = try named(node, name, depth: depth) { return value }
        }
        throw PayloadError(.mismatched, "takes a default that does not fit its type")
    }

    private mutating func named(_ node: JSONNode, _ name: String, depth: Int) throws(PayloadError) -> AvroValue? {
        switch schema.types[name]?.content {
        case nil: return nil
        case .enumeration(let symbols, _):
            guard let text = node.string, symbols.contains(text) else { return nil }
            return .enumeration(text)
        case .fixed(let size, _):
            guard let bytes = node.string.flatMap(latin1), bytes.count == size else { return nil }
            return .fixed(bytes)
        case .record(let fields):
            guard node.object != nil else { return nil }
            var members: [AvroMember] = []
            for field in fields {
                guard let given = node[field.name] ?? field.fallback else { return nil }
                members.append(AvroMember(field.name, try value(given, field.type, depth: depth + 1)))
            }
            return .record(members)
        }
    }
}

/// The bytes that a string of the characters U+0000 to U+00FF stands for; nil where it holds others.
func latin1(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        guard scalar.value <= 0xFF else { return nil }
        bytes.append(UInt8(scalar.value))
    }
    return bytes
}

func latin1(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
}

extension AvroValue {
    /// Of JSON, as defaults and the JSON encoding write primitive values; nil where it does not fit.
    init?(_ node: JSONNode, _ primitive: AvroType.Primitive) {
        switch primitive {
        case .null:
            guard node.isNull else { return nil }
            self = .null
        case .boolean:
            guard let value = node.bool else { return nil }
            self = .boolean(value)
        case .int:
            guard let value = node.writtenWhole.flatMap({ Int32(exactly: $0) }) else { return nil }
            self = .int(value)
        case .long:
            guard let value = node.writtenWhole else { return nil }
            self = .long(value)
        case .float:
            guard let value = node.floating else { return nil }
            self = .float(Float(node.number?.text ?? "") ?? Float(value))
        case .double:
            guard let value = node.floating else { return nil }
            self = .double(value)
        case .bytes:
            guard let bytes = node.string.flatMap({ latin1($0) as [UInt8]? }) else { return nil }
            self = .bytes(bytes)
        case .string:
            guard let text = node.string else { return nil }
            self = .string(text)
        }
    }
}

extension JSONNode {
    /// A number written without fraction and exponent: `1.0` is no int in Avro.
    fileprivate var writtenWhole: Int64? { number.flatMap { $0.isWrittenWhole ? $0.int64 : nil } }

    /// A number, or the string that the Java library writes for one that JSON does not have.
    fileprivate var floating: Double? {
        if let number { return number.double }
        switch string {
        case "NaN": return .nan
        case "Infinity", "INF": return .infinity
        case "-Infinity", "-INF": return -.infinity
        default: return nil
        }
    }
}
