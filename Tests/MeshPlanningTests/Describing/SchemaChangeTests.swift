import ContractModel
import MeshPlanning
import Testing

@Suite struct `Schema changes, told field by field` {
    func avro(_ old: String, _ new: String) -> [String] { told(.avro, old, new) }

    func told(_ format: ContractFormat, _ old: String, _ new: String) -> [String] {
        describeSchemaChange(format, old: SchemaText(old), new: SchemaText(new)).map {
            "\($0.path): \($0.old ?? "(absent)") → \($0.new ?? "(absent)")"
        }
    }

    // MARK: Avro

    @Test func `fields that come, go and change their type`() {
        let old = Schemas.record("Order", #"{"name":"id","type":"string"},{"name":"total","type":"int"},{"name":"gone","type":"bytes"}"#)
        let new = Schemas.record("Order", #"{"name":"id","type":"string"},{"name":"total","type":"long"},{"name":"couponCode","type":["null","string"],"default":null}"#)
        #expect(
            avro(old, new) == [
                "fields.gone: bytes → (absent)", "fields.total.type: int → long",
                "fields.couponCode: (absent) → union null|string, default null",
            ])
    }

    @Test func `types within types`() {
        let line = { (fields: String) in #"{"type":"array","items":{"type":"record","name":"Line","fields":[\#(fields)]}}"# }
        let old = Schemas.record("Order", #"{"name":"lines","type":\#(line(#"{"name":"sku","type":"string"}"#))}"#)
        let new = Schemas.record("Order", #"{"name":"lines","type":\#(line(#"{"name":"sku","type":"string"},{"name":"count","type":"int","default":1}"#))}"#)
        #expect(avro(old, new) == ["fields.lines.items.fields.count: (absent) → int, default 1"])
    }

    @Test func `branches of a union, within it and beside it`() {
        let customer = { (type: String) in #"["null",{"type":"record","name":"Customer","fields":[{"name":"id","type":"\#(type)"}]}]"# }
        let old = Schemas.record("Order", #"{"name":"customer","type":\#(customer("int"))}"#)
        let new = Schemas.record("Order", #"{"name":"customer","type":\#(customer("long"))}"#)
        #expect(avro(old, new) == ["fields.customer.Customer.fields.id.type: int → long"])
        #expect(avro(#"["null","int"]"#, #"["null","int","string"]"#) == ["type: union null|int → union null|int|string"])
        #expect(avro(#"["null","int"]"#, #"["int","null"]"#) == ["type: union null|int → union int|null"])
    }

    @Test(arguments: [
        (#"{"type":"enum","name":"Status","symbols":["NEW","PAID"]}"#, #"{"type":"enum","name":"Status","symbols":["NEW","PAID","SENT"]}"#, "symbols: NEW, PAID → NEW, PAID, SENT"),
        (#"{"type":"enum","name":"S","symbols":["A"]}"#, #"{"type":"enum","name":"S","symbols":["A"],"default":"A"}"#, "default: (absent) → A"),
        (#"{"type":"fixed","name":"Hash","size":16}"#, #"{"type":"fixed","name":"Hash","size":32}"#, "size: 16 → 32"),
        (#"{"type":"map","values":"int"}"#, #"{"type":"map","values":"long"}"#, "values.type: int → long"),
        (#""long""#, #"{"type":"long","logicalType":"timestamp-millis"}"#, "type: long → long (timestamp-millis)"),
        (#"{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}"#, #"{"type":"bytes","logicalType":"decimal","precision":10,"scale":2}"#, "precision: 9 → 10"),
        (#"{"type":"record","name":"A","fields":[]}"#, #"{"type":"record","name":"B","aliases":["A"],"fields":[]}"#, "name: A → B"),
        (#"{"type":"record","name":"A","doc":"old","fields":[]}"#, #"{"type":"record","name":"A","doc":"new","fields":[]}"#, "doc: old → new"),
        (#""int""#, #"{"type":"record","name":"A","fields":[]}"#, "type: int → A"),
        ("\"int\"", "{", "schema: (absent) → changed"),
    ])
    func `other Avro changes`(old: String, new: String, told: String) {
        #expect(avro(old, new).first == told)
    }

    @Test func `defaults, aliases and order`() {
        let field = { (rest: String) in Schemas.record("A", #"{"name":"a","type":"int"\#(rest)},{"name":"b","type":"int"}"#) }
        #expect(avro(field(""), field(#","default":0"#)) == ["fields.a.default: (absent) → 0"])
        #expect(avro(field(#","default":0"#), field(#","default":1"#)) == ["fields.a.default: 0 → 1"])
        #expect(avro(field(""), field(#","aliases":["x"]"#)) == [#"fields.a.aliases: (absent) → ["x"]"#])
        let turned = Schemas.record("A", #"{"name":"b","type":"int"},{"name":"a","type":"int"}"#)
        #expect(avro(field(""), turned) == ["fields: in the order a, b → in the order b, a"])
    }

    @Test(arguments: [
        (#"{"type":"record","name":"a.B","fields":[]}"#, #"{"fields":[],"namespace":"a","name":"B","type":"record","aliases":[]}"#),
        (#"{"type":"string"}"#, #""string""#),
        (#"{"type":"record","name":"B","namespace":"a","fields":[{"name":"x","type":["null","B"],"order":"ascending"}]}"#, #"{"type":"record","name":"a.B","fields":[{"name":"x","type":["null","a.B"]}]}"#),
        (#"{"type":"bytes","logicalType":"decimal","precision":4,"scale":0}"#, #"{"type":"bytes","logicalType":"decimal","precision":4}"#),
        (#"{"type":"record","name":"a.B","aliases":["C","x.D"],"fields":[]}"#, #"{"type":"record","name":"a.B","aliases":["x.D","a.C"],"fields":[]}"#),
    ])
    func `two spellings of an Avro schema are no change`(left: String, right: String) {
        #expect(avro(left, right).isEmpty)
    }

    // MARK: JSON Schema

    @Test func `JSON Schema by pointer`() {
        #expect(
            told(
                .jsonSchema, #"{"type":"object","properties":{"a/b":{"type":"integer"},"c":{}},"required":["c"]}"#,
                #"{"properties":{"a/b":{"type":"number"},"d":{"type":"string"}},"type":"object","required":["c","d"]}"#) == [
                    "#/properties/a~1b/type: integer → number", "#/properties/c: {} → (absent)",
                    #"#/properties/d: (absent) → {"type":"string"}"#, #"#/required: ["c"] → ["c","d"]"#,
                ])
        #expect(told(.jsonSchema, #"{"anyOf":[{"type":"string"},{"maximum":1}]}"#, #"{"anyOf":[{"type":"string"},{"maximum":2.0}]}"#) == ["#/anyOf/1/maximum: 1 → 2.0"])
        #expect(told(.jsonSchema, #"{"maximum":1,"type":"number"}"#, #"{ "type": "number", "maximum": 1.0 }"#).isEmpty)
        #expect(told(.jsonSchema, "true", "false") == ["#: true → false"])
    }

    // MARK: Protobuf

    func proto(_ body: String) -> String { "syntax = \"proto3\";\npackage shop;\n\(body)" }

    @Test func `Protobuf by message and field`() {
        let old = proto("message Order { string id = 1; int32 total = 3; string gone = 4; repeated Line lines = 5; message Line { string sku = 1; } enum Status { NEW = 0; } }")
        let new = proto("message Order { string id = 1; int64 total = 3; string label = 6; repeated Line lines = 5; reserved 4; reserved \"gone\"; message Line { string code = 1; } enum Status { NEW = 0; PAID = 1; } message Extra { string x = 1; } }")
        #expect(
            told(.protobuf, old, new) == [
                "Order.gone: string = 4 → (absent)", "Order.Status.PAID: (absent) → 1", "Order.Extra: (absent) → message",
                "Order.Line.code: string sku = 1 → string code = 1", "Order.total: int32 = 3 → int64 = 3", "Order.label: (absent) → string = 6",
                "Order.reserved: (absent) → 4, \"gone\"",
            ])
    }

    @Test(arguments: [
        ("message A { string a = 1; }", "message A { oneof x { string a = 1; } }", "A.a: string = 1 → string = 1 in oneof x"),
        ("message A { string a = 1; }", "message A { optional string a = 1; }", "A.a: string = 1 → optional string = 1"),
        ("message A { map<string, int32> a = 1; }", "message A { map<string, B> a = 1; } message B {}", "B: (absent) → message"),
        ("message A { string a = 1; }", "message A { string a = 1 [deprecated = true]; }", "A.a: string = 1 → string = 1 [deprecated = true]"),
        ("message A {} service S { rpc Get(A) returns (A); }", "message A {} service S { rpc Get(A) returns (stream A); }", "S.Get: (A) returns (A) → (A) returns (stream A)"),
        ("option java_package = \"a\";", "option java_package = \"b\";", "option java_package: \"a\" → \"b\""),
        ("import \"google/protobuf/timestamp.proto\"; message A { google.protobuf.Timestamp t = 1; }", "message A { }", "import \"google/protobuf/timestamp.proto\": there → (absent)"),
        ("message A { string a = 1; }", "message A { strin a = 1; }", "schema: (absent) → changed"),
    ])
    func `other Protobuf changes`(old: String, new: String, expected: String) {
        #expect(told(.protobuf, proto(old), proto(new)).contains(expected), "\(told(.protobuf, proto(old), proto(new)))")
    }

    @Test func `comments and order are no change in Protobuf, the package is`() {
        #expect(told(.protobuf, proto("message A { string a = 1; int32 b = 2; }"), proto("// An A.\nmessage A {\n int32 b = 2;\n string a = 1; }")).isEmpty)
        #expect(told(.protobuf, proto("message A { A a = 1; }"), "syntax = \"proto3\"; package mall; message A { A a = 1; }") == ["package: shop → mall"])
    }

    @Test func `what is referred to is read along`() {
        let text = #"syntax = "proto3"; import "money.proto"; message A { Money m = 1; }"#
        let changed = #"syntax = "proto3"; import "money.proto"; message A { Money m = 2; }"#
        let money = ["money.proto": #"syntax = "proto3"; message Money { int64 cents = 1; }"#]
        let fields = describeSchemaChange(.protobuf, old: SchemaText(text, referenced: money), new: SchemaText(changed, referenced: money))
        #expect(fields.map(\.path) == ["A.m", "A.m"])
        #expect(describeSchemaChange(.protobuf, old: SchemaText(text), new: SchemaText(changed)) == [FieldChange("schema", from: nil, to: "changed")])
    }

    // MARK: Bounds

    @Test func `a schema that changes altogether is told in so many lines, each short`() {
        let many = { (type: String) in Schemas.record("A", (0..<5000).map { #"{"name":"f\#($0)","type":"\#(type)"}"# }.joined(separator: ",")) }
        let fields = describeSchemaChange(.avro, old: SchemaText(many("int")), new: SchemaText(many("long")))
        #expect(fields.count == 101 && fields.last == FieldChange("schema", from: nil, to: "4900 further changes"))
        let long = String(repeating: "x", count: 10_000)
        let worded = describeSchemaChange(
            .jsonSchema, old: SchemaText(#"{"title":"a"}"#), new: SchemaText(#"{"title":"\#(long)\nline"}"#))
        #expect(worded.first?.new?.count == 100)
    }
}
