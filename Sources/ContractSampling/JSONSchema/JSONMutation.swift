import ContractPayloads
import Determinism
import LocatedJSON

/// Changes one place of a value.
struct JSONMutation {
    let hints: SampleHints
    var generator: SeededGenerator

    private mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &generator) }

    mutating func mutated(_ value: JSONNode) -> JSONNode {
        // Down or here, so that deep places have their turn as well.
        let goesDown = !Bool.random(using: &generator) || Bool.random(using: &generator)
        if goesDown, var members = value.object?.map({ ($0.key, $0.value) }), !members.isEmpty {
            let focused = members.indices.filter { hints.focus.contains(members[$0].0) }
            let place = (Bool.random(using: &generator) ? pick(focused) : nil) ?? Int.random(in: 0..<members.count, using: &generator)
            members[place].1 = mutated(members[place].1)
            return .made(members)
        }
        if goesDown, var items = value.array, !items.isEmpty {
            let place = Int.random(in: 0..<items.count, using: &generator)
            items[place] = mutated(items[place])
            return .made(items)
        }
        if var members = value.object?.map({ ($0.key, $0.value) }), Int.random(in: 0..<4, using: &generator) > 0 {
            if !members.isEmpty, Bool.random(using: &generator) {
                members.remove(at: Int.random(in: 0..<members.count, using: &generator))
            } else {
                let name = pick(hints.names + ["extra"]) ?? "extra"
                members.removeAll { $0.0 == name }
                members.append((name, anything()))
            }
            return .made(members)
        }
        if var items = value.array, Int.random(in: 0..<4, using: &generator) > 0 {
            switch Int.random(in: 0..<3, using: &generator) {
            case 0 where !items.isEmpty: items.remove(at: Int.random(in: 0..<items.count, using: &generator))
            case 1 where !items.isEmpty: items.append(items[Int.random(in: 0..<items.count, using: &generator)])
            default: items.insert(anything(), at: Int.random(in: 0...items.count, using: &generator))
            }
            return .made(items)
        }
        return anything()
    }

    private mutating func anything() -> JSONNode {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...2: if let value = pick(hints.values) { return value }
        case 3: if let number = pick(hints.numbers) { return JSONNode(made: .number(number)) }
        case 4: if let count = pick(hints.lengths) { return .made(String(repeating: "a", count: count)) }
        case 5: return .made(SampleWords.word(&generator))
        case 6: return .made([JSONNode]())
        case 7: return .made([(String, JSONNode)]())
        case 8: return .null
        default: break
        }
        return pick([.made(true), .made(Int64(7)), .made(-2.5), .made("")]) ?? .null
    }
}

/// What is a little less than a value, the least first.
enum JSONShrinking {
    /// - Parameter most: of a large value there are very many.
    static func candidates(_ value: JSONNode, most: Int = 600) -> [JSONNode] {
        guard most > 0 else { return [] }
        switch value.content {
        case .null: return []
        case .bool: return [.null]
        case .number(let number): return [.null] + [0, 1].filter { $0 != number.int64 }.map { .made(Int64($0)) }
        case .string(let text):
            let scalars = text.unicodeScalars
            if scalars.isEmpty { return [.null] }
            let shorter = [0, scalars.count / 2, scalars.count - 1].map { String(String.UnicodeScalarView(scalars.prefix($0))) }
            return [.null] + shorter.map { .made($0) }
                + (scalars.allSatisfy { $0 == "a" } ? [] : [.made(String(repeating: "a", count: scalars.count))])
        case .array(let items):
            var found: [JSONNode] = items.isEmpty ? [] : [.made([JSONNode]())]
            for place in items.indices.prefix(60) {
                var rest = items
                rest.remove(at: place)
                found.append(.made(rest))
            }
            for place in items.indices.prefix(60) {
                for smaller in candidates(items[place], most: most - found.count) {
                    var changed = items
                    changed[place] = smaller
                    found.append(.made(changed))
                }
            }
            return found
        case .object(let members):
            let pairs = members.map { ($0.key, $0.value) }
            var found: [JSONNode] = members.isEmpty ? [] : [.made([(String, JSONNode)]())]
            for place in pairs.indices.prefix(60) {
                var rest = pairs
                rest.remove(at: place)
                found.append(.made(rest))
            }
            for place in pairs.indices.prefix(60) {
                for smaller in candidates(pairs[place].1, most: most - found.count) {
                    var changed = pairs
                    changed[place].1 = smaller
                    found.append(.made(changed))
                }
            }
            return found
        }
    }
}
