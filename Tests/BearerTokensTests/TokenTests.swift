import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import BearerTokens

@Suite struct `Bearer tokens` {
    private let now: Int64 = 1_700_000_000_000
    private let rsa = try! _RSA.Signing.PrivateKey(keySize: .bits2048)
    private let ec = P256.Signing.PrivateKey()

    private func encoded(_ bytes: some DataProtocol) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func keys() throws -> TokenKeys {
        let parts = try rsa.publicKey.getKeyPrimitives()
        let point = ec.publicKey.x963Representation
        return try TokenKeys(json: Array("""
            {"keys": [
              {"kty": "oct", "k": "AAAA"},
              {"kty": "RSA", "kid": "r", "use": "sig", "n": "\(encoded(parts.modulus))", "e": "\(encoded(parts.publicExponent))"},
              {"kty": "EC", "kid": "e", "crv": "P-256", "x": "\(encoded(point[1...32]))", "y": "\(encoded(point[33...64]))"}
            ]}
            """.utf8))
    }

    private func token(_ header: String, _ claims: String, signed: (Data) throws -> Data) rethrows -> String {
        let body = "\(encoded(Data(header.utf8))).\(encoded(Data(claims.utf8)))"
        return "\(body).\(encoded(try signed(Data(body.utf8))))"
    }

    private func es256(_ claims: String, header: String = #"{"alg":"ES256","kid":"e"}"#) throws -> String {
        try token(header, claims) { try ec.signature(for: $0).rawRepresentation }
    }

    private func rs256(_ claims: String, header: String = #"{"alg":"RS256","kid":"r"}"#) throws -> String {
        try token(header, claims) { try rsa.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation }
    }

    private let good = #"{"sub":"alice","iss":"https://id.test","aud":["kafka","other"],"exp":1700000060.5,"nbf":1699999990,"deep":{"a":[1]}}"#

    @Test func `tokens of both algorithms are taken, and say who and until when`() throws {
        let rules = TokenRules(issuer: "https://id.test", audiences: ["kafka"])
        for token in [try es256(good), try rs256(good), try rs256(good, header: #"{"alg":"RS256"}"#)] {
            #expect(try rules.verify(token, with: keys(), now: now) == VerifiedToken(principal: "alice", expiresAt: 1_700_000_060_500))
        }
        #expect(try TokenRules(principalClaim: "iss").verify(es256(good), with: keys(), now: now).principal == "https://id.test")
    }

    @Test(arguments: [
        (#"{"sub":"a","exp":1699999960}"#, "expired"), (#"{"sub":"a"}"#, "when it expires"), (#"{"sub":"a","exp":"1800000000"}"#, "when it expires"),
        (#"{"sub":"a","exp":1800000000,"nbf":1700000031}"#, "not valid yet"), (#"{"sub":"a","exp":1800000000,"iat":1700000031}"#, "future"),
        (#"{"exp":1800000000}"#, "principal"), (#"{"sub":"","exp":1800000000}"#, "principal"),
    ])
    func `claims that do not hold are refused`(claims: String, word: String) throws {
        let token = try es256(claims)
        let problem = #expect(throws: TokenProblem.self) { try TokenRules().verify(token, with: keys(), now: now) }
        #expect(problem?.description.contains(word) == true)
    }

    @Test func `the clocks may differ a little`() throws {
        #expect(throws: Never.self) { try TokenRules().verify(es256(#"{"sub":"a","exp":1699999971}"#), with: keys(), now: now) }
        #expect(throws: TokenProblem.self) { try TokenRules(clockSkew: 0).verify(es256(#"{"sub":"a","exp":1700000000}"#), with: keys(), now: now) }
    }

    @Test func `another issuer and another audience are refused`() throws {
        #expect(throws: TokenProblem.self) { try TokenRules(issuer: "https://other.test").verify(es256(good), with: keys(), now: now) }
        #expect(throws: TokenProblem.self) { try TokenRules(audiences: ["billing"]).verify(es256(good), with: keys(), now: now) }
    }

    @Test func `what is signed by nobody, by another, or with an algorithm that is not the key's, is refused`() throws {
        let unsigned = token(#"{"alg":"none"}"#, good) { _ in Data() }
        #expect(throws: TokenProblem.self) { try TokenRules().verify(unsigned, with: keys(), now: now) }
        #expect(throws: Never.self) { try TokenRules(acceptsUnsecured: true).verify(unsigned, with: .none, now: now) }
        let other = P256.Signing.PrivateKey()
        let forged = try token(#"{"alg":"ES256","kid":"e"}"#, good) { try other.signature(for: $0).rawRepresentation }
        #expect(throws: TokenProblem.self) { try TokenRules().verify(forged, with: keys(), now: now) }
        // The public key taken for a secret of HMAC: the classic confusion.
        let confused = token(#"{"alg":"HS256","kid":"r"}"#, good) {
            Data(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: rsa.publicKey.derRepresentation)))
        }
        #expect(throws: TokenProblem.self) { try TokenRules().verify(confused, with: keys(), now: now) }
        #expect(throws: TokenProblem.self) { try TokenRules().verify(es256(good, header: #"{"alg":"ES256","kid":"r"}"#), with: keys(), now: now) }
        #expect(throws: TokenProblem.self) { try TokenRules().verify(es256(good, header: #"{"alg":"ES256","crit":["x"]}"#), with: keys(), now: now) }
    }

    @Test func `a changed claim is noticed`() throws {
        var parts = try es256(good).split(separator: ".").map(String.init)
        parts[1] = encoded(Data(good.replacing("alice", with: "admin").utf8))
        #expect(throws: TokenProblem.self) { try TokenRules().verify(parts.joined(separator: "."), with: keys(), now: now) }
    }

    @Test(arguments: ["", ".", "..", "a.b.c", "e30.e30.", "!.!.!", "e30.W10.AA"])
    func `what is no token is refused`(text: String) throws {
        #expect(throws: TokenProblem.self) { try TokenRules(acceptsUnsecured: true).verify(text, with: keys(), now: now) }
    }

    @Test func `a set without a key that serves is refused`() {
        #expect(throws: TokenProblem.self) { try TokenKeys(json: Array("[]".utf8)) }
        #expect(throws: TokenProblem.self) { try TokenKeys(json: Array(#"{"keys":[{"kty":"oct","k":"AA"}]}"#.utf8)) }
    }
}
