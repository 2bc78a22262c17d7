import ContractModel

/// A default as a value that can be held against one of another type.
private enum ProtobufDefault: Equatable {
    case integer(Int64)
    /// Past the range of Int64.
    case large(UInt64)
    /// As bits, so that NaN equals itself.
    case real(UInt64)
    case bytes([UInt8])
}

extension ProtobufComparison {
    /// A field that is not in the data has its default: what is read changes though the data does not.
    func compareDefaults(_ pair: ProtobufFieldPair) {
        guard mayHaveDefault(pair.old), mayHaveDefault(pair.new) else { return }
        let before = defaultValue(of: pair.old, in: old)
        let after = defaultValue(of: pair.new, in: new)
        guard before != after else { return }
        let said = (before: text(of: pair.old, in: old), after: text(of: pair.new, in: new))
        report(
            .fieldDefaultChanged, pair, at: \.span,
            "the field '\(pair.old.name)', number \(pair.old.number), changes its default from \(said.before) to \(said.after)"
        )
    }

    private func mayHaveDefault(_ field: ProtobufField) -> Bool {
        switch field.type {
        case .scalar, .enumeration: field.cardinality != .repeated
        case .message, .unresolved: false
        }
    }

    /// Nil for zero, false and nothing, which are the default where none is written: but for an enum, whose default is its
    /// first value.
    private func defaultValue(of field: ProtobufField, in schema: ProtobufSchema) -> ProtobufDefault? {
        switch field.defaultValue {
        case .bool(let value): return value ? .integer(1) : nil
        case .signed(let value): return value == 0 ? nil : .integer(value)
        case .unsigned(let value):
            return value == 0 ? nil : Int64(exactly: value).map { .integer($0) } ?? .large(value)
        case .float(let value): return value == 0 ? nil : .real(Double(value).bitPattern)
        case .double(let value): return value == 0 ? nil : .real(value.bitPattern)
        case .string(let bytes), .bytes(let bytes): return bytes.isEmpty ? nil : .bytes(bytes)
        case .enumeration(let number): return number == 0 ? nil : .integer(Int64(number))
        case .message: return nil
        case nil:
            guard case .enumeration(let id) = field.type, let first = schema.values(of: schema[id]).first
            else { return nil }
            return first.number == 0 ? nil : .integer(Int64(first.number))
        }
    }

    private func text(of field: ProtobufField, in schema: ProtobufSchema) -> String {
        if let written = schema.defaultText(of: field) { return "'\(written)'" }
        guard case .enumeration(let id) = field.type, let first = schema.values(of: schema[id]).first
        else { return "none" }
        return "'\(first.name)', the first value"
    }
}
