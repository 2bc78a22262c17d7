import Testing

@testable import ExpressionLanguage

struct EvaluationTests {
    @Test func `arithmetic, comparison and logic follow precedence`() {
        #expect(value("1 + 2 * 3 - 4 / 2") == 5)
        #expect(value("-2 * -(3 + 1) % 5") == 3)
        #expect(value("1 < 2 && 2 < 3 || false") == true)
        #expect(value("!true || !false") == true)
        #expect(value("true ? 1 : false ? 2 : 3") == 1)
        #expect(value("'a' + 'b' in ['ab']") == true)
    }

    @Test func `whole numbers that leave their range are errors, doubles are not`() {
        for text in [
            "9223372036854775807 + 1", "-9223372036854775808 - 1", "-(-9223372036854775808)", "9223372036854775807 * 2", "0u - 1u",
            "-9223372036854775808 / -1", "18446744073709551615u + 1u",
        ] { #expect(failure(text)?.kind == .overflow, "\(text)") }
        #expect(failure("1 / 0")?.kind == .divisionByZero)
        #expect(failure("1 % 0")?.kind == .divisionByZero)
        #expect(value("1.0 / 0.0") == .double(.infinity))
    }

    @Test func `numbers compare by what they count, whatever their types`() {
        let variables: [String: ExpressionValue] = ["i": 3, "d": .double(2.5), "u": .uint(.max)]
        #expect(value("i > d && d < i && u > i && u > d && !(i < d)", variables) == true)
        #expect(value("dyn(1) == 1u && dyn(1u) == 1.0 && dyn(1.5) != 1") == true)
        #expect(value("dyn(0.0 / 0.0) == 0.0 / 0.0") == false)
        #expect(value("dyn('1') == 1") == false)
    }

    @Test func `logic absorbs errors on either side`() {
        #expect(value("1 / 0 > 1 || true") == true)
        #expect(value("true || 1 / 0 > 1") == true)
        #expect(value("1 / 0 > 1 && false") == false)
        #expect(failure("1 / 0 > 1 || false")?.kind == .divisionByZero)
        #expect(value("[1, 0].exists(x, 2 / x == 2)") == true)
        #expect(value("[0, 1].all(x, 2 / x == 3)") == false)
    }

    @Test func `strings are sequences of code points`() {
        #expect(value("size('πέντε') == 5 && size('e\\u0301') == 2") == true)
        #expect(value("'\\u00e9' == 'e\\u0301'") == false)
        #expect(value("{'\\u00e9': 1, 'e\\u0301': 2}.size()") == 2)
        #expect(value("'\\U0001F431' > '\\uffff'") == true)
    }

    @Test func `macros go over lists and maps`() {
        #expect(value("[1, 2, 3].map(x, x > 1, x * x)") == .list([4, 9]))
        #expect(value("{'a': 1, 'b': 2}.filter(k, k != 'a')") == .list(["b"]))
        #expect(value("['a', 'b'].transformMap(i, v, v + string(i))") == value("{0: 'a0', 1: 'b1'}"))
        #expect(value("[1, 2, 3].exists_one(x, x > 2)") == true)
        #expect(value("[[1, 2], [3]].all(l, l.exists(x, x in [1, 3]))") == true)
        #expect(value("cel.bind(x, 2, [1, x].map(y, y * x))") == .list([2, 4]))
    }

    @Test func `an error tells its place`() throws {
        let error = try #require(failure("[1, 2].map(x, 10 / (x - 1))"))
        #expect(error.range?.start.column == 15 && error.range?.end.column == 27)
    }
}
