import BearerTokens
import Crypto
import Foundation
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

@Suite struct `Logging in with a token` {
    private let key = P256.Signing.PrivateKey()

    private func encoded(_ bytes: some DataProtocol) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func world() throws -> BrokerWorld {
        let world = try BrokerWorld { $0.login.tokens = TokenRules(issuer: "https://id.test", audiences: ["kafka"], clockSkew: 5) }
        let point = key.publicKey.x963Representation
        world.handle(.tokenKeys(try TokenKeys(json: Array(
            #"{"keys":[{"kty":"EC","crv":"P-256","x":"\#(encoded(point[1...32]))","y":"\#(encoded(point[33...64]))"}]}"#.utf8))))
        return world
    }

    private func token(_ world: BrokerWorld, _ subject: String = "alice", expiresIn seconds: Int64 = 60) throws -> String {
        let expires = world.now.millisecondsSinceEpoch / 1000 + seconds
        let claims = #"{"sub":"\#(subject)","iss":"https://id.test","aud":"kafka","exp":\#(expires)}"#
        let body = "\(encoded(Data(#"{"alg":"ES256"}"#.utf8))).\(encoded(Data(claims.utf8)))"
        return "\(body).\(encoded(try key.signature(for: Data(body.utf8)).rawRepresentation))"
    }

    private func message(_ token: String, header: String = "n,,") -> String { "\(header)\u{1}auth=Bearer \(token)\u{1}\u{1}" }

    @Test func `a token lets in who it names, until it runs out`() throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("OAUTHBEARER", on: client)
        let answer = try world.authenticate(message(token(world)), on: client)
        #expect(answer.errorCode == .none && answer.sessionLifetimeMs == 60_000)
        #expect(world.whoAmI(client)?.text == "User:alice")
        world.advance(by: .seconds(50))
        try world.shakeHands("OAUTHBEARER", on: client)
        #expect(try world.authenticate(message(token(world), header: "n,a=alice,"), on: client).sessionLifetimeMs == 60_000)
        world.advance(by: .seconds(61))
        _ = try world.send(MetadataRequest(topics: []), on: client)
        #expect(world.closed[client]?.contains("run out") == true)
    }

    @Test func `a token that is not taken is answered in two steps, as RFC 7628 has it`() throws {
        let world = try world()
        for bad in [try token(world, expiresIn: -60), "a.b.c", try token(world).dropLast(4) + "AAAA"] {
            let client = world.stranger()
            try world.shakeHands("OAUTHBEARER", on: client)
            let first = try world.authenticate(message(String(bad)), on: client)
            #expect(first.errorCode == .none && String(buffer: first.authBytes) == #"{"status":"invalid_token"}"#)
            let pending = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: "\u{1}")), on: client)
            world.advance(by: .milliseconds(200))
            #expect(try world.answer(pending)?.errorCode == .saslAuthenticationFailed)
            #expect(world.closed[client] != nil)
        }
    }

    @Test func `nobody logs in for somebody else, and without keys nobody at all`() throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("OAUTHBEARER", on: client)
        #expect(try world.authenticate(message(token(world), header: "n,a=root,"), on: client).authBytes.readableBytes > 0)
        world.handle(.tokenKeys(.none))
        let other = world.stranger()
        try world.shakeHands("OAUTHBEARER", on: other)
        #expect(try world.authenticate(message(token(world)), on: other).authBytes.readableBytes > 0)
        #expect(world.whoAmI(other) == .anonymous)
    }

    @Test(arguments: ["", "n,,", "n,,\u{1}\u{1}", "n,,\u{1}auth=Basic abc\u{1}\u{1}", "p=x,,\u{1}auth=Bearer a\u{1}\u{1}", "n,,\u{1}auth=Bearer a"])
    func `what is no such message is refused at once`(text: String) throws {
        let world = try world(), client = world.stranger()
        try world.shakeHands("OAUTHBEARER", on: client)
        let pending = try world.send(SaslAuthenticateRequest(authBytes: ByteBuffer(string: text)), on: client)
        world.advance(by: .milliseconds(200))
        #expect(try world.answer(pending)?.errorCode == .saslAuthenticationFailed)
    }
}
