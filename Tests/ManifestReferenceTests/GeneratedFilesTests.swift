import Foundation
import ManifestLoading
import ManifestReference
import Testing
import TestSupport

struct GeneratedFilesTests {
    @Test(arguments: generatedFiles().keys.sorted())
    func `the file is what the descriptions say`(_ path: String) throws {
        let onDisk = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
        #expect(onDisk == generatedFiles()[path], "`swift run heddle-dev generate` mends this")
    }

    @Test func `there is a schema for each kind and nothing else`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: packageRoot.appending(path: "Specs/manifest/v1").path)
        #expect(
            names.sorted()
                == (ManifestKind.allCases.map { "\($0.rawValue.lowercased()).schema.json" } + ["manifest.schema.json"]).sorted())
    }

    @Test func `the schemas are JSON`() throws {
        for (path, text) in generatedFiles() where path.hasSuffix(".json") {
            #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }
}
