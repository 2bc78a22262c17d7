import Foundation
import RegistryCore
import TestSupport
import Testing

@Suite struct `The interface` {
    @Test func `unknown paths are 404, other methods 405, both told as JSON`() {
        var use = RegistryInUse()
        for path in ["/nothing", "/subjects/a/versions/1/more", "/schemas/ids", "/subjects/a/versions/1/schema/x", "//"] {
            let answer = use.get(path)
            #expect(answer.status == 404 && answer.code == 404, "\(path)")
        }
        for (method, path) in [("DELETE", "/subjects"), ("PATCH", "/config"), ("POST", "/schemas/ids/1"), ("GET", "/compatibility/subjects/a/versions")] {
            let answer = use.call(method, path)
            #expect(answer.status == 405 && answer.code == 405, "\(method) \(path)")
        }
    }

    @Test func `the root, the cluster and the version are told`() {
        let registry = Registry(about: .init(clusterID: "abc", version: "1.2.3"))
        #expect(registry.answer(RegistryRequest("GET", "/")).body == "{}")
        #expect(registry.answer(RegistryRequest("GET", "")).body == "{}")
        let id = registry.answer(RegistryRequest("GET", "/v1/metadata/id")).body
        #expect(id.contains("\"kafka-cluster\":\"abc\""))
        #expect(registry.answer(RegistryRequest("GET", "/v1/metadata/version")).body == "{\"version\":\"1.2.3\",\"commitId\":\"\"}")
    }

    @Test func `a slash at the end of a path means nothing`() {
        var use = RegistryInUse()
        use.register("a", record("id"))
        #expect(use.get("/subjects/").body == ["a"])
        #expect(use.get("/subjects/a/versions/").body == [1])
    }

    @Test func `percent signs that stand for nothing are 400`() {
        var use = RegistryInUse()
        for target in ["/subjects/%/versions", "/subjects/%4/versions", "/subjects/%zz/versions", "/subjects/%ff/versions", "/subjects?subjectPrefix=%F"] {
            #expect(use.get(target).status == 400, "\(target)")
        }
    }

    @Test func `the description of what is served names what is served`() throws {
        let text = try String(contentsOf: packageRoot.appendingPathComponent("Specs/http/schema-registry.openapi.yaml"), encoding: .utf8)
        var described: Set<String> = []
        var path = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  /"), line.hasSuffix(":") { path = String(line.dropFirst(2).dropLast()) }
            if let method = ["get", "put", "post", "delete"].first(where: { line == "    \($0):" }) { described.insert(method.uppercased() + " " + path) }
        }
        #expect(described == Set(Endpoint.all.map { "\($0.method) \($0.template)" }))
    }
}
