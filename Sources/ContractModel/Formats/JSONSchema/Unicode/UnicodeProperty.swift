/// A property of characters as ECMA-262's `\p{…}` names it: a general category, one of the more used scripts, or a binary
/// property. Names are told apart by case, as there.
enum UnicodeProperty: Sendable, Hashable {
    case categories(Set<Unicode.GeneralCategory>)
    case script(UnicodeScript)
    case binary(UnicodeBinaryProperty)
    case any
    case ascii
    case assigned

    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            switch parts[0] {
            case "General_Category", "gc":
                guard let categories = generalCategories[parts[1]] else { return nil }
                self = .categories(categories)
            case "Script", "sc":
                guard let script = UnicodeScript(named: parts[1]) else { return nil }
                self = .script(script)
            default: return nil
            }
        } else if let categories = generalCategories[text] {
            self = .categories(categories)
        } else {
            switch text {
            case "Any": self = .any
            case "ASCII": self = .ascii
            case "Assigned": self = .assigned
            default:
                guard let property = UnicodeBinaryProperty(named: text) else { return nil }
                self = .binary(property)
            }
        }
    }

    func holds(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .categories(let categories): categories.contains(scalar.properties.generalCategory)
        case .script(let script): script.contains(scalar.value)
        case .binary(let property): property.holds(scalar.properties)
        case .any: true
        case .ascii: scalar.isASCII
        case .assigned: scalar.properties.generalCategory != .unassigned
        }
    }
}

/// Short and long names of the general categories and of their groups (PropertyValueAliases.txt).
private let generalCategories: [String: Set<Unicode.GeneralCategory>] = {
    let single: [(Unicode.GeneralCategory, [String])] = [
        (.uppercaseLetter, ["Lu", "Uppercase_Letter"]), (.lowercaseLetter, ["Ll", "Lowercase_Letter"]),
        (.titlecaseLetter, ["Lt", "Titlecase_Letter"]),
        (.modifierLetter, ["Lm", "Modifier_Letter"]), (.otherLetter, ["Lo", "Other_Letter"]),
        (.nonspacingMark, ["Mn", "Nonspacing_Mark"]),
        (.spacingMark, ["Mc", "Spacing_Mark"]), (.enclosingMark, ["Me", "Enclosing_Mark"]),
        (.decimalNumber, ["Nd", "Decimal_Number", "digit"]),
        (.letterNumber, ["Nl", "Letter_Number"]), (.otherNumber, ["No", "Other_Number"]),
        (.connectorPunctuation, ["Pc", "Connector_Punctuation"]),
        (.dashPunctuation, ["Pd", "Dash_Punctuation"]), (.openPunctuation, ["Ps", "Open_Punctuation"]),
        (.closePunctuation, ["Pe", "Close_Punctuation"]),
        (.initialPunctuation, ["Pi", "Initial_Punctuation"]), (.finalPunctuation, ["Pf", "Final_Punctuation"]),
        (.otherPunctuation, ["Po", "Other_Punctuation"]),
        (.mathSymbol, ["Sm", "Math_Symbol"]), (.currencySymbol, ["Sc", "Currency_Symbol"]),
        (.modifierSymbol, ["Sk", "Modifier_Symbol"]),
        (.otherSymbol, ["So", "Other_Symbol"]), (.spaceSeparator, ["Zs", "Space_Separator"]),
        (.lineSeparator, ["Zl", "Line_Separator"]),
        (.paragraphSeparator, ["Zp", "Paragraph_Separator"]), (.control, ["Cc", "Control", "cntrl"]),
        (.format, ["Cf", "Format"]),
        (.surrogate, ["Cs", "Surrogate"]), (.privateUse, ["Co", "Private_Use"]), (.unassigned, ["Cn", "Unassigned"]),
    ]
    let groups: [(String, [String])] = [
        ("L", ["Letter"]), ("M", ["Mark", "Combining_Mark"]), ("N", ["Number"]), ("P", ["Punctuation", "punct"]),
        ("S", ["Symbol"]), ("Z", ["Separator"]),
        ("C", ["Other"]),
    ]
    var categories: [String: Set<Unicode.GeneralCategory>] = [:]
    for (category, names) in single {
        for name in names { categories[name] = [category] }
        for (initial, longNames) in groups where names[0].hasPrefix(initial) {
            for name in [initial] + longNames { categories[name, default: []].insert(category) }
        }
    }
    for name in ["LC", "Cased_Letter"] { categories[name] = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter] }
    return categories
}()
