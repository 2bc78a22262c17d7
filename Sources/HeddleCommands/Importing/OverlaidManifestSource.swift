import ManifestLoading
import MeshHosting
import MeshImporting

/// A mesh's folder as it would be with more files in it.
struct OverlaidManifestSource: ManifestSource {
    var base: DiskManifestSource
    private var contents: [String: [UInt8]]

    init(base: DiskManifestSource, files: [ImportedFile]) {
        self.base = base
        contents = Dictionary(files.map { ($0.path, Array($0.text.utf8)) }, uniquingKeysWith: { first, _ in first })
    }

    func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? {
        if let bytes = contents[path] { return bytes }
        return try base.read(path)
    }

    func files(below folder: String) throws(ManifestSourceFailure) -> [String] {
        let added = contents.keys.filter { folder.isEmpty || $0.hasPrefix(folder + "/") }
        return Array(Set(try base.files(below: folder)).union(added))
    }
}
