/// What is wrong with a payload.
package struct ProtobufPayloadProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The payload ends within a field.
        case truncated
        /// A length goes beyond what it is in.
        case lengthBeyondEnd
        /// A varint has more than ten bytes, or more than 64 bits.
        case malformedVarint
        /// A tag with field number zero or beyond 29 bits, or with a wire type that there is not.
        case malformedTag
        /// A group ends that did not begin, or does not end.
        case unbalancedGroup
        /// The field's bytes are of another kind of type than the contract's.
        case wrongWireType(expected: UInt8, found: UInt8)
        /// A packed field's bytes are not a whole number of values.
        case raggedPackedField
        /// A string that has to be UTF-8 is not.
        case invalidUTF8
        /// A required field is absent.
        case missingRequired
        case tooDeep
    }

    package var kind: Kind
    /// From the message: `order.lines[2].name`. Of what is wrong with the message itself, the path to the message.
    package var path: String
    /// In bytes from the beginning of the payload.
    package var offset: Int

    /// One sentence without a full stop.
    package var message: String {
        let place = path.isEmpty ? "the payload" : "'\(path)'"
        switch kind {
        case .truncated: return "\(place) ends too early"
        case .lengthBeyondEnd: return "the length of \(place) goes beyond what it is in"
        case .malformedVarint: return "\(place) has a number of more than 64 bits"
        case .malformedTag: return "in \(place) stands a tag that no field has"
        case .unbalancedGroup: return "in \(place) a group begins or ends alone"
        case .wrongWireType(let expected, let found): return "\(place) has wire type \(found), and the contract's type has \(expected)"
        case .raggedPackedField: return "\(place) has part of a value at its end"
        case .invalidUTF8: return "\(place) is not UTF-8"
        case .missingRequired: return "\(place) is required, and absent"
        case .tooDeep: return "\(place) is nested too deep"
        }
    }
}
