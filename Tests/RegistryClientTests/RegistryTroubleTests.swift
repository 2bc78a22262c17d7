import RegistryClient
import ScriptedRegistry
import Synchronization
import Testing

@Suite struct `A registry in trouble` {
    @Test func `is asked again, until it answers`() async throws {
        let answers = Mutex<[ScriptedRegistry.Answer]>([.error(500, 50001), .hangUp, .error(503, 50301), .other(502, headers: [:], "<html>"), .error(429, 42901)])
        try await withRegistry { _ in answers.withLock { $0.isEmpty ? .ok("[1]") : $0.removeFirst() } } _: { client, server in
            let versions = try await client.versions(of: "s")
            #expect(versions == [1])
            #expect(server.lines.count == 6)
        }
    }

    @Test func `is given up at the deadline, with its last word`() async throws {
        let options = RegistryClientOptions(deadline: .milliseconds(20), firstPause: .milliseconds(1))
        try await withRegistry(options: options) { _ in .error(500, 50001, "store is broken") } _: { client, server in
            let error = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
            #expect(error?.reason == .refused(status: 500, code: 50001) && error?.message == "store is broken" && error?.isRetriable == true)
            #expect(!server.lines.isEmpty)
        }
    }

    @Test func `that refuses is not asked again`() async throws {
        for (status, code) in [(409, 409), (422, 42201), (400, 400)] {
            try await withRegistry { _ in .error(status, code, "it breaks readers") } _: { client, server in
                let error = await failure { () throws(RegistryError) in try await client.register(.init(.avro, "1"), under: "s") }
                #expect(error == RegistryError(.refused(status: status, code: code), "it breaks readers"))
                #expect(server.lines.count == 1)
            }
        }
    }

    @Test func `that is silent is not waited for without end`() async throws {
        let options = RegistryClientOptions(requestTimeout: .milliseconds(50), deadline: .zero)
        try await withRegistry(options: options) { _ in .silence } _: { client, _ in
            let error = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
            #expect(error?.reason == .unreachable && error?.wasSent == true, "\(String(describing: error))")
        }
    }

    @Test func `that is not there is told so`() async throws {
        let server = try await ScriptedRegistry.start { _ in .hangUp }
        try await server.stop()
        let client = RegistryClient(RegistryAddress(host: "127.0.0.1", port: server.port), options: .init(deadline: .zero))
        let error = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
        await client.close()
        #expect(error == RegistryError(.unreachable, "connection refused", wasSent: false))
    }

    /// None of these may pass for "there is no such subject".
    @Test(arguments: [
        ScriptedRegistry.Answer.other(404, headers: ["content-type": "text/html"], "<html>not found"), .json(404, "{}"),
        .error(404, 404, "HTTP 404 Not Found"), .json(200, "{}"), .json(200, ""), .json(200, "<html>"), .json(200, #"{"version":"x"}"#),
        .json(401, ""), .json(403, ""), .other(302, headers: ["location": "http://127.0.0.1:1/"], ""), .json(204, ""),
    ])
    func `that is none is an error`(answer: ScriptedRegistry.Answer) async throws {
        try await withRegistry { _ in answer } _: { client, server in
            let error = await failure { () throws(RegistryError) in try await client.latest(of: "s") }
            #expect(error != nil && error?.isRetriable == false, "\(String(describing: error))")
            #expect(server.lines.count == 1)
        }
    }

    @Test func `that answers without end is cut off`() async throws {
        let options = RegistryClientOptions(maximumAnswerBytes: 1000)
        try await withRegistry(options: options) { _ in .ok("[\(String(repeating: "1,", count: 5000))1]") } _: { client, _ in
            let error = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
            #expect(error?.reason == .misunderstood)
        }
    }

    @Test func `with nonsense nested without end`() async throws {
        try await withRegistry { _ in .ok(String(repeating: "[", count: 200_000)) } _: { client, _ in
            let error = await failure { () throws(RegistryError) in try await client.versions(of: "s") }
            #expect(error?.reason == .misunderstood)
        }
    }
}
