import Diagnostics
import TestSupport
import Testing

@testable import ExpressionLanguage

struct SyntaxTests {
    private func check(_ marked: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let source = MarkedSource(marked)
        let (expression, diagnostics) = parseExpression(ExpressionSource(source.file))
        #expect(expression == nil && diagnostics.map(\.message) == [message], sourceLocation: sourceLocation)
        #expect(diagnostics.first?.range == source.ranges.first, sourceLocation: sourceLocation)
    }

    @Test func `what is no expression is told where it stops being one`() {
        check("a ⟦=⟧ 3", "'=' is not part of the language")
        check("a == ⟦⟧", "the end stands where a value was expected")
        check("(a ⟦b⟧)", "'b' stands where ')' was expected")
        check("[1, 2⟦⟧", "the end stands where ']' was expected")
        check("⟦⟧", "there is no expression")
        check("x⟦.3⟧", "a number stands where an operator or the end was expected")
        check("⟦'abc⟧", "the string does not end on its line")
        check("'a⟦\\q⟧'", "the backslash begins no escape that there is")
        check("⟦9223372036854775808⟧", "the number is too large for an int")
        check("⟦99999999999999999999⟧", "the number is too large for 64 bits")
        check("⟦12abc⟧", "'12abc' is no number")
        check("⟦for⟧ + 1", "'for' is a reserved word and cannot be a name")
        check("⟦has(x)⟧", "'has' takes one field")
        check("[1].all(⟦x.y⟧, true)", "the macro wants a new variable's name here")
        check("a ⟦&⟧ b", "'&' is not part of the language")
    }

    @Test func `strings have all of CEL's forms`() {
        #expect(value(#"'a\n\x41\u00e9\U0001F431\101\\'"#) == .string("a\nA\u{e9}\u{1F431}A\\"))
        #expect(value(#"r'a\n'"#) == .string(#"a\n"#))
        #expect(value("'''a'b\nc'''") == .string("a'b\nc"))
        #expect(value("\"\"\"a\r\nb\"\"\"") == .string("a\nb"))
        #expect(value(#"b'\xff\377\u0041'"#.replacing(#"\u0041"#, with: "A")) == .bytes([255, 255, 65]))
        #expect(value("b'é'") == .bytes([0xC3, 0xA9]))
        #expect(value("rb'\\x' == br'\\x'") == true)
    }

    @Test func `numbers have all of CEL's forms`() {
        #expect(value("[0x1F, 0XfF, -0x1]") == .list([31, 255, -1]))
        #expect(value("-9223372036854775808 == -0x8000000000000000") == true)
        #expect(value("[1.5, .5, 1e3, 1.5E-2]") == .list([.double(1.5), .double(0.5), .double(1000), .double(0.015)]))
        #expect(value("[17u, 0x11U]") == .list([.uint(17), .uint(17)]))
        #expect(value("1 // a comment\n + 1") == 2)
    }

    @Test func `deep and long texts are refused, not a crash`() {
        let texts = [
            String(repeating: "(", count: 60_000), String(repeating: "!", count: 60_000) + "true", String(repeating: "-", count: 60_000) + "x",
            String(repeating: "[", count: 60_000), String(repeating: "{1:", count: 20_000), "a" + String(repeating: ".b", count: 30_000),
            "a" + String(repeating: "[0]", count: 20_000), "1" + String(repeating: "+1", count: 30_000),
            String(repeating: "true?1:", count: 9_000) + "1", String(repeating: "f(", count: 30_000),
            "[" + String(repeating: "1,", count: 30_000) + "]", String(repeating: " ", count: 70_000), String(repeating: "x.map(y,", count: 8_000),
            String(repeating: "a{b:", count: 16_000),
        ]
        for text in texts {
            let (expression, diagnostics) = parseExpression(ExpressionSource(text))
            #expect(expression == nil && diagnostics.map(\.code) == [ExpressionCode.tooComplex], "\(text.prefix(20))")
        }
    }

    @Test func `chains of conditions may be long, and trees as deep as is allowed are evaluated`() {
        #expect(value(Array(repeating: "true", count: 5_000).joined(separator: " && ")) == true)
        #expect(value(String(repeating: "(", count: 158) + "1" + String(repeating: ")", count: 158)) == 1)
        #expect(value(String(repeating: "!", count: 158) + "true") == true)
        #expect(value("1" + String(repeating: "+1", count: 158)) == 159)
        let lists = String(repeating: "[", count: 70)
        #expect(value("\(lists)1\(String(repeating: "].map(x, x)", count: 70))".appending(" == \(lists)1\(String(repeating: "]", count: 70))")) == true)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let (expression, diagnostics) = parseExpression(ExpressionSource(SourceFile(path: "x", bytes: [0x27, 0x61, 0xFF, 0x27])))
        #expect(expression == nil && diagnostics.first?.message == "the expression is not UTF-8" && diagnostics.first?.range?.start.offset == 2)
    }
}
