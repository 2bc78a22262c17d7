import Determinism
import Testing

@testable import ExpressionLanguage

/// Whatever the text, there is an answer: a value, or an error with a place. From seeds, so that a failure can be repeated.
struct FuzzTests {
    private static let variables: [String: ExpressionValue] = [
        "i": 3, "u": .uint(7), "d": .double(2.5), "s": "orders.created", "b": .bool(true), "y": .bytes([1, 255]), "n": .null,
        "l": .list([1, 2, 3]), "m": .map(ExpressionMap([("a", 1), ("b", 2)])), "t": .timestamp(ExpressionTimestamp(sinceEpoch: .zero)!),
    ]

    private static let environment: ExpressionEnvironment = {
        var environment = ExpressionEnvironment(variables: variables)
        environment.variables["l"] = .list(.int)
        environment.variables["m"] = .map(.string, .int)
        return environment
    }()

    private static let seeds = [
        "i + 2 * 3 > 5 && s.startsWith('ord') || d / 2.0 < 1e3", "l.filter(x, x % 2 == 1).map(x, {'k': x, 'v': [x, 0x1F]})[0].v[1] == 31",
        "has(m.a) ? m['a'] : m.?c.orValue(-9223372036854775808)", "'%s %.2f'.format([l, d]) + r'\\d' + '''a\nb''' + \"\\u00e9\\x41\"",
        "t + duration('1h30m') > timestamp('2026-11-23T08:00:00Z') && t.getHours('+02:00') == 2",
        "s.matches('^(?i)[a-z]+(\\\\.\\\\w{1,3})*$')",
        "cel.bind(q, [[1], [2, 3]], q.exists(e, e.all(f, f > 1)))", "type(y) == bytes && b'\\xff' + y != y && size(u) == 1 // end",
        "{'a': 1, true: 2.0, 3u: null}.transformMap(k, v, k != 'a', string(k))", "[1, ?optional.of(2)].sort().distinct() in [[1, 2]]",
        "math.greatest(i, u, d) >= 7 ? !b : -i < .5",
        "google.protobuf.Int64Value{value: 3} == 3 && s.split('.').join(',').substring(1, 4) == 'rde'",
    ]

    /// Parses, checks and evaluates, checked and not.
    private func run(_ text: String) {
        let source = ExpressionSource(text)
        let (expression, problems) = parseExpression(source)
        guard let expression else {
            #expect(problems.count == 1 && problems[0].range != nil, "\(text)")
            return
        }
        let (checked, complaints) = checkExpression(expression, environment: Self.environment)
        #expect((checked == nil) == !complaints.isEmpty, "\(text)")
        evaluate(CheckedExpression(unchecked: expression, environment: Self.environment), text)
        if let checked { evaluate(checked, text) }
    }

    private func evaluate(_ expression: CheckedExpression, _ text: String) {
        do {
            let value = try expression.evaluate(Self.variables, budget: ExpressionBudget(cost: 3_000))
            guard expression.resultType.isConcrete else { return }
            #expect(value.type.name == expression.resultType.name || value.type == .null, "\(text)")
        } catch {
            #expect(error.range != nil && !error.message.isEmpty, "\(text)")
        }
    }

    @Test(arguments: UInt64(0)..<4)
    func `expressions with bytes exchanged, taken away and put in`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var bytes = Array(Self.seeds.randomElement(using: &random)!.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...127, using: &random)
                case 1 where !bytes.isEmpty: bytes.remove(at: place)
                case 2:
                    bytes.insert(
                        contentsOf: "()[]{}.,:?!'\"\\-+*/%<>=&|0ulxbr`".utf8.shuffled(using: &random).prefix(1), at: min(place, bytes.count)
                    )
                default:
                    let other = Array(Self.seeds.randomElement(using: &random)!.utf8)
                    let cut = Int.random(in: 0..<other.count, using: &random)
                    bytes = Array(bytes[..<min(place, bytes.count)]) + other[cut...]
                }
            }
            run(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: UInt64(100)..<104)
    func `expressions put together from all functions and operators`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 { run(Self.expression(depth: 4, &random)) }
    }

    private static let functions = FunctionLibrary.groups.flatMap(\.functions)

    private static func expression(depth: Int, _ random: inout SeededGenerator) -> String {
        func part() -> String { expression(depth: depth - 1, &random) }
        if depth == 0 {
            return [
                "i", "u", "d", "s", "b", "y", "n", "l", "m", "t", "x", "0", "-1", "7u", "1.5", "'a'", "''", "b'a'", "[]", "{}", "null",
                "true",
                "9223372036854775807", "duration('1s')", "'%s'", "'a*'", "-9223372036854775808", "18446744073709551615u", "1e308", "int",
            ].randomElement(using: &random)!
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0:
            return
                "(\(part()) \(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"].randomElement(using: &random)!) \(part()))"
        case 1: return "(\(part()) ? \(part()) : \(part()))"
        case 2: return "[\(part()), \(part())]"
        case 3: return "{\(part()): \(part())}"
        case 4: return "\(part())[\(part())]"
        case 5: return "\(part()).\(["all", "exists", "exists_one", "filter", "map"].randomElement(using: &random)!)(x, \(part()))"
        case 6: return "\(["!", "-"].randomElement(using: &random)!)\(part())"
        default:
            let function = functions.randomElement(using: &random)!
            let overload = function.overloads.randomElement(using: &random)!
            let arguments = overload.parameters.map { _ in part() }
            guard overload.isMember else { return "\(function.name)(\(arguments.joined(separator: ", ")))" }
            return "\(arguments[0]).\(function.name)(\(arguments.dropFirst().joined(separator: ", ")))"
        }
    }

    @Test(arguments: UInt64(200)..<202)
    func `patterns of random characters`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("ab()[]{}*+?|\\^$.-:<>P=!imsUQEdDwWbBzAxpL0123456789,é")
        for _ in 0..<800 {
            let pattern = String((0..<Int.random(in: 0..<20, using: &random)).map { _ in letters.randomElement(using: &random)! })
            var meter = EvaluationMeter(budget: ExpressionBudget(cost: 20_000))
            guard let compiled = try? TextPattern(pattern) else { continue }
            _ = try? compiled.matches("ab01é\naABz", &meter)
        }
    }

    @Test(arguments: UInt64(300)..<302)
    func `texts of times and numbers read as what is written of them`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let seconds = Int64.random(in: ExpressionTimestamp.secondsInRange, using: &random)
            let time = ExpressionTimestamp(seconds: seconds, nanoseconds: Int32.random(in: 0..<1_000_000_000, using: &random))
            #expect(time != nil && time == time.flatMap { readTimestamp(timestampText($0)) })
            let duration = Duration.nanoseconds(Int64.random(in: .min ... .max, using: &random))
            #expect(readDuration(durationText(duration)) == duration)
            let number = Double(bitPattern: random.next())
            if number.isFinite { #expect(readDouble(doubleText(number)) == number) }
            if number.isFinite { #expect(Double(ExactDecimal(number).scientific(digits: 17)) == number) }
        }
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0..<12, using: &random)).map { _ in "0123456789-+.:TZhmsunµe ".randomElement(using: &random)! })
            _ = (readTimestamp(text), readDuration(text), readDouble(text))
        }
    }
}
