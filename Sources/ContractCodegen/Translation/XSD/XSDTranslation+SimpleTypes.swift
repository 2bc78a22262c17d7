import XMLText
import XSDModel

/// What a simple type is in Swift.
enum XSDSimpleKind {
    case text, enumeration, boolean, decimal, wholeDecimal, float, double, dateTime, date, time, duration, base64, hex, qualifiedName
    /// `Int32`
    case integer(String)
    /// `yearMonth`
    case partialDate(String)
    case list(XSDTypeID)
}

extension XSDTranslation {
    func simpleKind(_ id: XSDTypeID) -> XSDSimpleKind {
        guard case .simple(let type) = schema[id] else { return .text }
        switch type.variety {
        case .list(let item): return .list(item)
        case .union: return isNamedEnumeration(id) ? .enumeration : .text
        case .atomic: break
        }
        if isNamedEnumeration(id) { return .enumeration }
        // A pattern is about how a value is written, which a number does not remember: `0012`, `1.50`.
        guard type.facets.patterns.isEmpty else { return ["QName", "NOTATION"].contains(type.primitive) ? .qualifiedName : .text }
        switch type.primitive {
        case "boolean": return .boolean
        case "decimal": return numberKind(type)
        case "float": return .float
        case "double": return .double
        case "dateTime": return .dateTime
        case "date": return .date
        case "time": return .time
        case "duration": return .duration
        case "gYear": return .partialDate("year")
        case "gYearMonth": return .partialDate("yearMonth")
        case "gMonthDay": return .partialDate("monthDay")
        case "gMonth": return .partialDate("month")
        case "gDay": return .partialDate("day")
        case "base64Binary": return .base64
        case "hexBinary": return .hex
        case "QName", "NOTATION": return .qualifiedName
        default: return .text
        }
    }

    /// An integer with bounds that 64 bits hold is one of Swift's; others have as many digits as they like.
    private func numberKind(_ type: XSDSimpleType) -> XSDSimpleKind {
        let widths = [
            "byte": "Int8", "short": "Int16", "int": "Int32", "long": "Int64", "unsignedByte": "UInt8", "unsignedShort": "UInt16",
            "unsignedInt": "UInt32", "unsignedLong": "UInt64",
        ]
        if let width = widths[type.builtIn] { return .integer(width) }
        guard type.facets.isInteger else { return .decimal }
        let isBounded = type.facets.lower.flatMap { Int64($0.value) } != nil && type.facets.upper.flatMap { Int64($0.value) } != nil
        let isShort = type.facets.totalDigits.map { $0 <= 18 } ?? false
        return isBounded || isShort ? .integer("Int64") : .wholeDecimal
    }

    /// Texts that a schema lists, or unions of such types.
    func isNamedEnumeration(_ id: XSDTypeID) -> Bool {
        guard case .simple(let type) = schema[id] else { return false }
        switch type.variety {
        case .list: return false
        case .union(let members): return !members.isEmpty && (type.facets.enumeration != nil || members.allSatisfy(isNamedEnumeration))
        case .atomic: return type.facets.enumeration != nil && ["string", "anyURI", "anySimpleType"].contains(type.primitive)
        }
    }

    /// As they are written after blanks are taken away, each once.
    func enumerationValues(_ id: XSDTypeID) -> [String] {
        guard case .simple(let type) = schema[id] else { return [] }
        var values = type.facets.enumeration ?? []
        if type.facets.enumeration == nil, case .union(let members) = type.variety { values = members.flatMap(enumerationValues) }
        var seen: Set<String> = []
        return values.map { whitespaceApplied(id, to: $0) }.filter { seen.insert($0).inserted }
    }

    private func whitespaceApplied(_ id: XSDTypeID, to text: String) -> String {
        switch whitespace(id) {
        case ".collapse": text.split { " \t\n\r\r\n".contains($0) }.joined(separator: " ")
        case ".replace": String(text.map { "\t\n\r\r\n".contains($0) ? " " : $0 })
        default: text
        }
    }

    /// A union keeps blanks where one of its members does.
    func whitespace(_ id: XSDTypeID) -> String {
        guard case .simple(let type) = schema[id] else { return ".preserve" }
        if case .union(let members) = type.variety { return members.contains { whitespace($0) == ".preserve" } ? ".preserve" : ".collapse" }
        return ".\(type.facets.whiteSpace)"
    }

    func swiftType(_ id: XSDTypeID) -> String {
        switch simpleKind(id) {
        case .text: "Swift.String"
        case .enumeration: typeNames[id] ?? "Swift.String"
        case .boolean: "Swift.Bool"
        case .decimal, .wholeDecimal: "HeddleXML.XMLDecimal"
        case .float: "Swift.Float"
        case .double: "Swift.Double"
        case .dateTime: "HeddleXML.XMLDateTime"
        case .date: "HeddleXML.XMLDate"
        case .time: "HeddleXML.XMLTime"
        case .duration: "HeddleXML.XMLDuration"
        case .base64, .hex: "[Swift.UInt8]"
        case .qualifiedName: "HeddleXML.XMLQName"
        case .integer(let width): "Swift.\(width)"
        case .partialDate: "HeddleXML.XMLPartialDate"
        case .list(let item): "[\(swiftType(item))]"
        }
    }

    /// Statements that make a value of a text, and the name of the constant that holds it.
    mutating func parse(_ id: XSDTypeID, _ text: String, _ code: inout SwiftCode) -> String {
        let value = temporary("value")
        switch simpleKind(id) {
        case .text: code.line("let \(value) = \(text)")
        case .enumeration:
            if options.enums == .open {
                code.line("let \(value) = \(swiftType(id))(rawValue: \(text))")
            } else {
                code.block("guard let \(value) = \(swiftType(id))(rawValue: \(text)) else") {
                    $0.line("throw xml.failure(.outOfRange(\"a value that '\(schema[id].name?.local ?? typeNames[id] ?? "")' does not list\"))")
                }
            }
        case .boolean: code.line("let \(value) = try xml.boolean(\(text))")
        case .decimal: code.line("let \(value) = try xml.decimal(\(text))")
        case .wholeDecimal: code.line("let \(value) = try xml.wholeDecimal(\(text))")
        case .float: code.line("let \(value) = try xml.float(\(text))")
        case .double: code.line("let \(value) = try xml.double(\(text))")
        case .dateTime: code.line("let \(value) = try xml.dateTime(\(text))")
        case .date: code.line("let \(value) = try xml.date(\(text))")
        case .time: code.line("let \(value) = try xml.time(\(text))")
        case .duration: code.line("let \(value) = try xml.duration(\(text))")
        case .base64: code.line("let \(value) = try xml.base64Binary(\(text))")
        case .hex: code.line("let \(value) = try xml.hexBinary(\(text))")
        case .qualifiedName: code.line("let \(value) = try xml.qualifiedName(\(text))")
        case .integer(let width): code.line("let \(value) = try xml.integer(\(text), Swift.\(width).self)")
        case .partialDate(let kind): code.line("let \(value) = try xml.partialDate(\(text), .\(kind))")
        case .list(let item):
            code.line("var \(value): \(swiftType(id)) = []")
            let word = temporary("word")
            var inside = SwiftCode()
            let one = parse(item, word, &inside)
            inside.line("\(value).append(\(one))")
            code.block("for \(word) in HeddleXML.words(of: \(text))") { $0.append(inside) }
        }
        if options.constraints { check(id, value: value, text: text, &code) }
        return value
    }

    /// An expression for the text of a value; statements where one does not suffice.
    mutating func format(_ id: XSDTypeID, _ value: String, _ code: inout SwiftCode) -> String {
        switch simpleKind(id) {
        case .text: return value
        case .enumeration: return "\(value).rawValue"
        case .boolean, .integer: return "Swift.String(\(value))"
        case .float, .double: return "HeddleXML.floatText(\(value))"
        case .base64: return "HeddleXML.base64Text(\(value))"
        case .hex: return "HeddleXML.hexText(\(value))"
        case .decimal, .wholeDecimal, .dateTime, .date, .time, .duration, .partialDate: return "\(value).description"
        case .qualifiedName:
            let text = temporary("text")
            code.line("let \(text) = xml.qualified(\(value))")
            return text
        case .list(let item):
            let (texts, one) = (temporary("texts"), temporary("item"))
            code.line("var \(texts): [Swift.String] = []")
            var inside = SwiftCode()
            let text = format(item, one, &inside)
            inside.line("\(texts).append(\(text))")
            code.block("for \(one) in \(value)") { $0.append(inside) }
            return "\(texts).joined(separator: \" \")"
        }
    }

    /// A default value as an expression of Swift; nil where there is no short one.
    func literal(_ id: XSDTypeID, _ text: String) -> String? {
        let text = whitespaceApplied(id, to: text)
        switch simpleKind(id) {
        case .text: return swiftLiteral(text)
        case .enumeration: return options.enums == .open ? "\(swiftType(id))(rawValue: \(swiftLiteral(text)))" : nil
        case .boolean: return text == "true" || text == "1" ? "true" : "false"
        case .integer: return Int64(text).map { "\($0)" }
        case .double, .float: return Double(text).flatMap { $0.isFinite ? "\($0)" : nil }
        case .decimal, .wholeDecimal: return text.contains { !$0.isNumber && !".-+".contains($0) } ? nil : swiftLiteral(text)
        default: return nil
        }
    }

    mutating func temporary(_ word: String) -> String {
        temporaries += 1
        return "\(word)\(temporaries)"
    }
}
