import RegistryCore
import TestSupport
import Testing

@Suite struct `Contexts` {
    @Test func `each counts its own ids`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.register(":.eu:a", record("other")).body["id"] == 1)
        #expect(use.get("/contexts").body == [".", ".eu"])
        #expect(use.get("/subjects").body == [":.eu:a", "a"])
        #expect(use.get("/schemas/ids/1").body["schema"] == .string(record("id")))
        #expect(use.get("/schemas/ids/1?subject=:.eu:a").body["schema"] == .string(record("other")))
        #expect(use.get("/schemas/ids/1?subject=:.us:a").body["schema"] == .string(record("id")), "else the default context's")
        #expect(use.get("/subjects?subjectPrefix=:.eu:").body == [":.eu:a"])
        #expect(use.get("/subjects?subjectPrefix=").body == ["a"])
        #expect(use.get("/subjects?subjectPrefix=:*:a").body == [":.eu:a", "a"])
    }

    @Test func `a context may stand in front of the path`() {
        var use = RegistryInUse()
        #expect(use.call("POST", "/contexts/.eu/subjects/a/versions", RegistryInUse.submission(record("id"))).body["id"] == 1)
        #expect(use.get("/subjects/:.eu:a/versions/1").body["subject"] == ":.eu:a")
        #expect(use.get("/contexts/.eu/subjects").body == [":.eu:a"])
        #expect(use.get("/contexts/:.eu:/schemas/ids/1").status == 200)
        use.call("PUT", "/contexts/.eu/config", "{\"compatibility\":\"NONE\"}")
        #expect(use.get("/config/:.eu:").body["compatibilityLevel"] == "NONE")
        #expect(use.get("/config/:.eu:a?defaultToGlobal=true").body["compatibilityLevel"] == "NONE")
        #expect(use.get("/config/a?defaultToGlobal=true").body["compatibilityLevel"] == "BACKWARD")
        #expect(use.get("/contexts/.eu/config").body["compatibilityLevel"] == "NONE")
        use.call("PUT", "/contexts/.eu/mode", "{\"mode\":\"READONLY\"}")
        #expect(use.register(":.eu:b", record("id")).code == 42205)
        #expect(use.register("b", record("id")).status == 200)
    }

    @Test func `the default context may be written out`() {
        var use = RegistryInUse()
        use.register(":.:a", record("id"))
        #expect(use.get("/subjects").body == ["a"])
        #expect(use.get("/contexts/:.:/subjects/a/versions").body == [1])
    }

    @Test func `references stay in the context`() {
        var use = RegistryInUse()
        use.register(":.eu:base", record("id", name: "Base"))
        let user = "{\"type\":\"record\",\"name\":\"User\",\"fields\":[{\"name\":\"b\",\"type\":\"Base\"}]}"
        #expect(use.register(":.eu:user", user, references: [("Base", "base", 1)]).status == 200)
        #expect(use.register("user", user, references: [("Base", "base", 1)]).code == 42201)
        #expect(use.call("DELETE", "/subjects/:.eu:base").code == 42206)
    }
}
