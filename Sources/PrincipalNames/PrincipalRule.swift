/// `DEFAULT`, or `RULE:pattern/replacement/` with an `L` or `U` behind it.
enum PrincipalRule: Sendable, Equatable {
    enum Letters: Sendable { case asTheyAre, lower, upper }

    case asItIs
    case mapped(pattern: String, replacement: String, Letters)

    init(_ text: String) throws(PrincipalRuleProblem) {
        if text == "DEFAULT" {
            self = .asItIs
            return
        }
        guard text.hasPrefix("RULE:") else { throw PrincipalRuleProblem("it begins with neither 'RULE:' nor is it 'DEFAULT'") }
        let parts = Self.split(text.dropFirst("RULE:".count))
        guard parts.count == 3, !parts[0].isEmpty else { throw PrincipalRuleProblem("it has not the form RULE:pattern/replacement/") }
        let letters: Letters
        switch parts[2] {
        case "": letters = .asTheyAre
        case "L": letters = .lower
        case "U": letters = .upper
        default: throw PrincipalRuleProblem("behind the last '/' stands '\(parts[2])', where 'L', 'U' or nothing may")
        }
        do {
            _ = try Regex(parts[0])
        } catch {
            throw PrincipalRuleProblem("its pattern is no regular expression")
        }
        self = .mapped(pattern: parts[0], replacement: parts[1], letters)
    }

    func name(of subject: String) -> String? {
        switch self {
        case .asItIs: return subject
        case .mapped(let pattern, let replacement, let letters):
            guard let regex = try? Regex(pattern), let match = try? regex.wholeMatch(in: subject) else { return nil }
            let groups = (0..<match.output.count).map { String(match.output[$0].substring ?? "") }
            let name = Self.fill(replacement, with: groups)
            return switch letters {
            case .asTheyAre: name
            case .lower: name.lowercased()
            case .upper: name.uppercased()
            }
        }
    }

    /// At slashes that no backslash stands before; the backslash stays.
    private static func split(_ text: Substring) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in text {
            if character == "/", !isEscaped {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return parts
    }

    /// `$1` is what the first group found, as in Java; a number that no group has stays as it is.
    private static func fill(_ replacement: String, with groups: [String]) -> String {
        var filled = ""
        var rest = Substring(replacement)
        while let next = rest.popFirst() {
            if next == "\\", let literal = rest.popFirst() {
                filled.append(literal)
            } else if next == "$", let digit = rest.first, let number = digit.wholeNumberValue, groups.indices.contains(number) {
                rest.removeFirst()
                filled += groups[number]
            } else {
                filled.append(next)
            }
        }
        return filled
    }
}
