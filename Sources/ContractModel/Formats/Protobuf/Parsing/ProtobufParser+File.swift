extension ProtobufParser {
    mutating func parseFile() {
        advance()
        parseEdition()
        var body = ProtobufBodySyntax()
        while token.kind != .end, !isHopeless {
            do {
                try parseTopLevel(into: &body)
            } catch {
                skipStatement()
                if token.kind == .rightBrace { advance() }
            }
        }
        tree.body = body
    }

    // MARK: syntax, edition

    private mutating func parseEdition() {
        guard token.is(.syntax) || token.is(.edition), peek().kind != .identifier, peek().kind != .dot else {
            report(
                ProtobufProblem(
                    .missingSyntax, "the file does not say its syntax, so it is read as proto2",
                    ProtobufSpan(start: token.span.start, end: token.span.start), severity: .warning,
                    suggestion: "begin with: syntax = \"proto2\";"))
            return
        }
        do {
            let start = token.span
            let isEdition = token.is(.edition)
            let keyword = isEdition ? "edition" : "syntax"
            advance()
            try expect(.equals, "after '\(keyword)'")
            guard token.kind == .string else { throw unexpected("the \(keyword) in quotes") }
            let (value, valueSpan) = try parseString()
            tree.editionSpan = span(from: start)
            readEdition(String(decoding: value, as: UTF8.self), isEdition: isEdition, at: valueSpan)
            try expect(.semicolon, "after the \(keyword)")
        } catch {
            tree.editionSpan = tree.editionSpan ?? token.span
            if !token.is(.package), !token.is(.import) { skipStatement() }
        }
    }

    private mutating func readEdition(_ value: String, isEdition: Bool, at span: ProtobufSpan) {
        guard let edition = ProtobufEdition.allCases.first(where: { $0.text == value }) else {
            let known = ProtobufEdition.allCases.filter { $0.isEdition == isEdition }.map { "\"\($0.text)\"" }
            report(
                ProtobufProblem(
                    .unknownEdition, "there is no \(isEdition ? "edition" : "syntax") '\(value)'", span,
                    suggestion: "use \(known.joined(separator: " or "))"))
            if isEdition { tree.edition = .edition2026 }
            return
        }
        tree.edition = edition
        if edition.isEdition != isEdition {
            let keyword = edition.isEdition ? "edition" : "syntax"
            report(
                ProtobufProblem(
                    .unknownEdition, "'\(value)' is \(edition.isEdition ? "an edition" : "a syntax")", span,
                    suggestion: "write: \(keyword) = \"\(value)\";"))
        }
    }

    // MARK: Statements of a file

    private mutating func parseTopLevel(into body: inout ProtobufBodySyntax) throws(Failure) {
        guard token.kind == .identifier else {
            if take(.semicolon) { return }
            if token.kind == .rightBrace {
                let stray = token.span
                advance()
                throw fail(.syntax, "this '}' closes nothing", stray)
            }
            throw unexpected("a message, an enum, a service, an extend, an import, a package or an option")
        }
        switch ProtobufKeyword(rawValue: token.name.index) {
        case .import: try parseImport()
        case .package: try parsePackage()
        case .option: try body.options.append(parseOptionStatement())
        case .message, .enum, .extend: try parseNested(into: &body)
        case .export, .local: try parseNested(into: &body)
        case .service: try parseService()
        case .syntax, .edition:
            throw fail(.syntax, "'\(tree.names[token.name])' stands once, before everything else", token.span)
        case .rpc:
            throw fail(.syntax, "an rpc stands in a service", token.span)
        case .oneof, .extensions, .reserved, .optional, .required, .repeated:
            throw fail(.syntax, "'\(tree.names[token.name])' stands in a message", token.span)
        default:
            throw unexpected("a message, an enum, a service, an extend, an import, a package or an option")
        }
    }

    private mutating func parseImport() throws(Failure) {
        let start = token.span
        advance()
        var modifier = ProtobufImportSyntax.Modifier.none
        if token.kind == .identifier {
            switch ProtobufKeyword(rawValue: token.name.index) {
            case .public: modifier = .public
            case .weak: modifier = .weak
            case .option: modifier = .option
            default: throw unexpected("the path of a file in quotes")
            }
            if modifier == .option, tree.edition < .edition2024 {
                report(ProtobufProblem(.notInThisEdition, "'import option' begins with edition 2024", token.span))
            }
            if modifier == .weak, tree.edition >= .edition2024 {
                report(
                    ProtobufProblem(
                        .notInThisEdition, "'import weak' ended with edition 2023", token.span, suggestion: "use 'import option'"))
            }
            advance()
        }
        guard token.kind == .string else { throw unexpected("the path of a file in quotes") }
        let (path, pathSpan) = try parseString()
        try expect(.semicolon, "after the import")
        if modifier != .option, let last = tree.imports.last, last.modifier == .option {
            report(ProtobufProblem(.syntax, "an import stands before those that are 'import option'", span(from: start)))
        }
        tree.imports.append(
            ProtobufImportSyntax(
                path: String(decoding: path, as: UTF8.self), modifier: modifier, span: span(from: start), pathSpan: pathSpan))
    }

    private mutating func parsePackage() throws(Failure) {
        let start = token.span
        advance()
        guard token.kind == .identifier else { throw unexpected("the name of the package") }
        let path = try parsePath()
        try expect(.semicolon, "after the package")
        if tree.package != nil {
            throw fail(.syntax, "a file has one package", span(from: start))
        }
        let length = tree.parts(of: path).reduce(Int(path.count) - 1) { $0 + tree.names[$1].utf8.count }
        if length > 512 || path.count > 101 {
            report(
                ProtobufProblem(
                    .packageTooLong, "the package's name has \(length) bytes and \(path.count) parts; 512 and 101 are the most",
                    path.span))
        }
        tree.package = path
    }

    // MARK: Services

    private mutating func parseService() throws(Failure) {
        let start = token.span
        advance()
        let (name, nameSpan) = try expectName("the service's name")
        var service = ProtobufServiceSyntax(name: name, nameSpan: nameSpan, span: start)
        try parseBlock("service") { (parser) throws(Failure) in
            if parser.token.is(.option) {
                try service.options.append(parser.parseOptionStatement())
            } else if parser.token.is(.rpc) {
                try service.methods.append(parser.parseMethod())
            } else {
                throw parser.unexpected("'rpc', 'option' or '}'")
            }
        }
        service.span = span(from: start)
        tree.services.append(service)
    }

    private mutating func parseMethod() throws(Failure) -> ProtobufServiceSyntax.Method {
        let start = token.span
        advance()
        let (name, nameSpan) = try expectName("the method's name")
        let (isClientStreaming, input) = try parseMethodType("the request's type")
        try expect(.returns)
        let (isServerStreaming, output) = try parseMethodType("the response's type")
        var method = ProtobufServiceSyntax.Method(
            name: name, nameSpan: nameSpan, input: input, output: output, isClientStreaming: isClientStreaming,
            isServerStreaming: isServerStreaming, span: start)
        if token.kind == .leftBrace {
            method.hasBlock = true
            try parseBlock("rpc") { (parser) throws(Failure) in
                guard parser.token.is(.option) else { throw parser.unexpected("'option' or '}'") }
                try method.options.append(parser.parseOptionStatement())
            }
        } else {
            try expect(.semicolon, "after the rpc")
        }
        method.span = span(from: start)
        return method
    }

    private mutating func parseMethodType(_ what: String) throws(Failure) -> (isStreaming: Bool, type: ProtobufPath) {
        try expect(.leftParenthesis, "before \(what)")
        let isStreaming = token.is(.stream) && (peek().kind == .identifier || peek().kind == .dot && peekTwo().kind == .identifier)
            && streamIsKeyword()
        if isStreaming { advance() }
        let path = try parsePath(what: what)
        try expect(.rightParenthesis, "after \(what)")
        return (isStreaming, path)
    }

    /// `stream .foo.Bar` has a space that `stream.foo.Bar`, a type of the package `stream`, has not.
    private mutating func streamIsKeyword() -> Bool {
        peek().kind == .identifier || peek().span.start > token.span.end
    }
}
