/// A pattern for paths: `*` and `?` within a name, `**` across folders, `[a-z]`, `[!a]`, `{yaml,yml}`.
///
/// A name that begins with a dot is matched only by a pattern that says the dot.
package struct GlobPattern: Sendable {
    /// One list of names a brace alternative.
    private let alternatives: [[Name]]

    private enum Name: Sendable {
        /// `**`: any number of folders.
        case anyDepth
        case name([Piece])
    }

    private enum Piece: Sendable {
        case scalar(Unicode.Scalar)
        case anyScalar
        case anyText
        case oneOf([ClosedRange<Unicode.Scalar>], negated: Bool)
    }

    /// nil for what `problem(of:)` explains.
    package init?(_ text: String) {
        guard Self.problem(of: text) == nil, let texts = expandBraces(text) else { return nil }
        alternatives = texts.map { text in
            text.split(separator: "/").filter { $0 != "." }.map { $0 == "**" ? .anyDepth : .name(Self.pieces(of: $0)) }
        }
    }

    /// What is wrong with a pattern; continues "'../x' …".
    package static func problem(of text: String) -> String? {
        if text.isEmpty { return "is empty" }
        if text.hasPrefix("/") { return "begins with '/', but patterns are relative to heddle.yaml" }
        if text.split(separator: "/").contains("..") { return "leads out of the mesh's folder" }
        if text.utf8.contains(0) { return "holds a NUL" }
        guard let texts = expandBraces(text) else { return "has braces that do not pair up, or too many alternatives" }
        if texts.contains(where: { $0.hasSuffix("/") }) { return "ends in '/', but a pattern names files" }
        return nil
    }

    /// The folder below which all matches lie: the names before the first wildcard. Empty for the root.
    package static func folder(of text: String) -> String {
        let names = text.split(separator: "/").filter { $0 != "." }.dropLast()
        return names.prefix { name in !name.contains { "*?[{".contains($0) } }.joined(separator: "/")
    }

    package func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
        return alternatives.contains { Self.matches($0[...], names[...]) }
    }

    /// Row by row over the path's names: which positions in the pattern can have been reached.
    private static func matches(_ pattern: ArraySlice<Name>, _ path: ArraySlice<[Unicode.Scalar]>) -> Bool {
        var reached = close(over: pattern, [true] + Array(repeating: false, count: pattern.count))
        for name in path {
            var next = Array(repeating: false, count: pattern.count + 1)
            for (index, part) in pattern.enumerated() where reached[index] {
                switch part {
                case .anyDepth: if name.first != "." { next[index] = true }
                case .name(let pieces): if matches(pieces, name) { next[index + 1] = true }
                }
            }
            reached = close(over: pattern, next)
        }
        return reached[pattern.count]
    }

    /// `**` may match no folder at all.
    private static func close(over pattern: ArraySlice<Name>, _ reached: [Bool]) -> [Bool] {
        var reached = reached
        for (index, part) in pattern.enumerated() where reached[index] {
            if case .anyDepth = part { reached[index + 1] = true }
        }
        return reached
    }

    private static func matches(_ pieces: [Piece], _ name: [Unicode.Scalar]) -> Bool {
        if name.first == "." {
            guard case .scalar(".")? = pieces.first else { return false }
        }
        var piece = 0
        var index = 0
        var retry: (piece: Int, index: Int)?
        while index < name.count {
            if piece < pieces.count, case .anyText = pieces[piece] {
                retry = (piece, index)
                piece += 1
            } else if piece < pieces.count, matches(pieces[piece], name[index]) {
                piece += 1
                index += 1
            } else if let (star, start) = retry {
                retry = (star, start + 1)
                piece = star + 1
                index = start + 1
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { if case .anyText = $0 { true } else { false } }
    }

    private static func matches(_ piece: Piece, _ scalar: Unicode.Scalar) -> Bool {
        switch piece {
        case .scalar(let wanted): wanted == scalar
        case .anyScalar, .anyText: true
        case .oneOf(let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
        }
    }

    private static func pieces(of name: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = name.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": pieces.append(.anyText)
            case "?": pieces.append(.anyScalar)
            case "[":
                if let (piece, after) = set(rest) {
                    pieces.append(piece)
                    rest = after
                } else {
                    pieces.append(.scalar("["))
                }
            default: pieces.append(.scalar(scalar))
            }
        }
        return pieces
    }

    /// What follows a `[`, up to its `]`; nil where there is none, and the bracket is a plain character.
    private static func set(_ text: Substring.UnicodeScalarView) -> (Piece, Substring.UnicodeScalarView)? {
        var rest = text
        let negated = rest.first == "!" || rest.first == "^"
        if negated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = rest.popFirst() {
            if scalar == "]", !ranges.isEmpty { return (.oneOf(ranges, negated: negated), rest) }
            if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
                rest = rest.dropFirst(2)
                if scalar <= end { ranges.append(scalar...end) }
            } else {
                ranges.append(scalar...scalar)
            }
        }
        return nil
    }
}

/// `a{b,c}` → `ab`, `ac`; nested braces too. nil where braces do not pair up, or the alternatives would be a great many.
private func expandBraces(_ text: String) -> [String]? {
    var done: [String] = []
    var open = [text]
    while let next = open.popLast() {
        guard done.count + open.count <= 256 else { return nil }
        guard let start = next.firstIndex(of: "{") else {
            if next.contains("}") { return nil }
            done.append(next)
            continue
        }
        guard !next[..<start].contains("}"), let (choices, after) = braceChoices(next[next.index(after: start)...]) else {
            return nil
        }
        for choice in choices.reversed() {
            open.append(String(next[..<start]) + String(choice) + String(after))
        }
    }
    return done
}

private func braceChoices(_ text: Substring) -> (choices: [Substring], after: Substring)? {
    var choices: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
        switch text[index] {
        case "{": depth += 1
        case "}" where depth > 0: depth -= 1
        case "}":
            choices.append(text[start..<index])
            return (choices, text[text.index(after: index)...])
        case "," where depth == 0:
            choices.append(text[start..<index])
            start = text.index(after: index)
        default: break
        }
    }
    return nil
}
