// URIs and IRIs (RFC 3986 and 3987) and URI templates (RFC 6570).

func isURI(_ text: String, isInternational: Bool, isReference: Bool) -> Bool {
    let uri = URIReference(text)
    if uri.scheme == nil {
        guard isReference else { return false }
        // Without a scheme, a colon in the first segment would look like one.
        if uri.authority == nil, let first = uri.path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).first,
            first.contains(":")
        {
            return false
        }
    }
    let isText = URIText(isInternational: isInternational)
    if let authority = uri.authority, !isText.isAuthority(authority[...]) { return false }
    guard isText.isMade(of: ":@/", uri.path[...]) else { return false }
    if let query = uri.query, !isText.isMade(of: ":@/?", query[...], isQuery: true) { return false }
    if let fragment = uri.fragment, !isText.isMade(of: ":@/?", fragment[...]) { return false }
    return true
}

private struct URIText {
    let isInternational: Bool

    /// Unreserved characters, sub-delimiters, percent-encoded bytes, and `more`.
    func isMade(of more: String, _ text: Substring, isQuery: Bool = false) -> Bool {
        var rest = text.unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=":
                continue
            case "%":
                guard let first = rest.popFirst(), let second = rest.popFirst(), first.properties.isASCIIHexDigit,
                    second.properties.isASCIIHexDigit
                else { return false }
            case "\u{80}"...:
                guard isInternational, isCharacterOfIRI(scalar, isQuery: isQuery) else { return false }
            default:
                guard more.unicodeScalars.contains(scalar) else { return false }
            }
        }
        return true
    }

    /// `ucschar`, and in a query `iprivate`.
    private func isCharacterOfIRI(_ scalar: Unicode.Scalar, isQuery: Bool) -> Bool {
        switch scalar.value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
        case 0x10000...0xEFFFD: scalar.value & 0xFFFE != 0xFFFE && !(0xE0000...0xE0FFF).contains(scalar.value)
        default: false
        }
    }

    func isAuthority(_ authority: Substring) -> Bool {
        var host = authority
        if let at = host.lastIndex(of: "@") {
            guard isMade(of: ":", host[..<at]) else { return false }
            host = host[host.index(after: at)...]
        }
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return false }
            let literal = host[host.index(after: host.startIndex)..<end]
            guard isIPv6(literal) || isFutureAddress(literal) else { return false }
            return isPort(host[host.index(after: end)...])
        }
        let end = host.firstIndex(of: ":") ?? host.endIndex
        return isMade(of: "", host[..<end]) && isPort(host[end...])
    }

    private func isPort(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        return first == ":" && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `IPvFuture`.
    private func isFutureAddress(_ text: Substring) -> Bool {
        guard text.first == "v" || text.first == "V", let dot = text.firstIndex(of: ".") else { return false }
        let version = text[text.index(after: text.startIndex)..<dot]
        let rest = text[text.index(after: dot)...]
        return !version.isEmpty && version.utf8.allSatisfy(isHexDigit) && !rest.isEmpty && !rest.contains("%")
            && isMade(of: ":", rest)
    }
}

func isURITemplate(_ text: String) -> Bool {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        switch scalar {
        case "{":
            guard let end = rest.firstIndex(of: "}"), isTemplateExpression(rest[..<end]) else { return false }
            rest = rest[rest.index(after: end)...]
        case "}", "\"", "<", ">", "\\", "^", "`", "|", "\u{0}"..."\u{20}", "\u{7F}"..."\u{9F}": return false
        case "%":
            guard let first = rest.popFirst(), let second = rest.popFirst(), first.properties.isASCIIHexDigit,
                second.properties.isASCIIHexDigit
            else { return false }
        default: continue
        }
    }
    return true
}

private func isTemplateExpression(_ expression: Substring.UnicodeScalarView) -> Bool {
    var expression = expression
    if let first = expression.first, "+#./;?&=,!@|".unicodeScalars.contains(first) { expression = expression.dropFirst() }
    return expression.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
        var name = part
        if name.last == "*" {
            name = name.dropLast()
        } else if let colon = name.firstIndex(of: ":") {
            let length = name[name.index(after: colon)...]
            guard (1...4).contains(length.count), length.first != "0", length.allSatisfy({ ("0"..."9").contains($0) }) else {
                return false
            }
            name = name[..<colon]
        }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { segment in
            var rest = segment
            guard !rest.isEmpty else { return false }
            while let scalar = rest.popFirst() {
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_": continue
                case "%":
                    guard let first = rest.popFirst(), let second = rest.popFirst(), first.properties.isASCIIHexDigit,
                        second.properties.isASCIIHexDigit
                    else { return false }
                default: return false
                }
            }
            return true
        }
    }
}
