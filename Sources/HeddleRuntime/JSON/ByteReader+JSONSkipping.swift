extension ByteReader {
    /// Past a value of any kind, which is held to the grammar all the same.
    @_lifetime(self: copy self)
    public mutating func skipJSONValue() throws(CodecError) {
        switch peekJSON() {
        case UInt8(ascii: "\""): try skipJSONString()
        case UInt8(ascii: "{"):
            guard try beginJSONObject() else { return }
            repeat {
                try skipJSONString()
                try readJSONColon()
                try skipJSONValue()
            } while try nextJSONMember()
        case UInt8(ascii: "["):
            guard try beginJSONArray() else { return }
            repeat { try skipJSONValue() } while try nextJSONElement()
        case UInt8(ascii: "n"): try readJSONWord("null")
        case UInt8(ascii: "t"): try readJSONWord("true")
        case UInt8(ascii: "f"): try readJSONWord("false")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try readJSONNumberText()
        default: throw jsonFailure("a value")
        }
    }

    @_lifetime(self: copy self)
    mutating func skipJSONString() throws(CodecError) {
        guard peekJSON() == UInt8(ascii: "\"") else { throw jsonFailure("a string") }
        let first = next + 1
        let (stop, isASCII) = plainJSONText(from: first)
        guard isASCII, stop < end, stop.load(as: UInt8.self) == UInt8(ascii: "\"") else {
            _ = try readJSONString()
            return
        }
        next = stop + 1
    }

    /// A member of an object that schemas do not name: skipped, and counted for choices between schemas.
    @_lifetime(self: copy self)
    public mutating func skipUnknownJSONMember() throws(CodecError) {
        unknownMembers += 1
        try skipJSONValue()
    }
}

/// A place that a reader can go back to.
public struct JSONMark: Sendable {
    var offset: Int
    var depth: Int
    /// Members read since the start that no schema named.
    public var unknownMembers: Int
}

extension ByteReader {
    public var jsonMark: JSONMark { JSONMark(offset: offset, depth: depth, unknownMembers: unknownMembers) }

    /// Back to, or on to, a place where this reader was.
    @_lifetime(self: copy self)
    public mutating func move(to mark: JSONMark) {
        next = start + mark.offset
        depth = mark.depth
        unknownMembers = mark.unknownMembers
    }

    /// What kind of value comes next.
    @_lifetime(self: copy self)
    public mutating func peekJSONKind() -> JSONKind {
        switch peekJSON() {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        default: .nothing
        }
    }

    /// A member of the object that comes next, where it is a string; the reader stays where it is.
    @_lifetime(self: copy self)
    public mutating func peekJSONMember(_ name: StaticString) throws(CodecError) -> String? {
        let mark = jsonMark
        var text: String?
        var isMember = try beginJSONObject()
        while isMember {
            let found = try readJSONKey { key in key.count == name.utf8CodeUnitCount && key.matches(name) ? 0 : -1 }
            if found == 0, peekJSON() == UInt8(ascii: "\"") {
                text = try readJSONString()
                break
            }
            try skipJSONValue()
            isMember = try nextJSONMember()
        }
        move(to: mark)
        return text
    }

    @inline(never)
    public func expected(_ what: StaticString) -> CodecError { jsonFailure(what.description) }
}

/// The kinds of JSON values, by the byte they begin with.
public enum JSONKind: Sendable, Hashable { case null, boolean, number, string, array, object, nothing }
