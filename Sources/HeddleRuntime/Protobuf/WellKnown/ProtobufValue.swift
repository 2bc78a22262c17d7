/// `google.protobuf.Value`: any JSON value.
public struct ProtobufValue: ProtobufMessage, Codable {
    public enum Kind: Sendable, Hashable, Codable {
        case null
        case number(Double)
        case text(String)
        case flag(Bool)
        case object(ProtobufStruct)
        case list(ProtobufListValue)
    }

    /// Nil where none is set, which JSON has no word for.
    public var kind: Kind?
    public var unknownFields = UnknownFields()

    public init(_ kind: Kind? = nil) { self.kind = kind }

    public static var contract: ContractIdentity { .wellKnown("google.protobuf.Value") }

    public init(from reader: inout ByteReader) throws(CodecError) {
        self.init()
        try merge(from: &reader)
    }

    public mutating func merge(from reader: inout ByteReader) throws(CodecError) {
        while true {
            let tag = try reader.readTag()
            switch tag {
            case 0: return
            case 8:
                // NullValue is an open enum of one value.
                _ = try reader.readVarint()
                kind = .null
            case 17: kind = .number(try ProtobufWire.Double.read(from: &reader))
            case 26: kind = .text(try reader.readProtobufString())
            case 32: kind = .flag(try ProtobufWire.Bool.read(from: &reader))
            case 42:
                var object: ProtobufStruct?
                if case .object(let known)? = kind { object = known }
                try ProtobufWire.Message<ProtobufStruct>.merge(into: &object, from: &reader)
                kind = object.map { .object($0) }
            case 50:
                var list: ProtobufListValue?
                if case .list(let known)? = kind { list = known }
                try ProtobufWire.Message<ProtobufListValue>.merge(into: &list, from: &reader)
                kind = list.map { .list($0) }
            default: guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        switch kind {
        case nil: break
        case .null: ProtobufWire.Int32.write(8, 0, into: &writer)
        case .number(let number): ProtobufWire.Double.write(17, number, into: &writer)
        case .text(let text): writer.writeProtobufString(26, text)
        case .flag(let flag): ProtobufWire.Bool.write(32, flag, into: &writer)
        case .object(let object): try ProtobufWire.Message<ProtobufStruct>.write(42, object, into: &writer)
        case .list(let list): try ProtobufWire.Message<ProtobufListValue>.write(50, list, into: &writer)
        }
        unknownFields.encode(into: &writer)
    }
}

/// `google.protobuf.NullValue`, where a field is of it: JSON's null.
public enum ProtobufNullValue: ProtobufEnum, Codable {
    case nullValue
    case unrecognized(Int32)

    public static var allCases: [ProtobufNullValue] { [.nullValue] }

    public init() { self = .nullValue }

    public init(rawValue: Int32) { self = rawValue == 0 ? .nullValue : .unrecognized(rawValue) }

    public var rawValue: Int32 {
        switch self {
        case .nullValue: 0
        case .unrecognized(let number): number
        }
    }
}
