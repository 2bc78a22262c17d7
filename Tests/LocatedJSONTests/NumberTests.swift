import LocatedJSON
import Testing

struct NumberTests {
    private func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text)) }

    @Test(arguments: [
        ["1", "1.0", "1e0", "10e-1", "0.1E+1"], ["0", "-0", "0.0", "0e999"], ["1e21", "1000000000000000000000"],
        ["-25e-2", "-0.25"],
    ])
    func `the same value written otherwise is equal`(_ texts: [String]) throws {
        for first in texts {
            for second in texts {
                #expect(try number(first) == number(second))
                #expect(try number(first).hashValue == number(second).hashValue)
                #expect(try !(number(first) < number(second)))
            }
        }
    }

    @Test func `order is exact beyond binary floating point`() throws {
        let ascending = [
            "-1e400", "-9007199254740993", "-9007199254740992", "-1.5", "-1", "-1e-400", "0", "1e-401", "1e-400", "0.1",
            "0.10000000000000000001",
            "1", "9007199254740992", "9007199254740993", "9223372036854775807", "9223372036854775808", "1e400",
            "1.0000000000000000000000001e400",
        ]
        for (index, first) in ascending.enumerated() {
            for (other, second) in ascending.enumerated() {
                #expect(try (number(first) < number(second)) == (index < other), "\(first) < \(second)")
                #expect(try (number(first) == number(second)) == (index == other), "\(first) == \(second)")
            }
        }
    }

    @Test func `multiples are exact`() throws {
        let cases: [(String, String, Bool)] = [
            ("0.3", "0.1", true), ("0.35", "0.1", false), ("4.5", "1.5", true), ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("1e308", "0.123456789", false), ("1e308", "0.5", true), ("12391239123", "1e-8", true), ("0", "7", true),
            ("7", "0", false),
            ("-9", "3", true), ("9", "-3", true), ("1e999999999", "3", false), ("3e999999999", "3", true),
            ("1e-999999999", "1", false),
            ("123456789012345678901234567890", "12345678901234567890123456789", true),
            ("123456789012345678901234567890", "12345678901234567890", false),
            ("246913578024691357802469135780", "123456789012345678901234567890", true),
            ("1e50", "1267650600228229401496703205376", false), ("1e200", "1267650600228229401496703205376", true),
            ("1e29", "7888609052210118054117285652827862296732064351090230047702789306640625", false),
            ("1e100", "7888609052210118054117285652827862296732064351090230047702789306640625", true),
            ("18446744073709551616", "4294967296", true), ("18446744073709551617", "4294967296", false),
        ]
        for (value, divisor, isMultiple) in cases {
            #expect(try number(value).isMultiple(of: number(divisor)) == isMultiple, "\(value) of \(divisor)")
        }
    }

    @Test func `a number has a machine integer where it is whole and fits`() throws {
        #expect(try number("9223372036854775807").int64 == .max)
        #expect(try number("-9223372036854775808").int64 == .min)
        #expect(try number("-9223372036854775808.0").int64 == .min)
        #expect(try number("9223372036854775808").int64 == nil)
        #expect(try number("1.5").int64 == nil)
        #expect(try number("1.50e1").int64 == 15)
        #expect(try number("1e18").int64 == 1_000_000_000_000_000_000)
        #expect(try number("1e19").int64 == nil)
        #expect(try number("1e999999999").isWhole)
        #expect(try number("1.0").isWhole && !number("1.0").isWrittenWhole)
        #expect(try !number("1.5").isWhole)
        #expect(try number("0.1").double == 0.1)
        #expect(try number("1e400").double == .infinity)
    }

    @Test(arguments: ["", "01", "1.", ".1", "+1", "1e", "0x1", " 1", "1 ", "NaN", "-", "1e1234567890"])
    func `what is no number is refused`(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test func `the shortest text is ECMAScript's, with every digit`() throws {
        let cases = [
            ("1.0", "1"), ("-0", "0"), ("1e20", "100000000000000000000"), ("1e21", "1e+21"), ("1.5e300", "1.5e+300"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"), ("123.4560", "123.456"), ("1234567890123456789012345", "1.234567890123456789012345e+24"),
            ("-5e-324", "-5e-324"),
            ("333333333.33333329", "333333333.33333329"), ("120e-1", "12"),
            ("100200300400500600700.5", "100200300400500600700.5"),
        ]
        for (text, shortest) in cases { #expect(try number(text).decimal.shortestText == shortest) }
    }
}
