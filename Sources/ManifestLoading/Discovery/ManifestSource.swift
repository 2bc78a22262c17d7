import Diagnostics

/// The files of a mesh, wherever they are: a folder on a disk, a commit, a test's dictionary.
///
/// Paths are relative to the folder of heddle.yaml, with `/`, without `.` components; only a contract's file may begin
/// with `..`. An implementation decides whether it follows those.
package protocol ManifestSource {
    /// The bytes of a file; nil where there is none.
    func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]?

    /// Every file in a folder and the folders below it, in any order; none where the folder does not exist. Folders whose
    /// name begins with a dot need not be entered, unless the one asked for is such a folder.
    func files(below folder: String) throws(ManifestSourceFailure) -> [String]
}

/// A file or folder that is there and cannot be read.
package struct ManifestSourceFailure: Error, Sendable, Hashable {
    /// Why, in words that continue "'manifests/a.yaml' cannot be read: ".
    package var reason: String

    package init(_ reason: String) { self.reason = reason }
}

/// Files that are given as values.
package struct InMemoryManifestSource: ManifestSource, Sendable {
    package var contents: [String: [UInt8]]

    package init(_ texts: [String: String]) {
        contents = texts.mapValues { Array($0.utf8) }
    }

    package init(bytes: [String: [UInt8]]) {
        contents = bytes
    }

    package func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? { contents[path] }

    package func files(below folder: String) throws(ManifestSourceFailure) -> [String] {
        contents.keys.filter { folder.isEmpty || $0.hasPrefix(folder + "/") }
    }
}
