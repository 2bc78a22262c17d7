extension ProtobufParser {
    /// `extensions 1, 2 to 5, 6 to max [options];`
    mutating func parseExtensionRanges(into body: inout ProtobufBodySyntax) throws(Failure) {
        advance()
        var ranges: [ProtobufRangeSyntax] = []
        repeat { try ranges.append(parseRange()) } while take(.comma)
        let options = try parseBracketedOptions()
        try expect(.semicolon, "after the ranges")
        body.extensionRanges += ranges.map { ProtobufExtensionRangeSyntax(range: $0, options: options) }
    }

    /// `reserved 1, 2 to 5;`, `reserved "name";` and, in editions, `reserved name;`
    mutating func parseReserved(
        ranges: inout [ProtobufRangeSyntax], names: inout [ProtobufReservedNameSyntax]
    ) throws(Failure) {
        advance()
        switch token.kind {
        case .string:
            if tree.edition.isEdition {
                report(
                    ProtobufProblem(
                        .notInThisEdition, "in editions a reserved name is written without quotes", token.span,
                        suggestion: "remove the quotes"))
            }
            repeat {
                guard token.kind == .string else { throw unexpected("a name in quotes: names and numbers are reserved separately") }
                let (text, span) = try parseString()
                if !ProtobufLexer.isIdentifier(text) {
                    report(ProtobufProblem(.syntax, "'\(String(decoding: text, as: UTF8.self))' is no name that a field can have", span))
                }
                names.append(ProtobufReservedNameSyntax(text: String(decoding: text, as: UTF8.self), span: span))
            } while take(.comma)
        case .identifier:
            if !tree.edition.isEdition {
                report(
                    ProtobufProblem(
                        .notInThisEdition, "in \(tree.edition.text) a reserved name is written in quotes", token.span,
                        suggestion: "write \"\(tree.names[token.name])\""))
            }
            repeat {
                let (name, span) = try expectName("a name: names and numbers are reserved separately")
                names.append(ProtobufReservedNameSyntax(text: tree.names[name], span: span))
            } while take(.comma)
        default:
            repeat { try ranges.append(parseRange()) } while take(.comma)
        }
        try expect(.semicolon, "after what is reserved")
    }

    private mutating func parseRange() throws(Failure) -> ProtobufRangeSyntax {
        let begin = token.span
        var start: ProtobufInteger
        if token.is(.max) {
            start = ProtobufInteger(value: .max, span: token.span)
            advance()
            report(ProtobufProblem(.numberRange, "'max' ends a range, it does not begin one", begin))
        } else {
            start = try parseInteger("a number")
        }
        var end: ProtobufInteger? = start
        if take(.to) {
            if take(.max) { end = nil } else { end = try parseInteger("a number or 'max'") }
        }
        return ProtobufRangeSyntax(start: start, end: end, span: span(from: begin))
    }

    /// Stands for all that is too large; one more is `max`, where it begins a range.
    private static let beyond = Int64.max - 1

    /// An integer with or without a minus.
    mutating func parseInteger(_ what: @autoclosure () -> String) throws(Failure) -> ProtobufInteger {
        let start = token.span
        let isNegative = take(.minus)
        guard token.kind == .integer else { throw unexpected(what()) }
        let magnitude = ProtobufLiterals.integer(text(token.span)) ?? .max
        advance()
        let value: Int64 =
            isNegative
            ? (magnitude > UInt64(Int64.max) ? .min : -Int64(magnitude)) : min(Int64(clamping: magnitude), Self.beyond)
        return ProtobufInteger(value: value, span: span(from: start))
    }
}
