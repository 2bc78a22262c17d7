import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// Hostile logins: whatever a stranger says, it is answered or let go, and never let in.
@Suite struct `Hostile logins` {
    private let messages = [
        "\0alice\0secre", "n,,n=alice,r=abc", "n,a=alice,n=alice,r=abc", "c=biws,r=abc,p=AAAA", "n,,\u{1}auth=Bearer a.b.c\u{1}\u{1}", "\u{1}",
        "n,,n==2C=3D,r=x", "",
    ]

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `messages with bytes changed let nobody in`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let world = try BrokerWorld(seed: seed) { $0.login.users = ["alice": LoginUser("alice", password: "a secret that is not guessed")] }
        for _ in 0..<400 {
            let client = world.stranger()
            let mechanism = SASLMechanism.allCases.randomElement(using: &chance)!, version = Int16.random(in: 0...1, using: &chance)
            try world.shakeHands(mechanism.name, on: client, version: version)
            for _ in 0..<4 {
                var bytes = Array(messages.randomElement(using: &chance)!.utf8)
                for _ in 0..<Int.random(in: 0...2, using: &chance) {
                    bytes.insert(UInt8.random(in: 0...255, using: &chance), at: Int.random(in: 0...bytes.count, using: &chance))
                }
                if version == 0 {
                    world.receive([ByteBuffer(bytes: bytes)], on: client)
                } else {
                    _ = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(bytes: bytes)), on: client)
                }
            }
            world.advance(by: .milliseconds(200))
            try #require(world.failure == nil)
            #expect(world.whoAmI(client) ?? .anonymous == .anonymous)
            world.disconnect(client)
        }
    }
}
