import ContractCompatibility
import ContractModel
import ContractPayloads
import Determinism
import Diagnostics
import LocatedJSON

/// Nil where either contract has an error, or nothing was found.
///
/// What only `format` and `contentEncoding` refuse is looked for last: readers may check them or not.
func jsonCounterExample(
    writer: ContractText, reader: ContractText, toward path: String, target: SourceRange?, seed: UInt64, attempts: Int
) -> CounterExample? {
    guard let writing = readJSONSchema(writer), let reading = readJSONSchema(reader) else { return nil }
    func find(_ writing: JSONSchema, _ reading: JSONSchema) -> CounterExample? {
        jsonCounterExample(writer: writing, reader: reading, toward: path, target: target, seed: seed, attempts: attempts)
    }
    if let found = find(writing, reading) { return found }
    let keywords = ["format", "contentEncoding", "contentMediaType"]
    guard (writing.nodes + reading.nodes).contains(where: { node in keywords.contains { node.source[$0] != nil } }) else { return nil }
    var options = JSONSchemaOptions()
    options.assertsFormat = true
    options.assertsContent = true
    guard let writing = readJSONSchema(writer, options: options), let reading = readJSONSchema(reader, options: options),
        var found = find(writing, reading)
    else { return nil }
    found.explanation += ". This holds for readers that check formats and contents, which JSON Schema leaves to them"
    return found
}

/// A value that meets the writer's schema and does not meet the reader's, even with the reader's defaults filled in.
///
/// - Parameters:
///   - path: of the difference that it is to show; values have what stands on the way.
///   - target: where in the reader's schema the difference stands: what is refused there is preferred.
package func jsonCounterExample(
    writer: JSONSchema, reader: JSONSchema, toward path: String = "", target: SourceRange? = nil, seed: UInt64 = 0, attempts: Int = 400
) -> CounterExample? {
    var search = JSONCounterExamples(writer: writer, reader: reader, target: target, seed: seed)
    let steps = path.split(separator: "/").dropFirst().map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
    search.hints.focus = Set(steps)
    // Of large schemas each try is dear, and a try says as much.
    let size = writer.nodes.count + reader.nodes.count
    guard let found = search.find(attempts: max(20, attempts * 1_000 / max(1_000, size))) else { return nil }
    let value = search.shrunk(found)
    let violations = search.violations(value)
    let first = violations.first { search.isOnTarget($0) } ?? violations.first
    let place = first.map { $0.instance.text } ?? ""
    let reason = first.map { "\($0.message)\(place.isEmpty ? "" : " at '\(place)'")" } ?? "it is refused"
    return CounterExample(
        payload: value.compactText, bytes: nil, path: place,
        explanation: reason)
}

private struct JSONCounterExamples {
    let writer: JSONSchema
    let reader: JSONSchema
    let target: SourceRange?
    var hints = SampleHints()
    private var generator: SeededGenerator
    private var limits = JSONSchemaLimits()
    private let fillsDefaults: Bool
    private var triedPlain = false

    init(writer: JSONSchema, reader: JSONSchema, target: SourceRange?, seed: UInt64) {
        self.writer = writer
        self.target = target
        self.reader = reader
        generator = SeededGenerator(seed: seed)
        limits.maximumWork = 200_000
        hints.add(reader)
        hints.add(writer)
        fillsDefaults = reader.nodes.contains { $0.source["default"] != nil }
    }

    func isCounterExample(_ value: JSONNode) -> Bool {
        guard (try? writer.isValid(value, limits: limits)) == true, (try? reader.isValid(value, limits: limits)) == false else {
            return false
        }
        guard fillsDefaults else { return true }
        return (try? reader.isValid(DefaultFilling(schema: reader).filled(value), limits: limits)) == false
    }

    func violations(_ value: JSONNode) -> [JSONSchemaViolation] {
        if case .invalid(let told) = reader.validate(value, limits: limits) { told } else { [] }
    }

    func isOnTarget(_ violation: JSONSchemaViolation) -> Bool {
        guard let target else { return true }
        let range = violation.schemaRange
        if range.file.path == target.file.path, range.start <= target.end, target.start <= range.end, range.length <= target.length {
            return true
        }
        return violation.causes.contains { isOnTarget($0) }
    }

    func isOnTarget(_ value: JSONNode) -> Bool { target == nil || violations(value).contains { isOnTarget($0) } }

    /// One on target, if need be with half of the attempts, else any.
    mutating func find(attempts: Int) -> JSONNode? {
        var fallback: JSONNode?
        var left = attempts
        while left > 0, let found = next(&left) {
            if isOnTarget(found) { return found }
            fallback = fallback ?? found
            left -= 1 + left / 16
        }
        return fallback
    }

    private mutating func next(_ left: inout Int) -> JSONNode? {
        if !triedPlain {
            triedPlain = true
            let found = plainValues().filter { isCounterExample($0) }
            if let best = found.first(where: { isOnTarget($0) }) ?? found.first { return best }
        }
        while left > 0 {
            left -= 1
            let attempt = left
            // By the writer's schema, by the reader's, and by none at all: what counts is decided afterwards.
            let source = attempt % 5
            var sampling = JSONSampling(schema: source == 4 ? reader : writer, generator: generator.split(), hints: hints)
            guard let value = sampling.value([0], name: "", depth: 0) else { continue }
            if isCounterExample(value) { return value }
            for _ in 0..<6 {
                var mutation = JSONMutation(hints: hints, generator: generator.split())
                let changed = mutation.mutated(value)
                if isCounterExample(changed) { return changed }
            }
        }
        return nil
    }

    /// The first that anyone would try.
    private func plainValues() -> [JSONNode] {
        let plain: [JSONNode] = [
            .null, .made(true), .made(Int64(0)), .made(Int64(-1)), .made(1.5), .made(""), .made("a"), .made([JSONNode]()),
            .made([(String, JSONNode)]()), .made([JSONNode.null]), .made([JSONNode.made(Int64(1)), .made(Int64(1))]),
        ]
        return plain + hints.values + hints.numbers.map { JSONNode(made: .number($0)) }
            + hints.lengths.map { .made(String(repeating: "a", count: $0)) }
            + hints.lengths.filter { $0 <= 40 }.map { count in .made((0..<count).map { .made(Int64($0)) }) }
            + hints.lengths.filter { $0 <= 40 }.map { count in .made((0..<count).map { ("p\($0)", JSONNode.made(Int64($0))) }) }
    }

    /// Made smaller as long as it stays what it is.
    func shrunk(_ value: JSONNode) -> JSONNode {
        var best = value
        let staysOnTarget = target != nil && isOnTarget(value)
        var triesLeft = 600
        var isSmaller = true
        while isSmaller, triesLeft > 0 {
            isSmaller = false
            for candidate in JSONShrinking.candidates(best) {
                triesLeft -= 1
                if triesLeft <= 0 { break }
                if isCounterExample(candidate), !staysOnTarget || isOnTarget(candidate) {
                    best = candidate
                    isSmaller = true
                    break
                }
            }
        }
        return best
    }
}

/// Puts in what a reader puts in for what is missing: the defaults of properties.
struct DefaultFilling {
    let schema: JSONSchema

    func filled(_ value: JSONNode) -> JSONNode { filled(value, [0], depth: 0) }

    private func filled(_ value: JSONNode, _ nodes: [Int], depth: Int) -> JSONNode {
        guard depth < 40 else { return value }
        let all = closure(nodes)
        if let members = value.object {
            var result = members.map { ($0.key, $0.value) }
            var inner: [ExactText: [Int]] = [:]
            for node in all {
                for keyword in schema.nodes[node].keywords {
                    guard case .members(let listed) = keyword.rule else { continue }
                    for property in listed.properties { inner[ExactText(property.name), default: []].append(property.schema) }
                }
            }
            let given = Set(members.map { ExactText($0.key) })
            for (name, schemas) in inner.sorted(by: { $0.key.string < $1.key.string }) where !given.contains(name) {
                let fallback = closure(schemas).lazy.compactMap { schema.nodes[$0].source["default"] }.first
                if let fallback { result.append((name.string, fallback)) }
            }
            return .made(result.map { name, value in (name, filled(value, inner[ExactText(name)] ?? [], depth: depth + 1)) })
        }
        if let items = value.array {
            return .made(
                items.enumerated().map { place, item in
                    var inner: [Int] = []
                    for node in all {
                        for keyword in schema.nodes[node].keywords {
                            guard case .elements(let elements) = keyword.rule else { continue }
                            inner += place < elements.prefix.count ? [elements.prefix[place]] : elements.rest.map { [$0] } ?? []
                        }
                    }
                    return filled(item, inner, depth: depth + 1)
                })
        }
        return value
    }

    /// The schemas that count wherever these do: through references and `allOf`, and what choices offer.
    private func closure(_ nodes: [Int]) -> [Int] {
        var found: [Int] = []
        var open = nodes
        while let index = open.popLast(), found.count < 500 {
            if found.contains(index) { continue }
            found.append(index)
            for keyword in schema.nodes[index].keywords {
                switch keyword.rule {
                case .reference(let target), .dynamicReference(let target, _): open.append(target)
                case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): open += schemas
                case .conditional(_, let then, let otherwise): open += [then, otherwise].compactMap { $0 }
                case .dependentSchemas(let schemas): open += schemas.map(\.schema)
                default: break
                }
            }
        }
        return found
    }
}
