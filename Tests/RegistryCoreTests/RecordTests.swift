import ContractModel
import RegistryCore
import Testing

@Suite struct `Records of the log` {
    private func read(_ key: String, _ value: String?) throws(RecordProblem) -> RegistryRecord {
        try readRegistryRecord(key: Array(key.utf8), value: value.map { Array($0.utf8) })
    }

    /// As Confluent's registry writes them.
    @Test func `records of every kind are read`() throws {
        let avro = try read(
            "{\"keytype\":\"SCHEMA\",\"subject\":\"orders-value\",\"version\":1,\"magic\":1}",
            "{\"subject\":\"orders-value\",\"version\":1,\"id\":7,\"schema\":\"\\\"string\\\"\",\"deleted\":false}")
        let orders = SubjectName("orders-value")
        #expect(avro == .schema(SchemaVersion(subject: orders, version: 1, id: 7, content: SchemaContent(text: "\"string\""))))
        let protobuf = try read(
            "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":2,\"magic\":1}",
            "{\"subject\":\"p\",\"version\":2,\"id\":8,\"md5\":\"q83v\",\"schemaType\":\"PROTOBUF\",\"references\":[{\"name\":\"a.proto\","
                + "\"subject\":\"a\",\"version\":1}],\"metadata\":{\"tags\":null,\"properties\":{\"k\":\"v\"}},\"ruleSet\":null,"
                + "\"schema\":\"message A {}\",\"deleted\":true,\"ts\":1700000000000,\"offset\":5}")
        #expect(
            protobuf
                == .schema(
                    SchemaVersion(
                        subject: SubjectName("p"), version: 2, id: 8,
                        content: SchemaContent(
                            type: "PROTOBUF", text: "message A {}",
                            references: [SchemaReference(name: "a.proto", subject: SubjectName("a"), version: 1)],
                            metadata: "{\"tags\":null,\"properties\":{\"k\":\"v\"}}"),
                        isDeleted: true)))
        #expect(
            try read("{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":2,\"magic\":1}", nil)
                == .schemaTombstone(.init(subject: SubjectName("p"), version: 2)))
        #expect(
            try read("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}", "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}")
                == .config(nil, RegistryConfig(compatibility: .fullTransitive)))
        #expect(
            try read(
                "{\"keytype\":\"CONFIG\",\"subject\":\"p\",\"magic\":0}",
                "{\"subject\":\"p\",\"alias\":\"q\",\"normalize\":true,\"compatibilityLevel\":\"NONE\",\"compatibilityGroup\":\"g\",\"validateFields\":true}")
                == .config(
                    SubjectName("p"),
                    RegistryConfig(compatibility: CompatibilityMode.none, compatibilityGroup: "g", alias: "q", normalize: true, carried: ["validateFields": "true"])))
        #expect(try read("{\"keytype\":\"CONFIG\",\"subject\":\"p\",\"magic\":0}", nil) == .config(SubjectName("p"), nil))
        #expect(try read("{\"keytype\":\"MODE\",\"subject\":\"p\",\"magic\":0}", "{\"subject\":\"p\",\"mode\":\"IMPORT\"}") == .mode(SubjectName("p"), .importing))
        #expect(try read("{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}", nil) == .mode(nil, nil))
        #expect(
            try read("{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"p\",\"magic\":0}", "{\"subject\":\"p\",\"version\":3}")
                == .deleteSubject(SubjectName("p"), upTo: 3))
        #expect(try read("{\"keytype\":\"CLEAR_SUBJECT\",\"subject\":null,\"magic\":0}", "{\"subject\":null}") == .clearSubject(nil))
        #expect(
            try read("{\"keytype\":\"CONTEXT\",\"tenant\":\"default\",\"context\":\".eu\",\"magic\":0}", "{\"tenant\":\"default\",\"context\":\".eu\"}")
                == .context(".eu"))
        #expect(try read("{\"keytype\":\"NOOP\",\"magic\":0}", nil) == .nothing)
    }

    @Test func `what is written is what was meant, byte for byte`() throws {
        let subject = SubjectName("a/\"b\"")
        let content = SchemaContent(
            type: "JSON", text: "{\"a\":1}", references: [SchemaReference(name: "n", subject: subject, version: 1)], metadata: "{\"x\":1}")
        let records: [RegistryRecord] = [
            .schema(SchemaVersion(subject: subject, version: 3, id: 4, content: content, isDeleted: true)),
            .schemaTombstone(.init(subject: subject, version: 3)), .config(nil, RegistryConfig(compatibility: .forward)),
            .config(subject, nil), .mode(subject, .readOnlyOverride), .mode(nil, nil), .deleteSubject(subject, upTo: 2), .clearSubject(nil),
            .clearSubject(subject), .context(".x"), .nothing,
        ]
        for record in records {
            let (key, value) = record.encoded
            #expect(try readRegistryRecord(key: key, value: value) == record)
        }
        let (key, value) = records[0].encoded
        #expect(String(decoding: key, as: UTF8.self) == "{\"keytype\":\"SCHEMA\",\"subject\":\"a/\\\"b\\\"\",\"version\":3,\"magic\":1}")
        #expect(
            String(decoding: value ?? [], as: UTF8.self)
                == "{\"subject\":\"a/\\\"b\\\"\",\"version\":3,\"id\":4,\"schemaType\":\"JSON\",\"references\":[{\"name\":\"n\",\"subject\":\"a/\\\"b\\\"\","
                + "\"version\":1}],\"metadata\":{\"x\":1},\"schema\":\"{\\\"a\\\":1}\",\"deleted\":true}")
    }

    @Test func `what is not understood is passed over, with a note`() {
        let key = "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":2,\"magic\":1}"
        let wrong: [(String?, String?)] = [
            (nil, "{}"), ("", "{}"), ("{", "{}"), ("[]", "{}"), ("{\"keytype\":\"ASSOCIATION\"}", "{}"), ("{\"magic\":0}", nil),
            (key, "{"), (key, "{}"), (key, "{\"id\":-1,\"schema\":\"x\"}"), (key, "{\"id\":1}"), (key, "{\"id\":1,\"schema\":\"x\",\"references\":[1]}"),
            ("{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":0}", "{}"), ("{\"keytype\":\"SCHEMA\",\"version\":1}", "{}"),
            ("{\"keytype\":\"MODE\",\"subject\":null}", "{\"mode\":\"SIDEWAYS\"}"), ("{\"keytype\":\"DELETE_SUBJECT\"}", "{\"version\":1}"),
        ]
        for (key, value) in wrong {
            #expect(throws: RecordProblem.self) {
                try readRegistryRecord(key: key.map { Array($0.utf8) }, value: value.map { Array($0.utf8) })
            }
        }
    }

    @Test func `a record that gives an id to another schema is not taken`() throws {
        var registry = Registry()
        try registry.apply(.schema(SchemaVersion(subject: SubjectName("a"), version: 1, id: 1, content: SchemaContent(text: "\"int\""))))
        let before = registry.state
        #expect(throws: RecordProblem.self) {
            try registry.apply(.schema(SchemaVersion(subject: SubjectName("b"), version: 1, id: 1, content: SchemaContent(text: "\"long\""))))
        }
        #expect(registry.state == before)
    }

    @Test func `schemas of a language that is not known are kept and given out`() throws {
        var registry = Registry()
        try registry.apply(.schema(SchemaVersion(subject: SubjectName("a"), version: 1, id: 1, content: SchemaContent(type: "THRIFT", text: "struct"))))
        #expect(registry.answer(RegistryRequest("GET", "/schemas/ids/1")).body.contains("\"schemaType\":\"THRIFT\",\"schema\":\"struct\""))
        #expect(registry.snapshot.schema(id: 1) == nil)
        #expect(registry.snapshot.isRegistered(id: 1, under: "a"))
    }

    @Test func `a snapshot tells what is registered`() throws {
        var use = RegistryInUse()
        use.register("a", record("id"))
        let before = use.registry.snapshot
        #expect(before.isRegistered(id: 1, under: "a") && !before.isRegistered(id: 1, under: "b") && !before.isRegistered(id: 2, under: "a"))
        #expect(before.versions(of: "a").map(\.id) == [1])
        use.call("DELETE", "/subjects/a")
        #expect(!use.registry.snapshot.isRegistered(id: 1, under: "a"))
        #expect(before.isRegistered(id: 1, under: "a"), "a snapshot stays as it was")
        let schema = try #require(use.registry.snapshot.schema(id: 1))
        #expect(schema.format == .avro && schema.content.text == record("id"))
    }
}
