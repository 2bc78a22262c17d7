import TestSupport
import Testing

@Suite struct `Compatibility` {
    @Test(arguments: [
        ("NONE", true, true), ("BACKWARD", true, false), ("FORWARD", false, true), ("FULL", false, false),
    ])
    func `each level allows its own`(level: String, deletion: Bool, addition: Bool) {
        var use = RegistryInUse()
        use.call("PUT", "/config", "{\"compatibility\":\"\(level)\"}")
        use.register("a", record("id", "note"))
        let without = RegistryInUse.submission(record("id"))
        let with = RegistryInUse.submission(record("id", "note", "more"))
        #expect(use.call("POST", "/compatibility/subjects/a/versions/latest", without).body["is_compatible"] == .boolean(deletion))
        #expect(use.call("POST", "/compatibility/subjects/a/versions", with).body["is_compatible"] == .boolean(addition))
        #expect(use.call("POST", "/subjects/a/versions", with).status == (addition ? 200 : 409))
    }

    @Test func `a refusal names rule, text, place, version and level`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        let answer = use.register("a", record("id", "total"))
        #expect(answer.status == 409 && answer.code == 409)
        let expected = [
            "{errorType:'avro/field-added-without-default', description:'the field 'total' of 'Order' is not in the data, and has no default', "
                + "additionalInfo:'/fields/1'}",
            "{oldSchemaVersion: 1}", "{compatibility: 'BACKWARD'}",
        ]
        #expect(
            answer.body["message"]
                == .string(
                    "Schema being registered is incompatible with an earlier schema for subject \"a\", details: "
                        + "[\(expected.joined(separator: ", "))]"))
        let body = RegistryInUse.submission(record("id", "total"))
        let verbose = use.call("POST", "/compatibility/subjects/a/versions/1?verbose=true", body).body
        #expect(verbose == ["is_compatible": .boolean(false), "messages": .array(expected.map { .string($0) })])
        #expect(use.call("POST", "/compatibility/subjects/a/versions/1", body).body == ["is_compatible": .boolean(false)])
        let fine = use.call("POST", "/compatibility/subjects/a/versions/1?verbose=True", RegistryInUse.submission(record("id"))).body
        #expect(fine == ["is_compatible": .boolean(true), "messages": []])
    }

    @Test func `transitive levels look at all versions, from the newest on, the others at the last`() {
        var use = RegistryInUse()
        use.call("PUT", "/config/a", "{\"compatibility\":\"NONE\"}")
        use.register("a", record("id"))
        use.register("a", record("id", "x?"))
        use.register("a", record("id", "x"))
        // Data of the first version has no x.
        let next = RegistryInUse.submission(record("id", "x", "y?"))
        use.call("PUT", "/config/a", "{\"compatibility\":\"BACKWARD\"}")
        #expect(use.call("POST", "/compatibility/subjects/a/versions", next).body["is_compatible"] == .boolean(true))
        use.call("PUT", "/config/a", "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}")
        let answer = use.call("POST", "/compatibility/subjects/a/versions?verbose=true", next).body
        #expect(answer["is_compatible"] == .boolean(false) && answer["messages"].elements.contains("{oldSchemaVersion: 1}"))
        #expect(use.call("POST", "/compatibility/subjects/a/versions/2", next).body["is_compatible"] == .boolean(true))
        use.call("DELETE", "/subjects/a/versions/1")
        #expect(use.call("POST", "/subjects/a/versions", next).status == 200, "a deleted version stands against nothing")
    }

    @Test func `schemas of other groups are not compared`() {
        var use = RegistryInUse()
        use.call("PUT", "/config/a", "{\"compatibilityGroup\":\"major\"}")
        use.register("a", record("id"), more: "\"metadata\":{\"properties\":{\"major\":\"1\"}}")
        #expect(use.register("a", record("other"), more: "\"metadata\":{\"properties\":{\"major\":\"1\"}}").status == 409)
        #expect(use.register("a", record("other"), more: "\"metadata\":{\"properties\":{\"major\":\"2\"}}").status == 200)
    }

    @Test func `questions about nothing`() {
        var use = RegistryInUse()
        let body = RegistryInUse.submission(record("id"))
        #expect(use.call("POST", "/compatibility/subjects/a/versions", body).body["is_compatible"] == .boolean(true))
        #expect(use.call("POST", "/compatibility/subjects/a/versions/latest", body).body["is_compatible"] == .boolean(true))
        #expect(use.call("POST", "/compatibility/subjects/a/versions/1", body).code == 40401)
        use.register("a", record("id"))
        #expect(use.call("POST", "/compatibility/subjects/a/versions/2", body).code == 40402)
        #expect(use.call("POST", "/compatibility/subjects/a/versions/x", body).code == 42202)
        #expect(use.call("POST", "/compatibility/subjects/a/versions/1", RegistryInUse.submission("{")).code == 42201)
    }

    @Test func `another language does not follow`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.register("a", "{\"type\":\"object\"}", type: "JSON").status == 409)
        use.call("PUT", "/config/a", "{\"compatibility\":\"NONE\"}")
        #expect(use.register("a", "{\"type\":\"object\"}", type: "JSON").status == 200)
    }

    @Test func `JSON Schema is compared`() {
        var use = RegistryInUse()
        use.register("a", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"}},\"additionalProperties\":false}", type: "JSON")
        let answer = use.register("a", "{\"type\":\"string\"}", type: "JSON")
        #expect(answer.status == 409 && answer.text.contains("json-schema/type-changed"))
    }

    @Test func `Protobuf is compared as the wire has it, and a message that goes is missed`() {
        var use = RegistryInUse()
        let head = "syntax = \"proto3\"; package shop; "
        use.register("a", head + "message Order { int32 id = 1; } message Line { int32 n = 1; }", type: "PROTOBUF")
        #expect(use.register("a", head + "message Order { string id = 1; } message Line { int32 n = 1; }", type: "PROTOBUF").status == 409)
        let deleted = use.register("a", head + "message Order { int32 id = 1; }", type: "PROTOBUF")
        #expect(deleted.status == 409 && deleted.text.contains("protobuf/message-deleted"))
        let renamed = head + "message Order { int32 number = 1; string more = 2; } message Line { int32 n = 1; }"
        #expect(use.register("a", renamed, type: "PROTOBUF").status == 200)
    }
}
