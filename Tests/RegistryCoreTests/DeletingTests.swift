import RegistryCore
import TestSupport
import Testing

@Suite struct `Deleting` {
    @Test func `a version goes softly, then for good`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        #expect(use.call("DELETE", "/subjects/a/versions/1?permanent=true").code == 40407)
        #expect(use.call("DELETE", "/subjects/a/versions/1").body == 1)
        #expect(use.call("DELETE", "/subjects/a/versions/1").code == 40406)
        #expect(use.get("/subjects/a/versions/1").code == 40402)
        #expect(use.get("/subjects/a/versions/1?deleted=true").body["deleted"] == .boolean(true))
        #expect(use.get("/schemas/ids/1").status == 200, "data that was written with it is still read")
        #expect(use.get("/schemas/ids/1/subjects").body == [])
        #expect(use.get("/schemas/ids/1/subjects?deleted=true").body == ["a"])
        #expect(use.call("DELETE", "/subjects/a/versions/1?permanent=true").body == 1)
        #expect(use.get("/schemas/ids/1").code == 40403)
        #expect(use.call("DELETE", "/subjects/a/versions/1").code == 40402)
        #expect(use.call("DELETE", "/subjects/b/versions/1").code == 40401)
        #expect(use.call("DELETE", "/subjects/a/versions/latest").body == 2)
    }

    @Test func `a subject goes softly, then for good`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        #expect(use.call("DELETE", "/subjects/a?permanent=true").code == 40405)
        #expect(use.call("DELETE", "/subjects/a").body == [1, 2])
        #expect(use.call("DELETE", "/subjects/a").code == 40404)
        #expect(use.get("/subjects/a/versions").code == 40401)
        #expect(use.get("/subjects/a/versions?deleted=true").body == [1, 2])
        #expect(use.call("DELETE", "/subjects/a?permanent=true").body == [1, 2])
        #expect(use.call("DELETE", "/subjects/a").code == 40401)
        #expect(use.get("/subjects?deleted=true").body == [])
    }

    @Test func `ids are not given twice`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.call("DELETE", "/subjects/a")
        use.call("DELETE", "/subjects/a?permanent=true")
        #expect(use.register("a", record("other")).body["id"] == 2)
        #expect(use.replayed().snapshot.schema(id: 1) == nil)
    }

    @Test func `a deleted schema that comes back has its id, a new version, and takes the old one's place`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        use.call("DELETE", "/subjects/a")
        let back = use.register("a", record("id"))
        #expect(back.body["id"] == 1 && back.body["version"] == 3)
        #expect(use.get("/subjects/a/versions?deleted=true").body == [2, 3])
    }

    @Test func `settings go with the last version`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        use.register("a", record("id", "b?"))
        use.call("PUT", "/config/a", "{\"compatibility\":\"NONE\"}")
        use.call("DELETE", "/subjects/a/versions/2")
        #expect(use.get("/config/a").status == 200)
        use.call("DELETE", "/subjects/a/versions/1")
        #expect(use.get("/config/a").code == 40408)
        use.register("c", record("id"))
        use.call("PUT", "/mode/c", "{\"mode\":\"READWRITE\"}")
        use.call("DELETE", "/subjects/c")
        #expect(use.get("/mode/c").code == 40409)
    }

    @Test func `what others refer to stays`() {
        var use = RegistryInUse()
        use.register("base", record("id", name: "Base"))
        let user = "{\"type\":\"record\",\"name\":\"User\",\"fields\":[{\"name\":\"b\",\"type\":\"Base\"}]}"
        #expect(use.register("user", user, references: [("Base", "base", 1)]).status == 200)
        #expect(use.get("/subjects/base/versions/1/referencedby").body == [2])
        #expect(use.call("DELETE", "/subjects/base/versions/1").code == 42206)
        #expect(use.call("DELETE", "/subjects/base").code == 42206)
        use.call("DELETE", "/subjects/user")
        #expect(use.get("/subjects/base/versions/1/referencedby").body == [])
        #expect(use.call("DELETE", "/subjects/base").body == [1])
        #expect(use.get("/schemas/ids/2").status == 200)
    }
}
