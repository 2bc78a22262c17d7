/// A message type: what generated code conforms to, and what fields of messages are read and written through.
///
/// A message may come in parts, whose fields belong together: whether all that proto2 requires is there can be told of the whole alone.
/// So parts are read without asking, and `init(from:)` and `merge(from:)` ask at the end.
public protocol ProtobufMessage: ContractCodable {
    /// Reads fields up to the end of the input, or of the group that is open, into this value: the last of a scalar counts, messages are
    /// merged, repeated fields and maps grow.
    ///
    /// - Throws: where it cannot; of a message with required fields, this value is then what it was.
    mutating func merge(from reader: inout ByteReader) throws(CodecError)

    /// A value that may lack required fields: nobody may see it before `checkRequired`.
    init(partFrom reader: inout ByteReader) throws(CodecError)
    mutating func mergePart(from reader: inout ByteReader) throws(CodecError)

    /// - Parameter offset: told in the error.
    /// - Throws: where this value or one inside of it lacks a required field.
    func checkRequired(at offset: Int) throws(CodecError)
}

/// Of messages that nothing is required of, inside of them neither.
extension ProtobufMessage {
    @inlinable @inline(__always)
    public init(partFrom reader: inout ByteReader) throws(CodecError) { try self.init(from: &reader) }

    @inlinable @inline(__always)
    public mutating func mergePart(from reader: inout ByteReader) throws(CodecError) { try merge(from: &reader) }

    @inlinable @inline(__always)
    public func checkRequired(at offset: Int) throws(CodecError) {}
}

/// An enum of Protobuf. Open ones take every number; closed ones only those that are listed.
public protocol ProtobufEnum: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == Int32 {
    /// The first value: that of a field which is not there.
    init()
}
