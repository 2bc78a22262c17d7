/// Avro 1.12, "Arrays" and "Maps": blocks of elements, each with their number before it; a negative one has the block's size in bytes
/// behind it. An empty block ends them.
extension ByteReader {
    /// How many elements without a byte of their own (nulls, empty records) one array or map may have: the input's length does not
    /// bound them.
    public static let maximumEmptyElements = 65_536

    /// How many elements the next block has; 0 after the last one.
    ///
    /// - Parameter minimum: the fewest bytes that an element takes; with 0, `seen` bounds them.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroBlock(minimum: Int, seen: Int = 0) throws(CodecError) -> Int {
        guard next < end else { throw endOfInput() }
        let first = next.load(as: UInt8.self)
        // An even byte below 0x80 is a count that says no size.
        guard first & 0x81 == 0, minimum > 0, Int(first) &>> 1 <= end - next - 1 else { return try readLargeBlock(minimum, seen) }
        next += 1
        return Int(first &>> 1)
    }

    @inline(never) @usableFromInline
    @_lifetime(self: copy self)
    mutating func readLargeBlock(_ minimum: Int, _ seen: Int) throws(CodecError) -> Int {
        let start = offset
        var count = try readAvroLong()
        if count < 0 {
            guard count != .min else { throw malformed("a number of elements", since: start) }
            count = -count
            _ = try readAvroLength()
        }
        if minimum > 0 {
            guard count <= Int64(remaining) else {
                throw CodecError(.tooLarge("\(count) elements are more than the \(remaining) bytes that are left can hold"), at: start)
            }
        } else {
            guard count <= Int64(Self.maximumEmptyElements &- seen) else {
                throw CodecError(.tooLarge("more than \(Self.maximumEmptyElements) elements without a byte of their own"), at: start)
            }
        }
        return Int(count)
    }

    /// - Parameter minimum: the fewest bytes that an element takes.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroArray<Element>(
        minimum: Int, _ readElement: (inout ByteReader) throws(CodecError) -> Element
    ) throws(CodecError) -> [Element] {
        var elements: [Element] = []
        do throws(CodecError) {
            var count = try readAvroBlock(minimum: minimum)
            if count > 0 { elements.reserveCapacity(minimum > 1 ? min(count, remaining / minimum) : count) }
            while count > 0 {
                for _ in 0..<count { elements.append(try readElement(&self)) }
                count = try readAvroBlock(minimum: minimum, seen: elements.count)
            }
        } catch {
            throw error.within(.index(elements.count))
        }
        return elements
    }

    /// - Parameter minimum: the fewest bytes that a value takes. Of two entries with one key the later one counts.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroMap<Value>(
        minimum: Int, _ readValue: (inout ByteReader) throws(CodecError) -> Value
    ) throws(CodecError) -> [String: Value] {
        var entries: [String: Value] = [:]
        do throws(CodecError) {
            var count = try readAvroBlock(minimum: 1)
            if count > 0 { entries.reserveCapacity(min(count, remaining / (minimum + 1))) }
            while count > 0 {
                for _ in 0..<count {
                    let key = try readAvroString()
                    entries[key] = try readValue(&self)
                }
                count = try readAvroBlock(minimum: 1)
            }
        } catch {
            throw error.within(.entry)
        }
        return entries
    }

    /// A map in the order of the wire.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroPairs<Value>(
        minimum: Int, _ readValue: (inout ByteReader) throws(CodecError) -> Value
    ) throws(CodecError) -> [MapEntry<Value>] {
        var entries: [MapEntry<Value>] = []
        do throws(CodecError) {
            var count = try readAvroBlock(minimum: 1)
            if count > 0 { entries.reserveCapacity(min(count, remaining / (minimum + 1))) }
            while count > 0 {
                for _ in 0..<count {
                    let key = try readAvroString()
                    entries.append(MapEntry(key: key, value: try readValue(&self)))
                }
                count = try readAvroBlock(minimum: 1)
            }
        } catch {
            throw error.within(.entry)
        }
        return entries
    }

    /// A union of null and one other type.
    ///
    /// - Parameter null: which of the two branches null is.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroOptional<Value>(
        null: Int, _ readValue: (inout ByteReader) throws(CodecError) -> Value
    ) throws(CodecError) -> Value? {
        try readAvroIndex(below: 2) == null ? nil : try readValue(&self)
    }

    /// A union of one type: its index stands on the wire all the same.
    @inlinable @inline(__always)
    @_lifetime(self: copy self)
    public mutating func readAvroOnly<Value>(
        _ readValue: (inout ByteReader) throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        _ = try readAvroIndex(below: 1)
        return try readValue(&self)
    }

    /// Before a value of a type that may hold itself; `leave()` is called after it.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func enter() throws(CodecError) {
        guard depth < Self.maximumDepth else { throw failure(.tooLarge("values lie more than \(Self.maximumDepth) deep in each other")) }
        depth &+= 1
    }

    @inlinable
    @_lifetime(self: copy self)
    public mutating func leave() { depth &-= 1 }
}
