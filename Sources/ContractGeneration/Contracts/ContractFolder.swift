import Diagnostics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder on disk with contracts in and beside it. Paths are as seen from it, with `/`; they may lead out by `..`.
package struct ContractFolder {
    package let root: String
    private var files: [String: SourceFile] = [:]

    package init(_ root: String) { self.root = root }

    /// Every file that was read so far, sorted.
    package var readPaths: [String] { files.keys.sorted() }

    package struct Failure: Error {
        package var reason: String
    }

    package enum Kind { case file, folder }

    package func kind(of path: String) -> Kind? {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder) else { return nil }
        return isFolder ? .folder : .file
    }

    /// Nil where there is none. Read once, however often it is asked for.
    package mutating func read(_ path: String) throws(Failure) -> SourceFile? {
        if let file = files[path] { return file }
        guard kind(of: path) == .file else { return nil }
        guard let data = FileManager.default.contents(atPath: absolute(path)) else { throw Failure(reason: "it cannot be opened") }
        let file = SourceFile(path: path, bytes: [UInt8](data))
        files[path] = file
        return file
    }

    /// The files in a folder and below it, sorted; hidden ones aside. Links are followed, but not in circles.
    package func files(below folder: String) throws(Failure) -> [String] {
        var found: [String] = []
        try collect(folder, above: [], into: &found)
        return found.sorted()
    }

    private func collect(_ folder: String, above: Set<String>, into found: inout [String]) throws(Failure) {
        let place = URL(fileURLWithPath: absolute(folder)).resolvingSymlinksInPath().path
        guard !above.contains(place) else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: absolute(folder))
        } catch {
            throw Failure(reason: "it cannot be listed")
        }
        for name in names where !name.hasPrefix(".") {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            switch kind(of: path) {
            case .file: found.append(path)
            case .folder: try collect(path, above: above.union([place]), into: &found)
            case nil: continue
            }
        }
    }

    package func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return path.isEmpty ? root : root.hasSuffix("/") ? root + path : "\(root)/\(path)"
    }
}
