/// Reads the options of descriptors with what is known of descriptor.proto and its extensions.
struct ProtobufDescriptorOptions {
    let schema: ProtobufSchema

    /// `name = value` of each option that is known.
    ///
    /// - Parameter message: `FieldOptions` and its like.
    /// - Parameter hidden: numbers that are no option in a .proto text: `map_entry`.
    func texts(
        _ bytes: ArraySlice<UInt8>?, of message: String, hidden: Set<Int32> = []
    ) throws(ProtobufDescriptorProblem) -> [String] {
        guard let bytes, let type = schema.message(named: "google.protobuf." + message) else { return [] }
        var value = try read(bytes, as: type, depth: 0)
        if !hidden.isEmpty {
            var rest = ProtobufMessageValue(type: type.id)
            for field in value.fields where !hidden.contains(field.number) { rest.append(field) }
            value = rest
        }
        var options = ProtobufOptions()
        options.value = value
        return ProtobufPrinter(schema: schema).optionTexts(options)
    }

    private static let maximumDepth = 32

    private func read(
        _ bytes: ArraySlice<UInt8>, as type: ProtobufMessage, depth: Int
    ) throws(ProtobufDescriptorProblem) -> ProtobufMessageValue {
        guard depth < Self.maximumDepth else { throw ProtobufDescriptorProblem("an option is nested too deep") }
        var message = ProtobufMessageValue(type: type.id)
        var failure: ProtobufDescriptorProblem?
        bytes.withUnsafeBytes { buffer in
            var reader = ProtobufWireReader(buffer)
            do throws(ProtobufWireReader.Failure) {
                while !reader.isAtEnd {
                    let (number, wireType) = try reader.tag()
                    // 999 is uninterpreted_option, which no finished descriptor has.
                    guard number != 999, let field = schema.field(number, of: type) else {
                        try reader.skip(number, wireType, depth: Self.maximumDepth)
                        continue
                    }
                    if wireType == 2, field.isRepeated, case .scalar(let scalar) = field.type, scalar.isPackable {
                        let end = try reader.length()
                        while reader.offset < end { add(try value(of: field, scalar.wireType, &reader), field, to: &message) }
                        continue
                    }
                    if wireType == 2, case .message(let id) = field.type {
                        let end = try reader.length()
                        let inner = bytes[(bytes.startIndex + reader.offset)..<(bytes.startIndex + end)]
                        reader.offset = end
                        do throws(ProtobufDescriptorProblem) {
                            add(.message(try read(inner, as: schema[id], depth: depth + 1)), field, to: &message)
                        } catch {
                            failure = error
                            return
                        }
                        continue
                    }
                    guard wireType == field.wireType else {
                        try reader.skip(number, wireType, depth: Self.maximumDepth)
                        continue
                    }
                    add(try value(of: field, wireType, &reader), field, to: &message)
                }
            } catch {
                failure = ProtobufDescriptorProblem("the options of the descriptor are not a Protobuf message")
            }
        }
        if let failure { throw failure }
        return message
    }

    private func add(_ value: ProtobufValue?, _ field: ProtobufField, to message: inout ProtobufMessageValue) {
        guard let value else { return }
        if let position = message.position(of: field.id) {
            // Of a single field, the last one counts; a second part of a message is not put together with the first.
            if field.isRepeated { message.add(value, at: position) }
        } else {
            message.append(.init(id: field.id, number: field.number, values: [value], span: .none))
        }
    }

    private func value(
        of field: ProtobufField, _ wireType: UInt8, _ reader: inout ProtobufWireReader
    ) throws(ProtobufWireReader.Failure) -> ProtobufValue? {
        switch wireType {
        case 0:
            let raw = try reader.varint()
            switch field.type {
            case .scalar(.bool): return .bool(raw != 0)
            case .scalar(.uint32), .scalar(.uint64): return .unsigned(raw)
            case .scalar(.sint32), .scalar(.sint64): return .signed(Int64(bitPattern: raw >> 1) ^ -Int64(raw & 1))
            case .scalar: return .signed(Int64(bitPattern: raw))
            case .enumeration: return .enumeration(Int32(truncatingIfNeeded: raw))
            default: return nil
            }
        case 1:
            let bits = try fixed(8, &reader)
            switch field.type {
            case .scalar(.double): return .double(Double(bitPattern: bits))
            case .scalar(.sfixed64): return .signed(Int64(bitPattern: bits))
            default: return .unsigned(bits)
            }
        case 2:
            let end = try reader.length()
            let content = Array(reader.bytes[reader.offset..<end])
            reader.offset = end
            if case .scalar(.string) = field.type { return .string(content) }
            return .bytes(content)
        case 5:
            let bits = UInt32(truncatingIfNeeded: try fixed(4, &reader))
            switch field.type {
            case .scalar(.float): return .float(Float(bitPattern: bits))
            case .scalar(.sfixed32): return .signed(Int64(Int32(bitPattern: bits)))
            default: return .unsigned(UInt64(bits))
            }
        default:
            try reader.skip(field.number, wireType, depth: Self.maximumDepth)
            return nil
        }
    }

    private func fixed(_ count: Int, _ reader: inout ProtobufWireReader) throws(ProtobufWireReader.Failure) -> UInt64 {
        let start = reader.offset
        try reader.advance(count)
        return (0..<count).reduce(0) { $0 | UInt64(reader.bytes[start + $1]) << UInt64(8 * $1) }
    }
}
