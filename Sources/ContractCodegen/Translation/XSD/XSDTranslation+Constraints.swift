import XMLText
import XSDModel

extension XSDTranslation {
    /// Statements that hold a value to the facets of its type: lengths, bounds, digits and patterns. Enumerations of texts are enums of
    /// their own; those of other types are compared by their text.
    mutating func check(_ id: XSDTypeID, value: String, text: String, _ code: inout SwiftCode) {
        guard case .simple(let type) = schema[id], !id.isBuiltIn else { return }
        let facets = type.facets
        func refuse(_ condition: String, _ what: String, _ code: inout SwiftCode) {
            code.block("if \(condition)") { $0.line("throw xml.failure(.outOfRange(\(swiftLiteral(what))))") }
        }
        if let length = length(id, value), !(type.primitive.hasSuffix("Binary") && !type.facets.patterns.isEmpty) {
            if let least = facets.minLength, least > 0 { refuse("\(length) < \(least)", "a length below \(least)", &code) }
            if let most = facets.maxLength { refuse("\(length) > \(most)", "a length above \(most)", &code) }
        }
        if case .atomic = type.variety, type.primitive == "decimal" {
            let built = XSDTypeID.builtIn(type.builtIn).map { schema[$0] }
            var own: XSDFacets? = nil
            if case .simple(let builtIn)? = built { own = builtIn.facets }
            let needsDigits = facets.totalDigits != nil || facets.fractionDigits != nil && !facets.isInteger
            let hasLower = facets.lower != nil && (facets.lower != own?.lower || isWhole(id)), hasUpper = facets.upper != nil && (facets.upper != own?.upper || isWhole(id))
            if needsDigits || hasLower || hasUpper {
                let number: String
                switch simpleKind(id) {
                case .decimal, .wholeDecimal: number = value
                case .text:
                    number = temporary("number")
                    code.line("let \(number) = try xml.decimal(\(text))")
                default:
                    number = temporary("number")
                    code.line("let \(number) = HeddleXML.XMLDecimal(\(value))")
                }
                if let bound = facets.lower, hasLower {
                    refuse("\(number) \(bound.isInclusive ? "<" : "<=") \(swiftLiteral(bound.value))", "a number below \(bound.value)", &code)
                }
                if let bound = facets.upper, hasUpper {
                    refuse("\(number) \(bound.isInclusive ? ">" : ">=") \(swiftLiteral(bound.value))", "a number above \(bound.value)", &code)
                }
                if let digits = facets.totalDigits { refuse("\(number).totalDigits > \(digits)", "a number of more than \(digits) digits", &code) }
                if let digits = facets.fractionDigits, !facets.isInteger {
                    refuse("\(number).fractionDigits > \(digits)", "a number of more than \(digits) digits behind the point", &code)
                }
            }
        } else if type.primitive == "double" || type.primitive == "float" {
            var value = value
            if case .text = simpleKind(id), facets.lower != nil || facets.upper != nil {
                value = temporary("number")
                code.line("let \(value) = try xml.double(\(text))")
            }
            for (bound, operators, word) in [(facets.lower, ("<", "<="), "below"), (facets.upper, (">", ">="), "above")] {
                guard let bound, let limit = Double(bound.value), limit.isFinite else { continue }
                refuse("\(value) \(bound.isInclusive ? operators.0 : operators.1) \(limit)", "a number \(word) \(bound.value)", &code)
            }
        }
        for alternatives in facets.patterns {
            let matches = alternatives.map { "\(pattern($0)).matches(\(text))" }
            refuse(matches.map { "!" + $0 }.joined(separator: ", "), "a text that does not match the pattern of its type", &code)
        }
        if let values = facets.enumeration, !isNamedEnumeration(id) {
            let list = values.map { swiftLiteral($0) }.joined(separator: ", ")
            refuse("!([\(list)] as [Swift.String]).contains(\(text))", "a value that its type does not list", &code)
        }
    }

    private func isWhole(_ id: XSDTypeID) -> Bool {
        if case .wholeDecimal = simpleKind(id) { true } else { false }
    }

    /// Characters, bytes or items, as the kind counts them.
    private func length(_ id: XSDTypeID, _ value: String) -> String? {
        switch simpleKind(id) {
        case .text: "\(value).unicodeScalars.count"
        case .base64, .hex, .list: "\(value).count"
        default: nil
        }
    }

    /// The constant that holds a compiled pattern, made on first use.
    private mutating func pattern(_ expression: String) -> String {
        if let known = patterns[expression] { return known }
        let name = "contractPattern\(patterns.count + 1)"
        patterns[expression] = name
        return name
    }
}
