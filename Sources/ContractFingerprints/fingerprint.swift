import ContractModel
import Crypto

/// The fingerprint of a contract in its canonical form, most significant byte first.
///
/// Two spellings of one schema have the same canonical form, and so the same fingerprint. What Avro's form leaves out (defaults,
/// aliases, logical types) its fingerprint does not see: it says that the same data can be read, not that contracts are equal.
///
///     hexadecimal(fingerprint(of: schema.parsingCanonicalForm, by: .sha256))
package func fingerprint(of canonicalForm: String, by algorithm: FingerprintAlgorithm) -> [UInt8] {
    switch algorithm {
    case .crc64Avro:
        let checksum = crc64Avro(canonicalForm.utf8)
        return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: checksum >> UInt64($0)) }
    case .md5: return Array(Insecure.MD5.hash(data: Array(canonicalForm.utf8)))
    case .sha256: return Array(SHA256.hash(data: Array(canonicalForm.utf8)))
    }
}
