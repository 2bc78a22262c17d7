/// How many columns of a terminal a scalar takes: 0 for marks that join the one before, 2 for East Asian wide
/// characters and most emoji (Unicode Standard Annex 11), else 1.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
        return 2
    default: return 1
    }
}

/// What is safe to print to a terminal: a text under someone's control must not move the cursor, colour the screen or
/// turn the writing direction. Line breaks are kept.
func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isHarmful($0) && $0 != "\n" }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if scalar == "\n" || !isHarmful(scalar) {
            result.unicodeScalars.append(scalar)
        } else {
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    return result
}

/// Control characters and those that override the writing direction.
func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}
