/// The shortest text that reads as the same double: `1`, `0.5`, `1e+20`, `NaN`, `+Inf`.
func doubleText(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Decimal digits with a point and an exponent, or `NaN`, `Inf` and `Infinity` with a sign; not Swift's hexadecimal.
func readDouble(_ text: String) -> Double? {
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    switch unsigned.lowercased() {
    case "nan": return .nan
    case "inf", "infinity": return text.hasPrefix("-") ? -.infinity : .infinity
    default:
        guard unsigned.utf8.allSatisfy({ isDigit($0) || ".eE+-".utf8.contains($0) }), unsigned.utf8.contains(where: isDigit) else { return nil }
        var padded = text.hasPrefix("+") ? String(unsigned) : text
        if unsigned.hasPrefix(".") { padded = (text.hasPrefix("-") ? "-0" : "0") + unsigned }
        return Double(padded)
    }
}
