import ContractModel
import Diagnostics
import LocatedJSON
import Testing

struct AvroJSONTests {
    private static let schema = #"""
        {"type":"record","name":"shop.Order","fields":[{"name":"id","type":"string"},{"name":"total","type":["null","long"],"default":null},
        {"name":"channel","type":{"type":"enum","name":"E","symbols":["WEB","APP"]}},{"name":"digest","type":{"type":"fixed","name":"F","size":2}},
        {"name":"parts","type":{"type":"array","items":["int","shop.Order"]}},{"name":"extra","type":{"type":"map","values":"bytes"}}]}
        """#

    private func problems(_ text: String) throws -> [String] {
        let schema = try #require(parseAvroSchema(SourceFile(path: "s", text: Self.schema)).schema)
        let value = try #require(parseJSON(SourceFile(path: "v", text: text)).root)
        return schema.validateJSON(value).map { "\($0.path): \($0.message)" }
    }

    private static func order(total: String = "null", parts: String = "[]", extra: String = "{}", more: String = "") -> String {
        #"{"id":"a","total":\#(total),"channel":"WEB","digest":"\u0000ÿ","parts":\#(parts),"extra":\#(extra)\#(more)}"#
    }

    @Test func `values of the schema have no problems`() throws {
        #expect(try problems(Self.order()) == [])
        #expect(try problems(Self.order(total: #"{"long":5}"#, parts: #"[{"int":1},{"shop.Order":\#(Self.order())}]"#)) == [])
    }

    @Test func `all that is wrong is told, with its place`() throws {
        #expect(
            try problems(#"{"id":1,"channel":"TV","digest":"abc","parts":[{"int":2147483648},{"Order":{}},null],"extra":{"a/b":"Ā"},"x":1}"#)
                == [
                    "/id: a number is no string", ": the field 'total' of 'shop.Order' is missing",
                    "/channel: 'TV' is no symbol of 'shop.E'", "/digest: it has 3 bytes, and 'shop.F' has 2",
                    "/parts/0/int: a number is no int", "/parts/1: 'Order' is none of the union's types 'int', 'shop.Order'",
                    "/parts/2: null is none of 'int', 'shop.Order'", "/extra/a~1b: a string is no bytes",
                    "/x: 'shop.Order' has no field 'x'",
                ])
        #expect(
            try problems(Self.order(total: "5"))
                == ["/total: the value of a union is null or an object of one member, named after the type: one of 'null', 'long'"])
        #expect(try problems("[]") == [": an array is no record"])
    }

    @Test func `problems are cut off at the limit`() throws {
        #expect(try problems(Self.order(parts: "[" + Array(repeating: "1", count: 500).joined(separator: ",") + "]")).count == 20)
    }
}
