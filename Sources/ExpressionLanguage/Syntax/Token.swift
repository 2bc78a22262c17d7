/// A word of an expression.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case identifier(String)
        /// Written in backticks: a field's name that is no identifier.
        case quotedIdentifier(String)
        /// The digits' value; a minus before it belongs to the number.
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        /// Operators, brackets, and the words `true`, `false`, `null` and `in`.
        case symbol(String)
        case end
    }

    var kind: Kind
    var span: ExpressionSpan

    /// As a message shows it.
    var shown: String {
        switch kind {
        case .identifier(let name), .quotedIdentifier(let name), .symbol(let name): "'\(name)'"
        case .int, .uint, .double: "a number"
        case .string: "a string"
        case .bytes: "bytes"
        case .end: "the end"
        }
    }
}

enum ExpressionWords {
    static let symbols: Set<String> = ["true", "false", "null", "in"]
    /// CEL keeps these for languages that it is embedded in. As a field behind a dot they are allowed.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    ]
}
