/// CEL's strings extension. Places are counted in code points from 0.
extension FunctionLibrary {
    static let strings: [ExpressionFunction] = [
        onScalars("charAt", ["string.charAt(int) -> string"], "The character at a place; empty at the text's end.") { text, rest, _ throws(EvaluationError) in
            guard rest.count == 1, case .int(let index) = rest[0] else { throw noSuchOverload }
            let place = try checkedIndex(index, upTo: text.count)
            return .string(place == text.count ? "" : String(text[place]))
        },
        onScalars(
            "indexOf", ["string.indexOf(string) -> int", "string.indexOf(string, int) -> int"],
            "The first place of a part, from a place on; -1 where there is none."
        ) { text, rest, _ throws(EvaluationError) in
            guard let (part, start) = try partAndPlace(rest, text, default: 0) else { throw noSuchOverload }
            return .int(firstOccurrence(of: part, in: text, from: start).map(Int64.init) ?? -1)
        },
        onScalars(
            "lastIndexOf", ["string.lastIndexOf(string) -> int", "string.lastIndexOf(string, int) -> int"],
            "The last place of a part that begins at a place or before it; -1 where there is none."
        ) { text, rest, _ throws(EvaluationError) in
            guard let (part, last) = try partAndPlace(rest, text, default: text.count) else { throw noSuchOverload }
            let cut = Array(text.prefix(last + part.count).reversed())
            guard let place = firstOccurrence(of: Array(part.reversed()), in: cut, from: 0) else { return -1 }
            return .int(Int64(cut.count - place - part.count))
        },
        onScalars(
            "substring", ["string.substring(int) -> string", "string.substring(int, int) -> string"],
            "From a place to the end, or up to, not including, another."
        ) { text, rest, _ throws(EvaluationError) in
            guard (1...2).contains(rest.count), case .int(let first) = rest[0] else { throw noSuchOverload }
            let start = try checkedIndex(first, upTo: text.count)
            guard rest.count == 2 else { return .string(string(text[start...])) }
            guard case .int(let last) = rest[1] else { throw noSuchOverload }
            let end = try checkedIndex(last, upTo: text.count)
            guard start <= end else { throw EvaluationError(.indexOutOfRange, "invalid substring range: start \(start), end \(end)") }
            return .string(string(text[start..<end]))
        },
        onScalars("lowerAscii", ["string.lowerAscii() -> string"], "A to Z made small, all else as it is.") { text, rest, _ throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            return .string(string(text.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value + 32)) : $0 }))
        },
        onScalars("upperAscii", ["string.upperAscii() -> string"], "a to z made large, all else as it is.") { text, rest, _ throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            return .string(string(text.map { ("a"..."z").contains($0) ? Unicode.Scalar(UInt8($0.value - 32)) : $0 }))
        },
        onScalars("trim", ["string.trim() -> string"], "Without Unicode's blanks at both ends.") { text, rest, _ throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
                let last = text.lastIndex(where: { !$0.properties.isWhitespace })
            else { return "" }
            return .string(string(text[first...last]))
        },
        onScalars("reverse", ["string.reverse() -> string"], "The characters from the last to the first.") { text, rest, _ throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            return .string(string(text.reversed()))
        },
        onScalars(
            "replace", ["string.replace(string, string) -> string", "string.replace(string, string, int) -> string"],
            "With a part replaced by another text, everywhere or so many times."
        ) { text, rest, meter throws(EvaluationError) in
            guard (2...3).contains(rest.count), case .string(let old) = rest[0], case .string(let new) = rest[1] else { throw noSuchOverload }
            var limit = Int64.max
            if rest.count == 3 {
                guard case .int(let count) = rest[2] else { throw noSuchOverload }
                limit = count < 0 ? .max : count
            }
            return .string(try replace(Array(old.unicodeScalars), by: new, in: text, limit: limit, &meter))
        },
        onScalars(
            "split", ["string.split(string) -> list(string)", "string.split(string, int) -> list(string)"],
            "The parts between a separator, at most so many; every character where the separator is empty."
        ) { text, rest, meter throws(EvaluationError) in
            guard (1...2).contains(rest.count), case .string(let separator) = rest[0] else { throw noSuchOverload }
            var limit = Int64.max
            if rest.count == 2 {
                guard case .int(let count) = rest[1] else { throw noSuchOverload }
                limit = count < 0 ? .max : count
            }
            return .list(try split(text, by: Array(separator.unicodeScalars), limit: limit, &meter))
        },
        ExpressionFunction(
            "join", ["list(string).join() -> string", "list(string).join(string) -> string"], "The texts of a list, one after the other."
        ) { meter, arguments throws(EvaluationError) in
            guard (1...2).contains(arguments.count), case .list(let elements) = arguments[0] else { throw noSuchOverload }
            var separator = ""
            if arguments.count == 2 {
                guard case .string(let text) = arguments[1] else { throw noSuchOverload }
                separator = text
            }
            var result = ""
            for (index, element) in elements.enumerated() {
                guard case .string(let text) = element else { throw noSuchOverload }
                try meter.chargeText(text.utf8.count + separator.utf8.count)
                if result.utf8.count + text.utf8.count > meter.budget.maximumBytes { try meter.chargeNewText(.max) }
                result += index == 0 ? text : separator + text
            }
            return .string(result)
        },
        ExpressionFunction(
            "format", ["string.format(list(dyn)) -> string"],
            "With `%s` (any value), `%d`, `%b`, `%o`, `%x`, `%X` (whole numbers), `%f`, `%e` (with `.3` for digits) and `%%` filled in from a list."
        ) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 2, case .string(let format) = arguments[0], case .list(let values) = arguments[1] else { throw noSuchOverload }
            try meter.chargeText(format.utf8.count)
            var writer = FormatWriter(format, values)
            return .string(try writer.write(&meter))
        },
        ExpressionFunction("strings.quote", ["strings.quote(string) -> string"], "In double quotes, with escapes, as a literal.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .string(let text) = arguments[0] else { throw noSuchOverload }
            try meter.chargeNewText(text.utf8.count * 2)
            return .string(quoted(text))
        },
    ]

    /// A function of text by code points: the text, the other arguments.
    private static func onScalars(
        _ name: String, _ signatures: [String], _ summary: String,
        body: @escaping @Sendable ([Unicode.Scalar], ArraySlice<ExpressionValue>, inout EvaluationMeter) throws(EvaluationError) -> ExpressionValue
    ) -> ExpressionFunction {
        ExpressionFunction(name, signatures, summary) { meter, arguments throws(EvaluationError) in
            // Lists can be turned round, too.
            if name == "reverse", arguments.count == 1, case .list(let elements) = arguments[0] {
                try meter.chargeElements(elements.count)
                return .list(elements.reversed())
            }
            guard case .string(let text)? = arguments.first else { throw noSuchOverload }
            try meter.chargeText(text.utf8.count)
            return try body(Array(text.unicodeScalars), ArraySlice(Array(arguments.dropFirst())), &meter)
        }
    }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}

private func partAndPlace(
    _ rest: ArraySlice<ExpressionValue>, _ text: [Unicode.Scalar], default place: Int
) throws(EvaluationError) -> ([Unicode.Scalar], Int)? {
    guard (1...2).contains(rest.count), case .string(let part) = rest[0] else { return nil }
    guard rest.count == 2 else { return (Array(part.unicodeScalars), place) }
    guard case .int(let index) = rest[1] else { return nil }
    return (Array(part.unicodeScalars), try checkedIndex(index, upTo: text.count))
}

private func replace(
    _ old: [Unicode.Scalar], by new: String, in text: [Unicode.Scalar], limit: Int64, _ meter: inout EvaluationMeter
) throws(EvaluationError) -> String {
    var result = String.UnicodeScalarView()
    var size = 0
    var place = 0
    var left = limit
    while left > 0, let found = firstOccurrence(of: old, in: text, from: place) {
        size += (found - place) + new.utf8.count
        guard size <= meter.budget.maximumBytes else { throw EvaluationError(.budgetExceeded, "the replaced text grows too long") }
        try meter.chargeText(new.utf8.count)
        result.append(contentsOf: text[place..<found])
        result.append(contentsOf: new.unicodeScalars)
        place = found + old.count
        left -= 1
        guard old.isEmpty else { continue }
        // An empty part is found before every character, and at the end.
        guard place < text.count else { return String(result) }
        result.append(text[place])
        place += 1
    }
    result.append(contentsOf: text[place...])
    return String(result)
}

private func split(
    _ text: [Unicode.Scalar], by separator: [Unicode.Scalar], limit: Int64, _ meter: inout EvaluationMeter
) throws(EvaluationError) -> [ExpressionValue] {
    if limit == 0 { return [] }
    var parts: [ExpressionValue] = []
    var place = 0
    while parts.count < limit - 1 {
        let found: Int?
        if separator.isEmpty {
            found = place + 1 < text.count ? place + 1 : nil
        } else {
            found = firstOccurrence(of: separator, in: text, from: place)
        }
        guard let found else { break }
        try meter.charge(2)
        parts.append(.string(string(text[place..<found])))
        place = found + separator.count
    }
    guard parts.count < meter.budget.maximumElements else { throw EvaluationError(.budgetExceeded, "the text has too many parts") }
    if separator.isEmpty, text.isEmpty { return [] }
    parts.append(.string(string(text[place...])))
    return parts
}

private func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
        let escape: Unicode.Scalar? =
            switch scalar {
            case "\u{7}": "a"
            case "\u{8}": "b"
            case "\u{C}": "f"
            case "\n": "n"
            case "\r": "r"
            case "\t": "t"
            case "\u{B}": "v"
            case "\\": "\\"
            case "\"": "\""
            default: nil
            }
        if let escape {
            result.append("\\")
            result.append(escape)
        } else {
            result.append(scalar)
        }
    }
    result.append("\"")
    return String(result)
}
