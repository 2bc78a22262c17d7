import RegistryCore
import TestSupport
import Testing

@Suite struct `Settings` {
    @Test func `compatibility is backward until it is set, for all or for one`() {
        var use = RegistryInUse()
        #expect(use.get("/config").body["compatibilityLevel"] == "BACKWARD")
        #expect(use.get("/config/a").code == 40408)
        #expect(use.get("/config/a?defaultToGlobal=true").body["compatibilityLevel"] == "BACKWARD")
        #expect(use.call("PUT", "/config", "{\"compatibility\":\"full\"}").body == ["compatibility": "full"])
        #expect(use.get("/config/a?defaultToGlobal=true").body["compatibilityLevel"] == "FULL")
        use.call("PUT", "/config/a", "{\"compatibility\":\"FORWARD_TRANSITIVE\"}")
        #expect(use.get("/config/a").body == ["compatibilityLevel": "FORWARD_TRANSITIVE"])
        #expect(use.get("/config").body["compatibilityLevel"] == "FULL")
        #expect(use.call("DELETE", "/config/a").body["compatibilityLevel"] == "FORWARD_TRANSITIVE")
        #expect(use.call("DELETE", "/config/a").code == 40401)
        #expect(use.call("DELETE", "/config").body["compatibilityLevel"] == "FULL")
        #expect(use.get("/config").body["compatibilityLevel"] == "BACKWARD")
    }

    @Test func `levels that are none are 42203`() {
        var use = RegistryInUse()
        for body in ["{\"compatibility\":\"SIDEWAYS\"}", "{\"compatibility\":5}", "{}", "{\"unknown\":1}"] {
            #expect(use.call("PUT", "/config/a", body).code == 42203, "\(body)")
            #expect(use.call("PUT", "/config", body).code == 42203, "\(body)")
        }
        #expect(use.call("PUT", "/config/%09", "{\"compatibility\":\"FULL\"}").code == 42208)
        #expect(use.call("PUT", "/config", "{").status == 400)
    }

    @Test func `settings are set one by one, and taken back by null`() {
        var use = RegistryInUse()
        use.call("PUT", "/config/a", "{\"compatibility\":\"FULL\",\"normalize\":true}")
        use.call("PUT", "/config/a", "{\"compatibilityGroup\":\"major\"}")
        #expect(use.get("/config/a").body == ["compatibilityLevel": "FULL", "normalize": .boolean(true), "compatibilityGroup": "major"])
        use.call("PUT", "/config/a", "{\"compatibilityLevel\":null,\"compatibility\":null}")
        #expect(use.get("/config/a").body == ["normalize": .boolean(true), "compatibilityGroup": "major"])
        #expect(use.call("PUT", "/config/a", "{\"overrideRuleSet\":{}}").code == 42205, "what would have no effect is refused")
    }

    @Test func `a subject may have another name`() {
        var use = RegistryInUse()
        use.register("orders-value", record("id"))
        use.call("PUT", "/config/nickname", "{\"alias\":\"orders-value\"}")
        #expect(use.get("/subjects/nickname/versions/latest").body["subject"] == "orders-value")
        #expect(use.register("nickname", record("id", "b?")).body["version"] == 2)
        #expect(use.get("/subjects").body == ["orders-value"])
    }

    @Test func `normalizing is asked for by the request or by the subject`() {
        var use = RegistryInUse()
        use.register("a", "{ \"title\": \"x\", \"additionalProperties\": false }", type: "JSON", query: "?normalize=true")
        #expect(use.get("/schemas/ids/1/schema").text == "{\"additionalProperties\":false,\"title\":\"x\"}")
        use.call("PUT", "/config/b", "{\"normalize\":true}")
        use.register("b", "{\"title\":\"y\",\"additionalProperties\":false}", type: "JSON")
        #expect(use.get("/schemas/ids/2/schema").text == "{\"additionalProperties\":false,\"title\":\"y\"}")
    }

    @Test func `what is read only is not written, and still told`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.get("/mode").body == ["mode": "READWRITE"])
        #expect(use.get("/mode/a").code == 40409)
        #expect(use.call("PUT", "/mode/a", "{\"mode\":\"readonly\"}").body == ["mode": "READONLY"])
        #expect(use.get("/mode/a").body == ["mode": "READONLY"])
        #expect(use.register("a", record("id", "b?")).code == 42205)
        #expect(use.register("a", record("id")).body["id"] == 1)
        #expect(use.call("DELETE", "/subjects/a").code == 42205)
        #expect(use.call("DELETE", "/subjects/a/versions/1").code == 42205)
        #expect(use.call("PUT", "/config/a", "{\"compatibility\":\"NONE\"}").code == 42205)
        #expect(use.register("b", record("other")).status == 200)
        #expect(use.call("DELETE", "/mode/a").body == ["mode": "READONLY"])
        #expect(use.call("DELETE", "/mode/a").code == 40401)
        #expect(use.register("a", record("id", "b?")).status == 200)
    }

    @Test func `a mode of all holds for those who say nothing, and the override for everyone`() {
        var use = RegistryInUse()
        use.call("PUT", "/mode/b", "{\"mode\":\"READWRITE\"}")
        use.call("PUT", "/mode", "{\"mode\":\"READONLY\"}")
        #expect(use.register("a", record("id")).code == 42205)
        #expect(use.register("b", record("id")).status == 200)
        #expect(use.get("/mode/a?defaultToGlobal=true").body == ["mode": "READONLY"])
        use.call("PUT", "/mode", "{\"mode\":\"READONLY_OVERRIDE\"}")
        #expect(use.register("b", record("id", "x?")).code == 42205)
        #expect(use.get("/mode/b").body == ["mode": "READONLY_OVERRIDE"])
        for body in ["{\"mode\":\"SIDEWAYS\"}", "{}", "{\"mode\":7}"] { #expect(use.call("PUT", "/mode", body).code == 42204) }
    }

    @Test func `schemas are imported with their ids and versions, into what is empty`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.register("a", record("x"), more: "\"id\":77,\"version\":5").code == 42205, "not in import mode")
        #expect(use.call("PUT", "/mode/a", "{\"mode\":\"IMPORT\"}").code == 42205, "not empty")
        use.call("DELETE", "/subjects/a")
        #expect(use.call("PUT", "/mode/a", "{\"mode\":\"IMPORT\"}").status == 200)
        #expect(use.get("/subjects?deleted=true").body == [], "what was deleted is forgotten")
        #expect(use.register("a", record("x"), more: "\"id\":77,\"version\":5").body["id"] == 77)
        #expect(use.register("a", record("unrelated"), more: "\"id\":60,\"version\":3").body["version"] == 3, "nothing is compared")
        #expect(use.get("/subjects/a/versions").body == [3, 5])
        #expect(use.register("a", record("z"), more: "\"id\":77,\"version\":6").code == 42205, "an id is of one schema")
        #expect(use.register("a", record("z")).code == 42205, "in import mode an id is given")
        use.call("DELETE", "/mode/a")
        #expect(use.register("b", record("n")).body["id"] == 78)
        #expect(use.call("PUT", "/mode?force=true", "{\"mode\":\"IMPORT\"}").status == 200)
    }
}
