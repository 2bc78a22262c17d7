/// JSON of which no schema says what it is.
///
/// Whole numbers are kept apart from others, and no digit is lost: what neither `Int64` nor `Double` holds exactly is kept as text.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// Written without a fraction and an exponent.
    case int(Int64)
    case double(Double)
    /// Any other number, as it was written: `18446744073709551616`, `1e400`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Of a text. Nothing may follow the value but whitespace.
    public init(parsing text: String) throws(CodecError) {
        let bytes = Array(text.utf8)
        var reader = ByteReader(bytes.span.bytes)
        self = try JSONValue(from: &reader)
        reader.skipJSONWhitespace()
        try reader.expectEnd()
    }

    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }
}

extension JSONValue: JSONCodable {
    public init(from reader: inout ByteReader) throws(CodecError) {
        switch reader.peekJSONKind() {
        case .null:
            _ = try reader.readJSONNull()
            self = .null
        case .boolean: self = .bool(try reader.readJSONBool())
        case .number: self = Self.number(try reader.readJSONNumberText())
        case .string: self = .string(try reader.readJSONString())
        case .array: self = .array(try reader.readJSONArray { (reader: inout ByteReader) throws(CodecError) in try JSONValue(from: &reader) })
        case .object: self = .object(try reader.readJSONMap { (reader: inout ByteReader) throws(CodecError) in try JSONValue(from: &reader) })
        case .nothing: throw reader.jsonFailure("a value")
        }
    }

    private static func number(_ text: UnsafeRawBufferPointer) -> JSONValue {
        let decimal = DecimalText(text)
        let isWrittenWhole = !text.contains { ByteReader.continuesNumber($0) }
        if isWrittenWhole {
            if text.count == 2, decimal.digits == 0 { return .double(-0.0) }
            if let value: Int64 = decimal.whole() { return .int(value) }
            return .number(String(decoding: text, as: UTF8.self))
        }
        let written = String(decoding: text, as: UTF8.self)
        guard let value = decimal.fastDouble() ?? Double(written), value.isFinite else { return .number(written) }
        // Up to fifteen digits every double gives back; for more, its own text must say the same.
        if !decimal.isCut, decimal.digits < 1_000_000_000_000_000, abs(value) >= 1e-290 || decimal.digits == 0 { return .double(value) }
        var own = value.description
        let isSame = own.withUTF8 { DecimalText(UnsafeRawBufferPointer($0)).reduced == decimal.reduced }
        return isSame ? .double(value) : .number(written)
    }

    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        switch copy self {
        case .null: writer.writeRaw("null")
        case .bool(let value): writer.writeJSONBool(value)
        case .int(let value): writer.writeJSONInt64(value)
        case .double(let value): try writer.writeJSONDouble(value)
        case .number(let text):
            let bytes = Array(text.utf8)
            var reader = ByteReader(bytes.span.bytes)
            guard bytes.first.map({ $0 > 0x20 }) == true, (try? reader.readJSONNumberText()) != nil, reader.isAtEnd else {
                throw CodecError(.outOfRange("not a number that JSON has"))
            }
            writer.append(bytes)
        case .string(let text): writer.writeJSONString(text)
        case .array(let elements):
            writer.writeRaw("[")
            for index in elements.indices {
                if index > 0 { writer.writeRaw(",") }
                try elements[index].encode(into: &writer)
            }
            writer.writeRaw("]")
        case .object(let members):
            writer.writeRaw("{")
            var isFirst = true
            for (name, value) in members {
                if !isFirst { writer.writeRaw(",") }
                isFirst = false
                writer.writeJSONString(name)
                writer.writeRaw(":")
                try value.encode(into: &writer)
            }
            writer.writeRaw("}")
        }
    }
}

extension DecimalText {
    /// Digits that do not end in zeros, and their exponent: alike for equal numbers. Nil where digits were cut.
    fileprivate var reduced: [Int64]? {
        guard !isCut else { return nil }
        guard digits != 0 else { return [0] }
        var (digits, exponent) = (digits, exponent)
        while digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
        return [isNegative ? -1 : 1, Int64(bitPattern: digits), Int64(exponent)]
    }
}
