import Determinism

/// Makes texts that match a pattern of ECMA-262, for the part of the syntax that people write: literals, escapes, classes,
/// groups, alternatives, repetitions. Lookarounds and word boundaries are passed over, so whoever asks checks the answer.
struct PatternSampling {
    indirect enum Term {
        case scalars([ClosedRange<UInt32>])
        case sequence([Term])
        case alternatives([Term])
        case repeated(Term, Int, Int?)
    }

    private let scalars: [UInt32]
    private var place = 0
    private var depth = 0
    private var isSupported = true

    /// Nil for a pattern of more than is supported.
    static func term(_ pattern: String) -> Term? {
        var reading = PatternSampling(pattern)
        let term = reading.alternatives()
        return reading.isSupported && reading.place == reading.scalars.count ? term : nil
    }

    /// - Parameter longest: in scalars; repetitions that have no end of their own stop there.
    static func text(_ term: Term, longest: Int, _ generator: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        var stepsLeft = 50_000
        append(term, to: &text, longest: longest, &stepsLeft, &generator)
        return String(text)
    }

    private static func append(
        _ term: Term, to text: inout String.UnicodeScalarView, longest: Int, _ stepsLeft: inout Int, _ generator: inout SeededGenerator
    ) {
        stepsLeft -= 1
        if stepsLeft < 0 { return }
        switch term {
        case .scalars(let ranges):
            guard !ranges.isEmpty else { return }
            let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
        case .sequence(let terms): for term in terms { append(term, to: &text, longest: longest, &stepsLeft, &generator) }
        case .alternatives(let terms):
            append(terms[Int.random(in: 0..<terms.count, using: &generator)], to: &text, longest: longest, &stepsLeft, &generator)
        case .repeated(let term, let least, let most):
            let upper = min(most ?? (least + 4), max(least, least + 6))
            for round in 0..<Int.random(in: min(least, upper)...upper, using: &generator) {
                if text.count > longest + 50, round >= least || text.count > 20_000 { break }
                if stepsLeft < 0 { return }
                append(term, to: &text, longest: longest, &stepsLeft, &generator)
            }
        }
    }

    private init(_ pattern: String) { scalars = pattern.unicodeScalars.map(\.value) }

    private var peek: UInt32? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= scalars.count, (0..<length).allSatisfy({ scalars[place + $0] == UInt32(text.utf8Start[$0]) }) else {
            return false
        }
        place += length
        return true
    }

    private mutating func unsupported() -> Term {
        isSupported = false
        place = scalars.count
        return .sequence([])
    }

    private mutating func alternatives() -> Term {
        depth += 1
        defer { depth -= 1 }
        if depth > 50 { return unsupported() }
        var found = [sequence()]
        while take("|") { found.append(sequence()) }
        return found.count == 1 ? found[0] : .alternatives(found)
    }

    private mutating func sequence() -> Term {
        var terms: [Term] = []
        while isSupported, let next = peek, next != 0x7C, next != 0x29 {
            if take("^") || take("$") || take("\\b") || take("\\B") { continue }
            if take("(?=") || take("(?!") || take("(?<=") || take("(?<!") {
                _ = alternatives()
                if !take(")") { return unsupported() }
                continue
            }
            terms.append(quantified(atom()))
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func quantified(_ term: Term) -> Term {
        let start = place
        var result: Term?
        if take("*") {
            result = .repeated(term, 0, nil)
        } else if take("+") {
            result = .repeated(term, 1, nil)
        } else if take("?") {
            result = .repeated(term, 0, 1)
        } else if take("{") {
            if let least = decimal() {
                var most: Int? = least
                if take(",") { most = decimal() }
                if take("}") { result = .repeated(term, least, most.map { max($0, least) }) }
            }
            if result == nil { place = start }
        }
        guard let result else { return term }
        _ = take("?")
        return result
    }

    private mutating func decimal() -> Int? {
        var value: Int?
        while let next = peek, (0x30...0x39).contains(next) {
            value = min((value ?? 0) * 10 + Int(next - 0x30), 10_000)
            place += 1
        }
        return value
    }

    private mutating func atom() -> Term {
        guard let next = peek else { return unsupported() }
        switch next {
        case 0x28:  // (
            place += 1
            if take("?<") {
                while peek != nil, peek != 0x3E { place += 1 }
                _ = take(">")
            } else if !take("?:"), peek == 0x3F {
                return unsupported()
            }
            let inner = alternatives()
            return take(")") ? inner : unsupported()
        case 0x5B: return characterClass()
        case 0x5C:
            guard let ranges = escape() else { return unsupported() }
            return .scalars(ranges)
        case 0x2E:
            place += 1
            return .scalars([0x61...0x7A, 0x30...0x39, 0x20...0x20])
        default:
            place += 1
            return .scalars([next...next])
        }
    }

    private mutating func characterClass() -> Term {
        place += 1
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        while let next = peek, next != 0x5D {
            guard
                let first = next == 0x5C
                    ? escape()
                    : {
                        place += 1; return [next...next]
                    }()
            else { return unsupported() }
            if peek == 0x2D, place + 1 < scalars.count, scalars[place + 1] != 0x5D, first.count == 1, first[0].count == 1 {
                place += 1
                guard let end = peek,
                    let last = end == 0x5C
                        ? escape()
                        : {
                            place += 1; return [end...end]
                        }(), last.count == 1,
                    last[0].lowerBound >= first[0].lowerBound
                else { return unsupported() }
                ranges.append(first[0].lowerBound...last[0].upperBound)
            } else {
                ranges += first
            }
        }
        guard take("]") else { return unsupported() }
        guard isNegated else { return .scalars(ranges) }
        return .scalars((0x20...0x7E).filter { scalar in !ranges.contains { $0.contains(scalar) } }.map { $0...$0 })
    }

    /// From the backslash on.
    private mutating func escape() -> [ClosedRange<UInt32>]? {
        place += 1
        guard let next = peek else { return nil }
        place += 1
        switch Unicode.Scalar(next) {
        case "d": return [0x30...0x39]
        case "w": return [0x61...0x7A, 0x30...0x39, 0x5F...0x5F]
        case "s": return [0x20...0x20]
        case "D", "S", "W": return next == 0x57 ? [0x2D...0x2D] : [0x61...0x7A]
        case "n": return [0x0A...0x0A]
        case "r": return [0x0D...0x0D]
        case "t": return [0x09...0x09]
        case "f": return [0x0C...0x0C]
        case "v": return [0x0B...0x0B]
        case "0": return [0...0]
        case "u", "x": return hexadecimal(next == 0x78 ? 2 : 4)
        case "p", "P": return property(isNegated: next == 0x50)
        case "k", "c": return nil
        default: return (0x31...0x39).contains(next) ? nil : [next...next]
        }
    }

    private mutating func hexadecimal(_ count: Int) -> [ClosedRange<UInt32>]? {
        let isBraced = count == 4 && take("{")
        var text = ""
        while let next = peek, let scalar = Unicode.Scalar(next), text.count < (isBraced ? 6 : count), scalar.properties.isASCIIHexDigit {
            text.unicodeScalars.append(scalar)
            place += 1
        }
        if isBraced, !take("}") { return nil }
        return UInt32(text, radix: 16).map { [$0...$0] }
    }

    private mutating func property(isNegated: Bool) -> [ClosedRange<UInt32>]? {
        guard take("{") else { return nil }
        var name = String.UnicodeScalarView()
        while let next = peek, next != 0x7D, let scalar = Unicode.Scalar(next) {
            name.append(scalar)
            place += 1
        }
        guard take("}") else { return nil }
        switch String(name) {
        case "L", "Letter", "Alphabetic", "Ll", "Lowercase_Letter": return isNegated ? [0x30...0x39] : [0x61...0x7A]
        case "Lu", "Uppercase_Letter": return isNegated ? [0x61...0x7A] : [0x41...0x5A]
        case "N", "Nd", "Number": return isNegated ? [0x61...0x7A] : [0x30...0x39]
        default: return nil
        }
    }
}
