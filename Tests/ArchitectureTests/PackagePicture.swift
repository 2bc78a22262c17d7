import Foundation

/// Package.swift read as text: which module stands in which row, and what it says it uses.
struct PackagePicture {
    /// Bottom up. A module imports lower rows, or its own along an arrow.
    static let rows = ["ground", "values", "pure", "shells", "generators", "faces"]

    var rowOf: [String: Int] = [:]
    var uses: [String: Set<String>] = [:]
    /// What it uses of other packages, by the names of the constants in Package.swift.
    var products: [String: Set<String>] = [:]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        for (index, row) in Self.rows.enumerated() {
            guard let start = text.range(of: "let \(row): [Target] = ["), let end = text.range(of: "\n]", range: start.upperBound..<text.endIndex)
            else { throw Unreadable(row: row) }
            let declaration = /(?:module|linked|unoptimised|program|systemLibrary|target)\(\s*(?:name: )?"([A-Za-z0-9-]+)"(?:,\s*uses: \[([^\]]*)\])?/
            for match in text[start.upperBound..<end.lowerBound].matches(of: declaration) {
                let name = String(match.output.1)
                rowOf[name] = index
                let used = match.output.2 ?? ""
                uses[name] = Set(used.matches(of: /"([A-Za-z0-9-]+)"/).map { String($0.output.1) })
                products[name] = Set(used.split { ", \n".contains($0) }.filter { !$0.hasPrefix("\"") }.map(String.init))
            }
        }
    }

    struct Unreadable: Error { var row: String }

    static func sources(of module: String) -> [URL] { swiftFiles(below: root.appendingPathComponent("Sources/\(module)")) }

    static func swiftFiles(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return found.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }

    static func path(of file: URL) -> String { String(file.path.dropFirst(root.path.count + 1)) }
}
