import Foundation

/// The catalogue of diagnostics as Swift: `Specs/diagnostics/<area>/<name>.md` → `Sources/Diagnostics/Generated/`.
///
/// - Parameter root: the package's root.
/// - Returns: contents by path relative to `root`: one file an area, and one that joins them.
/// - Throws: `CataloguePageError` for a page that is not in form; what Foundation throws for one that cannot be read.
package func generatedFiles(root: URL) throws -> [String: String] {
    let specs = root.appending(path: "Specs/diagnostics")
    var files: [String: String] = [:]
    var areas: [String] = []
    for area in try entries(of: specs) where area.hasDirectoryPath {
        let pages = try entries(of: area).filter { $0.pathExtension == "md" }.map { url in
            let name = url.deletingPathExtension().lastPathComponent
            let text = try String(contentsOf: url, encoding: .utf8)
            return try CataloguePage(code: "\(area.lastPathComponent)/\(name)", markdown: text)
        }
        guard !pages.isEmpty else { continue }
        areas.append(area.lastPathComponent)
        files[folder + "DiagnosticCatalogue+\(typeName(area.lastPathComponent)).swift"] =
            swift(pages, area: area.lastPathComponent)
    }
    files[folder + "DiagnosticCatalogue.swift"] = swift(areas: areas)
    return files
}

private let folder = "Sources/Diagnostics/Generated/"

private func entries(of directory: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: [.isDirectoryKey])
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
}
