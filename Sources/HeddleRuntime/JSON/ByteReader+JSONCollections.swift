extension ByteReader {
    @inlinable
    @_lifetime(self: copy self)
    public mutating func readJSONArray<Element>(_ element: (inout ByteReader) throws(CodecError) -> Element) throws(CodecError) -> [Element] {
        guard try beginJSONArray() else { return [] }
        var elements: [Element] = []
        // Few elements cost one allocation.
        elements.reserveCapacity(max(1, min(4, 512 / max(1, MemoryLayout<Element>.stride))))
        repeat {
            do { elements.append(try element(&self)) } catch { throw error.within(.index(elements.count)) }
        } while try nextJSONElement()
        return elements
    }

    /// An object whose members have no names that a schema knows. Of a name that is given twice the last value counts.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func readJSONMap<Value>(_ value: (inout ByteReader) throws(CodecError) -> Value) throws(CodecError) -> [String: Value] {
        var entries: [String: Value] = [:]
        guard try beginJSONObject() else { return entries }
        entries.reserveCapacity(4)
        repeat {
            let key = try readJSONKey()
            do { entries[key] = try value(&self) } catch { throw error.within(.entry) }
        } while try nextJSONMember()
        return entries
    }

    /// The same, in the order of the wire.
    @inlinable
    @_lifetime(self: copy self)
    public mutating func readJSONEntries<Value>(_ value: (inout ByteReader) throws(CodecError) -> Value) throws(CodecError) -> [MapEntry<Value>] {
        guard try beginJSONObject() else { return [] }
        var entries: [MapEntry<Value>] = []
        repeat {
            let key = try readJSONKey()
            do { entries.append(MapEntry(key: key, value: try value(&self))) } catch { throw error.within(.entry) }
        } while try nextJSONMember()
        return entries
    }
}
