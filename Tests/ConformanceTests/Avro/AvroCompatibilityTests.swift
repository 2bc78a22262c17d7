import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Pairs of schemas from the tests of Apache Avro's libraries, with what Avro 1.12 for Java says of each. Where we say
/// otherwise, known-failures/avro-compatibility.txt says why.
struct AvroCompatibilityTests {
    private static let folder = conformanceFolder("avro-compat")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { folder != nil })
    func `pairs of schemas are judged as Avro for Java judges them, for the same reasons at the same places`() throws {
        let folder = try #require(Self.folder)
        let known = try knownFailures("avro-compatibility")
        let data = try Data(contentsOf: folder.appending(path: "pairs.json"))
        let (root, problems) = parseJSON(SourceFile(path: "pairs.json", bytes: Array(data)))
        #expect(problems.isEmpty)
        let pairs = try #require(root?.array)
        #expect(pairs.count == 203)
        var failing: [String: String] = [:]
        var judged = 0
        for pair in pairs {
            let name = try #require(pair["name"]?.string)
            let (reader, readerProblem) = schema(pair["reader"])
            let (writer, writerProblem) = schema(pair["writer"])
            guard let reader, let writer else {
                failing["verdict/\(name)"] = "not read: \(readerProblem) \(writerProblem)"
                continue
            }
            judged += 1
            let differences = compareAvro(reader: reader, writer: writer).filter(\.isBreaking)
            let verdict = differences.isEmpty ? "compatible" : "incompatible"
            let expected = try #require(pair["engines"]?["apache-avro-java-1.12.0"]?.string)
            if verdict != expected { failing["verdict/\(name)"] = "\(verdict), and \(expected) in Java: \(differences.map(\.message))" }
            guard let reasons = pair["java_incompatibilities"]?.array else { continue }
            let ours = Set(differences.map { "\($0.rule) \($0.path)" })
            let theirs = Set(reasons.map { "\(rule($0["type"]?.string ?? "")) \($0["location"]?.string ?? "")" })
            if ours != theirs { failing["reasons/\(name)"] = "\(ours.sorted()), and \(theirs.sorted()) in Java" }
        }
        print("Avro compatibility: \(judged) pairs judged, \(failing.count) otherwise than by Avro for Java")
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil { Issue.record("\(id): \(problem)") }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) passes: take it out of known-failures/avro-compatibility.txt")
        }
    }

    private func schema(_ node: JSONNode?) -> (AvroSchema?, String) {
        let (schema, diagnostics) = parseAvroSchema(SourceFile(path: "schema", text: node?.compactText ?? ""))
        return (schema, diagnostics.map(\.message).joined(separator: "; "))
    }

    private func rule(_ javaType: String) -> String {
        let rule: AvroRule? =
            switch javaType {
            case "TYPE_MISMATCH": .typeNotReadable
            case "NAME_MISMATCH": .nameChanged
            case "FIXED_SIZE_MISMATCH": .fixedSizeChanged
            case "MISSING_ENUM_SYMBOLS": .enumSymbolMissing
            case "READER_FIELD_MISSING_DEFAULT_VALUE": .fieldWithoutDefault
            case "MISSING_UNION_BRANCH": .unionBranchMissing
            default: nil
            }
        return rule?.rawValue ?? javaType
    }
}
