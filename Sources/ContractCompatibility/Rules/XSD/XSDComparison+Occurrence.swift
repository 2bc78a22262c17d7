import XMLText
import XSDModel

extension XSDComparison {
    func occurrence(_ particle: XSDParticle) -> String {
        "\(particle.minimum) to \(particle.maximum.map { "\($0)" } ?? "any number")"
    }

    /// The largest bound in a model.
    func largest(_ particle: XSDParticle?) -> Int {
        guard let particle else { return 0 }
        let own = max(particle.minimum, particle.maximum ?? 0)
        return max(own, particle.parts.map { largest($0) }.max() ?? 0)
    }

    func leafCount(_ particle: XSDParticle?) -> Int {
        guard let particle else { return 0 }
        let parts = particle.parts
        return parts.isEmpty ? 1 : parts.reduce(0) { $0 + leafCount($1) }
    }

    func hasWildcard(_ particle: XSDParticle) -> Bool {
        if case .wildcard = particle.term { return true }
        return particle.parts.contains { hasWildcard($0) }
    }

    /// Where both models have the same parts in the same order, those that may come less often or must come more often; nil
    /// where they have other parts.
    func narrowedOccurrences(_ before: XSDParticle, _ after: XSDParticle) -> [(old: XSDParticle, new: XSDParticle)]? {
        switch (before.term, after.term) {
        case (.element(let a), .element(let b)): guard old[a].name == new[b].name else { return nil }
        case (.wildcard(let a), .wildcard(let b)):
            guard a.namespaces == b.namespaces, a.processing == b.processing else { return nil }
        case (.sequence, .sequence), (.choice, .choice), (.all, .all):
            guard before.parts.count == after.parts.count else { return nil }
        default: return nil
        }
        let isWithin = after.minimum <= before.minimum
            && (after.maximum.map { most in before.maximum.map { $0 <= most } ?? false } ?? true)
        var result: [(XSDParticle, XSDParticle)] = isWithin ? [] : [(before, after)]
        for (first, second) in zip(before.parts, after.parts) {
            guard let inner = narrowedOccurrences(first, second) else { return nil }
            result += inner
        }
        return result
    }

    /// Models of one shape whose bounds are included: that the rest is included, too, shows with small bounds.
    func clamped(_ particle: XSDParticle?) -> XSDParticle? {
        particle.map { particle in
            var result = particle
            if particle.maximum != 1 { (result.minimum, result.maximum) = (min(particle.minimum, 1), nil) }
            return result.replacingParts(particle.parts.compactMap { clamped($0) })
        }
    }

    /// Takes more: large bounds are none.
    func widened(_ particle: XSDParticle) -> XSDParticle {
        var result = particle
        if max(particle.minimum, particle.maximum ?? 0) > 20 {
            (result.minimum, result.maximum) = (min(particle.minimum, 20), nil)
        }
        return result.replacingParts(particle.parts.map { widened($0) })
    }

    /// Takes less: large bounds are smaller. A large lower bound stays, and is too much work.
    func tightened(_ particle: XSDParticle) -> XSDParticle {
        var result = particle
        if let maximum = result.maximum, maximum > 60 { result.maximum = max(60, result.minimum) }
        return result.replacingParts(result.parts.map { tightened($0) })
    }

    /// Element by element, for models whose parts correspond.
    mutating func visitAlike(_ before: XSDParticle, _ after: XSDParticle, at place: Place) {
        switch (before.term, after.term) {
        case (.element(let first), .element(let second)):
            let (names, others) = (old.namesStanding(for: first), new.namesStanding(for: second))
            for (name, id) in names.sorted(by: { $0.key < $1.key }) {
                let here = place.appending(old.shortName(name)).within(old: old[id].range, new: nil)
                if let other = others[name] {
                    visit(.elements(old: id, new: other), at: here)
                } else {
                    report(.elementRemoved, "the element '\(name.local)' is no longer taken", at: here)
                }
            }
        case (.wildcard, _):
            report(.unknownChange, "the content is too large for its wildcards to be compared; treated as breaking", at: place)
        default: break
        }
        for (first, second) in zip(before.parts, after.parts) { visitAlike(first, second, at: place) }
    }

    /// How often an element can come in a model; a choice counts its least and most.
    func occurrences(of name: XMLName, _ particle: XSDParticle?, _ schema: XSDSchema) -> (minimum: Int, maximum: Int?) {
        guard let particle else { return (0, 0) }
        var (minimum, maximum): (Int, Int?) = (0, 0)
        switch particle.term {
        case .element(let id): if schema.namesStanding(for: id)[name] != nil { (minimum, maximum) = (1, 1) }
        case .wildcard(let wildcard): if wildcard.namespaces.contains(name.namespace) { (minimum, maximum) = (0, 1) }
        case .sequence(let parts), .all(let parts):
            for part in parts {
                let inner = occurrences(of: name, part, schema)
                minimum = added(minimum, inner.minimum)
                maximum = maximum.flatMap { sum in inner.maximum.map { added(sum, $0) } }
            }
        case .choice(let parts):
            let inner = parts.map { occurrences(of: name, $0, schema) }
            minimum = inner.map(\.minimum).min() ?? 0
            maximum = inner.contains { $0.maximum == nil } ? nil : inner.compactMap(\.maximum).max() ?? 0
        }
        let most = maximum == 0 ? 0 : maximum.flatMap { one in particle.maximum.map { multiplied(one, $0) } }
        return (multiplied(minimum, particle.minimum), most)
    }

    private func added(_ a: Int, _ b: Int) -> Int { min(a + b, 1 << 40) }

    private func multiplied(_ a: Int, _ b: Int) -> Int {
        let (product, overflows) = a.multipliedReportingOverflow(by: b)
        return overflows ? 1 << 40 : min(product, 1 << 40)
    }
}

extension XSDParticle {
    var parts: [XSDParticle] {
        switch term {
        case .element, .wildcard: []
        case .sequence(let parts), .choice(let parts), .all(let parts): parts
        }
    }

    func replacingParts(_ parts: [XSDParticle]) -> XSDParticle {
        var result = self
        switch term {
        case .element, .wildcard: break
        case .sequence: result.term = .sequence(parts)
        case .choice: result.term = .choice(parts)
        case .all: result.term = .all(parts)
        }
        return result
    }
}
