import Diagnostics

/// Holds content models to what libxml2 can compile in a few seconds.
///
/// It builds an automaton of each model and compares the ways out of each state with each other, and the states among
/// themselves. So the time grows with the squares of their numbers: measured on libxml2 2.9, forty million such comparisons are
/// about two seconds. Five hundred optional elements one after the other, or six thousand that have to be there, are that many.
func checkContentCost(_ schema: XSDSchema) -> [Diagnostic] {
    var total = 0
    for type in schema.types {
        guard case .complex(let complex) = type, case .elements(let particle?, _) = complex.content else { continue }
        var cost = ContentCost(schema: schema)
        let own = cost.comparisons(particle)
        total += own
        guard own > ContentCost.mostOfOne || total > ContentCost.mostOfAll else { continue }
        let message =
            own > ContentCost.mostOfOne ? "the content has too many elements that can follow each other"
            : "the contents of all types together have too many elements that can follow each other"
        return [Diagnostic(code: "xsd/too-large", message, at: particle.range ?? complex.range)]
    }
    return []
}

/// Counts by the construction of Glushkov: which places of a model can follow which.
private struct ContentCost {
    static let mostOfOne = 40_000_000
    static let mostOfAll = 120_000_000
    private static let mostSteps = 2_000_000

    private struct Part {
        /// How many places can be the first one.
        var first = 0
        /// The places that can be the last one.
        var last: [Int] = []
        var isNullable = true
    }

    let schema: XSDSchema
    private var following: [Int] = []
    private var steps = 0

    init(schema: XSDSchema) { self.schema = schema }

    mutating func comparisons(_ particle: XSDParticle) -> Int {
        let whole = part(particle)
        guard steps <= Self.mostSteps else { return Self.mostOfOne + 1 }
        return following.reduce(whole.first * whole.first + following.count * following.count) { $0 + $1 * $1 }
    }

    private mutating func part(_ particle: XSDParticle) -> Part {
        guard steps <= Self.mostSteps else { return Part() }
        var result: Part
        switch particle.term {
        case .element(let id): result = place(max(1, schema.namesStanding(for: id).count))
        case .wildcard: result = place(1)
        case .sequence(let parts):
            result = Part()
            for part in parts { result = joined(result, self.part(part)) }
        case .choice(let parts):
            result = Part(isNullable: parts.isEmpty)
            for part in parts {
                let one = self.part(part)
                result.first += one.first
                result.last += one.last
                result.isNullable = result.isNullable || one.isNullable
                steps += 1 + one.last.count
            }
        // libxml2 counts the members of an all group, in no order.
        case .all(let parts): result = place(parts.count)
        }
        if particle.maximum != 1 { follow(result.last, result.first) }
        if particle.minimum == 0 { result.isNullable = true }
        return result
    }

    private mutating func place(_ count: Int) -> Part {
        steps += 1
        following.append(0)
        return Part(first: count, last: [following.count - 1], isNullable: false)
    }

    private mutating func joined(_ first: Part, _ second: Part) -> Part {
        follow(first.last, second.first)
        steps += second.last.count
        return Part(
            first: first.isNullable ? first.first + second.first : first.first,
            last: second.isNullable ? first.last + second.last : second.last, isNullable: first.isNullable && second.isNullable)
    }

    private mutating func follow(_ places: [Int], _ count: Int) {
        steps += places.count
        for place in places { following[place] += count }
    }
}
