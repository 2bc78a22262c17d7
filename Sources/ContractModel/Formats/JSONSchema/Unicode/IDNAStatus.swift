/// Whether a character may stand in an international label (RFC 5892, section 3), from the properties that Swift knows.
enum IDNAStatus: Sendable, Hashable {
    case valid
    case contextual
    case disallowed

    init(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch scalar.value {
        // Section 2.6: exceptions.
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: self = .valid
        case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: self = .contextual
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: self = .disallowed
        case 0x200C, 0x200D: self = .contextual
        // Letters, digits and hyphen.
        case 0x2D, 0x30...0x39, 0x61...0x7A: self = .valid
        // Old Hangul letters.
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: self = .disallowed
        default:
            // What normalising and folding the case would change, and what nobody sees, cannot be told apart from others.
            if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace
                || properties.isNoncharacterCodePoint
            {
                self = .disallowed
                return
            }
            switch properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter, .nonspacingMark, .spacingMark:
                self = .valid
            default: self = .disallowed
            }
        }
    }
}
