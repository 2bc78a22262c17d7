// Host names (RFC 1123, 2.1) and internationalised ones (RFC 5890 to 5893, IDNA 2008).

/// Labels of ASCII letters, digits and inner hyphens; an `xn--` label must stand for a valid international one.
func isHostname(_ text: String) -> Bool {
    guard text.utf8.count <= 253 else { return false }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-"),
            label.allSatisfy(isLetterDigitHyphen)
        else { return false }
        let text = String(decoding: label, as: UTF8.self)
        if hasReservedHyphens(text.unicodeScalars) { return isALabel(text) }
        return true
    }
}

/// Labels may hold other scripts' letters; the dots of other scripts separate, too.
func isInternationalHostname(_ text: String) -> Bool {
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false) {
        ".\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains($0)
    }
    var length = labels.count - 1
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
        guard !label.isEmpty, label.first != "-", label.last != "-" else { return false }
        if label.allSatisfy(\.isASCII) {
            let text = String(Substring(label))
            guard label.count <= 63, text.utf8.allSatisfy(isLetterDigitHyphen) else { return false }
            if hasReservedHyphens(text.unicodeScalars) {
                guard isALabel(text), let scalars = Punycode.decode(text.dropFirst(4)) else { return false }
                decoded.append(scalars)
            } else {
                decoded.append(Array(label))
            }
            length += label.count
        } else {
            let scalars = Array(label)
            guard isULabel(scalars), let encoded = Punycode.encode(scalars), encoded.utf8.count + 4 <= 63 else { return false }
            decoded.append(scalars)
            length += encoded.utf8.count + 4
        }
    }
    guard length <= 253 else { return false }
    // RFC 5893: the rule holds for all labels of a name in which any runs from right to left.
    let isBidirectional = decoded.contains { $0.contains { [.rightToLeft, .arabicNumber].contains(BidiClass($0)) } }
    return !isBidirectional || decoded.allSatisfy(followsBidiRule)
}

private func isLetterDigitHyphen(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
    default: false
    }
}

private func hasReservedHyphens(_ label: some Collection<Unicode.Scalar>) -> Bool {
    label.dropFirst(2).prefix(2).elementsEqual(["-", "-"])
}

/// RFC 5890, 2.3.2.1: `xn--` and the Punycode of a U-label.
private func isALabel(_ text: String) -> Bool {
    guard text.prefix(4).lowercased() == "xn--", let scalars = Punycode.decode(text.dropFirst(4).lowercased()[...]),
        !scalars.allSatisfy(\.isASCII)
    else { return false }
    return Punycode.encode(scalars) == text.dropFirst(4).lowercased() && isULabel(scalars)
        && (!scalars.contains { [.rightToLeft, .arabicNumber].contains(BidiClass($0)) } || followsBidiRule(scalars))
}

/// RFC 5891, 4.2.3.
private func isULabel(_ label: [Unicode.Scalar]) -> Bool {
    guard !hasReservedHyphens(label), let first = label.first, label.first != "-", label.last != "-" else { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { index in
        switch IDNAStatus(label[index]) {
        case .valid: true
        case .disallowed: false
        case .contextual: isAllowedInContext(label, at: index)
        }
    }
}

/// RFC 5892, appendix A.
private func isAllowedInContext(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    func isIn(_ script: UnicodeScript, _ scalar: Unicode.Scalar?) -> Bool { scalar.map { script.contains($0.value) } ?? false }
    switch label[index].value {
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return isIn(.greek, after)
    case 0x5F3, 0x5F4: return isIn(.hebrew, before)
    case 0x30FB: return label.contains { isIn(.hiragana, $0) || isIn(.katakana, $0) || isIn(.han, $0) }
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    case 0x200C, 0x200D:
        if before?.properties.canonicalCombiningClass == .virama { return true }
        return label[index].value == 0x200C && joins(label[..<index].reversed(), to: .before)
            && joins(Array(label[(index + 1)...]), to: .after)
    default: return false
    }
}

private enum Side { case before, after }

/// Whether the nearest letter that is not transparent joins toward the place.
private func joins(_ scalars: [Unicode.Scalar], to side: Side) -> Bool {
    guard let first = scalars.first(where: { JoiningType($0) != .transparent }) else { return false }
    switch JoiningType(first) {
    case .dual: return true
    case .left: return side == .before
    case .right: return side == .after
    case .transparent, .none: return false
    }
}

/// RFC 5893, section 2.
private func followsBidiRule(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map { BidiClass($0) }
    guard let first = classes.first, let last = classes.last(where: { $0 != .nonspacingMark }) else { return false }
    switch first {
    case .rightToLeft:
        return !classes.contains(.leftToRight) && [.rightToLeft, .europeanNumber, .arabicNumber].contains(last)
            && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    case .leftToRight:
        return !classes.contains(.rightToLeft) && !classes.contains(.arabicNumber)
            && [.leftToRight, .europeanNumber].contains(last)
    default: return false
    }
}
