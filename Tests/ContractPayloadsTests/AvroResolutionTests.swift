import ContractModel
import ContractPayloads
import LocatedJSON
import Testing

struct AvroResolutionTests {
    @Test(arguments: [
        ("int", "long", "7", "7"), ("int", "float", "7", "7.0"), ("int", "double", "7", "7.0"), ("long", "float", "7", "7.0"),
        ("long", "double", "7", "7.0"), ("float", "double", "1.5", "1.5"), ("string", "bytes", #""é""#, #""Ã©""#),
        ("bytes", "string", #""Ã©""#, #""é""#),
    ])
    func `a narrower type is read as a wider one`(writer: String, reader: String, value: String, expected: String) throws {
        #expect(try resolved(value, writer: "\"\(writer)\"", reader: "\"\(reader)\"") == expected)
    }

    @Test(arguments: ["long int", "double float", "string int", "int string", "boolean int", "null string"])
    func `no other type is`(_ pair: String) throws {
        let types = pair.split(separator: " ")
        let schemas = (try avroSchema("\"\(types[0])\""), try avroSchema("\"\(types[1])\""))
        #expect(try !AvroDecoder(writer: schemas.0, reader: schemas.1).readsEverything)
    }

    private func record(_ fields: String, name: String = "R") -> String { #"{"type":"record","name":"\#(name)","fields":[\#(fields)]}"# }

    @Test func `fields are matched by name and alias, others are passed over or take their defaults`() throws {
        let writer = record(
            #"{"name":"a","type":"int"},{"name":"gone","type":{"type":"array","items":"string"}},{"name":"b","type":"string"}"#)
        let reader = record(
            #"{"name":"c","aliases":["b"],"type":"string"},{"name":"a","type":"long"},{"name":"d","type":["null","int"],"default":null},{"name":"e","type":{"type":"map","values":"bytes"},"default":{"k":"\u00ff"}}"#
        )
        #expect(
            try resolved(#"{"a":1,"gone":["x","y"],"b":"z"}"#, writer: writer, reader: reader) == #"{"c":"z","a":1,"d":null,"e":{"k":"ÿ"}}"#
        )
    }

    @Test func `a field without default refuses every record`() throws {
        let writer = record(#"{"name":"a","type":"int"}"#)
        let reader = record(#"{"name":"a","type":"int"},{"name":"b","type":"int"}"#)
        #expect(
            try refusal(#"{"a":1}"#, writer: writer, reader: reader)
                == "the payload has no field 'b', which 'R' needs and has no default for")
    }

    @Test func `a symbol that the reader lacks is its default, or refused where it comes`() throws {
        func symbols(_ list: String, _ rest: String = "") -> String { #"{"type":"enum","name":"E","symbols":[\#(list)]\#(rest)}"# }
        let writer = symbols(#""A","B","C""#)
        #expect(try resolved(#""B""#, writer: writer, reader: symbols(#""C","B""#)) == #""B""#)
        #expect(try resolved(#""A""#, writer: writer, reader: symbols(#""C","B""#, #","default":"C""#)) == #""C""#)
        #expect(try refusal(#""A""#, writer: writer, reader: symbols(#""C","B""#)).contains("'A', which the enum 'E' does not have"))
    }

    @Test func `a union is resolved by the branch that the data has`() throws {
        #expect(try resolved(#"{"int":3}"#, writer: #"["null","int"]"#, reader: #""long""#) == "3")
        #expect(try resolved("3", writer: #""int""#, reader: #"["null","string","double","long"]"#) == #"{"double":3.0}"#)
        #expect(try resolved("3", writer: #""int""#, reader: #"["double","int"]"#) == #"{"int":3}"#)
        #expect(try resolved(#"{"string":"a"}"#, writer: #"["int","string"]"#, reader: #"["string","null"]"#) == #"{"string":"a"}"#)
        #expect(
            try refusal("null", writer: #"["null","int"]"#, reader: #""long""#)
                == "the payload was written as null, which is not read as long")
    }

    @Test func `of a union's branches one that reads all is taken before one that reads only some`() throws {
        let writer = record(#"{"name":"x","type":"string"}"#, name: "n.R")
        let reader = "[\(record(#"{"name":"x","type":"int"}"#, name: "a.R")),\(record(#"{"name":"x","type":"string"}"#, name: "b.R"))]"
        #expect(try resolved(#"{"x":"1"}"#, writer: writer, reader: reader) == #"{"b.R":{"x":"1"}}"#)
    }

    @Test func `names count without their namespace, or by alias`() throws {
        func fixed(_ name: String, _ rest: String = "", size: Int = 1) -> String {
            #"{"type":"fixed","name":"\#(name)","size":\#(size)\#(rest)}"#
        }
        #expect(try resolved(#""a""#, writer: fixed("x.F"), reader: fixed("y.F")) == #""a""#)
        #expect(try resolved(#""a""#, writer: fixed("x.F"), reader: fixed("G", #","aliases":["x.F"]"#)) == #""a""#)
        #expect(try refusal(#""a""#, writer: fixed("F"), reader: fixed("G")).contains("'F', which is not read as 'G'"))
        #expect(try refusal(#""a""#, writer: fixed("F"), reader: fixed("F", size: 2)).contains("1 bytes and is read with 2"))
    }

    @Test func `recursive types are resolved all the way down`() throws {
        func list(_ type: String, _ more: String = "") -> String {
            record(#"{"name":"v","type":"\#(type)"},{"name":"next","type":["null","R"]}\#(more)"#)
        }
        let value = #"{"v":1,"next":{"R":{"v":2,"next":null}}}"#
        let reader = list("long", #",{"name":"d","type":"int","default":9}"#)
        #expect(try resolved(value, writer: list("int"), reader: reader) == #"{"v":1,"next":{"R":{"v":2,"next":null,"d":9}},"d":9}"#)
        #expect(try refusal(value, writer: list("int"), reader: list("string")).hasPrefix("'v' was written as int"))
    }

    @Test func `a field that two of the reader's could be read from is read for both`() throws {
        let writer = record(#"{"name":"a","type":"int"}"#)
        let reader = record(#"{"name":"a","type":"int"},{"name":"b","aliases":["a"],"type":"double"}"#)
        #expect(try resolved(#"{"a":1}"#, writer: writer, reader: reader) == #"{"a":1,"b":1.0}"#)
    }

    @Test func `a value that is refused can be made, toward the place that is meant`() throws {
        let writer = try avroSchema(record(#"{"name":"a","type":"int"},{"name":"b","type":{"type":"array","items":["null","string"]}}"#))
        let reader = try avroSchema(record(#"{"name":"a","type":"string"},{"name":"b","type":{"type":"array","items":["null","int"]}}"#))
        let decoder = try AvroDecoder(writer: writer, reader: reader)
        let first = try #require(decoder.refusedValue(of: writer, toward: "/fields/0/type"))
        #expect(first.json(writer).compactText == #"{"a":0,"b":[]}"#)
        let second = try #require(decoder.refusedValue(of: writer, toward: "/fields/1/type/items/1"))
        #expect(second.json(writer).compactText == #"{"a":0,"b":[{"string":""}]}"#)
    }

    @Test func `a default that has no end is an error and not a wait`() throws {
        let reader = try avroSchema(#"{"type":"record","name":"R","fields":[{"name":"x","type":"R","default":{}}]}"#)
        let writer = try avroSchema(record(""))
        #expect(throws: PayloadError.self) { try AvroDecoder(writer: writer, reader: reader) }
        // Each level twice the one below.
        let levels = (0..<40).reduce(record("", name: "R0")) { inner, level in
            #"{"type":"record","name":"R\#(level + 1)","fields":[{"name":"a","type":\#(inner),"default":{}},{"name":"b","type":"R\#(level)","default":{}}]}"#
        }
        let wide = try avroSchema(#"{"type":"record","name":"R","fields":[{"name":"x","type":\#(levels),"default":{}}]}"#)
        #expect(throws: PayloadError.self) { try AvroDecoder(writer: writer, reader: wide) }
    }
}
