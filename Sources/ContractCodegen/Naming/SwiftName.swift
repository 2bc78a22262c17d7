/// Names of Swift made from names of the wire, by one rule that docs/guides/codecs.md tells: a pure function of the wire name.
///
/// Separators (`_ - space / + :`) part words, `.` becomes `_`, other characters that Swift's names cannot hold are written `_xHEX_`, and
/// a name that begins with a digit gets a `_` before it. A name without separators that has small and large letters stays as it is but
/// for its first letter: `orderID` stays `orderID`.
package enum SwiftName {
    /// `order_created` → `OrderCreated`. Never a name that generated code itself needs, such as `String`: that one gets a `_`.
    package static func type(_ wire: String) -> String {
        let name = legal(words(wire).map(capitalized).joined())
        return reservedTypes.contains(name) || name == "_" ? name + "_" : name
    }

    /// `ORDER_ID` and `order_id` → `orderId`; not yet escaped: see `escaped`. Never a name that no backticks make a property's.
    package static func member(_ wire: String) -> String {
        let words = words(wire)
        guard let first = words.first else { return legal("") }
        let name = legal(uncapitalized(first) + words.dropFirst().map(capitalized).joined())
        return reservedMembers.contains(name) ? name + "_" : name
    }

    /// A case of an enum: as a member, but never one of the names that every enum has.
    package static func enumCase(_ wire: String) -> String {
        let name = member(wire)
        return reservedCases.contains(name) ? name + "_" : name
    }

    /// In backticks where it is a keyword.
    package static func escaped(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    private static func words(_ wire: String) -> [String] {
        let parts = wire.split { "_- /+:".contains($0) }.map(String.init)
        // SHOUTED names are words in which only the first letter says anything.
        let letters = wire.filter(\.isLetter)
        let isShouted = !letters.isEmpty && letters.allSatisfy(\.isUppercase) && (letters.count > 1 || parts.count > 1)
        return isShouted ? parts.map { $0.lowercased() } : parts
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// The capitals that a name begins with: `URL` → `url`, `URLPath` → `urlPath`, `OrderId` → `orderId`.
    private static func uncapitalized(_ word: String) -> String {
        let capitals = word.prefix(while: \.isUppercase)
        if capitals.count <= 1 || capitals.count == word.count { return capitals.lowercased() + word.dropFirst(capitals.count) }
        let following = word[capitals.endIndex]
        let lowered = following.isLetter ? capitals.dropLast() : capitals
        return lowered.lowercased() + word.dropFirst(lowered.count)
    }

    private static func legal(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            if scalar == "_" || (scalar.isASCII ? Character(scalar).isLetter || Character(scalar).isNumber : isLegal(scalar)) {
                text.unicodeScalars.append(scalar)
            } else if scalar == "." {
                text += "_"
            } else {
                text += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
            }
        }
        if text.isEmpty { return "_" }
        return text.unicodeScalars.first!.properties.numericType != nil ? "_" + text : text
    }

    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isXIDContinue && scalar.properties.isNFCQuickCheckable
    }

    static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout", "internal", "let",
        "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static", "struct", "subscript", "typealias", "var",
        "break", "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat",
        "return", "throw", "switch", "where", "while", "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws",
        "true", "try", "_",
    ]

    static let reservedTypes: Set<String> = [
        "Any", "AnyObject", "Array", "Bool", "Character", "Codable", "Data", "Date", "Decodable", "Dictionary", "Double", "Encodable", "Equatable", "Error", "Float",
        "Foundation", "Hashable", "HeddleRuntime", "HeddleXML", "Int", "Int32", "Int64", "Never", "Optional", "Protocol", "Result", "Self", "Sendable", "Set",
        "String", "Swift", "Type", "UInt", "UInt32", "UInt64", "UInt8", "UUID", "View", "Void",
    ]

    /// `x.self` is `x`, in backticks as well; `hashValue` is `Hashable`'s.
    static let reservedMembers: Set<String> = ["self", "hashValue"]

    static let reservedCases: Set<String> = [
        "allCases", "description", "hash", "hashValue", "init", "none", "rawValue", "self", "some", "unrecognized",
    ]
}

extension Unicode.Scalar.Properties {
    fileprivate var isXIDContinue: Bool { self.isIDContinue }
    fileprivate var isNFCQuickCheckable: Bool { !isNoncharacterCodePoint && !isFullCompositionExclusion }
}
