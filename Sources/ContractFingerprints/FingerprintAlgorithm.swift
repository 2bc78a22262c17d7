/// How a canonical form becomes a few bytes. They are those of Avro 1.12, "Schema Fingerprints", where they
/// are of the Parsing Canonical Form.
package enum FingerprintAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// 8 bytes; what single-object encoding carries. Not safe against those who look for collisions.
    case crc64Avro = "crc-64-avro"
    /// 16 bytes. Not safe against those who look for collisions.
    case md5
    /// 32 bytes.
    case sha256 = "sha-256"
}
