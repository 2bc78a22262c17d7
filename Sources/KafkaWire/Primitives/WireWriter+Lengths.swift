import NIOCore

/// Values that say their length first: see `WireReader` for the two encodings.
extension WireWriter {
    package mutating func writeString(_ value: String, flexible: Bool) throws(WireError) {
        let length = value.utf8.count
        guard length <= Int(Int16.max) else { throw .tooLongToWrite(length: length, limit: Int(Int16.max)) }
        if flexible {
            writeUnsignedVarint(UInt32(length + 1))
        } else {
            writeInt16(Int16(length))
        }
        buffer.writeString(value)
    }

    package mutating func writeNullableString(_ value: String?, flexible: Bool) throws(WireError) {
        if let value {
            try writeString(value, flexible: flexible)
        } else if flexible {
            writeUnsignedVarint(0)
        } else {
            writeInt16(-1)
        }
    }

    package mutating func writeBytes(_ value: ByteBuffer, flexible: Bool) throws(WireError) {
        try writeLength(value.readableBytes, flexible: flexible)
        buffer.writeImmutableBuffer(value)
    }

    package mutating func writeNullableBytes(_ value: ByteBuffer?, flexible: Bool) throws(WireError) {
        if let value {
            try writeBytes(value, flexible: flexible)
        } else {
            writeNullLength(flexible: flexible)
        }
    }

    package mutating func writeArray<Element>(
        _ elements: [Element],
        flexible: Bool,
        _ writeElement: (inout WireWriter, Element) throws(WireError) -> Void
    ) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        for element in elements {
            try writeElement(&self, element)
        }
    }

    package mutating func writeNullableArray<Element>(
        _ elements: [Element]?,
        flexible: Bool,
        _ writeElement: (inout WireWriter, Element) throws(WireError) -> Void
    ) throws(WireError) {
        if let elements {
            try writeArray(elements, flexible: flexible, writeElement)
        } else {
            writeNullLength(flexible: flexible)
        }
    }

    package mutating func writeArray<Element: WireStructure>(
        _ elements: [Element], flexible: Bool, version: Int16
    ) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        for element in elements {
            try element.write(to: &self, version: version)
        }
    }

    package mutating func writeNullableArray<Element: WireStructure>(
        _ elements: [Element]?, flexible: Bool, version: Int16
    ) throws(WireError) {
        if let elements {
            try writeArray(elements, flexible: flexible, version: version)
        } else {
            writeNullLength(flexible: flexible)
        }
    }

    private mutating func writeLength(_ length: Int, flexible: Bool) throws(WireError) {
        guard length < Int(Int32.max) else { throw .tooLongToWrite(length: length, limit: Int(Int32.max) - 1) }
        if flexible {
            writeUnsignedVarint(UInt32(length + 1))
        } else {
            writeInt32(Int32(length))
        }
    }

    private mutating func writeNullLength(flexible: Bool) {
        if flexible {
            writeUnsignedVarint(0)
        } else {
            writeInt32(-1)
        }
    }

    /// See `WireReader.readPresence`.
    package mutating func writePresence(_ isThere: Bool) { writeInt8(isThere ? 1 : -1) }

    /// The value, where a version cannot carry null.
    package static func required<Value>(
        _ value: Value?,
        _ field: @autoclosure () -> String,
        _ version: Int16
    ) throws(WireError) -> Value {
        guard let value else { throw .nullNotInVersion(field: field(), version: version) }
        return value
    }
}

// MARK: Tagged fields (KIP-482)

/// Collects the tagged fields of one struct, in the order of their tags, because their number goes first.
package struct TaggedFieldWriter {
    fileprivate var count: UInt32 = 0
    fileprivate var fields = WireWriter()

    package init() {}

    package mutating func add(
        _ tag: UInt32,
        _ writeContent: (inout WireWriter) throws(WireError) -> Void
    ) throws(WireError) {
        var content = WireWriter()
        try writeContent(&content)
        count += 1
        fields.writeUnsignedVarint(tag)
        fields.writeUnsignedVarint(UInt32(content.buffer.readableBytes))
        fields.buffer.writeImmutableBuffer(content.buffer)
    }
}

extension WireWriter {
    package mutating func writeTaggedFields(_ tagged: TaggedFieldWriter) {
        writeUnsignedVarint(tagged.count)
        buffer.writeImmutableBuffer(tagged.fields.buffer)
    }

    package mutating func writeNoTaggedFields() { writeUnsignedVarint(0) }
}
