/// What a message held that the schema of its reader does not know: fields of newer versions and extensions, kept as they came and
/// written again after the fields that are known. Nothing is allocated while it is empty.
public struct UnknownFields: Sendable, Hashable, Codable {
    @usableFromInline var storage: [UInt8]?

    @inlinable @inline(__always)
    public init() { storage = nil }

    @inlinable public var isEmpty: Bool { storage == nil }

    /// In Protobuf's wire format: tags and values.
    public var bytes: [UInt8] { storage ?? [] }

    /// The varints, fixed numbers and contents of a field with that number, each as the bytes after its tag (and length); the way to
    /// an extension that the schema of the reader does not have.
    public func values(of number: Int) -> [[UInt8]] {
        var found: [[UInt8]] = []
        let all = bytes
        var reader = ByteReader(all.span.bytes)
        while let tag = try? reader.readTag(), tag != 0 {
            if tag & 7 == 2, tag >> 3 == number {
                guard let value = try? reader.readProtobufBytes() else { return found }
                found.append(value)
            } else {
                let start = reader.offset
                guard (try? reader.skipUnknown(tag)) == true else { return found }
                if tag >> 3 == number { found.append(Array(all[start..<reader.offset])) }
            }
        }
        return found
    }

    @inline(never) @usableFromInline
    mutating func append(tag: UInt32, _ value: UnsafeRawBufferPointer) {
        var bytes = storage.take() ?? []
        var rest = tag
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
        bytes.append(contentsOf: value)
        storage = bytes
    }

    mutating func append(_ fields: UnsafeRawBufferPointer) {
        var bytes = storage.take() ?? []
        bytes.append(contentsOf: fields)
        storage = bytes
    }

    /// A value of an enum that the schema does not list.
    @inline(never)
    public mutating func append(tag: UInt32, varint: UInt64) {
        var writer = ByteWriter(capacity: 16)
        writer.writeVarint(varint)
        append(tag: tag, UnsafeRawBufferPointer(start: writer.base, count: writer.written))
    }

    @inlinable @inline(__always)
    public func encode(into writer: inout ByteWriter) {
        if !isEmpty { write(into: &writer) }
    }

    @inline(never) @usableFromInline
    func write(into writer: inout ByteWriter) {
        if let storage { writer.append(storage) }
    }
}
