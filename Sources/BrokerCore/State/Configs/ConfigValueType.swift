/// The type of a config's value: what text it takes, and the number that DescribeConfigs gives for it.
package enum ConfigValueType: Sendable, Equatable {
    case boolean
    case int(ClosedRange<Int32>)
    case long(ClosedRange<Int64>)
    case double(ClosedRange<Double>)
    /// Free text, or one of `oneOf` when that is not empty.
    case string(oneOf: [String])
    /// Words divided by commas; each one of `oneOf` when that is not empty.
    case list(oneOf: [String])

    /// The code of the type in DescribeConfigs v3 and later.
    package var wireCode: Int8 {
        switch self {
        case .boolean: 1
        case .string: 2
        case .int: 3
        case .long: 5
        case .double: 6
        case .list: 7
        }
    }

    package var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// What is wrong with `text` as a value of this type, or nil when nothing is.
    package func complaint(about text: String) -> String? {
        let word = text.trimmedASCII
        switch self {
        case .boolean:
            let lower = word.lowercased()
            return lower == "true" || lower == "false" ? nil : "must be true or false"
        case .int(let range):
            guard let number = Int32(word) else { return "must be a whole number of 32 bits" }
            return range.contains(number) ? nil : Self.outside(range)
        case .long(let range):
            guard let number = Int64(word) else { return "must be a whole number of 64 bits" }
            return range.contains(number) ? nil : Self.outside(range)
        case .double(let range):
            guard let number = Double(word), number.isFinite else { return "must be a number" }
            return range.contains(number) ? nil : "must be between \(range.lowerBound) and \(range.upperBound)"
        case .string(let choices):
            return choices.isEmpty || choices.contains(text) ? nil : Self.notOne(of: choices)
        case .list(let choices):
            guard !choices.isEmpty else { return nil }
            let words = text.configWords
            return words.allSatisfy(choices.contains) ? nil : "each of its words " + Self.notOne(of: choices)
        }
    }

    private static func outside<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> String {
        range.upperBound == .max
            ? "must be at least \(range.lowerBound)"
            : "must be between \(range.lowerBound) and \(range.upperBound)"
    }

    private static func notOne(of choices: [String]) -> String {
        "must be one of " + choices.joined(separator: ", ")
    }
}

extension String {
    /// The text without the spaces round it.
    var trimmedASCII: Substring {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }

    /// The words of a list value, in order, without empty ones.
    var configWords: [String] {
        split(separator: ",").map { String(String($0).trimmedASCII) }.filter { !$0.isEmpty }
    }
}
