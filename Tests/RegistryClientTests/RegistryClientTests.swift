import ContractModel
import RegistryClient
import ScriptedRegistry
import Testing

/// Runs a body against a client of a server that answers by script.
func withRegistry(
    path: String = "", credentials: RegistryCredentials? = nil, options: RegistryClientOptions = .init(firstPause: .milliseconds(1)),
    script: @escaping @Sendable (ScriptedRegistry.Request) -> ScriptedRegistry.Answer,
    _ body: (RegistryClient, ScriptedRegistry) async throws -> Void
) async throws {
    let server = try await ScriptedRegistry.start(script)
    let address = try #require(RegistryAddress(parsing: "http://127.0.0.1:\(server.port)\(path)"))
    let client = RegistryClient(address, credentials: credentials, options: options)
    do {
        try await body(client, server)
        await client.close()
        try await server.stop()
    } catch {
        await client.close()
        try await server.stop()
        throw error
    }
}

func failure<Result>(_ body: () async throws(RegistryError) -> Result) async -> RegistryError? {
    do throws(RegistryError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

@Suite struct `Asking a registry` {
    static let version = #"{"subject":"orders-value","version":3,"id":7,"schemaType":"PROTOBUF","schema":"syntax","references":[{"name":"m.proto","subject":"money","version":2}],"guid":"x"}"#

    @Test func `reads versions, in whichever format`() async throws {
        try await withRegistry { request in
            switch request.line {
            case "GET /subjects": .ok(#"["a","b"]"#)
            case "GET /subjects/orders-value/versions": .ok("[3,1]")
            case "GET /subjects/orders-value/versions/latest": .ok(Self.version)
            case "GET /subjects/old/versions/1": .ok(#"{"subject":"old","version":1,"id":1,"schema":"\"int\""}"#)
            case "GET /subjects/new/versions/1": .ok(#"{"subject":"new","version":1,"id":1,"schema":"x","schemaType":"THRIFT"}"#)
            default: .error(404, 40401)
            }
        } _: { client, _ in
            #expect(try await client.subjects() == ["a", "b"])
            #expect(try await client.versions(of: "orders-value") == [1, 3])
            #expect(
                try await client.latest(of: "orders-value")
                    == RegistryVersion(
                        subject: "orders-value", version: 3, id: 7, format: .protobuf, schema: "syntax",
                        references: [.init(name: "m.proto", subject: "money", version: 2)]))
            #expect(try await client.version(1, of: "old")?.format == .avro, "no type is Avro")
            let unknown = try await client.version(1, of: "new")
            #expect(unknown != nil && unknown?.format == nil)
            #expect(try await client.latest(of: "nobody") == nil)
            #expect(try await client.versions(of: "nobody") == nil)
        }
    }

    @Test func `registers and looks up, with references and without normalising`() async throws {
        try await withRegistry { request in
            request.uri.hasPrefix("/subjects/s/versions") ? .ok(#"{"id":12}"#) : .ok(Self.version)
        } _: { client, server in
            let schema = RegistrySchema(.jsonSchema, "{\"a\":\"ü\"}", references: [.init(name: "r", subject: "q", version: 4)])
            let id = try await client.register(schema, under: "s")
            #expect(id == 12)
            #expect(try await client.lookup(RegistrySchema(.avro, "\"int\""), under: "s")?.version == 3)
            #expect(server.lines == ["POST /subjects/s/versions?normalize=false", "POST /subjects/s"])
            let sent = server.requests.map(\.body)
            #expect(sent[0].contains(#""schemaType":"JSON""#) && sent[0].contains(#""version":4"#) && sent[0].contains("ü"))
            #expect(sent[1] == #"{"schema":"\"int\""}"#, "what old registries do not know is not said")
            #expect(server.requests[0].headers["content-type"] == "application/vnd.schemaregistry.v1+json")
        }
    }

    @Test func `no such schema under a subject is no error`() async throws {
        for code in [40401, 40403] {
            try await withRegistry { _ in .error(404, code) } _: { client, _ in
                let version = try await client.lookup(RegistrySchema(.avro, "1"), under: "s")
                #expect(version == nil)
            }
        }
    }

    @Test func `modes are read, set and unset`() async throws {
        try await withRegistry { request in
            switch request.line {
            case "GET /config": .ok(#"{"compatibilityLevel":"FULL_TRANSITIVE"}"#)
            case "GET /config/a": .ok(#"{"compatibilityLevel":"NONE"}"#)
            case "GET /config/b": .error(404, 40408)
            case "GET /config/odd": .ok(#"{"compatibilityLevel":"SIDEWAYS"}"#)
            case "DELETE /config/b": .error(404, 40408)
            default: .ok(#"{"compatibility":"BACKWARD"}"#)
            }
        } _: { client, server in
            #expect(try await client.compatibility() == .fullTransitive)
            #expect(try await client.compatibility(of: "a") == .some(.none))
            #expect(try await client.compatibility(of: "b") == nil)
            try await client.setCompatibility(.forwardTransitive, of: "a")
            #expect(server.requests.last?.body == #"{"compatibility":"FORWARD_TRANSITIVE"}"#)
            try await client.setCompatibility(nil, of: "b")
            let error = await failure { () throws(RegistryError) in try await client.compatibility(of: "odd") }
            #expect(error?.reason == .misunderstood && error?.message.contains("SIDEWAYS") == true)
        }
    }

    @Test func `deleting what is gone is done`() async throws {
        for answer in [ScriptedRegistry.Answer.ok("[1,2]"), .error(404, 40401), .error(404, 40404)] {
            try await withRegistry { _ in answer } _: { client, server in
                try await client.delete(subject: "s")
                #expect(server.lines == ["DELETE /subjects/s"])
            }
        }
    }

    @Test func `a path before and a subject with slashes`() async throws {
        try await withRegistry(path: "/apis/ccompat/v7/") { _ in .ok("[1]") } _: { client, server in
            for subject in ["shop/order.proto", "..", "a b?c#d%ü"] { _ = try await client.versions(of: subject) }
            #expect(
                server.lines == [
                    "GET /apis/ccompat/v7/subjects/shop%2Forder.proto/versions", "GET /apis/ccompat/v7/subjects/%2E%2E/versions",
                    "GET /apis/ccompat/v7/subjects/a%20b%3Fc%23d%25%C3%BC/versions",
                ])
        }
    }
}
