import XMLText
import XSDModel

/// Reads two content models side by side: whether all words of the old one are words of the new one, which element stands
/// for which, and what is in the way.
struct XSDContentInclusion {
    /// Two leaves that the same element can be.
    struct Match: Hashable {
        var symbol: XSDSymbol
        var oldLeaf: Int
        var newLeaf: Int
    }

    struct Obstacle {
        enum Kind: Hashable {
            /// The new model has no place for it at all.
            case unknown(XSDSymbol)
            /// It has places for it, but not here.
            case misplaced(XSDSymbol)
            /// It asks for something that the old model does not know.
            case missing(XMLName)
            /// It asks for more, or something else, where the old one could end.
            case unfinished(expected: [XMLName])
        }

        var kind: Kind
        /// What was read before; true to the old model.
        var word: [XSDSymbol]
        /// The word, with the element that is in the way and what is needed to end, is no word of the new model.
        var isCertain: Bool

        /// It is about an element that only one of the models knows.
        var isOfOneName: Bool {
            switch kind {
            case .unknown, .missing: true
            case .misplaced, .unfinished: false
            }
        }
    }

    private struct Pair: Hashable {
        var old: XSDContentModel.State
        var new: XSDContentModel.State
    }

    private(set) var old: XSDContentModel
    private(set) var new: XSDContentModel
    /// In the order in which they were met.
    private(set) var matchOrder: [Match] = []
    private var matches: Set<Match> = []
    private(set) var obstacles: [Obstacle] = []
    /// Steps taken.
    private(set) var effort = 0
    private var worked = 0
    private(set) var isGivenUp = false
    private var kinds: Set<Obstacle.Kind> = []
    private let alphabet: [XSDSymbol]

    init(_ old: XSDContentModel, _ new: XSDContentModel, alphabet: [XSDSymbol]) {
        self.old = old
        self.new = new
        self.alphabet = alphabet
    }

    private struct Visit {
        var pair: Pair
        /// Where it came from, to tell the word.
        var parent: Int
        var symbol: XSDSymbol?
        var isCertain: Bool
    }

    mutating func run(limit: Int) {
        var visits = [Visit(pair: Pair(old: old.start, new: new.start), parent: -1, symbol: nil, isCertain: true)]
        var seen: Set<Pair> = [visits[0].pair]
        var next = 0
        while next < visits.count {
            let visit = visits[next]
            if old.isNullable(visit.pair.old), !new.isNullable(visit.pair.new) { noteUnfinished(visit, visits, next) }
            for symbol in symbols(visit.pair.old) {
                effort += 1
                let before = old.step(visit.pair.old, symbol)
                guard before.next != XSDContentModel.never else { continue }
                var isCertain = visit.isCertain
                guard let after = follow(visit, symbol, &isCertain, visits, next) else { continue }
                for first in before.leaves {
                    for second in after.leaves { note(Match(symbol: symbol, oldLeaf: first, newLeaf: second)) }
                }
                let pair = Pair(old: before.next, new: after.next)
                if seen.insert(pair).inserted {
                    visits.append(Visit(pair: pair, parent: next, symbol: symbol, isCertain: isCertain))
                }
            }
            next += 1
            effort += old.work + new.work - worked
            worked = old.work + new.work
            guard effort <= limit else {
                isGivenUp = true
                return
            }
        }
    }

    /// What may come next in the old model.
    private func symbols(_ state: XSDContentModel.State) -> [XSDSymbol] {
        let leaves = old.first(state).map { old.leaves[$0] }
        let hasWildcard = leaves.contains { if case .wildcard = $0 { true } else { false } }
        if hasWildcard { return alphabet }
        var names: Set<XMLName> = []
        for leaf in leaves { if case .element(let found) = leaf { names.formUnion(found.keys) } }
        return names.sorted().map(XSDSymbol.name)
    }

    /// The new model's step, or where it has none, an obstacle and a way round it, so that the next one is found as well.
    private mutating func follow(
        _ visit: Visit, _ symbol: XSDSymbol, _ isCertain: inout Bool, _ visits: [Visit], _ index: Int
    ) -> (next: XSDContentModel.State, leaves: [Int])? {
        let after = new.step(visit.pair.new, symbol)
        if after.next != XSDContentModel.never { return after }
        defer { isCertain = false }
        guard new.leaves.contains(where: { new.takes($0, symbol) }) else {
            note(.unknown(symbol), visits, index)
            return (visit.pair.new, [])
        }
        // What is in the way may be something new that is asked for: go on as if it were there.
        var state = visit.pair.new
        for _ in 0..<8 {
            guard !new.isNullable(state), let name = newName(state) else { break }
            note(.missing(name), visits, index)
            state = new.step(state, .name(name)).next
            let again = new.step(state, symbol)
            if again.next != XSDContentModel.never { return again }
        }
        if state == visit.pair.new { note(.misplaced(symbol), visits, index) }
        return nil
    }

    /// An element that may come next in the new model and that the old one has no place for.
    private func newName(_ state: XSDContentModel.State) -> XMLName? {
        expectedNames(state).first { name in !old.leaves.contains { old.takes($0, .name(name)) } }
    }

    private func expectedNames(_ state: XSDContentModel.State) -> [XMLName] {
        new.first(state).flatMap { leaf -> [XMLName] in
            if case .element(let names) = new.leaves[leaf] { Array(names.keys) } else { [] }
        }.sorted()
    }

    private mutating func noteUnfinished(_ visit: Visit, _ visits: [Visit], _ index: Int) {
        if let name = newName(visit.pair.new) {
            note(.missing(name), visits, index)
        } else {
            note(.unfinished(expected: expectedNames(visit.pair.new)), visits, index)
        }
    }

    private mutating func note(_ kind: Obstacle.Kind, _ visits: [Visit], _ index: Int) {
        guard kinds.insert(kind).inserted, obstacles.count < 100 else { return }
        obstacles.append(Obstacle(kind: kind, word: word(visits, index), isCertain: visits[index].isCertain))
    }

    private mutating func note(_ match: Match) {
        if matches.insert(match).inserted { matchOrder.append(match) }
    }

    private func word(_ visits: [Visit], _ index: Int) -> [XSDSymbol] {
        var word: [XSDSymbol] = []
        var current = index
        while current >= 0, word.count < 1_000 {
            if let symbol = visits[current].symbol { word.append(symbol) }
            current = visits[current].parent
        }
        return word.reversed()
    }
}
