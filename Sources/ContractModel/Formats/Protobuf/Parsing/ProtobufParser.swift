/// Tokens → syntax tree, by recursive descent with up to three tokens in view.
///
/// A statement that cannot be read is reported and skipped; the rest of its block is read.
struct ProtobufParser {
    /// The statement cannot be read; already reported.
    struct Failure: Error {}

    var tree: ProtobufSyntaxTree
    let limits: ProtobufLimits
    private var lexer: ProtobufLexer
    private(set) var token = ProtobufToken.nothing
    private var second: ProtobufToken?
    private var third: ProtobufToken?
    /// Where the token before `token` ended.
    private(set) var lastEnd: UInt32 = 0
    private(set) var problems: [ProtobufProblem] = []
    /// Messages open.
    var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>, tree: ProtobufSyntaxTree, limits: ProtobufLimits) {
        self.tree = tree
        self.limits = limits
        lexer = ProtobufLexer(bytes)
    }

    var bytes: UnsafeBufferPointer<UInt8> { lexer.bytes }

    var allProblems: [ProtobufProblem] {
        lexer.problems.map { ProtobufProblem($0.code, $0.message, $0.span) } + problems
    }

    // MARK: Tokens

    mutating func advance() {
        lastEnd = token.span.end
        if let next = second {
            token = next
            second = third
            third = nil
        } else {
            token = lexer.next(names: &tree.names)
        }
    }

    mutating func peek() -> ProtobufToken {
        if let second { return second }
        let next = lexer.next(names: &tree.names)
        second = next
        return next
    }

    mutating func peekTwo() -> ProtobufToken {
        _ = peek()
        if let third { return third }
        let next = lexer.next(names: &tree.names)
        third = next
        return next
    }

    @inline(__always)
    mutating func take(_ kind: ProtobufToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: ProtobufKeyword) -> Bool {
        guard token.is(keyword) else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: ProtobufToken.Kind, _ whatFor: @autoclosure () -> String) throws(Failure) {
        guard !take(kind) else { return }
        throw unexpected("\(kind.description) \(whatFor())")
    }

    mutating func expect(_ keyword: ProtobufKeyword) throws(Failure) {
        guard !take(keyword) else { return }
        throw unexpected("'\(keyword.text)'")
    }

    mutating func expectName(_ what: @autoclosure () -> String) throws(Failure) -> (name: ProtobufNames.ID, span: ProtobufSpan) {
        guard token.kind == .identifier else { throw unexpected(what()) }
        defer { advance() }
        return (token.name, token.span)
    }

    /// From a start to the end of what was read last.
    func span(from start: ProtobufSpan) -> ProtobufSpan { ProtobufSpan(start: start.start, end: max(lastEnd, start.end)) }

    func text(_ span: ProtobufSpan) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[Int(span.start)..<Int(span.end)] }

    // MARK: Problems

    mutating func report(_ problem: ProtobufProblem) { problems.append(problem) }

    mutating func unexpected(_ expected: String) -> Failure {
        // What the lexer could not read, it has told.
        guard token.kind != .broken else { return Failure() }
        if token.kind == .end || token.kind == .rightBrace, expected.hasPrefix("';'") {
            let end = ProtobufSpan(start: lastEnd, end: lastEnd)
            report(ProtobufProblem(.syntax, "expected \(expected), found \(found)", end, suggestion: "put ';' here"))
        } else {
            report(ProtobufProblem(.syntax, "expected \(expected), found \(found)", token.span))
        }
        return Failure()
    }

    mutating func fail(_ code: ProtobufCode = .syntax, _ message: String, _ span: ProtobufSpan, suggestion: String? = nil) -> Failure {
        report(ProtobufProblem(code, message, span, suggestion: suggestion))
        return Failure()
    }

    var found: String {
        switch token.kind {
        case .identifier: "'\(tree.names[token.name])'"
        case .integer, .float, .string: "\(token.kind.description) \(String(decoding: text(token.span).prefix(40), as: UTF8.self))"
        default: token.kind.description
        }
    }

    /// Whether enough is wrong already: a file of noise is not read to its end.
    var isHopeless: Bool { problems.count + lexer.problems.count >= limits.maximumDiagnostics * 2 }

    // MARK: Recovery

    /// To behind the next `;`, or behind the block that begins before it, or to the `}` that ends the block around.
    mutating func skipStatement() {
        while token.kind != .end {
            switch token.kind {
            case .semicolon:
                advance()
                return
            case .leftBrace:
                skipBlock()
                return
            case .rightBrace:
                return
            default:
                advance()
            }
        }
    }

    /// From a `{` to behind its `}`.
    mutating func skipBlock() {
        var open = 0
        while token.kind != .end {
            if token.kind == .leftBrace { open += 1 }
            if token.kind == .rightBrace { open -= 1 }
            advance()
            if open == 0 { return }
        }
    }
}
