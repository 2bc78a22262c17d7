import ContractPayloads
import Testing

struct AvroSelfTests {
    @Test func `a schema reads its own data, though an alias may be the name of another of its fields`() throws {
        let schema = #"{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","aliases":["a"],"type":"int"}]}"#
        #expect(try resolved(#"{"a":1,"b":2}"#, writer: schema, reader: schema) == #"{"a":1,"b":2}"#)
        let changed = schema.replacing(#""type":"int"}]"#, with: #""type":"long"}]"#)
        #expect(try refusal(#"{"a":1,"b":2}"#, writer: schema, reader: changed).contains("more than one field"))
    }
}
