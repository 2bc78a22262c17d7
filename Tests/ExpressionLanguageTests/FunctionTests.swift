import Testing

@testable import ExpressionLanguage

struct FunctionTests {
    @Test(arguments: [
        "'tacocat'.charAt(3) == 'o' && 'tacocat'.charAt(7) == ''", "'ta©o©αT'.indexOf('©', 3) == 4 && 'a'.indexOf('b') == -1",
        "'bananananana'.lastIndexOf('nana', 7) == 6", "'ta©o©αT'.substring(2, 6) == '©o©α'", "'TacoCÆt'.lowerAscii() == 'tacocÆt'",
        "'\\u00a0 text\\u2003'.trim() == 'text'", "'{0} {0}'.replace('{0}', 'a', 1) == 'a {0}'", "'ab'.replace('', '-') == '-a-b-'",
        "'a b c'.split(' ', 2) == ['a', 'b c'] && 'abc'.split('') == ['a', 'b', 'c'] && 'a'.split('', 0) == []", "'αβ'.reverse() == 'βα'",
        "['x', 'y'].join('-') == 'x-y' && [].join() == ''", "strings.quote('a\"\\n') == '\"a\\\\\"\\\\n\"'",
        "'%s %d %b %o %x %X %e %f %%'.format(['s', 1, 5, 8, 255, 255, 1052.032911275, 2.5]) == 's 1 101 10 ff FF 1.052033e+03 2.500000 %'",
        "'%s'.format([{'b': [1, null], 'a': duration('1.5s')}]) == '{a: 1.5s, b: [1, null]}'", "'%.3f'.format([1.2345]) == '1.234'",
        "'%.0f %.0f %.2f %.1f'.format([2.5, 1.5, -0.005, 9.96]) == '2 2 -0.01 10.0'",
        "'%.2e %e'.format([0.0, 9.9999999]) == '0.00e+00 1.000000e+01'",
        "'%x'.format(['Hi']) == '4869'",
        "math.greatest([1, 2.5, 3u]) == 3u && math.least(-1, 2) == -1",
        "math.ceil(1.2) == 2.0 && math.round(-1.5) == -2.0 && math.trunc(-1.7) == -1.0",
        "math.abs(-3) == 3 && math.sign(-2.5) == -1.0 && math.sqrt(16) == 4.0", "math.bitShiftRight(-1024, 3) == 2305843009213693824",
        "math.bitShiftLeft(1, 200) == 0 && math.bitNot(0) == -1 && math.bitXor(5u, 3u) == 6u",
        "math.isNaN(0.0 / 0.0) && math.isInf(1.0 / 0.0)",
        "[1, [2, [3]]].flatten() == [1, 2, [3]] && [[1, [2]]].flatten(2) == [1, 2]", "[1, 2, 1u, 2.0].distinct() == [1, 2]",
        "[3, 1, 2].sort() == [1, 2, 3] && [1, 2, 3].slice(1, 2) == [2] && [1, 2].reverse() == [2, 1] && lists.range(3) == [0, 1, 2]",
        "[].first().hasValue() == false && [1, 2].last().value() == 2",
        "sets.equivalent([1, 2, 2], [2, 1]) && sets.intersects([1], [dyn(1.0)]) && !sets.contains([1], [2])",
        "optional.ofNonZeroValue('').or(optional.of('x')).value() == 'x' && [optional.of(1), optional.none()].unwrapOpt() == [1]",
        "optional.of(2).optMap(x, x * 2).orValue(0) == 4", "base64.encode(b'hello') == 'aGVsbG8=' && base64.decode('aGVsbG8') == b'hello'",
        "timestamp('2024-02-29T23:30:00.5Z').getDate() == 29 && timestamp('2024-02-29T23:30:00Z').getDayOfYear() == 59",
        "timestamp('2024-02-29T23:30:00Z').getHours('+02:00') == 1 && timestamp('2024-02-29T23:30:00Z').getMonth('+02:00') == 2",
        "timestamp('1969-12-31T23:59:59.5Z').getMilliseconds() == 500 && int(timestamp('1969-12-31T23:59:59Z')) == -1",
        "timestamp('2024-01-01T02:00:00+02:00') == timestamp(1704067200)",
        "string(timestamp('0001-01-01T00:00:00Z')) == '0001-01-01T00:00:00Z'",
        "duration('1h30m') == duration('5400s') && duration('-1.5s') == duration('-1500ms') && string(duration('1us')) == '0.000001s'",
        "duration('1.5h').getMinutes() == 90 && int(duration('1s')) == 1000000000", "string(1.0) == '1' && string(-4.5e-3) == '-0.0045'",
        "double('1e3') == 1000.0 && int('-17') == -17 && uint('17') == 17u && bool('TRUE')",
        "string(b'\\303\\277') == 'ÿ' && bytes('ÿ') == b'\\303\\277'",
        "google.protobuf.Int64Value{value: 3} == 3 && google.protobuf.Duration{seconds: 60} == duration('1m')",
    ])
    func `functions do what the reference says`(_ text: String) {
        #expect(value(text) == true)
    }

    @Test(
        arguments: [
            ("'tacocat'.charAt(30)", .indexOutOfRange), ("'tacocat'.substring(4, 3)", .indexOutOfRange),
            ("[1].slice(0, 2)", .indexOutOfRange),
            ("'%a'.format([1])", .invalidArgument), ("'%d %d'.format([1])", .invalidArgument), ("'%d'.format(['x'])", .invalidArgument),
            ("'%.1001f'.format([1.0])", .invalidArgument), ("'%'.format([])", .invalidArgument), ("'%.'.format([])", .invalidArgument),
            ("int('x')", .invalidArgument), ("int(1e99)", .overflow), ("uint(-1)", .overflow), ("int(0.0 / 0.0)", .overflow),
            ("bool('TrUe')", .invalidArgument),
            ("string(b'\\xff')", .invalidArgument), ("timestamp('2026-02-30T00:00:00Z')", .invalidArgument),
            ("timestamp(253402300800)", .overflow),
            ("duration('1 day')", .invalidArgument), ("duration('99999999999999999999h')", .invalidArgument),
            ("duration('320000000000s')", .overflow),
            ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", .overflow), ("timestamp(0).getHours('Nowhere/City')", .invalidArgument),
            ("timestamp(0).getHours('+99:00')", .invalidArgument), ("'a'.matches('(')", .invalidArgument),
            ("math.abs(-9223372036854775808)", .overflow),
            ("math.bitShiftLeft(1, -1)", .invalidArgument), ("[1, 'a'].sort()", .noSuchOverload), ("base64.decode('@')", .invalidArgument),
            ("optional.none().value()", .invalidArgument), ("{'a': 1}.b", .noSuchKey), ("[1][1]", .indexOutOfRange),
            ("{1: 1, 1u: 2}", .duplicateKey),
            ("{1.5: 1}", .invalidArgument), ("'a' < 1", .noSuchOverload), ("1.a", .noSuchOverload), ("x", .unknownName),
            ("f(1)", .noSuchOverload),
            ("lists.range(-1)", .invalidArgument), ("google.protobuf.Int32Value{value: 2147483648}", .overflow),
            ("google.protobuf.Duration{seconds: 9223372036854775807}", .overflow),
        ] as [(String, EvaluationError.Kind)])
    func `what cannot be is an error of its kind, with its place`(_ text: String, _ kind: EvaluationError.Kind) {
        let error = failure(text)
        #expect(error?.kind == kind && error?.range != nil && error?.message.isEmpty == false)
    }

    @Test func `objects are read as far as they are asked for`() throws {
        let shape = ObjectShape<String>(
            "Topic",
            [
                .init("name", .string) { .string($0) }, .init("owner", .nullable(.string)) { _ in nil },
                .init("costly", .int) { _ in
                    Issue.record("nobody asked")
                    return 0
                },
            ])
        var environment = ExpressionEnvironment()
        environment.declare(shape.type)
        environment.variables["topic"] = .object("Topic")
        let (checked, diagnostics) = compileExpression(
            ExpressionSource("topic.name == 'orders' && !has(topic.owner)"), environment: environment, wanted: .bool)
        #expect(diagnostics.isEmpty)
        #expect(try #require(checked).holds(["topic": shape.value(of: "orders")]))
    }

    @Test func `functions can be added`() {
        var environment = ExpressionEnvironment()
        environment.declare(
            ExpressionFunction("twice", ["int.twice() -> int"], "Twice the number.") { _, arguments throws(EvaluationError) in
                guard case .int(let number)? = arguments.first else { throw EvaluationError(.noSuchOverload, "") }
                return .int(number * 2)
            })
        #expect(value("4.twice() == 8", environment: environment) == true)
    }
}
