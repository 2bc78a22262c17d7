import ContractModel

/// A message's value: the fields that are there, as their descriptors have them.
package struct ProtobufDatum: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package var id: ProtobufID<ProtobufField>
        package var number: Int32
        /// One, unless the field is repeated. A map's entries are messages of `key` and `value`.
        package var values: [ProtobufDatumValue]

        package init(id: ProtobufID<ProtobufField>, number: Int32, values: [ProtobufDatumValue]) {
            self.id = id
            self.number = number
            self.values = values
        }
    }

    package var type: ProtobufID<ProtobufMessage>
    /// By number.
    package var fields: [Field] = []

    package init(type: ProtobufID<ProtobufMessage>, fields: [Field] = []) {
        self.type = type
        self.fields = fields
    }

    /// All values of a field.
    package subscript(number: Int32) -> [ProtobufDatumValue] {
        get { place(number).found.map { fields[$0].values } ?? [] }
    }

    func place(_ number: Int32) -> (found: Int?, next: Int) {
        var (low, high) = (0, fields.count)
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].number == number { return (middle, middle) }
            if fields[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return (nil, low)
    }

    mutating func set(_ field: ProtobufField, _ values: [ProtobufDatumValue]) {
        let (found, next) = place(field.number)
        if let found {
            fields[found].values = values
        } else {
            fields.insert(Field(id: field.id, number: field.number, values: values), at: next)
        }
    }

    mutating func add(_ field: ProtobufField, _ value: ProtobufDatumValue) {
        let (found, next) = place(field.number)
        if let found {
            fields[found].values.append(value)
        } else {
            fields.insert(Field(id: field.id, number: field.number, values: [value]), at: next)
        }
    }

    mutating func remove(_ number: Int32) {
        if let found = place(number).found { fields.remove(at: found) }
    }
}

package indirect enum ProtobufDatumValue: Sendable {
    case bool(Bool)
    /// int32, sint32, sfixed32, int64, sint64, sfixed64
    case signed(Int64)
    /// uint32, fixed32, uint64, fixed64
    case unsigned(UInt64)
    case float(Float)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case enumeration(Int32)
    case message(ProtobufDatum)
}

/// Two NaN are one value here.
extension ProtobufDatumValue: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.bool(let left), .bool(let right)): left == right
        case (.signed(let left), .signed(let right)): left == right
        case (.unsigned(let left), .unsigned(let right)): left == right
        case (.float(let left), .float(let right)): left == right || (left.isNaN && right.isNaN)
        case (.double(let left), .double(let right)): left == right || (left.isNaN && right.isNaN)
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.enumeration(let left), .enumeration(let right)): left == right
        case (.message(let left), .message(let right)): left == right
        default: false
        }
    }
}

extension ProtobufDatumValue {
    /// What a field has that is not there and has no default of its own.
    static func zero(_ type: ProtobufField.FieldType, in schema: ProtobufSchema) -> ProtobufDatumValue {
        switch type {
        case .scalar(let scalar):
            switch scalar {
            case .double: .double(0)
            case .float: .float(0)
            case .int64, .int32, .sfixed32, .sfixed64, .sint32, .sint64: .signed(0)
            case .uint64, .fixed64, .fixed32, .uint32: .unsigned(0)
            case .bool: .bool(false)
            case .string: .string("")
            case .bytes: .bytes([])
            }
        case .enumeration(let id): .enumeration(schema.values(of: schema[id]).first?.number ?? 0)
        case .message(let id): .message(ProtobufDatum(type: id))
        case .unresolved: .bytes([])
        }
    }

    /// What a field of implicit presence has when it is as good as absent. A minus zero is there.
    var isZero: Bool {
        switch self {
        case .bool(let value): !value
        case .signed(let value): value == 0
        case .unsigned(let value): value == 0
        case .float(let value): value.bitPattern == 0
        case .double(let value): value.bitPattern == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .enumeration(let number): number == 0
        case .message: false
        }
    }
}
