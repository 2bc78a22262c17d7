import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

struct AvroRuleTests {
    @Test(arguments: [
        ("int", "long"), ("int", "float"), ("int", "double"), ("long", "float"), ("long", "double"), ("float", "double"),
        ("string", "bytes"), ("bytes", "string"),
    ])
    func `what is promoted is read`(_ writer: String, _ reader: String) throws {
        let differences = compareAvro(reader: try avroSchema("\"\(reader)\""), writer: try avroSchema("\"\(writer)\""))
        #expect(differences.allSatisfy { !$0.isBreaking })
    }

    @Test func `no other primitive type is read as another`() throws {
        var readable = 0
        for writer in AvroType.Primitive.allCases {
            for reader in AvroType.Primitive.allCases {
                let differences = compareAvro(
                    reader: AvroSchema(root: .primitive(reader, logical: nil)),
                    writer: AvroSchema(root: .primitive(writer, logical: nil)))
                if differences.allSatisfy({ !$0.isBreaking }) { readable += 1 }
            }
        }
        #expect(readable == 8 + 8)
    }

    @Test func `a namespace may change, a name only with the full old name as an alias`() throws {
        let old = #"{"type":"fixed","name":"F","namespace":"a","size":2}"#
        #expect(try avroDifferences(reader: #"{"type":"fixed","name":"b.F","size":2}"#, writer: old) == [])
        #expect(try avroDifferences(reader: #"{"type":"fixed","name":"G","size":2,"aliases":["a.F"]}"#, writer: old) == [])
        #expect(
            try avroDifferences(reader: #"{"type":"fixed","name":"G","size":3,"aliases":["F"]}"#, writer: old)
                == ["name-changed /name", "fixed-size-changed /size"])
    }

    @Test func `a field is found by an alias of the reader's, and the writer's aliases do not count`() throws {
        let old = avroRecord("R", avroField("a", #""int""#))
        let new = avroRecord("R", avroField("b", #""long""#, #""aliases":["a"]"#))
        #expect(try avroDifferences(reader: new, writer: old) == [])
        #expect(try avroDifferences(reader: old, writer: new) == ["field-added-without-default /fields/0"])
    }

    @Test func `an alias that repeats the field's own name is not ambiguous`() throws {
        let schema = avroRecord("R", avroField("a", #""int""#, #""aliases":["a","a"]"#))
        #expect(try avroDifferences(reader: schema, writer: schema) == [])
    }

    @Test func `the default of an enum stands for symbols, and not for a field`() throws {
        let plain = #"{"type":"enum","name":"E","symbols":["A","B","C"]}"#
        let smaller = #"{"type":"enum","name":"E","symbols":["A"],"default":"A"}"#
        #expect(try avroDifferences(reader: smaller, writer: plain) == [])
        let differences = compareAvro(reader: try avroSchema(avroRecord("R", avroField("e", smaller))), writer: try avroSchema(avroRecord("R", "")))
        #expect(differences.map(\.rule) == ["avro/field-added-without-default"])
        #expect(differences[0].message.contains("the default of its enum stands for unknown symbols only"))
    }

    @Test func `all symbols that are missing are told once`() throws {
        let old = #"{"type":"enum","name":"E","symbols":["A","B","C","D","F","G","H","I"]}"#
        let differences = compareAvro(reader: try avroSchema(#"{"type":"enum","name":"E","symbols":["A"]}"#), writer: try avroSchema(old))
        #expect(differences.count == 1)
        #expect(differences[0].message.contains("'B', 'C', 'D', 'F', 'G' and 2 more"))
    }

    @Test func `the data's every branch must be read, whatever the order`() throws {
        #expect(try avroDifferences(reader: #"["string","null"]"#, writer: #"["null","string"]"#) == [])
        #expect(try avroDifferences(reader: #"["null","double"]"#, writer: #"["null","int","float"]"#) == [])
        #expect(
            try avroDifferences(reader: #"["null","int"]"#, writer: #"["long","null","string"]"#)
                == ["union-branch-missing /0", "union-branch-missing /2"])
        #expect(try avroDifferences(reader: #""int""#, writer: #"["int","null"]"#) == ["type-not-readable /1"])
        #expect(try avroDifferences(reader: #""int""#, writer: "[]") == [])
        #expect(try avroDifferences(reader: "[]", writer: #""int""#) == ["union-branch-missing /"])
    }

    @Test func `what is wrong with a union's own branch is told, instead of that the branch is missing`() throws {
        let old = "[\"null\",\(avroRecord("R", avroField("x", #""string""#)))]"
        let new = "[\"null\",\(avroRecord("R", avroField("x", #""int""#) + "," + avroField("y", #""int""#)))]"
        #expect(
            try avroDifferences(reader: new, writer: old)
                == ["type-not-readable /1/fields/0/type", "field-added-without-default /1/fields/1"])
    }

    @Test func `a branch that reads the data wins over one of the data's name that does not`() throws {
        let old = avroRecord("a.R", avroField("x", #""string""#))
        let new = "[\(avroRecord("a.R", avroField("x", #""int""#))),\(avroRecord("b.R", avroField("x", #""string""#)))]"
        #expect(try avroDifferences(reader: new, writer: old) == [])
    }

    @Test func `a branch is passed over for what is wrong deep in it, and for an ambiguous alias`() throws {
        func old(_ type: String) -> String {
            avroRecord("a.R", avroField("s", avroRecord("a.S", avroField("x", type))) + "," + avroField("t", type))
        }
        let other = avroRecord("b.R", "")
        #expect(try avroDifferences(reader: "[\(old(#""int""#)),\(other)]", writer: old(#""string""#)) == [])
        let ambiguous = avroRecord("a.R", avroField("t", #""int""#, #""aliases":["s"]"#))
        #expect(try avroDifferences(reader: "[\(ambiguous),\(other)]", writer: old(#""int""#)) == [])
        #expect(try avroDifferences(reader: ambiguous, writer: old(#""int""#)) == ["ambiguous-alias /fields/0"])
        let deep = avroRecord("a.R", avroField("s", avroRecord("a.S", avroField("x", #""int""#))))
        #expect(try avroDifferences(reader: "[\(deep),\(other)]", writer: old(#""string""#)) == [])
    }

    @Test func `where no branch reads the data, the one of the data's full name is told of`() throws {
        let old = avroRecord("a.R", avroField("x", #""string""#))
        let new = "[\(avroRecord("b.R", avroField("x", #""null""#))),\(avroRecord("a.R", avroField("x", #""int""#)))]"
        #expect(try avroDifferences(reader: new, writer: old) == ["type-not-readable /1/fields/0/type"])
    }

    @Test func `differences are told inside arrays, maps and records, and once for a type that is used twice`() throws {
        func schema(_ type: String) -> String {
            avroRecord(
                "R",
                avroField("a", #"{"type":"array","items":{"type":"map","values":\#(avroRecord("S", avroField("x", type)))}}"#) + ","
                    + avroField("b", #""S""#))
        }
        #expect(
            try avroDifferences(reader: schema(#""int""#), writer: schema(#""long""#))
                == ["type-not-readable /fields/0/type/items/values/fields/0/type"])
    }

    @Test func `logical types, roundings and bytes as text are told without breaking anything`() throws {
        func decimal(_ precision: Int, _ scale: Int) -> String {
            #"{"type":"bytes","logicalType":"decimal","precision":\#(precision),"scale":\#(scale)}"#
        }
        #expect(try avroDifferences(reader: decimal(8, 2), writer: decimal(4, 2)) == [])
        #expect(try avroDifferences(reader: decimal(8, 4), writer: decimal(8, 2)) == ["logical-type-changed /"])
        #expect(try avroDifferences(reader: decimal(4, 2), writer: decimal(8, 2)) == ["logical-type-changed /"])
        #expect(try avroDifferences(reader: decimal(4, 2), writer: #""bytes""#) == [])
        #expect(try avroDifferences(reader: #""double""#, writer: #""int""#) == [])
        #expect(try avroDifferences(reader: #"["null","float"]"#, writer: #""int""#) == ["number-rounded /1"])
    }

    @Test func `ranges point at the field or the name in both schemas`() throws {
        let old = MarkedSource(#"{"type":"record","name":"R","fields":[{"name":⟦"x"⟧,"type":"string"}]}"#, path: "old.avsc")
        let new = MarkedSource(#"{"type":"record","name":"R","fields":[{"name":⟦"x"⟧,"type":"int"},{"name":⟦"y"⟧,"type":"int"}]}"#)
        let differences = compareAvro(
            reader: try #require(parseAvroSchema(new.file).schema), writer: try #require(parseAvroSchema(old.file).schema))
        #expect(differences.map(\.newRange) == [new.ranges[0], new.ranges[1]])
        #expect(differences[0].oldRange == old.ranges[0])
        #expect(differences[1].oldRange?.text == #""R""#)
    }
}
