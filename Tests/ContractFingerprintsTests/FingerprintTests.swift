import ContractFingerprints
import ContractModel
import Determinism
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

struct FingerprintTests {
    /// RFC 1321, A.5; FIPS 180-4, by NIST's example of "abc"; the empty fingerprint of Avro 1.12.
    @Test(arguments: [
        (FingerprintAlgorithm.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
        (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.crc64Avro, "", "c15d213aa4d7a795"),
        (.crc64Avro, "\"null\"", "63dd24e7cc258f8a"),
    ])
    func `the published values come out`(_ algorithm: FingerprintAlgorithm, _ text: String, _ expected: String) {
        #expect(hexadecimal(fingerprint(of: text, by: algorithm)) == expected)
    }

    struct Case: Decodable {
        var name: String
        var parsing_canonical_form: String?
        var crc64_avro_le_hex: String?
        var md5_hex: String?
        var sha256_hex: String?
    }

    @Test(.enabled(if: conformanceFolder("avro-canonical-oracle") != nil, "the corpus is not here"))
    func `real schemas have the fingerprints that Avro for Java gives them`() throws {
        let folder = try #require(conformanceFolder("avro-canonical-oracle"))
        let data = try Data(contentsOf: folder.appending(path: "cases.json"))
        let cases = try JSONDecoder().decode([Case].self, from: data)
        let raw = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        var count = 0
        for (expected, object) in zip(cases, raw) where expected.parsing_canonical_form != nil {
            let text = try JSONSerialization.data(withJSONObject: try #require(object["schema"]), options: .fragmentsAllowed)
            let schema = try #require(parseAvroSchema(SourceFile(path: expected.name, bytes: Array(text))).schema, "\(expected.name)")
            let form = schema.parsingCanonicalForm
            #expect(hexadecimal(fingerprint(of: form, by: .md5)) == expected.md5_hex, "\(expected.name)")
            #expect(hexadecimal(fingerprint(of: form, by: .sha256)) == expected.sha256_hex, "\(expected.name)")
            // Avro for Java gives these bytes least significant first, as single-object encoding has them.
            #expect(hexadecimal(fingerprint(of: form, by: .crc64Avro).reversed()) == expected.crc64_avro_le_hex, "\(expected.name)")
            count += 1
        }
        #expect(count == 80)
    }

    @Test(.enabled(if: conformanceFolder("avro-schema-tests") != nil, "the corpus is not here"))
    func `the checksums of the Avro project's own tests come out`() throws {
        let folder = try #require(conformanceFolder("avro-schema-tests"))
        let text = try String(contentsOf: folder.appending(path: "share/test/data/schema-tests.txt"), encoding: .utf8)
        var count = 0
        for part in text.components(separatedBy: "<<canonical").dropFirst() {
            let pieces = part.components(separatedBy: "<<fingerprint")
            guard pieces.count == 2, let line = pieces[1].split(separator: "\n").first,
                let expected = Int64(line.trimmingCharacters(in: .whitespaces))
            else { continue }
            let canonical = (pieces[0].split(separator: "\n").first ?? "").trimmingCharacters(in: .whitespaces)
            let bytes = fingerprint(of: canonical, by: .crc64Avro)
            #expect(bytes.reduce(0) { $0 << 8 | UInt64($1) } == UInt64(bitPattern: expected), "\(canonical)")
            count += 1
        }
        #expect(count > 20)
    }

    @Test func `two spellings of one JSON Schema, or of one Protobuf file, have one fingerprint`() throws {
        func schema(_ text: String) throws -> [UInt8] {
            fingerprint(of: try #require(parseJSON(SourceFile(path: "s.json", text: text)).root).canonicalText, by: .sha256)
        }
        #expect(try schema(#"{"type": "string", "maxLength": 5}"#) == schema("{\n \"maxLength\":5,\n \"type\":\"string\"}"))
        #expect(try schema(#"{"maxLength": 5}"#) != schema(#"{"maxLength": 6}"#))
        func proto(_ text: String) throws -> [UInt8] {
            let result = loadProtobuf(SourceFile(path: "m.proto", text: text))
            return fingerprint(of: result.schema.canonicalText(of: try #require(result.schema.files.first { $0.path == "m.proto" })), by: .sha256)
        }
        #expect(try proto("syntax = \"proto3\"; message A { string id = 1; }") == proto("syntax='proto3';\n// an id\nmessage A {\n  string id=0x1;\n}"))
        #expect(try proto("syntax = \"proto3\"; message A { string id = 1; }") != proto("syntax = \"proto3\"; message A { string id = 2; }"))
    }
}
