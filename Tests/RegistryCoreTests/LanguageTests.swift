import TestSupport
import Testing

@Suite struct `Schemas as they are kept` {
    private func kept(_ schema: String, type: String? = nil, query: String = "") -> String {
        var use = RegistryInUse()
        let answer = use.register("a", schema, type: type, query: query)
        #expect(answer.status == 200, "\(answer.text)")
        return use.get("/schemas/ids/1/schema").text
    }

    @Test(arguments: [
        ("{ \"type\" : \"string\" }", "\"string\""),
        ("{\"logicalType\":\"uuid\",\"type\":\"string\"}", "{\"type\":\"string\",\"logicalType\":\"uuid\"}"),
        ("[ \"null\", { \"type\": \"int\" } ]", "[\"null\",\"int\"]"),
        ("{\"items\":{\"type\":\"long\"},\"type\":\"array\",\"x\":1}", "{\"type\":\"array\",\"items\":\"long\",\"x\":1}"),
        ("{\"values\":\"int\",\"type\":\"map\"}", "{\"type\":\"map\",\"values\":\"int\"}"),
        ("{\"size\":4,\"name\":\"a.b.F\",\"type\":\"fixed\"}", "{\"type\":\"fixed\",\"name\":\"F\",\"namespace\":\"a.b\",\"size\":4}"),
        (
            "{\"symbols\":[\"A\",\"B\"],\"default\":\"A\",\"doc\":\"d\",\"name\":\"E\",\"type\":\"enum\",\"aliases\":[\"n.F\"]}",
            "{\"type\":\"enum\",\"name\":\"E\",\"doc\":\"d\",\"symbols\":[\"A\",\"B\"],\"default\":\"A\",\"aliases\":[\"n.F\"]}"
        ),
        (
            "{\"type\":\"record\",\"fields\":[{\"type\":{\"type\":\"enum\",\"name\":\"n.E\",\"symbols\":[]},\"name\":\"e\",\"order\":\"ascending\"},"
                + "{\"name\":\"f\",\"type\":[\"null\",\"n.E\"],\"default\":null,\"own\":{\"b\":1,\"a\":2},\"doc\":\"x\",\"order\":\"ignore\"}],"
                + "\"namespace\":\"n\",\"name\":\"R\"}",
            "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"fields\":[{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[]}},"
                + "{\"name\":\"f\",\"type\":[\"null\",\"E\"],\"doc\":\"x\",\"default\":null,\"order\":\"ignore\",\"own\":{\"b\":1,\"a\":2}}]}"
        ),
    ])
    func `Avro is kept as the Java library writes it`(schema: String, expected: String) {
        #expect(kept(schema) == expected)
        #expect(kept(expected) == expected, "what is kept stays as it is")
    }

    @Test func `documentation, defaults, aliases and logical types make another Avro schema`() {
        var use = RegistryInUse()
        let schemas = [
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}",
            "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"d\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":1}]}",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"aliases\":[\"b\"]}]}",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":{\"type\":\"int\",\"logicalType\":\"date\"}}]}",
        ]
        for (index, schema) in schemas.enumerated() { #expect(use.register("a", schema).body["id"] == .number(Double(index + 1))) }
    }

    @Test func `JSON Schema is kept without space, numbers and order as written`() {
        #expect(kept("{ \"title\":\"a\", \"maximum\": 1.50 }", type: "JSON") == "{\"title\":\"a\",\"maximum\":1.50}")
        #expect(kept("true", type: "JSON") == "true")
    }

    @Test func `Protobuf is kept as written, unless it is to be normalized`() {
        let text = "syntax = \"proto3\";\n// the order\nmessage Order {\n  string b = 2;\n  int32 a = 1;\n}\n"
        #expect(kept(text, type: "PROTOBUF") == text)
        #expect(kept(text, type: "PROTOBUF", query: "?normalize=true") == "syntax = \"proto3\";\nmessage Order {\n  int32 a = 1;\n  string b = 2;\n}\n")
    }

    @Test func `a descriptor is told from a text, and refused where it is none`() {
        var use = RegistryInUse()
        // name "a.proto", message "A" { int32 x = 1; }, proto3
        let descriptor = "CgdhLnByb3RvIhEKAUESDAoBeBgBIAEoBVIBeGIGcHJvdG8z"
        #expect(use.register("a", descriptor, type: "PROTOBUF").body["id"] == 1)
        #expect(use.get("/schemas/ids/1/schema").text == "syntax = \"proto3\";\nmessage A {\n  int32 x = 1;\n}\n")
        #expect(use.register("a", "syntax = \"proto3\"; message A { int32 x = 1; }", type: "PROTOBUF").body["id"] == 1)
        #expect(use.register("b", "AAAA", type: "PROTOBUF").code == 42201)
        #expect(use.register("b", "CgdhLnByb3Rv", type: "PROTOBUF").status == 200, "a file without declarations is one")
    }

    @Test func `another writing is given where there is one`() {
        var use = RegistryInUse()
        use.register("a", "syntax = \"proto3\"; message A { int32 x = 1; }", type: "PROTOBUF")
        let serialized = use.get("/subjects/a/versions/1?format=serialized").body["schema"]
        #expect(serialized == use.get("/schemas/ids/1?format=serialized").body["schema"])
        #expect(serialized != use.get("/schemas/ids/1").body["schema"])
        use.register("b", record("id"))
        #expect(use.get("/schemas/ids/2?format=serialized").body["schema"] == .string(record("id")), "who has none gives its own")
    }
}
