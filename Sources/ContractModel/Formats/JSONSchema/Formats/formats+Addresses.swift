// E-mail addresses, IP addresses, UUIDs.

/// A mailbox of RFC 5321, 4.1.2; with `isInternational`, RFC 6531's, which allows what is not ASCII.
func isEmail(_ text: String, isInternational: Bool) -> Bool {
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = text[..<at]
    let domain = text[text.utf8.index(after: at)...]
    guard !local.isEmpty, local.utf8.count <= 64 || isInternational, isLocalPart(local, isInternational: isInternational) else {
        return false
    }
    if domain.hasPrefix("["), domain.hasSuffix("]") {
        let literal = domain.dropFirst().dropLast()
        if literal.hasPrefix("IPv6:") { return isIPv6(literal.dropFirst(5)) }
        return isIPv4(literal)
    }
    return isInternational ? isInternationalHostname(String(domain)) : isHostname(String(domain))
}

private func isLocalPart(_ local: Substring, isInternational: Bool) -> Bool {
    if local.hasPrefix("\""), local.hasSuffix("\""), local.utf8.count >= 2 {
        var isEscaped = false
        for byte in local.utf8.dropFirst().dropLast() {
            if byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !isInternational) { return false }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped
    }
    let atoms = local.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return atoms.allSatisfy { atom in
        !atom.isEmpty && atom.allSatisfy { isAtomText($0) || (isInternational && $0 >= 0x80) }
    }
}

private func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}

/// Four decimal numbers up to 255, none with a leading zero (RFC 2673, 3.2).
func isIPv4(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            if part.count > 1, part.first == 0x30 { return false }
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
        }
}

/// RFC 4291, 2.2, without a zone.
func isIPv6(_ text: Substring) -> Bool {
    let halves = text.components(separatedBy: "::")
    guard halves.count <= 2 else { return false }
    var groups = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
        let parts = half.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            let isLast = index == halves.count - 1 && place == parts.count - 1
            if isLast, part.contains(UInt8(ascii: ".")) {
                guard isIPv4(Substring(part)) else { return false }
                groups += 2
            } else {
                guard (1...4).contains(part.count), part.allSatisfy(isHexDigit) else { return false }
                groups += 1
            }
        }
    }
    return halves.count == 2 ? groups <= 7 : groups == 8
}

func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
    default: false
    }
}

extension Substring {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}

/// RFC 4122's text form.
func isUUID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(isHexDigit) }
}

/// A count of levels to go up, then a pointer or `#` (draft-handrews-relative-json-pointer).
func isRelativeJSONPointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30 else { return false }
    let rest = String(text[digits.endIndex...])
    return rest == "#" || JSONPointer(parsing: rest) != nil
}
