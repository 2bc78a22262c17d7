import Testing

struct AvroLintTests {
    private func record(_ fields: String) -> String {
        #"{"type": "record", "name": "Order", "namespace": "shop", "doc": "d", "fields": [\#(fields)]}"#
    }

    @Test func `a schema that is made to last is silent`() {
        expect(
            record(
                #"""
                {"name": "id", "type": "string"},
                {"name": "note", "type": ["null", "string"], "default": null},
                {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}, "default": 0},
                {"name": "via", "pii": true, "default": "UNKNOWN",
                 "type": {"type": "enum", "name": "Via", "symbols": ["UNKNOWN", "WEB"], "default": "UNKNOWN"}}
                """#
            ), .avro, gives: [])
    }

    @Test func `primitives and unions at the root have nothing to be named`() {
        expect(#""string""#, .avro, gives: [])
        expect(#"["null", "string"]"#, .avro, gives: [])
    }

    @Test func `the event says who it is`() {
        expect(
            #"{"type": "record", "name": ⟦⟦⟦"order"⟧⟧⟧, "fields": [{"name": "id", "type": "string"}]}"#, .avro,
            gives: ["missing-doc", "missing-namespace", "type-name"])
    }

    @Test func `a null without a default is told, whether it stands first or not`() {
        expect(
            record(
                #"""
                {"name": ⟦"a"⟧, "type": ["null", "int"]},
                {"name": ⟦"b"⟧, "type": ["int", "null"]},
                {"name": "c", "type": "int", "default": 0}
                """#),
            .avro, gives: ["nullable-without-default", "nullable-without-default"])
    }

    @Test func `slips in attributes are told, and words of one's own are not`() {
        expect(
            record(#"{"name": "a", "type": "int", ⟦"defalt"⟧: 0}, {"name": "b", "type": "int", "default": 1, "sensitivity": "high"}"#),
            .avro, gives: ["misspelt-attribute"])
    }

    @Test func `logical types in the wrong place, misspelt or without a scale`() {
        expect(
            record(
                #"""
                {"name": "a", "type": "long", "default": 0, ⟦"logicalType": "timestamp-millis"⟧},
                {"name": "b", "type": {"type": "long", "logicalType": ⟦"timestamp-milis"⟧}},
                {"name": "c", "type": {"type": "bytes", "logicalType": ⟦"decimal"⟧, "precision": 4}},
                {"name": "d", "type": {"type": "string", "logicalType": "iban"}}
                """#
            ), .avro, gives: ["logical-type-on-field", "misspelt-logical-type", "decimal-without-scale"])
    }

    @Test func `what the parser passes over is told, too`() {
        expect(
            record(#"{"name": "a", "default": "x", "type": {"type": "string", "logicalType": ⟦"timestamp-millis"⟧}}"#), .avro,
            gives: ["avro/invalid-logical-type"])
    }

    @Test func `aliases that are names, and unions of one short name`() {
        expect(
            record(#"{"name": ⟦"a"⟧, "type": "int", "default": 0, "aliases": ["b", "c"]}, {"name": "b", "type": "int", "default": 0}"#),
            .avro, gives: ["alias-is-a-name"])
        expect(
            record(
                #"""
                {"name": ⟦"p"⟧, "default": {}, "type": [
                {"type": "record", "name": "a.P", "fields": []}, {"type": "array", "items": "a.P"},
                {"type": "record", "name": "b.P", "fields": []}]}
                """#
            ), .avro, gives: ["union-short-names"])
    }
}
