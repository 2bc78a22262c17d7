import Foundation
import SwiftASN1
import Testing
import X509

@testable import DevelopmentCertificates

@Suite struct `A development CA` {
    private let now = Date(timeIntervalSince1970: 1_700_000_000)

    private func verify(_ pem: String, by authority: CertificateAuthority, host: String? = nil) async throws -> Bool {
        let root = try Certificate(pemEncoded: authority.issued.certificate)
        var verifier = Verifier(rootCertificates: CertificateStore([root])) { RFC5280Policy(fixedValidationTime: now) }
        let result = await verifier.validate(leaf: try Certificate(pemEncoded: pem), intermediates: CertificateStore([]))
        if case .validCertificate = result { return true }
        return false
    }

    @Test func `what it issues, it vouches for, and another does not`() async throws {
        let authority = try CertificateAuthority.make(now: now), other = try CertificateAuthority.make(now: now)
        let server = try authority.issueServer(hosts: ["kafka.test", "127.0.0.1", "::1"], now: now)
        let client = try authority.issueClient(name: "checkout", now: now)
        #expect(try await verify(server.certificate, by: authority))
        #expect(try await verify(client.certificate, by: authority))
        #expect(try await !verify(client.certificate, by: other))
        #expect(try Certificate(pemEncoded: client.certificate).subject.description == "CN=checkout")
    }

    @Test func `a server's certificate names all hosts, addresses as such`() throws {
        let server = try CertificateAuthority.make(now: now).issueServer(hosts: ["kafka.test", "127.0.0.1", "::1"], now: now)
        let names = try #require(try Certificate(pemEncoded: server.certificate).extensions.subjectAlternativeNames)
        #expect(Array(names) == [
            .dnsName("kafka.test"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
            .ipAddress(ASN1OctetString(contentBytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
        ])
    }

    @Test func `an authority that was made before goes on vouching`() async throws {
        let authority = try CertificateAuthority.make(now: now)
        let again = try CertificateAuthority(authority.issued)
        #expect(try await verify(again.issueClient(name: "later", now: now).certificate, by: authority))
    }

    @Test func `keys fit their certificates`() throws {
        let client = try CertificateAuthority.make(now: now).issueClient(name: "a", now: now)
        #expect(try Certificate.PrivateKey(pemEncoded: client.key).publicKey == Certificate(pemEncoded: client.certificate).publicKey)
    }
}
