import ContractModel
import Diagnostics
import Foundation
import Testing
import TestSupport

/// Real schemas, and what Apache Avro 1.12 (Java) makes of them.
struct AvroConformanceTests {
    struct Case: Decodable {
        var name: String
        var parsing_canonical_form: String?
        var crc64_avro_signed: Int64?
        var error: String?
    }

    @Test(.enabled(if: conformanceFolder("avro-canonical-oracle") != nil, "the corpus is not here"))
    func `schemas are read or refused, and canonical forms and fingerprints made, as Avro for Java does`() throws {
        let folder = try #require(conformanceFolder("avro-canonical-oracle"))
        let data = try Data(contentsOf: folder.appending(path: "cases.json"))
        let cases = try JSONDecoder().decode([Case].self, from: data)
        let raw = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(cases.count > 90)
        for (expected, object) in zip(cases, raw) {
            let text = try JSONSerialization.data(withJSONObject: try #require(object["schema"]), options: .fragmentsAllowed)
            let (schema, diagnostics) = parseAvroSchema(SourceFile(path: expected.name, bytes: Array(text)))
            let said = diagnostics.map(\.message).joined(separator: "; ")
            if let form = expected.parsing_canonical_form {
                #expect(schema?.parsingCanonicalForm == form, "\(expected.name): \(said)")
                #expect(schema.map { Int64(bitPattern: $0.fingerprint) } == expected.crc64_avro_signed, "\(expected.name)")
            } else {
                #expect(schema == nil, "\(expected.name) is refused: \(expected.error ?? "")")
            }
        }
    }

    @Test(.enabled(if: conformanceFolder("avro-schema-tests") != nil, "the corpus is not here"))
    func `the shared schema tests of the Avro project give their canonical forms and fingerprints`() throws {
        let folder = try #require(conformanceFolder("avro-schema-tests"))
        let text = try String(contentsOf: folder.appending(path: "share/test/data/schema-tests.txt"), encoding: .utf8)
        var count = 0
        for part in text.components(separatedBy: "<<INPUT").dropFirst() {
            let pieces = part.components(separatedBy: "<<canonical")
            guard pieces.count == 2 else { continue }
            let input = pieces[0].trimmingCharacters(in: .whitespacesAndNewlines).replacing(/^[A-Z]*\n|\n[A-Z]+$/, with: "")
            let rest = pieces[1].components(separatedBy: "<<fingerprint")
            let canonical = rest[0].split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
            let (schema, diagnostics) = parseAvroSchema(SourceFile(path: "input", text: input))
            #expect(schema?.parsingCanonicalForm == canonical, "\(input): \(diagnostics.map(\.message))")
            if rest.count == 2, let fingerprint = Int64(rest[1].split(separator: "\n")[0].trimmingCharacters(in: .whitespaces)) {
                #expect(schema.map { Int64(bitPattern: $0.fingerprint) } == fingerprint, "\(input)")
            }
            count += 1
        }
        #expect(count > 30)
    }
}
