import XMLText
import XSDModel

/// What may stand at a place of a content model, when models are read one element at a time.
enum XSDSymbol: Hashable {
    case name(XMLName)
    /// An element of a namespace by a name that neither schema knows there.
    case otherName(in: String)
    /// An element of a namespace that neither schema speaks of.
    case otherNamespace
}

/// A content model as a regular expression over elements, read by derivatives (Brzozowski 1964): what is left of a model
/// when an element has been read is a model again. Equal models get equal numbers, so that the states of the automaton are
/// numbers, and counters are bounds that go down.
struct XSDContentModel {
    enum Leaf {
        /// The element, and those that may stand for it.
        case element([XMLName: XSDElementID])
        case wildcard(XSDWildcard)
    }

    typealias State = Int

    private enum Node: Hashable {
        case never
        case empty
        case leaf(Int)
        case sequence(State, State)
        case choice([State])
        case repetition(State, minimum: Int, maximum: Int?)
        /// Each of them, in any order.
        case all([State])
    }

    private struct Step: Hashable {
        var state: State
        var symbol: XSDSymbol
    }

    static let never: State = 0
    static let empty: State = 1

    private let schema: XSDSchema
    private(set) var leaves: [Leaf] = []
    private(set) var start: State = empty
    private var nodes: [Node] = [.never, .empty]
    private var numbers: [Node: State] = [.never: 0, .empty: 1]
    private var nullable: [Bool] = [false, true]
    private var steps: [Step: (next: State, leaves: [Int])] = [:]

    init(_ particle: XSDParticle?, of schema: XSDSchema) {
        self.schema = schema
        start = particle.map { state(of: $0) } ?? Self.empty
    }

    var isNullable: Bool { nullable[start] }

    func isNullable(_ state: State) -> Bool { nullable[state] }

    var hasNoElements: Bool { first(start).isEmpty }

    /// How many nodes have been looked at so far, which is the time that it takes.
    private(set) var work = 0

    // MARK: From particles

    private mutating func state(of particle: XSDParticle) -> State {
        let one: State
        switch particle.term {
        case .element(let id):
            let names = schema.namesStanding(for: id)
            guard !names.isEmpty else { return particle.minimum == 0 ? Self.empty : Self.never }
            leaves.append(.element(names))
            one = make(.leaf(leaves.count - 1))
        case .wildcard(let wildcard):
            leaves.append(.wildcard(wildcard))
            one = make(.leaf(leaves.count - 1))
        case .sequence(let parts):
            one = parts.reversed().reduce(Self.empty) { rest, part in sequence(state(of: part), rest) }
        case .choice(let parts): one = choice(parts.map { state(of: $0) })
        case .all(let parts): one = all(parts.map { state(of: $0) })
        }
        return repetition(one, particle.minimum, particle.maximum)
    }

    // MARK: Making nodes, in a normal form

    private mutating func make(_ node: Node) -> State {
        if let known = numbers[node] { return known }
        nodes.append(node)
        numbers[node] = nodes.count - 1
        let takesNothing =
            switch node {
            case .never, .leaf: false
            case .empty: true
            case .sequence(let a, let b): nullable[a] && nullable[b]
            case .choice(let parts): parts.contains { nullable[$0] }
            case .repetition(let part, let minimum, _): minimum == 0 || nullable[part]
            case .all(let parts): parts.allSatisfy { nullable[$0] }
            }
        nullable.append(takesNothing)
        return nodes.count - 1
    }

    private mutating func sequence(_ first: State, _ second: State) -> State {
        if first == Self.never || second == Self.never { return Self.never }
        if first == Self.empty { return second }
        if second == Self.empty { return first }
        if case .sequence(let a, let b) = nodes[first] { return sequence(a, sequence(b, second)) }
        return make(.sequence(first, second))
    }

    private mutating func choice(_ parts: [State]) -> State {
        var all: Set<State> = []
        for part in parts where part != Self.never {
            if case .choice(let inner) = nodes[part] { all.formUnion(inner) } else { all.insert(part) }
        }
        if all.isEmpty { return Self.never }
        return all.count == 1 ? all.first ?? Self.never : make(.choice(all.sorted()))
    }

    private mutating func all(_ parts: [State]) -> State {
        let open = parts.filter { $0 != Self.empty }
        if open.contains(Self.never) { return Self.never }
        if open.isEmpty { return Self.empty }
        return open.count == 1 ? open[0] : make(.all(open.sorted()))
    }

    private mutating func repetition(_ part: State, _ minimum: Int, _ maximum: Int?) -> State {
        if maximum == 0 || part == Self.empty { return Self.empty }
        if part == Self.never { return minimum == 0 ? Self.empty : Self.never }
        if minimum == 1, maximum == 1 { return part }
        return make(.repetition(part, minimum: nullable[part] ? 0 : minimum, maximum: maximum))
    }

    // MARK: Reading

    /// What is left when `symbol` has been read, and the leaves that it may have been: one, where the schema is valid.
    mutating func step(_ state: State, _ symbol: XSDSymbol) -> (next: State, leaves: [Int]) {
        let key = Step(state: state, symbol: symbol)
        if let known = steps[key] { return known }
        let result = derive(state, symbol)
        steps[key] = result
        return result
    }

    private mutating func derive(_ state: State, _ symbol: XSDSymbol) -> (next: State, leaves: [Int]) {
        work += 1
        switch nodes[state] {
        case .never, .empty: return (Self.never, [])
        case .leaf(let number): return takes(leaves[number], symbol) ? (Self.empty, [number]) : (Self.never, [])
        case .sequence(let a, let b):
            let first = step(a, symbol)
            let left = sequence(first.next, b)
            guard nullable[a] else { return (left, left == Self.never ? [] : first.leaves) }
            let second = step(b, symbol)
            return (choice([left, second.next]), merged(first.leaves, second.leaves))
        case .choice(let parts):
            work += parts.count
            var (next, found): ([State], [Int]) = ([], [])
            for part in parts {
                let one = step(part, symbol)
                next.append(one.next)
                found = merged(found, one.leaves)
            }
            return (choice(next), found)
        case .repetition(let part, let minimum, let maximum):
            let one = step(part, symbol)
            guard one.next != Self.never else { return (Self.never, []) }
            let rest = repetition(part, max(0, minimum - 1), maximum.map { $0 - 1 })
            return (sequence(one.next, rest), one.leaves)
        case .all(let parts):
            work += parts.count
            var (next, found): ([State], [Int]) = ([], [])
            for (index, part) in parts.enumerated() {
                let one = step(part, symbol)
                guard one.next != Self.never else { continue }
                var rest = parts
                rest.remove(at: index)
                next.append(sequence(one.next, all(rest)))
                found = merged(found, one.leaves)
            }
            return (choice(next), found)
        }
    }

    private func merged(_ first: [Int], _ second: [Int]) -> [Int] {
        first.isEmpty ? second : second.isEmpty ? first : Set(first).union(second).sorted()
    }

    func takes(_ leaf: Leaf, _ symbol: XSDSymbol) -> Bool {
        switch (leaf, symbol) {
        case (.element(let names), .name(let name)): return names[name] != nil
        case (.element, _): return false
        case (.wildcard(let wildcard), .name(let name)):
            // A strict wildcard lets in what is declared, and nothing else.
            return wildcard.namespaces.contains(name.namespace)
                && (wildcard.processing != .strict || schema.globalElements[name] != nil)
        case (.wildcard(let wildcard), .otherName(let namespace)):
            return wildcard.processing != .strict && wildcard.namespaces.contains(namespace)
        case (.wildcard(let wildcard), .otherNamespace):
            if case .except = wildcard.namespaces { return wildcard.processing != .strict }
            return false
        }
    }

    // MARK: Looking ahead

    /// The leaves that may come next.
    func first(_ state: State) -> Set<Int> {
        var found: Set<Int> = []
        var open = [state]
        var seen: Set<State> = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            switch nodes[next] {
            case .never, .empty: continue
            case .leaf(let number): found.insert(number)
            case .sequence(let a, let b): open += nullable[a] ? [a, b] : [a]
            case .choice(let parts), .all(let parts): open += parts
            case .repetition(let part, _, _): open.append(part)
            }
        }
        return found
    }
}
