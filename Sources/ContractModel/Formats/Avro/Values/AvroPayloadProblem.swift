/// Why bytes are no value of a schema. There is no telling what comes after it, so there is only one.
package struct AvroPayloadProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The payload ends within a value.
        case truncated
        /// A length or a count is negative, or goes beyond the payload.
        case invalidLength(Int64)
        /// A number has more bits than its type.
        case malformedNumber
        /// A boolean is neither 0 nor 1.
        case invalidBoolean(UInt8)
        case invalidUTF8
        /// A union has no branch of that number.
        case unknownBranch(Int64, count: Int)
        /// An enum has no symbol of that number.
        case unknownSymbol(Int64, count: Int)
        /// The items of a block take another number of bytes than it says.
        case wrongBlockSize(said: Int64, found: Int)
        /// Bytes come after the value.
        case trailingBytes(Int)
        case tooDeep
    }

    package var kind: Kind
    /// From the root: `order.lines[2].name`, a map's value `stock{blue}`. Empty for the root itself.
    package var path: String
    /// In bytes from the beginning of the payload.
    package var offset: Int

    /// One sentence without a full stop.
    package var message: String {
        let place = path.isEmpty ? "the payload" : "'\(path)'"
        switch kind {
        case .truncated: return "\(place) ends too early"
        case .invalidLength(let length): return "\(place) has the length \(length), which is not in the payload"
        case .malformedNumber: return "\(place) has a number of more bits than its type"
        case .invalidBoolean(let byte): return "\(place) is a boolean, and its byte is \(byte)"
        case .invalidUTF8: return "\(place) is not UTF-8"
        case .unknownBranch(let number, let count): return "\(place) is of branch \(number) of a union of \(count)"
        case .unknownSymbol(let number, let count): return "\(place) is symbol \(number) of an enum of \(count)"
        case .wrongBlockSize(let said, let found): return "\(place) has a block of \(found) bytes that says it has \(said)"
        case .trailingBytes(let count): return "\(count) bytes come after the value"
        case .tooDeep: return "\(place) is nested too deep"
        }
    }
}
