import AccessAnalysis
import Determinism
import MeshModel
import Testing

/// Sets made at random, held against the plain question for each name of a small world.
struct NameSetPropertyTests {
    /// A recipe for a set, which can also be asked name by name.
    indirect enum Recipe {
        case pattern(AccessRule.Pattern)
        case union(Recipe, Recipe)
        case intersection(Recipe, Recipe)
        case subtraction(Recipe, Recipe)
        case complement(Recipe)

        var set: NameSet {
            switch self {
            case .pattern(let pattern): pattern.names
            case .union(let left, let right): left.set.union(right.set)
            case .intersection(let left, let right): left.set.intersection(right.set)
            case .subtraction(let left, let right): left.set.subtracting(right.set)
            case .complement(let one): one.set.complement
            }
        }

        func holds(_ name: String) -> Bool {
            switch self {
            case .pattern(.any): true
            case .pattern(.literal(let literal)): Array(literal.utf8) == Array(name.utf8)
            case .pattern(.prefix(let prefix)): name.utf8.starts(with: prefix.utf8)
            case .union(let left, let right): left.holds(name) || right.holds(name)
            case .intersection(let left, let right): left.holds(name) && right.holds(name)
            case .subtraction(let left, let right): left.holds(name) && !right.holds(name)
            case .complement(let one): !one.holds(name)
            }
        }
    }

    /// Letters of one, two, three and four bytes, the least and the greatest character; a mark that joins the letter before it.
    static let letters: [Unicode.Scalar] = ["a", "b", "\0", "\u{7F}", "\u{80}", "é", "\u{301}", "€", "\u{10FFFF}"]
    /// In no pattern: stands for all characters that nobody has thought of.
    static let unknown: Unicode.Scalar = "\u{3A9}"

    static func text(_ random: inout SeededGenerator, from letters: [Unicode.Scalar], most: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...most, using: &random) { text.unicodeScalars.append(letters.randomElement(using: &random) ?? "a") }
        return text
    }

    private static func recipe(_ random: inout SeededGenerator, _ letters: [Unicode.Scalar], depth: Int) -> Recipe {
        guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else {
            let name = text(&random, from: letters, most: 3)
            return switch Int.random(in: 0..<12, using: &random) {
            case 0: .pattern(.any)
            case 1...5: .pattern(.literal(name))
            default: .pattern(.prefix(name))
            }
        }
        let left = recipe(&random, letters, depth: depth - 1)
        let kind = Int.random(in: 0..<8, using: &random)
        if kind == 0 { return .complement(left) }
        let right = recipe(&random, letters, depth: depth - 1)
        return kind < 4 ? .union(left, right) : kind < 6 ? .subtraction(left, right) : .intersection(left, right)
    }

    /// All names over some letters and the unknown one, up to a length that no pattern reaches.
    private static func world(_ letters: [Unicode.Scalar]) -> [String] {
        var all = [""]
        var last = [""]
        for _ in 0..<4 {
            last = last.flatMap { name in
                (letters + [unknown]).map { letter in
                    var longer = name
                    longer.unicodeScalars.append(letter)
                    return longer
                }
            }
            all += last
        }
        return all
    }

    @Test(arguments: 0..<24)
    func `each question is answered as by asking for each name`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let letters = Array(Self.letters.shuffled(using: &random).prefix(3))
            let world = Self.world(letters)
            let (one, other) = (Self.recipe(&random, letters, depth: 5), Self.recipe(&random, letters, depth: 3))
            let (set, another) = (one.set, other.set)
            let members = world.filter(one.holds)
            #expect(world.filter(set.contains) == members, "\(one)")
            // The world holds a name of each kind that patterns can tell apart, so that what holds in it holds of all names.
            #expect(set.isEmpty == members.isEmpty, "\(one)")
            #expect(set.isSubset(of: another) == members.allSatisfy(other.holds), "\(one) \(other)")
            #expect(set.isDisjoint(with: another) == !members.contains(where: other.holds), "\(one) \(other)")
            #expect((set == another) == world.allSatisfy { one.holds($0) == other.holds($0) }, "\(one) \(other)")
            let told = set.terms.reduce(NameSet.none) { $0.union($1.names) }
            #expect(told == set, "\(one) was told as \(set)")
            for example in set.examples(most: 5) { #expect(set.contains(example) && one.holds(example), "\(one): \(example)") }
            #expect(set.isEmpty == set.examples(most: 1).isEmpty, "\(one)")
            #expect(SortedNames(world).count(in: set) == members.count, "\(one)")
        }
    }

    @Test(arguments: 0..<50)
    func `a set of many patterns is their union`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let patterns = (0..<Int.random(in: 0..<40, using: &random)).map { _ -> AccessRule.Pattern in
            let name = Self.text(&random, from: Self.letters, most: 4)
            return Bool.random(using: &random) ? .literal(name) : .prefix(name)
        }
        #expect(NameSet(patterns) == patterns.reduce(NameSet.none) { $0.union($1.names) })
    }
}
