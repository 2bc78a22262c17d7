/// A value of a field: of an option, or a default.
package enum ProtobufValue: Sendable, Hashable {
    case bool(Bool)
    /// int32, sint32, sfixed32, int64, sint64, sfixed64
    case signed(Int64)
    /// uint32, fixed32, uint64, fixed64
    case unsigned(UInt64)
    case float(Float)
    case double(Double)
    /// As bytes: proto2 takes strings that are not UTF-8.
    case string([UInt8])
    case bytes([UInt8])
    case enumeration(Int32)
    case message(ProtobufMessageValue)

    /// Of a string.
    package var text: String? {
        if case .string(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}

/// A message as the fields that are set, in the order in which they were.
package struct ProtobufMessageValue: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let id: ProtobufID<ProtobufField>
        package let number: Int32
        /// One, unless the field is repeated.
        package var values: [ProtobufValue]
        /// Where the first was written.
        package var span: ProtobufSpan
    }

    package let type: ProtobufID<ProtobufMessage>
    package private(set) var fields: [Field] = []
    /// Of each field in `fields`, once they are many.
    private var positions: [ProtobufID<ProtobufField>: Int] = [:]
    private static let few = 24

    init(type: ProtobufID<ProtobufMessage>) { self.type = type }

    /// All values of a field.
    package subscript(number: Int32) -> [ProtobufValue] {
        fields.first { $0.number == number }?.values ?? []
    }

    func position(of id: ProtobufID<ProtobufField>) -> Int? {
        fields.count > Self.few ? positions[id] : fields.firstIndex { $0.id == id }
    }

    /// A field that is not set yet.
    mutating func append(_ field: Field) {
        fields.append(field)
        if fields.count == Self.few + 1 {
            for (index, field) in fields.enumerated() { positions[field.id] = index }
        } else if fields.count > Self.few {
            positions[field.id] = fields.count - 1
        }
    }

    mutating func add(_ value: ProtobufValue, at position: Int) { fields[position].values.append(value) }

    /// Moves a message out, so that it is changed in place; `setMessage` puts it back.
    mutating func takeMessage(at position: Int) -> ProtobufMessageValue? {
        guard case .message(let message)? = fields[position].values.popLast() else { return nil }
        return message
    }

    mutating func setMessage(_ message: ProtobufMessageValue, at position: Int) { fields[position].values = [.message(message)] }

    package func message(_ number: Int32) -> ProtobufMessageValue? {
        if case .message(let value)? = self[number].last { value } else { nil }
    }
}

/// The options of an element: what is written, and what it means.
package struct ProtobufOptions: Sendable {
    /// A value of google.protobuf.FileOptions or whichever it is; nil where nothing is written that could be understood.
    /// `default` and `json_name`, which look like options and are none, are not in it.
    package internal(set) var value: ProtobufMessageValue?
    /// As written, uninterpreted.
    package internal(set) var written: [Written] = []

    package struct Written: Sendable {
        /// Without space: `(foo.bar).baz`.
        package var name: String
        package var span: ProtobufSpan
        package var valueSpan: ProtobufSpan
    }

    package var isEmpty: Bool { written.isEmpty }

    /// The values of an option by the number of its field, own or extension: `[3]` of a message is `deprecated`.
    package subscript(number: Int32) -> [ProtobufValue] { value?[number] ?? [] }
}

extension ProtobufSchema {
    /// The values of an option by name: `deprecated`, or an extension's full name.
    package func option(_ name: String, in options: ProtobufOptions) -> [ProtobufValue] {
        for field in options.value?.fields ?? [] {
            let descriptor = self[field.id]
            if descriptor.isExtension ? fullName(of: descriptor) == name : descriptor.name == name { return field.values }
        }
        return []
    }
}
