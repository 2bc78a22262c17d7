extension ProtobufWire {
    /// An enum; of a closed one, only what is known to be listed.
    public enum Enumeration<E: ProtobufEnum>: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> E { E() }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> E {
            E(rawValue: Swift.Int32(truncatingIfNeeded: try reader.readVarint())) ?? E()
        }

        @inlinable @inline(__always)
        public static func write(_ value: E, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(bitPattern: Swift.Int64(value.rawValue)))
        }
    }

    /// A closed enum as a map's value: the entry gives way where the number is not listed.
    public enum ClosedEnumeration<E: ProtobufEnum>: ProtobufWireType {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> E { E() }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> E { try Enumeration<E>.read(from: &reader) }

        @inlinable
        public static func mergeListed(into value: inout E?, from reader: inout ByteReader) throws(CodecError) -> Swift.Bool {
            guard let listed = E(rawValue: Swift.Int32(truncatingIfNeeded: try reader.readVarint())) else { return false }
            value = listed
            return true
        }

        @inlinable @inline(__always)
        public static func write(_ tag: Swift.UInt32, _ value: borrowing E, into writer: inout ByteWriter) {
            Enumeration<E>.write(tag, value, into: &writer)
        }
    }

    public enum Message<M: ProtobufMessage>: ProtobufWireType {
        @inlinable public static var wireType: Swift.UInt32 { 2 }
        @inlinable public static var leastSize: Int { 1 }

        public static func missing() throws(CodecError) -> M {
            let nothing: [UInt8] = []
            var reader = ByteReader(nothing.span.bytes)
            return try M(partFrom: &reader)
        }

        @inlinable
        public static func read(from reader: inout ByteReader) throws(CodecError) -> M {
            let outer = try reader.enterPart()
            let message = try M(partFrom: &reader)
            reader.leave(outer)
            return message
        }

        @inlinable
        public static func merge(into value: inout M?, from reader: inout ByteReader) throws(CodecError) {
            let outer = try reader.enterPart()
            if value == nil { value = try M(partFrom: &reader) } else { try value!.mergePart(from: &reader) }
            reader.leave(outer)
        }

        @inlinable @inline(__always)
        public static func write(_ tag: Swift.UInt32, _ value: borrowing M, into writer: inout ByteWriter) throws(CodecError) {
            let start = writer.beginPart(tag)
            try value.encode(into: &writer)
            writer.endPart(start)
        }
    }

    /// A message between a start and an end tag.
    public enum Group<M: ProtobufMessage> {
        /// What follows the start tag.
        @inlinable
        public static func read(_ tag: Swift.UInt32, from reader: inout ByteReader) throws(CodecError) -> M {
            let outer = try reader.enterGroup(tag)
            let message = try M(partFrom: &reader)
            try reader.leaveGroup(outer)
            return message
        }

        @inlinable
        public static func merge(_ tag: Swift.UInt32, into value: inout M?, from reader: inout ByteReader) throws(CodecError) {
            let outer = try reader.enterGroup(tag)
            if value == nil { value = try M(partFrom: &reader) } else { try value!.mergePart(from: &reader) }
            try reader.leaveGroup(outer)
        }

        @inlinable
        public static func write(_ tag: Swift.UInt32, _ value: borrowing M, into writer: inout ByteWriter) throws(CodecError) {
            writer.writeTag(tag)
            try value.encode(into: &writer)
            writer.writeTag(tag &+ 1)
        }
    }
}

extension ByteReader {
    @inline(never) @usableFromInline
    mutating func enterGroup(_ tag: UInt32) throws(CodecError) -> ProtobufOuter {
        let outer = ProtobufOuter(end: end, group: openGroup)
        depth += 1
        guard depth <= Self.maximumProtobufDepth else { throw tooDeep() }
        openGroup = tag + 1
        return outer
    }

    @inline(never) @usableFromInline
    mutating func leaveGroup(_ outer: ProtobufOuter) throws(CodecError) {
        // The end tag has closed it, or the input ended first.
        guard openGroup == 0 else { throw endOfInput() }
        depth -= 1
        openGroup = outer.group
    }
}
