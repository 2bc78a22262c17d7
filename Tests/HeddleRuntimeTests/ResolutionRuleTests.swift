import HeddleRuntime
import Testing

/// Avro 1.12, "Schema Resolution", rule by rule, on bytes written by hand.
struct ResolutionRuleTests {
    private func record(_ fields: String, _ rest: String = "") -> String {
        #"{"type":"record","name":"R","namespace":"n"\#(rest),"fields":[\#(fields)]}"#
    }

    private func read(_ bytes: [UInt8], writer: String, reader: String) throws -> [UInt8] {
        let resolution = try AvroResolution(writer: writer, reader: reader)
        if resolution.isIdentity { return bytes }
        var input = ByteReader(bytes.span.bytes)
        var output = ByteWriter()
        try resolution.rewrite(from: &input, into: &output)
        try input.expectEnd()
        return output.copyBytes()
    }

    private func refusal(writer: String, reader: String) -> String? {
        do throws(SchemaResolutionError) {
            _ = try AvroResolution(writer: writer, reader: reader)
            return nil
        } catch {
            return error.description
        }
    }

    private func failure(_ bytes: [UInt8], writer: String, reader: String) throws -> String? {
        let resolution = try AvroResolution(writer: writer, reader: reader)
        var input = ByteReader(bytes.span.bytes)
        var output = ByteWriter()
        do throws(CodecError) {
            try resolution.rewrite(from: &input, into: &output)
            return nil
        } catch {
            return error.description
        }
    }

    private let a = #"{"name":"a","type":"string"}"#
    private let b = #"{"name":"b","type":"long"}"#
    private let c = #"{"name":"c","type":"boolean"}"#
    /// As Avro writes "hi", 3 and true.
    private let hi: [UInt8] = [4, 0x68, 0x69]
    private let three: [UInt8] = [6]
    private let yes: [UInt8] = [1]

    @Test func `the same schema written otherwise needs no work`() throws {
        let written = #"{"type":"record","doc":"x","name":"n.R","fields":[{"name":"a","type":{"type":"string"}},\#(b)]}"#
        #expect(try AvroResolution(writer: written, reader: record("\(a),\(b)")).isIdentity)
    }

    @Test func `fields are found by name, in whatever order, and what nobody reads is left out`() throws {
        #expect(try read(hi + three + yes, writer: record("\(a),\(b),\(c)"), reader: record("\(c),\(a)")) == yes + hi)
        #expect(try read(hi + three + yes, writer: record("\(a),\(b),\(c)"), reader: record("\(c),\(b),\(a)")) == yes + three + hi)
        #expect(try read(hi + three + yes, writer: record("\(a),\(b),\(c)"), reader: record("\(b)")) == three)
    }

    @Test func `fields that were not written have their defaults`() throws {
        let new = #"{"name":"d","type":{"type":"array","items":["null","string"]},"default":["hi",null]}"#
        #expect(try read(hi + yes, writer: record("\(a),\(c)"), reader: record("\(a),\(new),\(c)")) == hi + [4, 2] + hi + [0, 0] + yes)
        #expect(
            refusal(writer: record(a), reader: record("\(a),\(b)")) == "the writer has no field 'b', which 'n.R' needs and has no default for")
        let wrong = #"{"name":"d","type":"int","default":"seven"}"#
        #expect(refusal(writer: record(a), reader: record("\(a),\(wrong)"))?.contains("default in 'n.R' does not fit") == true)
    }

    @Test func `aliases of the reader's fields and types are names of the writer's`() throws {
        let renamed = #"{"name":"z","aliases":["a"],"type":"string"}"#
        #expect(try AvroResolution(writer: record(a), reader: record(renamed)).isIdentity)
        let elsewhere = #"{"type":"record","name":"S","namespace":"m","aliases":["n.R"],"fields":[\#(a)]}"#
        #expect(try AvroResolution(writer: record(a), reader: elsewhere).isIdentity)
        let stranger = #"{"type":"record","name":"S","namespace":"m","fields":[\#(a)]}"#
        #expect(refusal(writer: record(a), reader: stranger) == "'n.R' was written, which is not read as 'm.S'")
        // Unqualified names are enough.
        #expect(try AvroResolution(writer: record(a), reader: #"{"type":"record","name":"m.R","fields":[\#(a)]}"#).isIdentity)
        let both = #"{"name":"z","aliases":["a","y"],"type":"string"}"#
        #expect(refusal(writer: record(#"\#(a),{"name":"y","type":"string"}"#), reader: record(both))?.contains("more than one field") == true)
        // One field of the writer's may become two.
        let twice = #"{"name":"z","aliases":["a"],"type":"string"}"#
        #expect(try read(hi + three, writer: record("\(a),\(b)"), reader: record("\(a),\(b),\(twice)")) == hi + three + hi)
    }

    @Test func `numbers are promoted, and bytes and strings stand for each other`() throws {
        #expect(try read([5], writer: #""int""#, reader: #""long""#) == [5])
        #expect(try read([5], writer: #""int""#, reader: #""float""#) == [0, 0, 0x40, 0xC0])
        #expect(try read([5], writer: #""int""#, reader: #""double""#) == [0, 0, 0, 0, 0, 0, 0x08, 0xC0])
        #expect(try read([5], writer: #""long""#, reader: #""float""#) == [0, 0, 0x40, 0xC0])
        #expect(try read([5], writer: #""long""#, reader: #""double""#) == [0, 0, 0, 0, 0, 0, 0x08, 0xC0])
        #expect(try read([0, 0, 0x40, 0xC0], writer: #""float""#, reader: #""double""#) == [0, 0, 0, 0, 0, 0, 0x08, 0xC0])
        #expect(try AvroResolution(writer: #""string""#, reader: #""bytes""#).isIdentity)
        #expect(try AvroResolution(writer: #""bytes""#, reader: #""string""#).isIdentity)
        for (writer, reader) in [("long", "int"), ("float", "long"), ("double", "float"), ("string", "int"), ("null", "int"), ("boolean", "int")] {
            #expect(refusal(writer: "\"\(writer)\"", reader: "\"\(reader)\"") == "\(writer) was written, which is not read as \(reader)")
        }
        // An int stays one, though a long could hold what is there.
        #expect(try failure([0x80, 0x80, 0x80, 0x80, 0x80, 1], writer: #""int""#, reader: #""long""#)?.contains("an int") == true)
    }

    @Test func `symbols are found by name, unknown ones by the reader's default`() throws {
        let written = #"{"type":"enum","name":"E","symbols":["A","B","C"]}"#
        let reader = #"{"type":"enum","name":"E","symbols":["C","A"]}"#
        #expect(try read([0], writer: written, reader: reader) == [2])
        #expect(try read([4], writer: written, reader: reader) == [0])
        #expect(try failure([2], writer: written, reader: reader)?.contains("a symbol that the reader's enum has") == true)
        #expect(try failure([6], writer: written, reader: reader)?.contains("a symbol of the writer's enum") == true)
        let open = #"{"type":"enum","name":"E","symbols":["C","A"],"default":"A"}"#
        #expect(try read([2], writer: written, reader: open) == [2])
        #expect(refusal(writer: written, reader: #"{"type":"enum","name":"E","symbols":["X"]}"#)?.contains("no symbol") == true)
    }

    @Test func `unions of either side are resolved by the first branch that fits`() throws {
        // The writer's alone.
        #expect(try read([2, 6], writer: #"["null","long"]"#, reader: #""long""#) == [6])
        #expect(try failure([0], writer: #"["null","long"]"#, reader: #""long""#)?.contains("null was written") == true)
        // The reader's alone: what is the same goes before what it becomes.
        #expect(try read([6], writer: #""long""#, reader: #"["null","long"]"#) == [2, 6])
        #expect(try read([6], writer: #""int""#, reader: #"["double","int"]"#) == [2, 6])
        #expect(try read([6], writer: #""int""#, reader: #"["string","float","double"]"#) == [2, 0, 0, 0x40, 0x40])
        // Both.
        #expect(try read([2] + hi, writer: #"["null","string"]"#, reader: #"["string","null"]"#) == [0] + hi)
        #expect(try read([0], writer: #"["null","string"]"#, reader: #"["string","null"]"#) == [2])
        #expect(try AvroResolution(writer: #"["null","int"]"#, reader: #"["null","int","string"]"#).isIdentity)
        #expect(try read([2, 6], writer: #"["null","int"]"#, reader: #"["null","long","string"]"#) == [2, 6])
        #expect(refusal(writer: #"["null","boolean"]"#, reader: #""long""#) == "null was written, which is not read as long")
        #expect(try failure([4], writer: #"["null","string"]"#, reader: #"["string","null"]"#)?.contains("a branch of the writer's union, found number 2") == true)
    }

    @Test func `arrays and maps are resolved by what they hold, in whatever blocks`() throws {
        let (writer, reader) = (#"{"type":"array","items":"int"}"#, #"{"type":"array","items":"float"}"#)
        let (one, two): ([UInt8], [UInt8]) = ([0, 0, 0x80, 0x3F], [0, 0, 0, 0x40])
        #expect(try read([4, 2, 4, 0], writer: writer, reader: reader) == [4] + one + two + [0])
        // A block with its length, and a second one.
        #expect(try read([3, 4, 2, 4, 2, 2, 0], writer: writer, reader: reader) == [4] + one + two + [2] + one + [0])
        #expect(
            try read([2] + hi + [4, 0], writer: #"{"type":"map","values":"int"}"#, reader: #"{"type":"map","values":"float"}"#) == [2] + hi + two + [0])
        #expect(refusal(writer: #"{"type":"array","items":"string"}"#, reader: reader) == "[]: string was written, which is not read as float")
        #expect(refusal(writer: #"{"type":"map","values":"int"}"#, reader: reader) == "map was written, which is not read as array")
    }

    @Test func `fixed values have one size, decimals one scale and times one unit`() throws {
        func fixed(_ size: Int) -> String { #"{"type":"fixed","name":"F","size":\#(size)}"# }
        #expect(refusal(writer: fixed(2), reader: fixed(3)) == "'F' was written with 2 bytes and is read with 3")
        func decimal(_ scale: Int) -> String { #"{"type":"bytes","logicalType":"decimal","precision":9,"scale":\#(scale)}"# }
        #expect(refusal(writer: decimal(2), reader: decimal(3))?.contains("scale 2") == true)
        #expect(try AvroResolution(writer: #""bytes""#, reader: decimal(3)).isIdentity)
        #expect(
            refusal(writer: #"{"type":"long","logicalType":"timestamp-millis"}"#, reader: #"{"type":"long","logicalType":"timestamp-micros"}"#)
                == "timestamp-millis was written, which is not read as timestamp-micros")
        #expect(try AvroResolution(writer: #"{"type":"long","logicalType":"timestamp-millis"}"#, reader: #""long""#).isIdentity)
    }

    @Test func `records that hold themselves are resolved at every level`() throws {
        func list(_ fields: String) -> String { record("\(fields),{\"name\":\"next\",\"type\":[\"null\",\"R\"]}") }
        // b, c, next → c, b as double, next
        let reader = list(#"\#(c),{"name":"b","type":"double"}"#)
        let bytes: [UInt8] = [6, 1, 2, 4, 0, 0]
        let expected: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0x08, 0x40, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0]
        #expect(try read(bytes, writer: list("\(b),\(c)"), reader: reader) == expected)
        // No end but the bytes': refused, not followed.
        let endless = record(#"{"name":"next","type":"R"},\#(b)"#)
        #expect(try failure([2], writer: endless, reader: record(#"{"name":"next","type":"R"},{"name":"b","type":"double"}"#))?.contains("nested deeper") == true)
    }

    @Test func `incompatible fields are told by their path when the schemas meet`() {
        func order(_ quantity: String) -> String {
            record(#"{"name":"items","type":{"type":"array","items":{"type":"record","name":"Item","fields":[{"name":"quantity","type":\#(quantity)}]}}}"#)
        }
        #expect(refusal(writer: order(#""string""#), reader: order(#""int""#)) == "items[].quantity: string was written, which is not read as int")
    }

    @Test func `what is wrong with the bytes is told by path and place`() throws {
        let writer = record(#"\#(a),{"name":"items","type":{"type":"array","items":{"type":"record","name":"Item","fields":[\#(b),{"name":"s","type":"string"}]}}}"#)
        let reader = record(#"{"name":"items","type":{"type":"array","items":{"type":"record","name":"Item","fields":[{"name":"s","type":"string"}]}}}"#)
        #expect(try failure(hi + [4, 6, 0, 6, 20], writer: writer, reader: reader) == "items[1].s at byte 8: the input ends here")
    }

    @Test func `schemas that are none are refused with a reason`() {
        for (text, reason) in [
            ("", "ends too early"), ("{", "lacks a key"), ("{}", "no 'type'"), (#"{"type":"record"}"#, "no name"), ("7", "neither a name"),
            (#"{"type":"record","name":"R"}"#, "no 'fields'"), (#"["null",["int"]]"#, "directly in a union"), ("[]", "no branches"),
            (#""Unknown""#, "uses the type 'Unknown'"), (#"{"type":"enum","name":"E","symbols":["A","A"]}"#, "or one twice"),
            (#"{"type":"fixed","name":"F","size":-1}"#, "no size"), (#"{"type":"array"}"#, "no 'items'"),
            (#"[{"type":"fixed","name":"F","size":1},{"type":"fixed","name":"F","size":1}]"#, "defined twice"),
            (String(repeating: #"{"type":"array","items":"#, count: 10_000), "nested deeper"),
        ] {
            let refusal = refusal(writer: text, reader: #""int""#)
            #expect(refusal?.contains(reason) == true, "\(text.prefix(80)): \(refusal ?? "read")")
        }
    }

    @Test func `types of other schemas are found by name, with and without a namespace`() throws {
        let item = ContractIdentity.Reference(name: "n.Item", schema: #"{"type":"record","name":"n.Item","fields":[\#(b),\#(c)]}"#)
        let writer = record(#"{"name":"item","type":"Item"}"#)
        let reader = #"{"type":"record","name":"n.R","fields":[{"name":"item","type":{"type":"record","name":"Item","fields":[\#(c)]}}]}"#
        let resolution = try AvroResolution(writer: writer, writerReferences: [item], reader: reader)
        var input = ByteReader((three + yes).span.bytes)
        var output = ByteWriter()
        try resolution.rewrite(from: &input, into: &output)
        #expect(output.copyBytes() == yes)
        // A type within the reader's schema.
        #expect(try AvroResolution(writer: item.schema, reader: writer, readerReferences: [item], readerName: "n.Item").isIdentity)
    }
}
