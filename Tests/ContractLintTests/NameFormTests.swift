@testable import ContractLint
import Testing

struct NameFormTests {
    @Test(arguments: [
        ("OrderLine", "ORDER_LINE"), ("HTTPServer", "HTTP_SERVER"), ("http2Line", "HTTP2_LINE"), ("B2B", "B2B"), ("Line2X", "LINE2X"),
        ("orderB2b", "ORDER_B2B"), ("Foo__Bar_", "FOO_BAR"), ("_Foo", "FOO"), ("ABc2DE", "A_BC2DE"), ("", ""),
    ])
    func `words are divided as buf divides them`(_ name: String, _ expected: String) {
        #expect(NameForm.upperSnakeCase(name) == expected)
    }

    @Test func `forms are told apart`() {
        #expect(NameForm.isPascalCase("HTTPRequest2") && !NameForm.isPascalCase("orderLine") && !NameForm.isPascalCase("Order_Line"))
        #expect(NameForm.isLowerSnakeCase("order_line_2") && !NameForm.isLowerSnakeCase("order__line") && !NameForm.isLowerSnakeCase("_a"))
        #expect(NameForm.isUpperSnakeCase("A_1") && !NameForm.isUpperSnakeCase("A_") && !NameForm.isUpperSnakeCase("A_b"))
    }
}
