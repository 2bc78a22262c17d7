/// A value of an Avro schema. Logical types are left as what carries them: a decimal is its bytes.
package indirect enum AvroValue: Sendable {
    case null
    case boolean(Bool)
    case int(Int32)
    case long(Int64)
    case float(Float)
    case double(Double)
    case bytes([UInt8])
    case string(String)
    case fixed([UInt8])
    /// The symbol.
    case enumeration(String)
    case array([AvroValue])
    /// Each key once, in the order of the payload.
    case map([AvroMember])
    /// In the order of the schema's fields.
    case record([AvroMember])
    /// The number of the branch, and the value that is of it.
    case union(Int, AvroValue)
}

/// A field of a record or an entry of a map.
package struct AvroMember: Sendable, Equatable {
    package var name: String
    package var value: AvroValue

    package init(_ name: String, _ value: AvroValue) {
        self.name = name
        self.value = value
    }
}

/// Two NaN are one value here, and the order of a map's entries does not count.
extension AvroValue: Equatable {
    package static func == (left: AvroValue, right: AvroValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.long(let left), .long(let right)): left == right
        case (.float(let left), .float(let right)): left == right || (left.isNaN && right.isNaN)
        case (.double(let left), .double(let right)): left == right || (left.isNaN && right.isNaN)
        case (.bytes(let left), .bytes(let right)), (.fixed(let left), .fixed(let right)): left == right
        case (.string(let left), .string(let right)), (.enumeration(let left), .enumeration(let right)):
            left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.map(let left), .map(let right)): sameEntries(left, right)
        case (.record(let left), .record(let right)): left == right
        case (.union(let left, let leftValue), .union(let right, let rightValue)): left == right && leftValue == rightValue
        default: false
        }
    }

    /// A record's field or a map's entry; through a union's branch.
    package subscript(name: String) -> AvroValue? {
        switch self {
        case .record(let members), .map(let members): members.first { $0.name == name }?.value
        case .union(_, let value): value[name]
        default: nil
        }
    }
}

private func sameEntries(_ left: [AvroMember], _ right: [AvroMember]) -> Bool {
    guard left.count == right.count else { return false }
    if left == right { return true }
    let byName = Dictionary(right.map { (Array($0.name.utf8), $0.value) }) { _, last in last }
    return left.allSatisfy { byName[Array($0.name.utf8)] == $0.value }
}
