import NIOCore

/// Values that say their length first. Flexible versions say length + 1 as an unsigned varint, 0 for null;
/// the others say it as a fixed integer, -1 for null.
extension WireReader {
    /// Kafka refuses longer strings in either encoding.
    private static var maxStringLength: Int { Int(Int16.max) }

    package mutating func readString(flexible: Bool) throws(WireError) -> String {
        let at = offset
        guard let value = try readNullableString(flexible: flexible) else { throw .unexpectedNull(offset: at) }
        return value
    }

    package mutating func readNullableString(flexible: Bool) throws(WireError) -> String? {
        let at = offset
        let length = try flexible ? readCompactLength() : Int(readInt16())
        guard let length = try checked(length, at: at, limit: Self.maxStringLength) else { return nil }
        guard length <= remaining else { throw truncated(needed: length) }
        let text = buffer.withUnsafeReadableBytes { bytes in
            validatedText(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
        }
        guard let text else { throw .invalidUTF8(offset: at) }
        buffer.moveReaderIndex(forwardBy: length)
        return text
    }

    /// Names are nearly always ASCII, and to see that costs far less than to validate UTF-8.
    private func validatedText(_ bytes: UnsafeRawBufferPointer) -> String? {
        let bytes = bytes.bindMemory(to: UInt8.self)
        var union: UInt8 = 0
        for byte in bytes { union |= byte }
        return union < 0x80 ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }

    /// A slice that shares the message's storage.
    package mutating func readBytes(flexible: Bool) throws(WireError) -> ByteBuffer {
        let at = offset
        guard let value = try readNullableBytes(flexible: flexible) else { throw .unexpectedNull(offset: at) }
        return value
    }

    package mutating func readNullableBytes(flexible: Bool) throws(WireError) -> ByteBuffer? {
        let at = offset
        let length = try flexible ? readCompactLength() : Int(readInt32())
        guard let length = try checked(length, at: at, limit: Int(Int32.max)) else { return nil }
        guard let slice = buffer.readSlice(length: length) else { throw truncated(needed: length) }
        return slice
    }

    package mutating func readArray<Element>(
        flexible: Bool,
        _ readElement: (inout WireReader) throws(WireError) -> Element
    ) throws(WireError) -> [Element] {
        let at = offset
        guard let value = try readNullableArray(flexible: flexible, readElement) else {
            throw .unexpectedNull(offset: at)
        }
        return value
    }

    package mutating func readNullableArray<Element>(
        flexible: Bool,
        _ readElement: (inout WireReader) throws(WireError) -> Element
    ) throws(WireError) -> [Element]? {
        let at = offset
        let length = try flexible ? readCompactLength() : Int(readInt32())
        // Every element of every message takes a byte at least.
        guard let count = try checked(length, at: at, limit: min(remaining, elementsLeft)) else { return nil }
        elementsLeft -= count
        var elements: [Element] = []
        // A claim is not worth much memory: beyond this, the array grows with what is really there.
        elements.reserveCapacity(min(count, 256))
        for _ in 0..<count {
            elements.append(try readElement(&self))
        }
        return elements
    }

    private mutating func readCompactLength() throws(WireError) -> Int {
        Int(try readUnsignedVarint()) - 1
    }

    private func checked(_ length: Int, at offset: Int, limit: Int) throws(WireError) -> Int? {
        if length == -1 { return nil }
        guard length >= 0 else { throw .negativeLength(offset: offset, length: length) }
        guard length <= limit else { throw .lengthTooLarge(offset: offset, length: length, limit: limit) }
        return length
    }
}

// MARK: Structs

extension WireReader {
    package mutating func readArray<Element: WireStructure>(
        of _: Element.Type, flexible: Bool, version: Int16
    ) throws(WireError) -> [Element] {
        try readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in
            try Element(from: &reader, version: version)
        }
    }

    package mutating func readNullableArray<Element: WireStructure>(
        of _: Element.Type, flexible: Bool, version: Int16
    ) throws(WireError) -> [Element]? {
        try readNullableArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in
            try Element(from: &reader, version: version)
        }
    }

    /// A struct that may be null is preceded by a byte: -1 for null, else there.
    package mutating func readPresence() throws(WireError) -> Bool { try readInt8() >= 0 }
}

// MARK: Tagged fields (KIP-482)

/// The number and the extent of one tagged field.
package struct TaggedField {
    package let tag: UInt32
    /// Bytes that its content declares.
    package let size: Int
    fileprivate let contentOffset: Int
}

extension WireReader {
    package mutating func readTaggedFieldCount() throws(WireError) -> Int {
        let at = offset
        let count = Int(try readUnsignedVarint())
        // A tagged field takes two bytes at least: its tag and its size.
        guard count <= remaining / 2 else {
            throw .lengthTooLarge(offset: at, length: count, limit: remaining / 2)
        }
        return count
    }

    /// The caller reads the content or skips it, and then calls `end`.
    package mutating func readTaggedField() throws(WireError) -> TaggedField {
        let tag = try readUnsignedVarint()
        let size = Int(try readUnsignedVarint())
        guard size <= remaining else { throw truncated(needed: size) }
        return TaggedField(tag: tag, size: size, contentOffset: offset)
    }

    package mutating func skip(_ field: TaggedField) throws(WireError) { try skip(field.size) }

    package func end(_ field: TaggedField) throws(WireError) {
        let read = offset - field.contentOffset
        guard read == field.size else {
            throw .taggedFieldSize(offset: field.contentOffset, tag: field.tag, declared: field.size, read: read)
        }
    }

    /// Where a struct has no tagged field that we know.
    package mutating func skipTaggedFields() throws(WireError) {
        for _ in 0..<(try readTaggedFieldCount()) {
            try skip(try readTaggedField())
        }
    }
}
