import ContractModel
import Diagnostics
import TestSupport
import Testing

/// Where findings stand, to the byte.
struct ProtobufDiagnosticsTests {
    @Test func `a missing sign is told where it should stand`() {
        expectProtobufFindings(
            """
            syntax = "proto3";
            message M {
              string a ⟦1⟧;
              string b = 2⟦⟧
            }
            message N { string c = 1; }
            """, "syntax", "syntax")
    }

    @Test func `a broken statement does not take its neighbours along`() throws {
        let result = loadProtobufText(
            """
            syntax = "proto3";
            message M {
              string a = = 1;
              oneof b { string c 2; string d = 3; }
              string e = 4;
            }
            enum E { A = 0; B; C = 2; }
            """)
        #expect(result.diagnostics.map(\.code) == Array(repeating: "protobuf/syntax", count: 3))
        let message = try #require(result.schema.message(named: "M"))
        #expect(result.schema.fields(of: message).map(\.name) == ["d", "e"])
        let enumeration = try #require(result.schema.enumeration(named: "E"))
        #expect(result.schema.values(of: enumeration).map(\.name) == ["A", "C"])
    }

    @Test func `columns count characters, not bytes`() {
        expectProtobufFindings(
            """
            syntax = "proto3";
            /* äöü */ message M { ⟦Missing⟧ x = 1; } // ß
            """, "unknown-name")
    }

    @Test func `strings that end wrongly are told whole`() {
        expectProtobufFindings("syntax = \"proto3\";\noption java_package = ⟦\"abc⟧\n;", "invalid-string")
        expectProtobufFindings("syntax = \"proto3\";\noption java_package = \"a⟦\\q⟧\";", "invalid-string")
        expectProtobufFindings("syntax = \"proto3\";\n⟦/*⟧ never", "unterminated-comment")
    }

    @Test func `numbers and names are told at the second use`() {
        expectProtobufFindings(
            """
            syntax = "proto3";
            message M {
              reserved 5 to 7, 9;
              reserved "old";
              string a = 1;
              string b = ⟦1⟧;
              string ⟦a⟧ = 2;
              string c = ⟦6⟧;
              string ⟦old⟧ = 8;
            }
            """, "duplicate-number", "duplicate-name", "reserved-number", "reserved-name")
    }

    @Test func `a duplicate shows the first use`() throws {
        let source = MarkedSource("syntax = \"proto3\";\nmessage ⟦M⟧ {}\nenum ⟦M⟧ { A = 0; }", path: "main.proto")
        let finding = try #require(loadProtobuf(source.file).diagnostics.first)
        #expect(finding.range == source.ranges[1])
        #expect(finding.secondary.map(\.range) == [source.ranges[0]])
        #expect(finding.message == "'M' is a message already, so it cannot be an enum")
    }

    @Test(arguments: [
        ("Strng", "did you mean 'string'?"), ("Ordr", "did you mean 'Order'?"), ("Line", "did you mean 'shop.Order.Line'?"),
    ])
    func `a misspelt type is answered with the one meant`(_ written: String, _ suggestion: String) throws {
        let result = loadProtobufText(
            "syntax = \"proto3\";\npackage shop;\nmessage Order { message Line {} }\nmessage M { \(written) x = 1; }")
        #expect(result.diagnostics.map(\.suggestion) == [suggestion])
    }

    @Test func `a file's import is suggested for what it declares`() {
        let result = loadProtobufText(
            """
            syntax = "proto3";
            import "b.proto";
            message M { C c = 1; B b = 2; google.protobuf.Timestamp at = 3; }
            // file: b.proto
            syntax = "proto3";
            import "c.proto";
            message B { C c = 1; }
            // file: c.proto
            syntax = "proto3";
            message C {}
            """)
        #expect(
            result.diagnostics.map(\.suggestion) == [
                "write: import \"c.proto\";", "write: import \"google/protobuf/timestamp.proto\";",
            ])
    }

    @Test func `findings of a file come in the order of its text, at most a hundred`() {
        var text = "syntax = \"proto3\";\nmessage M {\n"
        for number in 1...300 { text += "  Missing\(number) f\(number) = \(number);\n" }
        let diagnostics = loadProtobufText(text + "}").diagnostics
        #expect(diagnostics.count == 101)
        #expect(diagnostics.last?.code == "protobuf/too-many-errors")
        let lines = diagnostics.compactMap(\.range?.start.line)
        #expect(lines == lines.sorted())
    }

    @Test func `what cannot be found is told without a place`() {
        let result = loadProtobuf(["nowhere.proto"]) { _ in nil }
        #expect(result.diagnostics.map(\.code) == ["protobuf/import-not-found"])
    }

    @Test func `an import cycle is told once, with the way round`() {
        let result = loadProtobufText(
            """
            syntax = "proto3";
            import public "b.proto";
            // file: b.proto
            syntax = "proto3";
            import public "c.proto";
            // file: c.proto
            syntax = "proto3";
            import public "main.proto";
            """)
        #expect(result.diagnostics.map(\.message) == ["the file imports itself: 'main.proto' → 'b.proto' → 'c.proto' → 'main.proto'"])
    }
}
