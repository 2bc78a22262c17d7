enum XSDOrder { case orderedAscending, orderedSame, orderedDescending }

/// How two literals of a primitive type are ordered; nil where that is not known here.
func compareXSDValues(_ left: String, _ right: String, primitive: String) -> XSDOrder? {
    switch primitive {
    case "decimal": compareDecimals(left, right)
    case "float", "double": compareFloats(left, right)
    default: left == right ? .orderedSame : compareDates(left, right)
    }
}

private func order<Value: Comparable>(_ left: Value, _ right: Value) -> XSDOrder {
    left < right ? .orderedAscending : left == right ? .orderedSame : .orderedDescending
}

private func compareFloats(_ left: String, _ right: String) -> XSDOrder? {
    func number(_ text: String) -> Double? {
        text == "INF" ? .infinity : text == "-INF" ? -.infinity : text == "NaN" ? nil : Double(text)
    }
    guard let a = number(left), let b = number(right) else { return nil }
    return order(a, b)
}

/// Numbers of any length.
private func compareDecimals(_ left: String, _ right: String) -> XSDOrder? {
    guard let a = DecimalLiteral(left), let b = DecimalLiteral(right) else { return nil }
    if a.isNegative != b.isNegative { return a.isNegative ? .orderedAscending : .orderedDescending }
    let magnitude =
        a.whole.count != b.whole.count ? order(a.whole.count, b.whole.count)
        : order(a.whole + a.fraction, b.whole + b.fraction)
    guard a.isNegative else { return magnitude }
    return magnitude == .orderedAscending ? .orderedDescending : magnitude == .orderedDescending ? .orderedAscending : magnitude
}

private struct DecimalLiteral {
    var isNegative: Bool
    /// Without zeros at the front.
    var whole: String
    /// Without zeros at the end, so that texts are ordered as numbers are.
    var fraction: String

    init?(_ text: String) {
        var rest = text[...]
        isNegative = rest.first == "-"
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard !rest.isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        whole = String(parts[0].drop { $0 == "0" })
        var digits = parts.count > 1 ? parts[1] : ""
        while digits.last == "0" { digits.removeLast() }
        fraction = String(digits)
        if whole.isEmpty, fraction.isEmpty { isNegative = false }
    }
}

/// Of dates written alike (years of four digits, both or neither in UTC), the texts are ordered as the dates are.
private func compareDates(_ left: String, _ right: String) -> XSDOrder? {
    let form = /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?Z?/
    guard left.wholeMatch(of: form) != nil, right.wholeMatch(of: form) != nil, left.utf8.count == right.utf8.count,
        left.hasSuffix("Z") == right.hasSuffix("Z")
    else { return nil }
    return order(left, right)
}
