import TestSupport
import Testing

@Suite struct `Looking schemas up` {
    @Test func `a schema is found under its subject`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        let found = use.call("POST", "/subjects/a", RegistryInUse.submission(record("id")))
        #expect(found.body["version"] == 1 && found.body["id"] == 1 && found.body["subject"] == "a")
        #expect(use.call("POST", "/subjects/a", RegistryInUse.submission(record("x"))).code == 40403)
        #expect(use.call("POST", "/subjects/b", RegistryInUse.submission(record("id"))).code == 40401)
        #expect(use.call("POST", "/subjects/a", RegistryInUse.submission("{")).code == 42201)
    }

    @Test func `a deleted one only where that is asked for`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        use.call("DELETE", "/subjects/a/versions/1")
        let body = RegistryInUse.submission(record("id"))
        #expect(use.call("POST", "/subjects/a", body).code == 40403)
        #expect(use.call("POST", "/subjects/a?deleted=true", body).body["version"] == 1)
        use.call("DELETE", "/subjects/a")
        #expect(use.call("POST", "/subjects/a", body).code == 40401)
        #expect(use.call("POST", "/subjects/a?deleted=True", body).body["version"] == 1)
    }

    @Test func `ids and versions that are not there, or cannot be`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.get("/schemas/ids/2").code == 40403)
        #expect(use.get("/schemas/ids/2/schema").code == 40403)
        #expect(use.get("/schemas/ids/2/subjects").code == 40403)
        #expect(use.get("/schemas/ids/two").status == 404)
        #expect(use.get("/subjects/a/versions/2").code == 40402)
        #expect(use.get("/subjects/b/versions/2").code == 40401)
        #expect(use.get("/subjects/b/versions").code == 40401)
        for version in ["0", "-2", "newest", "2147483648", "1.0", ""] {
            #expect(use.get("/subjects/a/versions/\(version)/schema").code == 42202, "\(version)")
        }
        #expect(use.call("DELETE", "/subjects/a/versions/x").code == 42202)
    }

    @Test func `lists are told in parts, by prefix, with and without the deleted`() {
        var use = RegistryInUse()
        for subject in ["a-1", "a-2", "b-1"] { use.register(subject, record("id")) }
        use.register("a-1", record("id", "b?"))
        use.call("DELETE", "/subjects/a-2")
        use.call("DELETE", "/subjects/a-1/versions/1")
        #expect(use.get("/subjects").body == ["a-1", "b-1"])
        #expect(use.get("/subjects?deleted=true").body == ["a-1", "a-2", "b-1"])
        #expect(use.get("/subjects?deletedOnly=true").body == ["a-2"])
        #expect(use.get("/subjects?subjectPrefix=a-&deleted=true").body == ["a-1", "a-2"])
        #expect(use.get("/subjects?deleted=true&offset=1&limit=1").body == ["a-2"])
        #expect(use.get("/subjects?offset=9").body == [])
        #expect(use.get("/subjects?offset=-9&limit=-1").body == ["a-1", "b-1"])
        #expect(use.get("/subjects/a-1/versions?deletedOnly=true").body == [1])
        #expect(use.get("/subjects/a-1/versions?deleted_only=True").body == [1])
        #expect(use.get("/subjects/a-2/versions?deletedOnly=true").body == [1])
        let schemas = use.get("/schemas").body.elements
        #expect(schemas.map { $0["subject"] } == ["a-1", "b-1"])
        #expect(use.get("/schemas?deleted=true&latestOnly=true&subjectPrefix=a-1").body.elements.map { $0["version"] } == [2])
        #expect(use.get("/schemas?deleted=true&limit=2&offset=1").body.elements.map { $0["version"] } == [2, 1])
        #expect(use.get("/schemas/types").body == ["AVRO", "JSON", "PROTOBUF"])
    }
}
