import ContractCompatibility
import ContractModel
import ContractPayloads
import ContractSampling
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Contracts that people use have samples.
struct RealContractTests {
    private static let store = conformanceFolder("schemastore")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { store != nil })
    func `schemas of the schemastore have samples`() throws {
        let folder = try #require(Self.store)
        var (found, missed) = (0, [String]())
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        where path.hasSuffix(".json") && path.contains("schema") {
            let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
            guard let schema = compileJSONSchema(file).schema, schema.root.constant == nil, !schema.root.keywords.isEmpty else { continue }
            if case .success = samplePayload(.jsonSchema, ContractText(file), seed: 1) { found += 1 } else { missed.append(path) }
        }
        print("Samples, schemastore: \(found) found; none for \(missed)")
        #expect(found >= 40 && missed.count <= found / 8)
    }

    private static let avro = conformanceFolder("avro-canonical-oracle")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { avro != nil })
    func `avro schemas that people use have samples`() throws {
        let folder = try #require(Self.avro)
        var found = 0
        let root = try parseJSONPayload(Array(Data(contentsOf: folder.appending(path: "cases.json"))))
        for each in try #require(root.array) {
            let name = each["name"]?.string ?? ""
            let text = contract(each["schema"]?.compactText ?? "")
            guard let schema = parseAvroSchema(text.file).schema, AvroSmallestValues(schema).hasValue(schema.root) else { continue }
            guard case .success = samplePayload(.avro, text) else {
                Issue.record("no sample of \(name)")
                continue
            }
            #expect(avroCounterExample(writer: schema, reader: schema) == nil)
            found += 1
        }
        #expect(found >= 79)
        print("Samples, avro-canonical-oracle: \(found) found")
    }

    private static let protobuf = conformanceFolder("protobuf-parse")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { protobuf != nil })
    func `protobuf contracts that people use have samples`() throws {
        let folder = try #require(Self.protobuf)
        var (found, missed) = (0, [String]())
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() where path.hasSuffix(".proto") {
            let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
            let result = loadProtobuf(file)
            guard !result.hasErrors, let schema = result.schema.file(at: path), !schema.messages.isEmpty else { continue }
            if case .success = samplePayload(.protobuf, ContractText(file)) { found += 1 } else { missed.append(path) }
        }
        print("Samples, protobuf-parse: \(found) found; none for \(missed)")
        #expect(missed.count <= found / 10)
    }
}
