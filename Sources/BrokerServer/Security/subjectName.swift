import NIOSSL
import SwiftASN1
import X509

/// A certificate's subject as Kafka, and so ACLs, spell it: RFC 2253, as Java's X500Principal writes it. Nil for what cannot be read.
func subjectName(of certificate: NIOSSLCertificate) -> String? {
    guard let bytes = try? certificate.toDERBytes(), let read = try? Certificate(derEncoded: bytes) else { return nil }
    return subjectName(read.subject)
}

/// The last part comes first.
func subjectName(_ subject: DistinguishedName) -> String {
    subject.reversed().map { part in part.map(text).joined(separator: "+") }.joined(separator: ",")
}

private func text(_ attribute: RelativeDistinguishedName.Attribute) -> String {
    if let keyword = keywords[attribute.type], let value = String(attribute.value) { return "\(keyword)=\(escaped(value))" }
    // What has no keyword is written as its bytes.
    var serializer = DER.Serializer()
    guard (try? serializer.serialize(ASN1Any(attribute.value))) != nil else { return "\(dotted(attribute.type))=#" }
    let digits = Array("0123456789abcdef")
    let hex = serializer.serializedBytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "\(dotted(attribute.type))=#\(String(hex))"
}

private func dotted(_ type: ASN1ObjectIdentifier) -> String { type.oidComponents.map { "\($0)" }.joined(separator: ".") }

private func escaped(_ value: String) -> String {
    var escaped = ""
    for character in value.unicodeScalars {
        if ",+<>;\"\\".unicodeScalars.contains(character) || character == "#" && escaped.isEmpty { escaped.append("\\") }
        escaped.unicodeScalars.append(character)
    }
    let leading = escaped.prefix { $0 == " " }.count
    let trailing = escaped.count == leading ? 0 : escaped.reversed().prefix { $0 == " " }.count
    let middle = escaped.dropFirst(leading).dropLast(trailing)
    return String(repeating: "\\ ", count: leading) + middle + String(repeating: "\\ ", count: trailing)
}

private let keywords: [ASN1ObjectIdentifier: String] = [
    [2, 5, 4, 3]: "CN", [2, 5, 4, 6]: "C", [2, 5, 4, 7]: "L", [2, 5, 4, 8]: "ST", [2, 5, 4, 9]: "STREET", [2, 5, 4, 10]: "O", [2, 5, 4, 11]: "OU",
    [0, 9, 2342, 19_200_300, 100, 1, 25]: "DC", [0, 9, 2342, 19_200_300, 100, 1, 1]: "UID",
]
