import RegistryCore
import TestSupport
import Testing

@Suite struct `Registering schemas` {
    @Test func `the first schema gets id 1 and version 1, and is told by both`() {
        var use = RegistryInUse()
        let answer = use.register("orders-value", record("id"))
        #expect(answer.status == 200)
        #expect(answer.body["id"] == 1 && answer.body["version"] == 1)
        #expect(use.get("/schemas/ids/1").body["schema"] == .string(record("id")))
        let version = use.get("/subjects/orders-value/versions/1").body
        #expect(version["subject"] == "orders-value" && version["version"] == 1 && version["id"] == 1)
        #expect(version["schemaType"] == .null, "Avro is not named, as older clients expect")
        #expect(use.get("/subjects/orders-value/versions/latest").body == version)
        #expect(use.get("/subjects/orders-value/versions/-1").body == version)
        #expect(use.get("/schemas/ids/1/schema").text == record("id"))
        #expect(use.get("/subjects/orders-value/versions/1/schema").text == record("id"))
        #expect(use.get("/subjects").body == ["orders-value"])
        #expect(use.get("/subjects/orders-value/versions").body == [1])
    }

    @Test func `the same schema keeps its id, under the same subject and under others`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        let written = use.log.count
        #expect(use.register("a", record("id")).body["version"] == 1)
        #expect(use.log.count == written, "nothing is written for what is there")
        #expect(use.register("a", record("id", "note?")).body["id"] == 2)
        #expect(use.register("b", record("id")).body["id"] == 1)
        #expect(use.get("/schemas/ids/1/subjects").body == ["a", "b"])
        #expect(
            use.get("/schemas/ids/1/versions").body == [
                ["subject": "a", "version": 1], ["subject": "b", "version": 1],
            ])
        #expect(use.get("/schemas/ids/1?fetchMaxId=true").body["maxId"] == 2)
    }

    @Test func `a schema that says the same in other words shares the id and its first writing`() {
        var use = RegistryInUse()
        use.register("a", "{\"type\":\"object\",\"title\":\"A\"}", type: "JSON")
        #expect(use.register("b", "{ \"title\": \"A\", \"type\": \"object\" }", type: "JSON").body["id"] == 1)
        #expect(use.get("/subjects/b/versions/1").body["schema"] == "{\"type\":\"object\",\"title\":\"A\"}")
        use.register("c", "syntax = \"proto3\";\nmessage A { int32 x = 1; }\n", type: "PROTOBUF")
        #expect(use.register("d", "syntax = 'proto3'; /* so */ message A { int32 x=1; }", type: "PROTOBUF").body["id"] == 2)
        #expect(use.registry.state == use.replayed().state)
    }

    @Test func `what is not a schema is 42201, with the place and the reason`() {
        var use = RegistryInUse()
        let answer = use.register("a", "{\"type\":\"recor\"}")
        #expect(answer.status == 422 && answer.code == 42201)
        #expect(answer.body["message"] == "Invalid schema: 1:9: there is no type 'recor'")
        #expect(use.register("a", "not json").code == 42201)
        #expect(use.register("a", "syntax = \"proto9\";", type: "PROTOBUF").code == 42201)
        #expect(use.register("a", "{\"type\": 5}", type: "JSON").code == 42201)
        #expect(use.register("a", "{}", type: "TOML").code == 42201)
        #expect(use.register("a", "").code == 42201)
        #expect(use.call("POST", "/subjects/a/versions", "{}").code == 42201)
        #expect(use.call("POST", "/subjects/a/versions", "{\"schema\":{\"type\":\"string\"}}").code == 42201)
        #expect(use.call("POST", "/subjects/a/versions", "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"x\"}]}").code == 42201)
        #expect(use.log.isEmpty)
    }

    @Test func `a body that is no JSON object is 400`() {
        var use = RegistryInUse()
        for body in ["", "schema", "[]", "\"int\"", "{\"schema\":"] {
            #expect(use.call("POST", "/subjects/a/versions", body).status == 400, "\(body)")
        }
    }

    @Test func `an empty schema stands for the one before`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        let answer = use.call("POST", "/subjects/a/versions", "{\"metadata\":{\"properties\":{\"owner\":\"checkout\"}}}")
        #expect(answer.body["version"] == 2)
        #expect(use.get("/subjects/a/versions/2").body["schema"] == .string(record("id")))
    }

    @Test func `a version that is given is to be the next`() {
        var use = RegistryInUse()
        #expect(use.register("a", record("id"), more: "\"version\":2").code == 42201)
        #expect(use.register("a", record("id"), more: "\"version\":1").status == 200)
        #expect(use.register("a", record("id", "more?"), more: "\"version\":-1").body["version"] == 2)
        #expect(use.register("a", record("id"), more: "\"version\":99999999999").status == 400)
    }

    @Test func `a subject has a name that can be shown`() {
        var use = RegistryInUse()
        #expect(use.register("%0A", record("id")).code == 42208)
        #expect(use.register("__GLOBAL", record("id")).code == 42208)
        #expect(use.register("a%2Fb%20c%25", record("id")).status == 200)
        #expect(use.get("/subjects").body == ["a/b c%"])
        #expect(use.get("/subjects/a%2Fb%20c%25/versions/1").body["subject"] == "a/b c%")
    }

    @Test func `names that only look alike are different subjects`() {
        var use = RegistryInUse()
        use.register("caf%C3%A9", record("a"))
        use.register("cafe%CC%81", record("b"))
        #expect(use.get("/subjects").body.elements.count == 2)
        #expect(use.get("/subjects/cafe%CC%81/versions/1").body["id"] == 2)
    }

    @Test func `metadata and rules make another version, and are taken over by the next`() {
        var use = RegistryInUse()
        use.register("a", record("id"), more: "\"metadata\":{\"properties\":{\"owner\":\"x\"}},\"ruleSet\":{\"domainRules\":[]}")
        #expect(use.register("a", record("id")).body["version"] == 1, "who says nothing of metadata means any")
        #expect(use.register("a", record("id", "b?")).body["version"] == 2)
        #expect(use.get("/subjects/a/versions/2").body["metadata"]["properties"]["owner"] == "x")
        #expect(use.get("/subjects/a/versions/2").body["ruleSet"]["domainRules"] == [])
        #expect(use.register("a", record("id", "b?"), more: "\"metadata\":{\"properties\":{\"owner\":\"y\"}}").body["version"] == 3)
        #expect(use.get("/subjects/a/metadata?key=owner&value=x").body["version"] == 2)
        #expect(use.get("/subjects/a/metadata?key=owner&value=y").body["version"] == 3)
        #expect(use.get("/subjects/a/metadata?key=owner&value=z").code == 40403)
        #expect(use.get("/subjects/b/metadata?key=owner&value=z").code == 40401)
        #expect(use.register("elsewhere", record("id")).body["id"] == 4, "without metadata it is another schema")
    }

    @Test func `a schema is found by its guid`() {
        var use = RegistryInUse()
        use.register("a", "\"string\"")
        // The MD5 of "string" that the Avro specification gives as an example.
        let guid = "095d71cf-1255-6b9d-5e33-0ad575b3df5d"
        #expect(use.get("/schemas/ids/1").body["guid"] == .string(guid))
        #expect(use.get("/schemas/guids/\(guid)").body["schema"] == "\"string\"")
        #expect(use.get("/schemas/guids/\(guid)/ids").body == [["context": ".", "id": 1]])
        #expect(use.get("/schemas/guids/nothing").code == 40403)
    }
}
