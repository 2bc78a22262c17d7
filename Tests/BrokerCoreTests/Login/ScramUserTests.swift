import KafkaWire
import NIOCore
import ScramLogin
import Testing
@testable import BrokerCore

@Suite struct `SCRAM users` {
    @Test(arguments: [ScramHash.sha256, .sha512])
    func `a user that a client made logs in, and stays over a restart and a crash`(hash: ScramHash) throws {
        let world = try BrokerWorld()
        #expect(try world.alter(.init(deletions: [], upsertions: [world.upsertion("carol", "pw", hash)])) == ["carol": .none])
        func isLetIn(_ password: String) throws -> Bool {
            let client = world.stranger()
            let pending = try world.scram(hash, "carol", password, on: client)
            world.advance(by: .milliseconds(200))
            let answer = try #require(try world.answer(pending))
            #expect(answer.errorCode == (world.closed[client] == nil ? .none : .saslAuthenticationFailed))
            return world.whoAmI(client)?.text == "User:carol"
        }
        #expect(try isLetIn("pw"))
        #expect(try !isLetIn("wrong"))
        try world.restart()
        #expect(try isLetIn("pw"))
        try world.crash(seed: 5)
        #expect(try isLetIn("pw"))
        // The other hash was not set.
        let client = world.stranger(), other: ScramHash = hash == .sha256 ? .sha512 : .sha256
        _ = try world.scram(other, "carol", "pw", on: client)
        world.advance(by: .milliseconds(200))
        #expect(world.closed[client] != nil)
    }

    @Test func `users that the broker is started with log in by SCRAM too, and win over those that clients made`() throws {
        let world = try BrokerWorld { $0.login.users = ["alice": LoginUser("alice", password: "given")] }
        _ = try world.alter(.init(deletions: [], upsertions: [world.upsertion("alice", "other")]))
        let client = world.stranger()
        let pending = try world.scram(.sha256, "alice", "given", on: client)
        #expect(try world.answer(pending)?.errorCode == ErrorCode.none)
        #expect(world.whoAmI(client)?.name == "alice")
    }

    @Test func `who is not known is shown a salt, the same each time and after a restart`() throws {
        let world = try BrokerWorld()
        func salt(_ user: String) throws -> String {
            let client = world.stranger()
            try world.shakeHands("SCRAM-SHA-256", on: client)
            let challenge = String(buffer: try world.authenticate("n,,n=\(user),r=abc", on: client).authBytes)
            #expect(challenge.hasPrefix("r=abc") && challenge.hasSuffix("i=4096"))
            return String(challenge.split(separator: ",")[1])
        }
        let first = try salt("nobody")
        #expect(try salt("nobody") == first)
        #expect(try salt("somebody") != first)
        try world.restart()
        #expect(try salt("nobody") == first)
    }

    @Test func `no challenge comes twice`() throws {
        let world = try BrokerWorld()
        var seen: Set<String> = []
        for _ in 0..<50 {
            let client = world.stranger()
            try world.shakeHands("SCRAM-SHA-512", on: client)
            seen.insert(String(buffer: try world.authenticate("n,,n=a,r=abc", on: client).authBytes))
        }
        #expect(seen.count == 50)
    }

    @Test func `users are described, by name or all`() throws {
        let world = try BrokerWorld()
        _ = try world.alter(.init(deletions: [], upsertions: [world.upsertion("b", "x", .sha512, iterations: 8192), world.upsertion("a", "x")]))
        _ = try world.alter(.init(deletions: [], upsertions: [world.upsertion("a", "x", .sha512)]))
        let all = try world.call(DescribeUserScramCredentialsRequest(users: nil))
        #expect(all.results.map(\.user) == ["a", "b"])
        #expect(all.results[0].credentialInfos.map(\.mechanism) == [1, 2])
        #expect(all.results[1].credentialInfos.map(\.iterations) == [8192])
        let some = try world.call(DescribeUserScramCredentialsRequest(users: [.init(name: "b"), .init(name: "z"), .init(name: "a"), .init(name: "a")]))
        #expect(some.results.map(\.errorCode) == [.none, .resourceNotFound, .duplicateResource])
    }

    @Test func `what Kafka refuses is refused`() throws {
        let world = try BrokerWorld()
        var unknown = world.upsertion("m", "x")
        unknown.mechanism = 9
        let first = try world.alter(.init(
            deletions: [.init(name: "gone", mechanism: 1), .init(name: "", mechanism: 1)],
            upsertions: [
                world.upsertion("few", "x", iterations: 4095), world.upsertion("many", "x", iterations: 16_385), unknown,
                world.upsertion("twice", "x"), world.upsertion("twice", "x", .sha512), world.upsertion("fine", "x"),
            ]))
        #expect(first == [
            "gone": .resourceNotFound, "": .unacceptableCredential, "few": .unacceptableCredential, "many": .unacceptableCredential,
            "m": .unsupportedSaslMechanism, "twice": .duplicateResource, "fine": .none,
        ])
        #expect(try world.alter(.init(deletions: [.init(name: "fine", mechanism: 1)], upsertions: [])) == ["fine": .none])
        #expect(try world.call(DescribeUserScramCredentialsRequest(users: nil)).results.isEmpty)
    }

    @Test func `only who may alter the cluster makes users, and who may describe it sees them`() throws {
        let world = try BrokerWorld { $0.authorization = AuthorizationSettings(byDefault: .deny, superPrincipals: ["User:admin"]) }
        #expect(try world.alter(.init(deletions: [], upsertions: [world.upsertion("a", "x")])) == ["a": .clusterAuthorizationFailed])
        #expect(try world.call(DescribeUserScramCredentialsRequest(users: nil)).errorCode == .clusterAuthorizationFailed)
        try world.allow(.alter, on: .cluster, "kafka-cluster", to: "User:ANONYMOUS")
        #expect(try world.alter(.init(deletions: [], upsertions: [world.upsertion("a", "x")])) == ["a": .none])
        // Alter implies Describe.
        #expect(try world.call(DescribeUserScramCredentialsRequest(users: nil)).results.map(\.user) == ["a"])
    }
}
