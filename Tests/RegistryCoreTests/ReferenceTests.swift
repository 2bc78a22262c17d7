import RegistryCore
import TestSupport
import Testing

@Suite struct `References` {
    let base = "{\"type\":\"record\",\"name\":\"Base\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}"
    let middle = "{\"type\":\"record\",\"name\":\"Middle\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"b\",\"type\":\"Base\"}]}"
    let top = "{\"type\":\"record\",\"name\":\"Top\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"m\",\"type\":\"Middle\"}]}"

    @Test func `Avro schemas refer to each other over several steps`() throws {
        var use = RegistryInUse()
        use.register("base", base)
        use.register("middle", middle, references: [("shop.Base", "base", 1)])
        #expect(use.register("top", top).code == 42201, "what is not referred to is not known")
        let answer = use.register("top", top, references: [("shop.Middle", "middle", 1)])
        #expect(answer.status == 200)
        #expect(use.get("/subjects/top/versions/1").body["references"] == [["name": "shop.Middle", "subject": "middle", "version": 1]])
        #expect(use.get("/schemas/ids/3").body["references"].elements.count == 1)
        let resolved = try #require(use.registry.snapshot.schema(id: 3))
        #expect(resolved.text.references.keys.sorted() == ["shop.Base", "shop.Middle"])
        #expect(
            use.get("/schemas/ids/3/schema?format=resolved").text
                == "{\"type\":\"record\",\"name\":\"Top\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"m\",\"type\":{\"type\":\"record\",\"name\":"
                + "\"Middle\",\"fields\":[{\"name\":\"b\",\"type\":{\"type\":\"record\",\"name\":\"Base\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}}]}}]}")
    }

    @Test func `compatibility sees through references`() {
        var use = RegistryInUse()
        use.register("base", base)
        use.call("PUT", "/config/base", "{\"compatibility\":\"NONE\"}")
        use.register("base", base.replacingLast("\"long\"", "\"string\""))
        use.register("middle", middle, references: [("shop.Base", "base", 1)])
        #expect(use.register("middle", middle, references: [("shop.Base", "base", 2)]).status == 409)
        use.call("PUT", "/config/middle", "{\"compatibility\":\"NONE\"}")
        #expect(use.register("middle", middle, references: [("shop.Base", "base", 2)]).body["id"] == 4, "references are part of a schema")
    }

    @Test func `the version -1 is the latest when it is registered`() {
        var use = RegistryInUse()
        use.register("base", base)
        use.register("base", base.replacingLast("]", ",{\"name\":\"x\",\"type\":\"int\",\"default\":0}]"))
        use.register("middle", middle, references: [("shop.Base", "base", -1)])
        #expect(use.get("/subjects/middle/versions/1").body["references"][0]["version"] == 2)
    }

    @Test func `a reference leads somewhere`() {
        var use = RegistryInUse()
        #expect(use.register("middle", middle, references: [("shop.Base", "base", 1)]).code == 42201)
        use.register("base", base)
        #expect(use.register("middle", middle, references: [("shop.Base", "base", 2)]).code == 42201)
        #expect(use.register("middle", middle, references: [("shop.Base", "base", 0)]).code == 42201)
    }

    @Test func `JSON schemas refer by name, also relative to their own`() {
        var use = RegistryInUse()
        use.register("address", "{\"$id\":\"http://shop.example/address.json\",\"type\":\"object\"}", type: "JSON")
        let order = "{\"$id\":\"http://shop.example/order.json\",\"properties\":{\"to\":{\"$ref\":\"address.json\"}}}"
        #expect(use.register("order", order, type: "JSON").code == 42201)
        #expect(use.register("order", order, type: "JSON", references: [("address.json", "address", 1)]).status == 200)
        let plain = "{\"properties\":{\"to\":{\"$ref\":\"address.json\"}}}"
        #expect(use.register("plain", plain, type: "JSON", references: [("address.json", "address", 1)]).status == 200)
        #expect(use.register("plain", "{\"type\":\"array\"}", type: "JSON").status == 409)
    }

    @Test func `Protobuf files import each other, what Protobuf brings along, and what clients do`() {
        var use = RegistryInUse()
        use.register("money", "syntax = \"proto3\"; package shop; message Money { int64 units = 1; }", type: "PROTOBUF")
        let order = """
            syntax = "proto3";
            package shop;
            import "shop/money.proto";
            import "google/protobuf/timestamp.proto";
            import "google/type/date.proto";
            import "confluent/meta.proto";
            message Order {
              Money total = 1 [(confluent.field_meta).doc = "gross"];
              google.protobuf.Timestamp at = 2;
              google.type.Date due = 3;
            }
            """
        #expect(use.register("order", order, type: "PROTOBUF").code == 42201)
        #expect(use.register("order", order, type: "PROTOBUF", references: [("shop/money.proto", "money", 1)]).status == 200)
        let serialized = use.get("/schemas/ids/2/schema?format=serialized").text
        let again = use.register("order", serialized, type: "PROTOBUF", references: [("shop/money.proto", "money", 1)])
        #expect(again.body["id"] == 2, "the descriptor is the same schema, custom options too")
    }

    @Test func `references are the same in any order`() {
        var use = RegistryInUse()
        use.register("base", base)
        use.register("middle", middle, references: [("shop.Base", "base", 1)])
        use.register("top", top, references: [("shop.Middle", "middle", 1), ("shop.Base", "base", 1)])
        #expect(use.register("top", top, references: [("shop.Base", "base", 1), ("shop.Middle", "middle", 1)]).body["version"] == 1)
    }
}

extension String {
    func replacingLast(_ part: String, _ replacement: String) -> String {
        var copy = self
        var found: Range<String.Index>?
        var start = copy.startIndex
        while let range = copy[start...].firstRange(of: part) {
            found = range
            start = range.upperBound
        }
        if let found { copy.replaceSubrange(found, with: replacement) }
        return copy
    }
}
