import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

struct ProtobufRuleTests {
    @Test(arguments: ProtobufLevel.allCases)
    func `what is added breaks nothing`(_ level: ProtobufLevel) {
        let old =
            "message Order { string id = 1; oneof means { string card = 2; } } enum Status { A = 0; } service S {}"
        let new = """
            message Order { reserved 9; string id = 1; oneof means { string card = 2; int32 voucher = 3; } map<string, Item> items = 4; }
            message Item { string name = 1; } enum Status { A = 0; B = 1; } service S { rpc Get(Item) returns (Item); }
            """
        #expect(protobufChanges(old, new, at: level) == [])
        #expect(protobufChanges(old, new, at: level, for: .oldReaders) == [])
    }

    @Test func `text reads as bytes, but bytes do not as text`() {
        let (text, bytes) = ("message M { string a = 1; }", "message M { bytes a = 1; }")
        #expect(protobufChanges(text, bytes) == [])
        #expect(protobufChanges(bytes, text) == ["field-wire-type-changed shop.M.a"])
        #expect(protobufChanges(text, bytes, for: .oldReaders) == ["field-wire-type-changed shop.M.a"])
        #expect(protobufChanges(bytes, text, for: .oldReaders) == [])
        #expect(protobufChanges(text, bytes, at: .wireJSON) == ["field-json-type-changed shop.M.a"])
    }

    @Test func `a deleted field may be reserved by number, and for JSON by name`() {
        let old = "message M { string a = 1; string b = 2; string c = 3; }"
        #expect(protobufChanges(old, "message M { reserved 2 to max; string a = 1; }") == [])
        #expect(
            protobufChanges(old, "message M { reserved 2, 3; reserved \"c\"; string a = 1; }", at: .wireJSON)
                == ["field-name-not-reserved shop.M.b"])
        #expect(
            protobufChanges(old, "message M { reserved 2; string a = 1; }", at: .source)
                == ["field-deleted shop.M.b", "field-deleted shop.M.c"])
    }

    @Test func `maps are compared by their keys and values, whatever their field is called`() {
        let old = "message M { map<string, int32> a = 1; }"
        #expect(protobufChanges(old, "message M { map<string, int64> b = 1; }") == ["(field-renamed) shop.M.a"])
        #expect(
            protobufChanges(old, "message M { map<bool, int32> a = 1; }") == ["field-wire-type-changed shop.M.a"])
        #expect(
            protobufChanges(old, "message M { map<string, string> a = 1; }") == [
                "field-wire-type-changed shop.M.a"
            ])
        #expect(
            protobufChanges(
                old, "message M { repeated E a = 1; message E { string key = 1; int32 value = 2; } }",
                at: .wireJSON)
                == ["field-json-type-changed shop.M.a", "field-json-cardinality-changed shop.M.a"])
    }

    @Test func `an enum may move if it keeps its name and all that it had`() {
        let old = "message M { Status a = 1; } enum Status { A = 0; B = 1; }"
        func moved(_ values: String) -> String {
            "message M { N.Status a = 1; } message N { enum Status { \(values) } }"
        }
        #expect(protobufChanges(old, moved("A = 0; B = 1; C = 2;")) == ["(enum-deleted) shop.Status"])
        #expect(protobufChanges(old, moved("A = 0;")).contains("field-wire-type-changed shop.M.a"))
        #expect(protobufChanges(old, moved("A = 0; B = 2;")).contains("field-wire-type-changed shop.M.a"))
        #expect(
            protobufChanges(old, moved("A = 0; B = 1;"), at: .source).contains("field-type-changed shop.M.a"))
    }

    @Test func `a second name for a value renames nothing`() {
        let old = "enum E { A = 0; B = 1; }"
        let aliased = "enum E { option allow_alias = true; A = 0; B = 1; C = 1; }"
        #expect(protobufChanges(old, aliased, at: .source) == [])
        #expect(protobufChanges(aliased, old, at: .source) == ["enum-value-renamed shop.E.C"])
        #expect(
            protobufChanges(aliased, "enum E { reserved \"B\"; A = 0; }", at: .wireJSON)
                == ["enum-value-number-not-reserved shop.E.B", "enum-value-name-not-reserved shop.E.C"])
    }

    @Test func `groups and messages differ on the wire`() {
        let old = "syntax = \"proto2\"; message M { optional group G = 1 { optional int32 a = 1; } }"
        let new =
            "syntax = \"proto2\"; message M { optional G g = 1; message G { optional int32 a = 1; } }"
        #expect(protobufChanges(old, new).contains("field-wire-type-changed M.g"))
        #expect(protobufChanges(old, old) == [])
    }

    @Test func `the default of an enum is its first value`() {
        let values = ["A = 1; B = 2;", "B = 2; A = 1;"]
        let texts = values.map {
            "syntax = \"proto2\"; enum E { \($0) } message M { optional E e = 1; repeated E all = 2; }"
        }
        #expect(protobufChanges(texts[0], texts[1]) == ["field-default-changed M.e"])
        let written = texts[1].replacing("e = 1;", with: "e = 1 [default = A];")
        #expect(protobufChanges(texts[0], written) == [])
    }

    @Test
    func
        `a default of zero is as good as none, and numbers are held against each other across types`()
    {
        func text(_ field: String) -> String { "syntax = \"proto2\"; message M { optional \(field); }" }
        #expect(protobufChanges(text("int32 a = 1"), text("int32 a = 1 [default = 0]")) == [])
        #expect(protobufChanges(text("int32 a = 1 [default = 7]"), text("uint64 a = 1 [default = 7]")) == [])
        #expect(
            protobufChanges(text("double a = 1 [default = nan]"), text("double a = 1 [default = nan]")) == [])
        #expect(
            protobufChanges(text("string a = 1 [default = \"x\"]"), text("string a = 1")) == [
                "field-default-changed M.a"
            ])
    }

    @Test func `reservations may be joined and split, but not shrink`() {
        let old = "message M { reserved 2, 3, 5 to 9; reserved \"a\"; }"
        #expect(protobufChanges(old, "message M { reserved 2 to 6, 7 to 12; reserved \"b\", \"a\"; }") == [])
        #expect(protobufChanges(old, "message M { reserved 2 to 4, 5 to 8; }").count == 2)
        #expect(
            protobufChanges(
                "enum E { A = 0; reserved -5 to -1, 9 to max; }",
                "enum E { A = 0; reserved -5 to -2, 9 to max; }")
                == ["enum-reservation-deleted shop.E"])
    }

    @Test func `extensions are matched by what they extend and their number`() {
        func text(_ field: String) -> String {
            "syntax = \"proto2\"; package p; message M { extensions 100 to max; } extend M { \(field) }"
        }
        let old = text("optional int32 a = 100;")
        #expect(protobufChanges(old, text("optional int64 a = 100;")) == [])
        #expect(protobufChanges(old, text("optional string a = 100;")) == ["field-wire-type-changed p.a"])
        #expect(protobufChanges(old, text("optional int32 b = 100;"), at: .wireJSON) == ["field-renamed p.a"])
        #expect(protobufChanges(old, text("optional int32 a = 101;")) == [])
        #expect(protobufChanges(old, text("optional int32 b = 101;")) == ["(extension-deleted) p.a"])
    }

    @Test func `a field that becomes optional in proto3 enters no oneof`() {
        let old = "message M { int32 a = 1; }"
        #expect(protobufChanges(old, "message M { optional int32 a = 1; }", at: .wireJSON) == [])
        #expect(
            protobufChanges(old, "message M { oneof o { int32 a = 1; } }") == ["field-oneof-changed shop.M.a"])
    }

    @Test func `messages that contain each other are compared like others`() {
        let old = "message A { B b = 1; A a = 2; } message B { A a = 1; int32 n = 2; }"
        #expect(protobufChanges(old, old, at: .source) == [])
        #expect(
            protobufChanges(old, old.replacing("int32 n", with: "string n")) == [
                "field-wire-type-changed shop.B.n"
            ])
    }

    @Test func `both places are told`() throws {
        let old = protobuf("message M {\n  int32 a = 1;\n}").schema
        let new = protobuf("message M {\n\n  string a = 1;\n}").schema
        let difference = try #require(compareProtobuf(old: old, new: new, level: .wire).first)
        #expect(difference.oldRange?.start.line == 4 && difference.newRange?.start.line == 5)
        #expect(
            difference.message == "the field 'a', number 1, changes its type from 'int32' to 'string'")
    }
}
