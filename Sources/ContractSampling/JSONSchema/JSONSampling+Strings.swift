import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON

extension JSONSampling {
    mutating func string(_ wishes: JSONWishes, name: String) -> JSONNode? {
        for _ in 0..<30 {
            let text = fitted(draft(wishes, name: name), wishes)
            let length = text.unicodeScalars.count
            guard length >= wishes.minLength, length <= wishes.maxLength,
                wishes.patterns.allSatisfy({ (try? $0.matches(text)) == true })
            else { continue }
            return .made(text)
        }
        return nil
    }

    private mutating func draft(_ wishes: JSONWishes, name: String) -> String {
        if isTrying, chance(2) {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: if let text = pick(hints.values.compactMap(\.string)) { return text }
            case 1: if let pattern = pick(hints.patterns), let text = matching(pattern, wishes) { return text }
            case 2: if let format = pick(hints.formats), let text = FormatSamples.text(format, &generator) { return text }
            case 3: if let name = pick(hints.names) { return name }
            case 4: if let length = pick(hints.lengths) { return String(repeating: pick(["a", "é", "7", "☂", "A"]) ?? "a", count: length) }
            default: return pick(["", "a", " ", "0", "A-b", "\u{0}", "true", "null", "ß", "🙂"]) ?? ""
            }
        }
        if let pattern = pick(wishes.patterns), let text = matching(pattern.pattern, wishes) { return text }
        if let format = wishes.format, let text = FormatSamples.text(format, &generator) { return text }
        return SampleWords.text(named: name, &generator)
    }

    private mutating func matching(_ pattern: String, _ wishes: JSONWishes) -> String? {
        PatternSampling.term(pattern).map { PatternSampling.text($0, longest: min(wishes.maxLength, 60), &generator) }
    }

    /// Made longer or shorter, where nothing but the length is asked for.
    private mutating func fitted(_ text: String, _ wishes: JSONWishes) -> String {
        guard wishes.patterns.isEmpty, wishes.minLength <= 100_000 else { return text }
        let length = text.unicodeScalars.count
        if length > wishes.maxLength { return String(String.UnicodeScalarView(text.unicodeScalars.prefix(wishes.maxLength))) }
        if length < wishes.minLength {
            if wishes.format != nil || wishes.minLength > wishes.maxLength { return text }
            let wanted = Int.random(in: wishes.minLength...min(wishes.maxLength, wishes.minLength + 4), using: &generator)
            return text + String(repeating: "x", count: max(0, wanted - length))
        }
        if isTrying, wishes.format == nil, chance(4) {
            // As long or as short as may be.
            let wanted = chance(2) ? wishes.minLength : min(wishes.maxLength, 300)
            return length > wanted
                ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(wanted)))
                : text + String(repeating: "x", count: wanted - length)
        }
        return text
    }
}

/// Texts of the formats that `format` names.
enum FormatSamples {
    /// Nil for a format that is not known.
    static func text(_ format: String, _ generator: inout SeededGenerator) -> String? {
        func number(_ range: ClosedRange<Int>, _ width: Int) -> String {
            let text = String(Int.random(in: range, using: &generator))
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let date = "20\(number(20...29, 2))-\(number(1...12, 2))-\(number(1...28, 2))"
        let time = "\(number(0...23, 2)):\(number(0...59, 2)):\(number(0...59, 2))Z"
        let word = SampleWords.word(&generator)
        switch JSONSchemaFormat(rawValue: format) {
        case .dateTime: return "\(date)T\(time)"
        case .date: return date
        case .time: return time
        case .duration: return "P\(number(1...9, 1))DT\(number(1...12, 1))H"
        case .email, .idnEmail: return "\(word)@example.com"
        case .hostname, .idnHostname: return "\(word).example.com"
        case .ipv4: return "192.0.2.\(number(1...254, 1))"
        case .ipv6: return "2001:db8::\(number(1...99, 1))"
        case .uri, .iri: return "https://example.com/\(word)"
        case .uriReference, .iriReference: return "/\(word)/\(number(1...99, 1))"
        case .uuid: return SampleWords.uuid(&generator)
        case .uriTemplate: return "/\(word)/{id}"
        case .jsonPointer: return "/\(word)/0"
        case .relativeJSONPointer: return "1/\(word)"
        case .regex: return "^\(word)[0-9]+$"
        case nil: return nil
        }
    }
}
