import TestSupport
import Testing

@testable import RegistryService

@Suite struct `Media types` {
    @Test(arguments: [
        (nil, "application/vnd.schemaregistry.v1+json"), ("*/*", "application/vnd.schemaregistry.v1+json"),
        ("application/json", "application/json"), ("application/*;q=0.1, application/json", "application/json"),
        ("application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json, application/json", "application/vnd.schemaregistry.v1+json"),
        ("application/vnd.schemaregistry.v1+json;q=0.5, application/json; q=0.9", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/vnd.schemaregistry.v1+json"),
        ("application/vnd.schemaregistry.v1+json;q=0, */*", "application/vnd.schemaregistry+json"),
        ("", "application/vnd.schemaregistry.v1+json"), ("text/html", nil), ("application/json;q=0", nil), ("application/json;q=x", nil),
    ] as [(String?, String?)])
    func `the client's favourite is answered`(accept: String?, expected: String?) {
        #expect(Negotiation.contentType(accepting: accept) == expected)
    }

    @Test func `requests are JSON by any of its names`() {
        for type in [nil, "application/json", "application/json; charset=utf-8", "Application/VND.schemaregistry.v1+JSON", "application/octet-stream"] {
            #expect(Negotiation.takes(contentType: type), "\(type ?? "")")
        }
        for type in ["text/plain", "application/x-www-form-urlencoded", "json"] { #expect(!Negotiation.takes(contentType: type), "\(type)") }
    }

    @Test func `what does not suit is refused with its status`() async throws {
        try await serving(MemorySchemaLog(), configuration(maximumBodyBytes: 1_000)) { serving async throws in
            #expect(try await serving.call("GET", "/subjects", headers: ["Accept": "text/html"]).status == 406)
            let type = try await serving.call("GET", "/subjects", headers: ["Accept": "application/json"]).headers["content-type"]
            #expect(type == "application/json")
            #expect(try await serving.get("/subjects").headers["content-type"] == "application/vnd.schemaregistry.v1+json")
            let form = try await serving.call("PUT", "/config", "a=b", headers: ["Content-Type": "application/x-www-form-urlencoded"])
            #expect(form.status == 415 && form.code == 415)
            let large = try await serving.call("PUT", "/config", String(repeating: " ", count: 2_000))
            #expect(large.status == 413 && large.code == 413)
            let head = try await serving.call("HEAD", "/subjects")
            #expect(head.status == 200 && head.text.isEmpty)
        }
    }
}
