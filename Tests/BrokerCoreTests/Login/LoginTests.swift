import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

@Suite struct `Logging in` {
    private func world(_ configure: (inout BrokerSettings) -> Void = { _ in }) throws -> BrokerWorld {
        try BrokerWorld {
            $0.login.users = ["alice": LoginUser("alice", password: "secret"), "bob": LoginUser("bob", password: "word")]
            configure(&$0)
        }
    }

    @Test func `who knows the password is let in as who he is`() throws {
        let world = try world(), client = world.stranger()
        #expect(try world.call(ApiVersionsRequest(), version: 0, on: client).errorCode == .none)
        let answer = try world.logIn("alice", "secret", on: client)
        #expect(answer.errorCode == .none && answer.authBytes.readableBytes == 0 && answer.sessionLifetimeMs == 0)
        #expect(world.whoAmI(client)?.text == "User:alice")
        #expect(try world.call(MetadataRequest(topics: []), on: client).brokers.count == 1)
    }

    @Test(arguments: ["\0alice\0wrong", "\0eve\0secret", "\0alice\0", "alice\0secret", "bob\0alice\0secret", "", "\0\0", "\0alice\0secret\0"])
    func `everybody else is told so late, and the connection ends`(message: String) throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("PLAIN", on: client)
        let pending = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: message)), on: client)
        world.advance(by: .milliseconds(99))
        #expect(!world.hasAnswer(pending) && world.closed.isEmpty)
        // What comes meanwhile is not looked at.
        _ = try world.send(MetadataRequest(topics: []), on: client)
        world.advance(by: .milliseconds(1))
        let answer = try #require(try world.answer(pending))
        #expect(answer.errorCode == .saslAuthenticationFailed && answer.errorMessage == "Authentication failed: Invalid username or password")
        // The answer comes before the end, so that clients read it.
        #expect(world.closed.isEmpty)
        world.advance(by: .milliseconds(100))
        #expect(world.closed[client]?.contains("login failed") == true)
        #expect(world.closed[client]?.contains("secret") == false)
    }

    @Test func `nothing is answered before the login but ApiVersions`() throws {
        let world = try world()
        func isClosed(after request: some KafkaRequest) throws -> Bool {
            let client = world.stranger()
            let pending = try world.send(request, on: client)
            #expect(!world.hasAnswer(pending))
            return world.closed[client] != nil
        }
        #expect(try isClosed(after: MetadataRequest(topics: [])))
        #expect(try isClosed(after: SaslAuthenticateRequest(authBytes: ByteBuffer(string: "\0alice\0secret"))))
        #expect(try isClosed(after: world.produceRequest(["a"], to: "orders")))
        let client = world.stranger()
        try world.shakeHands("PLAIN", on: client)
        _ = try world.send(ApiVersionsRequest(), version: 0, on: client)
        #expect(world.closed[client] != nil)
    }

    @Test func `a mechanism that the listener does not offer is refused with those that it does`() throws {
        let world = try world(), client = world.stranger([.scram(.sha512), .plain])
        let pending = try world.send(SaslHandshakeRequest(mechanism: "GSSAPI"), on: client)
        world.advance(by: .milliseconds(200))
        let answer = try #require(try world.answer(pending))
        #expect(answer.errorCode == .unsupportedSaslMechanism && answer.mechanisms == ["SCRAM-SHA-512", "PLAIN"])
        #expect(world.closed[client] != nil)
    }

    @Test func `listeners that ask for nothing say that there is nothing to log in to`() throws {
        let world = try world()
        #expect(try world.shakeHands("PLAIN", on: world.client) == .illegalSaslState)
        #expect(try world.authenticate("\0alice\0secret", on: world.client).errorCode == .illegalSaslState)
        #expect(world.closed.isEmpty)
    }

    @Test func `after a handshake of version 0 messages come without headers`() throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("PLAIN", on: client, version: 0)
        world.receive([ByteBuffer(string: "\0bob\0word")], on: client)
        #expect(world.takeInbox(client) == [ByteBuffer()])
        #expect(world.whoAmI(client)?.name == "bob")
        let other = world.stranger()
        try world.shakeHands("PLAIN", on: other, version: 0)
        world.receive([ByteBuffer(string: "\0bob\0sword")], on: other)
        world.advance(by: .milliseconds(200))
        #expect(world.takeInbox(other).isEmpty && world.closed[other] != nil)
    }

    @Test func `rules hold for who logged in`() throws {
        let world = try world { $0.authorization = AuthorizationSettings(byDefault: .deny, superPrincipals: ["User:admin"]) }
        try world.allow(.describe, on: .topic, "orders", to: "User:alice")
        func error(as user: String, _ password: String) throws -> ErrorCode? {
            let client = world.stranger()
            _ = try world.logIn(user, password, on: client)
            return try world.call(MetadataRequest(topics: [.init(name: "orders")]), on: client).topics.first?.errorCode
        }
        #expect(try error(as: "alice", "secret") == .unknownTopicOrPartition)
        #expect(try error(as: "bob", "word") == .topicAuthorizationFailed)
    }

    @Test func `a login that runs out must be carried on, by the same principal in the same way`() throws {
        let world = try world { $0.login.maxSession = .seconds(60) }
        let client = world.stranger()
        #expect(try world.logIn("alice", "secret", on: client).sessionLifetimeMs == 60_000)
        world.advance(by: .seconds(59))
        #expect(try world.call(MetadataRequest(topics: []), on: client).brokers.count == 1)
        #expect(try world.logIn("alice", "secret", on: client).sessionLifetimeMs == 60_000)
        world.advance(by: .seconds(59))
        #expect(try world.call(MetadataRequest(topics: []), on: client).brokers.count == 1)
        world.advance(by: .seconds(1))
        _ = try world.send(MetadataRequest(topics: []), on: client)
        #expect(world.closed[client]?.contains("has run out") == true)
    }

    @Test func `nobody becomes somebody else on a connection`() throws {
        let world = try world(), client = world.stranger()
        _ = try world.logIn("alice", "secret", on: client)
        try world.shakeHands("PLAIN", on: client)
        let pending = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: "\0bob\0word")), on: client)
        world.advance(by: .milliseconds(200))
        #expect(try world.answer(pending)?.errorMessage == "Cannot change principals during re-authentication from User:alice: User:bob")
        #expect(world.closed[client] != nil)
        let other = world.stranger()
        _ = try world.logIn("alice", "secret", on: other)
        try world.shakeHands("SCRAM-SHA-256", on: other)
        let refused = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: "n,,n=alice,r=x")), on: other)
        world.advance(by: .milliseconds(200))
        #expect(try world.answer(refused)?.errorCode == .saslAuthenticationFailed)
    }

    @Test func `a second login within a second is refused and harms nothing`() throws {
        let world = try world(), client = world.stranger()
        _ = try world.logIn("alice", "secret", on: client)
        #expect(try world.logIn("alice", "secret", on: client).errorCode == .none)
        #expect(try world.shakeHands("PLAIN", on: client) == .illegalSaslState)
        #expect(try world.call(MetadataRequest(topics: []), on: client).brokers.count == 1)
    }

    @Test func `strangers may not send long frames`() throws {
        let world = try world(), client = world.stranger()
        #expect(world.broker.mostFrameBytes(on: client) == 524_288)
        _ = try world.logIn("alice", "secret", on: client)
        #expect(world.broker.mostFrameBytes(on: client) == world.settings.maxRequestBytes)
    }

    @Test func `who leaves before the answer is forgotten`() throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("PLAIN", on: client)
        _ = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: "\0alice\0x")), on: client)
        world.disconnect(client)
        world.advance(by: .seconds(1))
        #expect(world.closed.isEmpty && world.takeInbox(client).isEmpty)
    }
}
