import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON

/// A value of a schema, in as many tries as it takes, within reason.
package func sampleJSON(_ schema: JSONSchema, using generator: inout SeededGenerator) throws(SamplingFailure) -> JSONNode {
    var limits = JSONSchemaLimits()
    limits.maximumWork = 2_000_000
    for _ in 0..<200 {
        var sampling = JSONSampling(schema: schema, generator: generator.split())
        guard let value = sampling.value([0], name: "", depth: 0), (try? schema.isValid(value, limits: limits)) == true else { continue }
        return value
    }
    throw SamplingFailure(reason: "no value was found that meets the schema")
}

/// Makes values that are likely to meet schemas: by what the keywords ask, a choice at each choice. What `not`, `oneOf` and
/// their like make of it is left to the validator.
struct JSONSampling {
    let schema: JSONSchema
    var generator: SeededGenerator
    /// Given where the values are to try a schema's edges out, not to be looked at by people.
    var hints = SampleHints()
    let isTrying: Bool
    private var valuesLeft = 400
    private static let comfortableDepth = 6
    private static let maximumDepth = 40

    init(schema: JSONSchema, generator: SeededGenerator, hints: SampleHints? = nil) {
        self.schema = schema
        self.generator = generator
        self.hints = hints ?? SampleHints()
        isTrying = hints != nil
    }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &generator) }

    /// Nil where nothing was found.
    mutating func value(_ nodes: [Int], name: String, depth: Int) -> JSONNode? {
        valuesLeft -= 1
        guard depth < Self.maximumDepth, valuesLeft > -2_000 else { return nil }
        let wishes = wishes(nodes)
        if wishes.isImpossible { return nil }
        if let listed = wishes.choices.first {
            return pick(listed.filter { value in wishes.choices.allSatisfy { $0.contains(value) } && fits(value, wishes) })
        }
        if isTrying, chance(6), let hint = pick(hints.values.filter { fits($0, wishes) }) { return hint }
        switch kind(wishes) {
        case .null: return .null
        case .boolean: return .made(Bool.random(using: &generator))
        case .integer, .writtenInteger: return number(wishes, isWhole: true)
        case .number: return number(wishes, isWhole: chance(2))
        case .string: return string(wishes, name: name)
        case .array: return array(wishes, name: name, depth: depth)
        case .object: return object(wishes, depth: depth)
        default: return nil
        }
    }

    /// Whether there is room to make more than is asked for.
    func isRoomy(_ depth: Int) -> Bool { valuesLeft > 0 && depth < Self.comfortableDepth }

    private func fits(_ value: JSONNode, _ wishes: JSONWishes) -> Bool {
        guard let types = wishes.types else { return true }
        switch value.kind {
        case .null: return types.contains(.null)
        case .bool: return types.contains(.boolean)
        case .string: return types.contains(.string)
        case .array: return types.contains(.array)
        case .object: return types.contains(.object)
        case .number:
            guard let number = value.number, wishes.allows(number) else { return false }
            return types.contains(.number) || number.isWhole
        }
    }

    private mutating func kind(_ wishes: JSONWishes) -> JSONSchemaTypes? {
        var allowed = wishes.types ?? [.null, .boolean, .object, .array, .number, .string]
        let spoken = wishes.spokenOf
        if wishes.types == nil, !spoken.isEmpty, !isTrying || !chance(5) { allowed = spoken }
        let all: [JSONSchemaTypes] = [.null, .boolean, .object, .array, .number, .string, .integer, .writtenInteger]
        // What nothing is asked of is of one of the plain kinds, for people.
        if wishes.types == nil, spoken.isEmpty, !isTrying { return pick([.boolean, .string, .integer]) }
        return pick(all.filter { allowed.contains($0) })
    }

    // MARK: What is asked

    private mutating func wishes(_ nodes: [Int]) -> JSONWishes {
        var wishes = JSONWishes()
        var open = nodes
        var seen: Set<Int> = []
        while let index = open.popLast() {
            guard seen.insert(index).inserted, seen.count < 500 else { continue }
            let node = schema.nodes[index]
            if node.constant == false { wishes.isImpossible = true }
            if wishes.format == nil { wishes.format = node.source["format"]?.string }
            for keyword in node.keywords {
                switch keyword.rule {
                case .reference(let target), .dynamicReference(let target, _): open.append(target)
                case .allOf(let schemas): open += schemas
                case .anyOf(let schemas):
                    open += pick(schemas).map { [$0] } ?? []
                    if isTrying, chance(3) { open += pick(schemas).map { [$0] } ?? [] }
                case .oneOf(let schemas): open += pick(schemas).map { [$0] } ?? []
                case .conditional(let condition, let then, let otherwise):
                    if chance(2) { open += [condition] + (then.map { [$0] } ?? []) } else { open += otherwise.map { [$0] } ?? [] }
                default: wishes.add(keyword.rule)
                }
            }
            for dependent in wishes.dependentSchemas where wishes.requires(dependent.name) { open.append(dependent.schema) }
        }
        return wishes
    }

    // MARK: Numbers

    private mutating func number(_ wishes: JSONWishes, isWhole: Bool) -> JSONNode? {
        var candidates: [JSONNumber] = []
        var (least, most) = (-1_000.0, 1_000.0)
        for bound in wishes.bounds {
            switch bound {
            case .minimum(let number), .exclusiveMinimum(let number):
                candidates.append(number)
                least = max(number.double, least)
                if least > most { most = least + 1_000 }
            case .maximum(let number), .exclusiveMaximum(let number):
                candidates.append(number)
                most = min(number.double, most)
                if least > most { least = most - 1_000 }
            default: break
            }
        }
        let around = candidates
        for number in around {
            if let whole = number.int64, whole.magnitude < 1 << 60 { candidates += [JSONNumber(whole - 1), JSONNumber(whole + 1)] }
            for shift in [0.5, -0.5, 1, -1] where number.double.magnitude < 1e15 {
                add((number.double.rounded(.down) + shift), to: &candidates)
            }
        }
        if least.isFinite, most.isFinite, least.magnitude < 1e15, most.magnitude < 1e15 {
            for _ in 0..<4 {
                candidates.append(JSONNumber(Int64(Double.random(in: least...max(least, most), using: &generator).rounded())))
            }
            if !isWhole { add((Double.random(in: least...max(least, most), using: &generator) * 4).rounded() / 4, to: &candidates) }
            if isTrying { add(Double.random(in: least...max(least, most), using: &generator), to: &candidates) }
        }
        if isTrying { candidates += hints.numbers.shuffled(using: &generator).prefix(20) }
        candidates.append(JSONNumber(0))
        for divisor in wishes.divisors { candidates += multiples(of: divisor, least, most) }
        let fitting = candidates.filter { (!isWhole || $0.isWhole) && wishes.allows($0) }
        return pick(fitting).map { JSONNode(made: .number($0)) }
    }

    private func add(_ value: Double, to candidates: inout [JSONNumber]) {
        if let number = JSONNumber(value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : value.description) {
            candidates.append(number)
        }
    }

    /// Of the divisor's own digits, so that 0.01 has 0.07 for a multiple and not nearly so.
    private mutating func multiples(of divisor: JSONNumber, _ least: Double, _ most: Double) -> [JSONNumber] {
        let decimal = divisor.decimal
        guard decimal.digits.count < 10, divisor.double > 0 else { return [divisor] }
        let digits = decimal.digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        let (first, last) = ((least / divisor.double).rounded(.up), (most / divisor.double).rounded(.down))
        guard first <= last, first.magnitude < 1e8, last.magnitude < 1e8 else { return [divisor] }
        let factors = [Int64(first), Int64(last), Int64.random(in: Int64(first)...Int64(last), using: &generator)]
        return factors.compactMap { factor in
            JSONNumber("\(factor * digits)e\(decimal.exponent)").flatMap { JSONNumber($0.decimal.shortestText) }
        }
    }
}
