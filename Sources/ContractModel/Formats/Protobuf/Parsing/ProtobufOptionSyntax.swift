/// `name = value`, of an `option` statement or in brackets.
package struct ProtobufOptionSyntax: Sendable {
    /// `(foo.bar)` is an extension's name, `baz` a field's.
    struct NamePart: Sendable {
        enum Name: Sendable {
            case field(ProtobufNames.ID)
            case `extension`(ProtobufPath)
        }

        var name: Name
        var span: ProtobufSpan
    }

    var name: [NamePart]
    var value: ProtobufValueSyntax
    package internal(set) var span: ProtobufSpan

    var nameSpan: ProtobufSpan { name[0].span.through(name[name.count - 1].span) }
}

/// The value of an option, in the form of the Protobuf text format inside `{}`.
struct ProtobufValueSyntax: Sendable {
    indirect enum Content: Sendable {
        case identifier(String, isNegative: Bool)
        case integer(UInt64, isNegative: Bool)
        /// Also an integer that does not fit 64 bits.
        case float(Double, isInteger: Bool)
        case string([UInt8])
        case message([Member])
        case list([ProtobufValueSyntax])
    }

    struct Member: Sendable {
        enum Name: Sendable {
            case field(ProtobufNames.ID)
            /// `[foo.bar]`
            case `extension`(ProtobufPath)
            /// `[type.googleapis.com/foo.Bar]`: the part before the last slash, and the type's name.
            case any(prefix: String, type: ProtobufPath)
        }

        var name: Name
        var nameSpan: ProtobufSpan
        var value: ProtobufValueSyntax
    }

    var content: Content
    var span: ProtobufSpan
}
