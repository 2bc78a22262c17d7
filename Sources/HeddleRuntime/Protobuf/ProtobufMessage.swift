/// A message type: what generated code conforms to, and what fields of messages are read and written through.
public protocol ProtobufMessage: ContractCodable {
    /// Reads fields up to the end of the input, or of the group that is open, into this value: the last of a scalar counts, messages are
    /// merged, repeated fields and maps grow.
    mutating func merge(from reader: inout ByteReader) throws(CodecError)
}

/// An enum of Protobuf. Open ones take every number; closed ones only those that are listed.
public protocol ProtobufEnum: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == Int32 {
    /// The first value: that of a field which is not there.
    init()
}
