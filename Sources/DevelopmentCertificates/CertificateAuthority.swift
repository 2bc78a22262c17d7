import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// A certificate and its key, in PEM.
package struct IssuedCertificate: Sendable {
    package var certificate: String
    /// PKCS #8, without a passphrase.
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Somebody whose word is taken on a developer's machine, and nowhere else.
///
///     let authority = try CertificateAuthority.make(now: Date())
///     let server = try authority.issueServer(hosts: ["localhost", "127.0.0.1"], now: Date())
///     let client = try authority.issueClient(name: "checkout", now: Date())
package struct CertificateAuthority: Sendable {
    private let certificate: Certificate
    private let key: Certificate.PrivateKey
    package let issued: IssuedCertificate

    /// Ten years for the authority; a little over two for whom it vouches, as long as anybody takes.
    private static let authorityLife: TimeInterval = 3650 * 86_400
    private static let life: TimeInterval = 825 * 86_400
    /// Clocks differ.
    private static let grace: TimeInterval = 3600

    package static func make(now: Date) throws -> CertificateAuthority {
        let raw = P256.Signing.PrivateKey()
        let key = Certificate.PrivateKey(raw)
        let name = try DistinguishedName([.init(type: .RDNAttributeType.commonName, utf8String: "Heddle development CA")].map { RelativeDistinguishedName($0) })
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey, notValidBefore: now - grace,
            notValidAfter: now + authorityLife, issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: key.publicKey)
            }, issuerPrivateKey: key)
        return try CertificateAuthority(IssuedCertificate(certificate: try pem(certificate), key: raw.pemRepresentation + "\n"))
    }

    /// One that was made before.
    package init(_ issued: IssuedCertificate) throws {
        self.issued = issued
        certificate = try Certificate(pemEncoded: issued.certificate)
        key = try Certificate.PrivateKey(pemEncoded: issued.key)
    }

    /// - Parameter hosts: names and addresses by which clients call the server. The first is its subject.
    package func issueServer(hosts: [String], now: Date) throws -> IssuedCertificate {
        let names = hosts.map { host in
            addressBytes(host).map { GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(host)
        }
        return try issue(name: hosts.first ?? "localhost", names: names, usages: [.serverAuth, .clientAuth], now: now)
    }

    /// - Parameter name: the certificate's subject is `CN=name`.
    package func issueClient(name: String, now: Date) throws -> IssuedCertificate {
        try issue(name: name, names: [], usages: [.clientAuth], now: now)
    }

    private func issue(name: String, names: [GeneralName], usages: [ExtendedKeyUsage.Usage], now: Date) throws -> IssuedCertificate {
        let raw = P256.Signing.PrivateKey()
        let key = Certificate.PrivateKey(raw)
        let subject = try DistinguishedName([.init(type: .RDNAttributeType.commonName, utf8String: name)].map { RelativeDistinguishedName($0) })
        var extensions = try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage(usages)
            SubjectKeyIdentifier(hash: key.publicKey)
            AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier)
        }
        if !names.isEmpty { try extensions.append(Certificate.Extension(SubjectAlternativeNames(names), critical: false)) }
        let leaf = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey, notValidBefore: now - Self.grace,
            notValidAfter: min(now + Self.life, certificate.notValidAfter), issuer: certificate.subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: self.key)
        return IssuedCertificate(certificate: try Self.pem(leaf), key: raw.pemRepresentation + "\n")
    }

    private static func pem(_ certificate: Certificate) throws -> String { try certificate.serializeAsPEM().pemString + "\n" }
}
