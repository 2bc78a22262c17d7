import ContractModel

/// Reads a message of the wire format. As Protobuf's own libraries do: fields that are not known or have another wire type
/// than the contract's are passed over, so are numbers that a closed enum does not name; repeated numbers are read packed
/// and unpacked; of a field that comes twice the last counts, parts of a message are put together.
///
/// - Throws: `malformed` where the bytes are no message of the type, a required field that is absent included.
package func decodeProtobuf(
    _ bytes: [UInt8], message: ProtobufMessage, in schema: ProtobufSchema, limits: PayloadLimits = .init()
) throws(PayloadError) -> ProtobufDatum {
    var result: Result<ProtobufDatum, PayloadError> = .success(ProtobufDatum(type: message.id))
    bytes.withUnsafeBytes { buffer in
        var decoding = ProtobufDecoding(schema: schema, reader: ProtobufBytes(buffer), limits: limits)
        result = decoding.run(message.id)
    }
    return try result.get()
}

private struct ProtobufDecoding {
    typealias Failure = ProtobufBytes.Failure

    let schema: ProtobufSchema
    var reader: ProtobufBytes
    let limits: PayloadLimits
    private var path: [PayloadStep] = []
    private var valuesLeft: Int

    init(schema: ProtobufSchema, reader: ProtobufBytes, limits: PayloadLimits) {
        self.schema = schema
        self.reader = reader
        self.limits = limits
        valuesLeft = limits.maximumValues
    }

    mutating func run(_ id: ProtobufID<ProtobufMessage>) -> Result<ProtobufDatum, PayloadError> {
        do throws(Failure) {
            var datum = ProtobufDatum(type: id)
            try read(&datum, group: nil, depth: 0)
            try checkRequired(datum, depth: 0)
            return .success(datum)
        } catch {
            return .failure(PayloadError(error.kind, error.reason, path: path.path, offset: min(reader.offset, reader.bytes.count)))
        }
    }

    /// The fields of a message, to the end of the reader's bytes or of the group.
    private mutating func read(_ datum: inout ProtobufDatum, group: Int32?, depth: Int) throws(Failure) {
        guard depth <= limits.maximumDepth else { throw Failure(kind: .tooDeep, reason: "is nested too deep") }
        let message = schema[datum.type]
        while !reader.isAtEnd {
            let (number, wireType) = try reader.tag()
            if wireType == 4 {
                guard number == group else { throw Failure(reason: "has a group that ends and did not begin") }
                return
            }
            guard let field = schema.field(number, of: message), field.type != .unresolved else {
                try reader.skip(number, wireType, depth: limits.maximumDepth)
                continue
            }
            path.append(.field(field.isExtension ? "[\(schema.fullName(of: field))]" : field.name))
            let isRead = try read(field, wireType, into: &datum, depth: depth)
            path.removeLast()
            if !isRead { try reader.skip(number, wireType, depth: limits.maximumDepth) }
        }
        if group != nil { throw Failure(reason: "has a group that does not end") }
    }

    /// False where the wire type is another than the field's: it is as a field that is not known.
    private mutating func read(_ field: ProtobufField, _ wireType: UInt8, into datum: inout ProtobufDatum, depth: Int) throws(Failure)
        -> Bool
    {
        switch field.type {
        case .unresolved: return false
        case .message(let inner):
            guard wireType == (field.isDelimited ? 3 : 2) else { return false }
            try readMessage(field, inner, into: &datum, depth: depth)
        case .enumeration, .scalar:
            let expected = field.wireType
            if wireType == expected {
                if let value = try scalar(field) { store(value, field, into: &datum) }
            } else if wireType == 2, field.isRepeated, expected != 2 {
                let end = try reader.lengthEnd()
                let outerEnd = reader.end
                reader.end = end
                while !reader.isAtEnd {
                    if let value = try scalar(field) { store(value, field, into: &datum) }
                }
                reader.end = outerEnd
            } else {
                return false
            }
        }
        return true
    }

    private mutating func readMessage(
        _ field: ProtobufField, _ inner: ProtobufID<ProtobufMessage>, into datum: inout ProtobufDatum, depth: Int
    ) throws(Failure) {
        try spend()
        var message = ProtobufDatum(type: inner)
        // A part is put together with the parts before it.
        if !field.isRepeated, case .message(let before)? = datum[field.number].last { message = before }
        if field.isDelimited {
            try read(&message, group: field.number, depth: depth + 1)
        } else {
            let end = try reader.lengthEnd()
            let outerEnd = reader.end
            reader.end = end
            try read(&message, group: nil, depth: depth + 1)
            reader.end = outerEnd
            reader.offset = end
        }
        if let (key, value) = schema.mapEntry(of: field) {
            if message[key.number].isEmpty { message.set(key, [.zero(key.type, in: schema)]) }
            if message[value.number].isEmpty {
                // An entry whose value a closed enum does not name is an unknown field as a whole.
                message.set(value, [.zero(value.type, in: schema)])
            }
        }
        clearOneof(field, &datum)
        field.isRepeated ? datum.add(field, .message(message)) : datum.set(field, [.message(message)])
    }

    private func store(_ value: ProtobufDatumValue, _ field: ProtobufField, into datum: inout ProtobufDatum) {
        if field.isRepeated { return datum.add(field, value) }
        if field.presence == .implicit, value.isZero { return datum.remove(field.number) }
        clearOneof(field, &datum)
        datum.set(field, [value])
    }

    private func clearOneof(_ field: ProtobufField, _ datum: inout ProtobufDatum) {
        guard let oneof = field.oneof, !datum.fields.isEmpty else { return }
        datum.fields.removeAll { schema[$0.id].oneof == oneof && $0.number != field.number }
    }

    /// Nil for a number that a closed enum does not name.
    private mutating func scalar(_ field: ProtobufField) throws(Failure) -> ProtobufDatumValue? {
        try spend()
        guard case .scalar(let scalar) = field.type else {
            let number = Int32(truncatingIfNeeded: try reader.varint())
            guard case .enumeration(let id) = field.type else { return nil }
            let enumeration = schema[id]
            if enumeration.isClosed, !schema.values(of: enumeration).contains(where: { $0.number == number }) { return nil }
            return .enumeration(number)
        }
        switch scalar {
        case .double: return .double(Double(bitPattern: try reader.fixed64()))
        case .float: return .float(Float(bitPattern: try reader.fixed32()))
        case .int64: return .signed(Int64(bitPattern: try reader.varint()))
        case .uint64: return .unsigned(try reader.varint())
        case .int32: return .signed(Int64(Int32(truncatingIfNeeded: try reader.varint())))
        case .fixed64: return .unsigned(try reader.fixed64())
        case .fixed32: return .unsigned(UInt64(try reader.fixed32()))
        case .bool: return .bool(try reader.varint() != 0)
        case .uint32: return .unsigned(UInt64(UInt32(truncatingIfNeeded: try reader.varint())))
        case .sfixed32: return .signed(Int64(Int32(bitPattern: try reader.fixed32())))
        case .sfixed64: return .signed(Int64(bitPattern: try reader.fixed64()))
        case .sint32:
            let raw = UInt32(truncatingIfNeeded: try reader.varint())
            return .signed(Int64(Int32(bitPattern: (raw >> 1) ^ (0 &- (raw & 1)))))
        case .sint64:
            let raw = try reader.varint()
            return .signed(Int64(bitPattern: (raw >> 1) ^ (0 &- (raw & 1))))
        case .bytes: return .bytes(Array(reader.bytes[try reader.take()]))
        case .string:
            let bytes = UnsafeRawBufferPointer(rebasing: reader.bytes[try reader.take()])
            if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
            // proto2 lets them pass; the text then has U+FFFD where they stand.
            guard !field.requiresUTF8 else { throw Failure(reason: "is not UTF-8") }
            return .string(String(decoding: bytes, as: UTF8.self))
        }
    }

    private mutating func spend() throws(Failure) {
        valuesLeft -= 1
        if valuesLeft < 0 { throw Failure(kind: .tooLarge, reason: "holds more than \(limits.maximumValues) values") }
    }

    private mutating func checkRequired(_ datum: ProtobufDatum, depth: Int) throws(Failure) {
        for field in schema.fields(of: schema[datum.type]) where field.cardinality == .required && datum[field.number].isEmpty {
            throw Failure(reason: "has no field '\(field.name)', which is required")
        }
        for field in datum.fields {
            for (number, value) in field.values.enumerated() {
                guard case .message(let inner) = value else { continue }
                path.append(.field(schema[field.id].name))
                if schema[field.id].isRepeated { path.append(.item(number)) }
                try checkRequired(inner, depth: depth + 1)
                path.removeLast(schema[field.id].isRepeated ? 2 : 1)
            }
        }
    }
}

extension ProtobufField {
    /// Of one value, unpacked.
    package var wireType: UInt8 {
        switch type {
        case .scalar(let scalar): scalar.wireType
        case .enumeration: 0
        case .message: isDelimited ? 3 : 2
        case .unresolved: 2
        }
    }
}
