/// Why bytes are not a value of a contract, or a value cannot be written: where, and what was expected.
///
/// Its description reads `items[2].quantity at byte 118: an int takes at most 5 bytes`. Values from the input are not shown: an event
/// may hold personal data, and errors end in logs.
public struct CodecError: Error, Sendable, Hashable {
    /// One step on the way from the event to what is wrong.
    public enum Step: Sendable, Hashable {
        /// By its name in the contract.
        case field(String)
        case index(Int)
        /// Of a map. The key itself may be personal data.
        case entry
    }

    public enum Reason: Sendable, Hashable {
        /// The input ends inside a value.
        case endOfInput
        /// What stands there is not what the contract says; `expected` completes the sentence "expected …".
        case malformed(expected: String)
        /// A value outside what its type can hold or what the contract allows.
        case outOfRange(String)
        /// Bytes that are not UTF-8.
        case invalidText
        /// Nested deeper than `ByteReader.maximumDepth`, or a length beyond what the input can hold.
        case tooLarge(String)
        /// Bytes after the value's end.
        case trailingBytes(Int)
    }

    public var reason: Reason
    /// From the start of the value's bytes; -1 when writing.
    public var offset: Int
    /// Outermost first.
    public var path: [Step]

    public init(_ reason: Reason, at offset: Int = -1, path: [Step] = []) {
        self.reason = reason
        self.offset = offset
        self.path = path
    }

    /// The same error, told from one level further out. Generated code calls it; the cost falls on failures alone.
    @inline(never)
    public consuming func within(_ step: Step) -> CodecError {
        path.insert(step, at: 0)
        return self
    }
}

extension CodecError: CustomStringConvertible {
    public var description: String {
        let place = pathText
        let start = place.isEmpty ? "" : "\(place) "
        return start + (offset >= 0 ? "at byte \(offset): \(reason)" : ": \(reason)")
    }

    /// `items[2].quantity`; empty for the event itself.
    public var pathText: String {
        var text = ""
        for step in path {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            case .entry: text += "[…]"
            }
        }
        return text
    }
}

extension CodecError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .endOfInput: "the input ends here"
        case .malformed(let expected): "expected \(expected)"
        case .outOfRange(let what): what
        case .invalidText: "the text is not UTF-8"
        case .tooLarge(let what): what
        case .trailingBytes(let count): "\(count) bytes follow the value"
        }
    }
}
