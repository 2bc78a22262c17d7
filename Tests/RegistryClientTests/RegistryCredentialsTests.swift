import RegistryClient
import ScriptedRegistry
import Testing

@Suite struct `Credentials` {
    @Test func `are shown to the registry`() async throws {
        for (credentials, header) in [
            (RegistryCredentials.basic(user: "Aladdin", password: "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), (.bearer(token: "abc.def"), "Bearer abc.def"),
        ] {
            try await withRegistry(credentials: credentials) { _ in .ok("[]") } _: { client, server in
                _ = try await client.subjects()
                #expect(server.requests.map { $0.headers["authorization"] } == [header])
            }
        }
        try await withRegistry { _ in .ok("[]") } _: { client, server in
            _ = try await client.subjects()
            #expect(server.requests[0].headers["authorization"] == nil)
        }
    }

    @Test func `are never printed`() async throws {
        let secret = RegistryCredentials.basic(user: "user-x", password: "hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, String(describing: [secret]), String(describing: Optional(secret))] {
            #expect(!text.contains("hunter2"), "\(text)")
        }
        try await withRegistry(credentials: .bearer(token: "hunter2\r\nX-Evil: 1")) { _ in .ok("[]") } _: { client, server in
            let error = await failure { () throws(RegistryError) in try await client.subjects() }
            #expect(error != nil && error?.message.contains("hunter2") == false)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `do not follow a redirection`() async throws {
        let other = try await ScriptedRegistry.start { _ in .ok("[]") }
        let location = "http://127.0.0.1:\(other.port)/subjects"
        try await withRegistry(credentials: .bearer(token: "t")) { _ in .other(307, headers: ["location": location], "") } _: { client, _ in
            let error = await failure { () throws(RegistryError) in try await client.subjects() }
            #expect(error != nil)
        }
        #expect(other.requests.isEmpty)
        try await other.stop()
    }
}

@Suite struct `Addresses of registries` {
    @Test(arguments: [
        ("http://localhost:8081", "http://localhost:8081"), ("https://r.example.com/apis/ccompat/v7/", "https://r.example.com/apis/ccompat/v7"),
        ("HTTP://[::1]:80//", "http://[::1]:80"),
    ])
    func `are http or https`(text: String, printed: String) throws {
        #expect(try #require(RegistryAddress(parsing: text)).description == printed)
    }

    @Test(arguments: [
        "", "localhost:8081", "ftp://a", "http://", "http:///path", "http://user:secret@host", "http://host?x=1", "http://host#x", "http://host:port",
        "http://host:0", "http://host:70000", "http://ho st", "http://host\n", "http://höst", "http://[::1", "http://:80",
    ])
    func `are nothing else`(text: String) {
        #expect(RegistryAddress(parsing: text) == nil)
    }

    @Test func `are made of host and port`() {
        #expect(RegistryAddress(host: "::1", port: 81).description == "http://[::1]:81")
    }
}
