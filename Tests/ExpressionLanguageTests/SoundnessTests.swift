import Determinism
import Testing

@testable import ExpressionLanguage

/// What the checker passes does not fail for its types, as long as nothing in it is `dyn`.
struct SoundnessTests {
    private static let variables: [String: ExpressionValue] = [
        "b": true, "i": 3, "u": .uint(7), "d": .double(2.5), "s": "orders.created", "y": .bytes([1, 255]), "p": .duration(.seconds(90)),
        "t": .timestamp(ExpressionTimestamp(sinceEpoch: .seconds(86_400))!), "l": .list([1, 2, 3]), "w": .list(["a", "b"]),
        "m": .map(ExpressionMap([("a", 1), ("b", 2)])),
    ]

    private static let types: [(String, ExpressionType)] = [
        ("b", .bool), ("i", .int), ("u", .uint), ("d", .double), ("s", .string), ("y", .bytes), ("p", .duration), ("t", .timestamp),
        ("l", .list(.int)), ("w", .list(.string)), ("m", .map(.string, .int)),
    ]

    /// Overloads without `dyn`, their parameters given as int and as string.
    private static let overloads: [(name: String, overload: ExpressionFunction.Overload)] =
        (FunctionLibrary.groups.flatMap(\.functions) + FunctionLibrary.operatorSignatures).flatMap { function in
            function.overloads.flatMap { overload in
                [ExpressionType.int, .string].compactMap { type in
                    let all = (overload.parameters + [overload.result]).map { fill($0, with: type) }
                    guard all.allSatisfy({ wanted in types.contains { $0.1 == wanted } }) else { return nil }
                    return (
                        function.name,
                        ExpressionFunction.Overload(
                            signature: overload.signature, isMember: overload.isMember, parameters: all.dropLast(),
                            result: all[all.count - 1])
                    )
                }
            }
        }

    private static func fill(_ type: ExpressionType, with argument: ExpressionType) -> ExpressionType {
        switch type {
        case .parameter(let name): name == "A" ? argument : .int
        case .list(let element): .list(fill(element, with: argument))
        case .map(let key, let value): .map(fill(key, with: argument), fill(value, with: argument))
        default: type
        }
    }

    private static func literal(_ type: ExpressionType, _ random: inout SeededGenerator) -> String {
        let texts: [String] =
            switch type {
            case .bool: ["true", "false"]
            case .int: ["0", "1", "-7", "9223372036854775807"]
            case .uint: ["0u", "3u", "18446744073709551615u"]
            case .double: ["0.0", "-1.5", "1e308", "2.5"]
            case .string: ["''", "'a'", "'%s'", "'é.b'", "'1'", "'UTC'", "'1h'"]
            case .bytes: ["b''", "b'\\xff'", "b'abc'"]
            case .duration: ["duration('1s')", "duration('-1h')"]
            case .timestamp: ["timestamp(0)", "timestamp('2026-11-23T08:00:00Z')"]
            case .list(.int): ["[1, 2]", "lists.range(3)"]
            case .list: ["['a', 'b']", "['']"]
            default: ["{'a': 1}", "{'': 0}"]
            }
        return texts.randomElement(using: &random) ?? "0"
    }

    private static func expression(_ type: ExpressionType, depth: Int, _ random: inout SeededGenerator) -> String {
        func part(_ type: ExpressionType) -> String { expression(type, depth: depth - 1, &random) }
        if depth == 0 || Int.random(in: 0..<10, using: &random) == 0 {
            return Bool.random(using: &random) ? literal(type, &random) : types.first { $0.1 == type }?.0 ?? "b"
        }
        switch (type, Int.random(in: 0..<6, using: &random)) {
        case (_, 0): return "(\(part(.bool)) ? \(part(type)) : \(part(type)))"
        case (.list(.int), 1): return "\(part(.list(.int))).map(x, x > 1, x + \(part(.int)))"
        case (.list(let element), 2): return "[\(part(element)), \(part(element))]"
        case (.list, 3): return "\(part(type)).filter(x, \(part(.bool)))"
        case (.bool, 1):
            let macro = ["all", "exists", "exists_one"].randomElement(using: &random) ?? "all"
            return "\(part(.list(.string))).\(macro)(x, x.size() > \(part(.int)))"
        case (.map, 1): return "{\(part(.string)): \(part(.int))}"
        default:
            guard let (name, overload) = overloads.filter({ $0.overload.result == type }).randomElement(using: &random) else {
                return literal(type, &random)
            }
            let arguments = overload.parameters.map(part)
            if name == "_[_]" { return "\(arguments[0])[\(arguments[1])]" }
            if name.hasPrefix("_") { return "(\(arguments[0]) \(name.dropFirst().dropLast()) \(arguments[1]))" }
            if name.hasSuffix("_"), name.count == 2 { return "\(name.prefix(1))(\(arguments[0]))" }
            guard overload.isMember else { return "\(name)(\(arguments.joined(separator: ", ")))" }
            return "\(arguments[0]).\(name)(\(arguments.dropFirst().joined(separator: ", ")))"
        }
    }

    @Test(arguments: UInt64(0)..<4)
    func `what is of the right types passes, and fails only for its values`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var environment = ExpressionEnvironment()
        environment.checksLiterals = false
        for (name, type) in Self.types { environment.variables[name] = type }
        var values = 0
        for _ in 0..<250 {
            let type = Self.types.randomElement(using: &random)!.1
            let text = Self.expression(type, depth: 4, &random)
            let (checked, diagnostics) = compileExpression(ExpressionSource(text), environment: environment, wanted: type)
            #expect(diagnostics.map(\.message) == [], "\(text)")
            guard let checked else { continue }
            #expect(checked.resultType == type, "\(text)")
            do {
                let value = try checked.evaluate(Self.variables, budget: ExpressionBudget(cost: 20_000))
                #expect(value.type.name == type.name, "\(text)")
                values += 1
            } catch {
                #expect(error.kind != .noSuchOverload && error.kind != .unknownName, "\(text): \(error.message)")
            }
        }
        #expect(values > 50)
    }
}
