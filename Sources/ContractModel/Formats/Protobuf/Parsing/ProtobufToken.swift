/// A token: what it is and where. Its text is read from the bytes when it is wanted.
struct ProtobufToken {
    enum Kind: UInt8 {
        case identifier, integer, float, string
        case dot, comma, semicolon, colon, equals, minus, slash
        case leftParenthesis, rightParenthesis, leftBrace, rightBrace, leftBracket, rightBracket, leftAngle, rightAngle
        case end
        /// Already reported: a character that no token begins with, a string without an end.
        case broken
    }

    var kind: Kind
    var span: ProtobufSpan
    /// Of an identifier.
    var name = ProtobufNames.ID(index: 0)

    static let nothing = ProtobufToken(kind: .end, span: .none)
}

extension ProtobufToken.Kind {
    /// As it is called in a message.
    var description: String {
        switch self {
        case .identifier: "a name"
        case .integer: "an integer"
        case .float: "a number"
        case .string: "a string"
        case .dot: "'.'"
        case .comma: "','"
        case .semicolon: "';'"
        case .colon: "':'"
        case .equals: "'='"
        case .minus: "'-'"
        case .slash: "'/'"
        case .leftParenthesis: "'('"
        case .rightParenthesis: "')'"
        case .leftBrace: "'{'"
        case .rightBrace: "'}'"
        case .leftBracket: "'['"
        case .rightBracket: "']'"
        case .leftAngle: "'<'"
        case .rightAngle: "'>'"
        case .end: "the end of the file"
        case .broken: "something unreadable"
        }
    }
}
