/// Makes texts that match a pattern of XML Schema (Datatypes, appendix F), as far as it understands it: characters, classes
/// without subtraction, groups, choices and counts. What it makes is judged by libxml2 afterwards, so a class that it takes
/// too narrowly costs variety alone.
struct XSDPatternSampler {
    private indirect enum Node {
        case text([Unicode.Scalar])
        case sequence([Node])
        case choice([Node])
        case repetition(Node, Int, Int)
    }

    private var scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private var root: Node = .sequence([])

    /// Nil where it does not understand the pattern.
    init?(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
        guard let node = choice(), position == scalars.count else { return nil }
        root = node
    }

    func sample(_ random: inout some RandomNumberGenerator) -> String {
        var result = String.UnicodeScalarView()
        make(root, &random, &result)
        return String(result)
    }

    private func make(_ node: Node, _ random: inout some RandomNumberGenerator, _ result: inout String.UnicodeScalarView) {
        guard result.count < 500 else { return }
        switch node {
        case .text(let options): if let one = options.randomElement(using: &random) { result.append(one) }
        case .sequence(let parts): for part in parts { make(part, &random, &result) }
        case .choice(let parts): if let part = parts.randomElement(using: &random) { make(part, &random, &result) }
        case .repetition(let part, let least, let most):
            for _ in 0..<Int.random(in: least...max(least, most), using: &random) { make(part, &random, &result) }
        }
    }

    // MARK: Parsing

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func choice() -> Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { return nil }
        var branches: [Node] = []
        repeat {
            if !branches.isEmpty { position += 1 }
            var parts: [Node] = []
            while let scalar = current, scalar != "|", scalar != ")" {
                guard let part = atom(), let counted = counted(part) else { return nil }
                parts.append(counted)
            }
            branches.append(.sequence(parts))
        } while current == "|"
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func atom() -> Node? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "(":
            guard let inner = choice(), current == ")" else { return nil }
            position += 1
            return inner
        case "[": return characterClass().map { .text($0) }
        case "\\": return escape().map { .text($0) }
        case ".": return .text(Self.wordScalars + [" ", "-", "é"])
        case "*", "+", "?", "{", "}", "]": return nil
        default: return .text([scalar])
        }
    }

    private mutating func counted(_ node: Node) -> Node? {
        switch current {
        case "*": position += 1; return .repetition(node, 0, 3)
        case "+": position += 1; return .repetition(node, 1, 3)
        case "?": position += 1; return .repetition(node, 0, 1)
        case "{":
            position += 1
            guard let least = number(), least <= 500 else { return nil }
            var most = least
            if current == "," {
                position += 1
                most = current == "}" ? least + 2 : number() ?? -1
            }
            guard current == "}", most >= least else { return nil }
            position += 1
            return .repetition(node, least, min(most, least + 20))
        default: return node
        }
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = current, ("0"..."9").contains(scalar), digits.count < 9 {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }

    private static let digits = Array("0123456789".unicodeScalars)
    private static let wordScalars = Array("abcxyzABCXYZ0189".unicodeScalars)

    private mutating func escape() -> [Unicode.Scalar]? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "d": return Self.digits
        case "w": return Self.wordScalars
        case "s": return [" "]
        case "i": return Array("abcXYZ_".unicodeScalars)
        case "c": return Array("abcXYZ_019.-".unicodeScalars)
        case "D", "I": return scalar == "D" ? Array("abc-XYZ".unicodeScalars) : Self.digits
        case "W": return Array(" -.".unicodeScalars)
        case "S": return Self.wordScalars
        case "n": return ["\n"]
        case "t": return ["\t"]
        case "p", "P":
            guard current == "{", let end = scalars[position...].firstIndex(of: "}") else { return nil }
            let name = String(String.UnicodeScalarView(scalars[(position + 1)..<end]))
            position = end + 1
            guard scalar == "p" else { return nil }
            switch name {
            case "L", "Ll": return Array("abcxyz".unicodeScalars)
            case "Lu": return Array("ABCXYZ".unicodeScalars)
            case "N", "Nd": return Self.digits
            default: return nil
            }
        default: return [scalar]
        }
    }

    private mutating func characterClass() -> [Unicode.Scalar]? {
        var options: [Unicode.Scalar] = []
        let isNegated = current == "^"
        if isNegated { position += 1 }
        while let scalar = current, scalar != "]" {
            position += 1
            if scalar == "[" { return nil }
            var these = [scalar]
            if scalar == "\\" {
                guard let escaped = escape() else { return nil }
                these = escaped
            }
            if these.count == 1, current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                guard var last = current, last != "[" else { return nil }
                position += 1
                if last == "\\" {
                    guard let escaped = escape(), escaped.count == 1 else { return nil }
                    last = escaped[0]
                }
                guard these[0].value <= last.value else { return nil }
                these = (these[0].value...min(last.value, these[0].value + 200)).compactMap(Unicode.Scalar.init)
            }
            options += these
        }
        guard current == "]", !options.isEmpty else { return nil }
        position += 1
        guard isNegated else { return options }
        return (Self.wordScalars + [" ", "-", "#"]).filter { !options.contains($0) }
    }
}
