import Foundation

/// The tables of Specs/compatibility, one a format, in the order of their files' names.
///
/// - Throws: what Foundation throws for a file that cannot be read or decoded.
package func readCompatibilityTables(root: URL) throws -> [CompatibilityTable] {
    try FileManager.default.contentsOfDirectory(at: root.appending(path: "Specs/compatibility"), includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "json" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map { try JSONDecoder().decode(CompatibilityTable.self, from: Data(contentsOf: $0)) }
}

/// Everything that follows from the tables: path, relative to the package, → text.
package func generatedFiles(root: URL) throws -> [String: String] {
    ["docs/reference/compatibility.md": compatibilityPage(try readCompatibilityTables(root: root))]
}
