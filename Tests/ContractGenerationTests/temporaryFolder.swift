import ContractGeneration
import Diagnostics
import Foundation

/// A folder with these files, gone afterwards.
func withFolder<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-generation-\(UUID().uuidString)/target")
    defer { try? FileManager.default.removeItem(at: root.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files {
        let file = root.appendingPathComponent(path).standardizedFileURL
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }
    return try body(root)
}

func record(_ name: String, namespace: String = "shop", fields: String = "{\"name\": \"id\", \"type\": \"string\"}") -> String {
    "{\"type\": \"record\", \"name\": \"\(name)\", \"namespace\": \"\(namespace)\", \"fields\": [\(fields)]}"
}
