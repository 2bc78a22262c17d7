import Foundation
import ManifestLoading

/// The files of a mesh's folder on disk. Folders whose name begins with a dot are entered only when asked for by name.
package struct DiskManifestSource: ManifestSource {
    package var root: URL

    package init(root: URL) { self.root = root }

    package func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? {
        let file = root.appendingPathComponent(path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue { throw ManifestSourceFailure("it is a folder") }
        do {
            return [UInt8](try Data(contentsOf: file))
        } catch {
            throw ManifestSourceFailure(systemReason(error))
        }
    }

    package func files(below folder: String) throws(ManifestSourceFailure) -> [String] {
        let start = folder.isEmpty ? root : root.appendingPathComponent(folder)
        guard FileManager.default.fileExists(atPath: start.path) else { return [] }
        var found: [String] = []
        try collect(start, as: folder, into: &found)
        return found
    }

    private func collect(_ folder: URL, as path: String, into found: inout [String]) throws(ManifestSourceFailure) {
        let entries: [URL]
        do {
            entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey, .isSymbolicLinkKey])
        } catch {
            throw ManifestSourceFailure("'\(path)': \(systemReason(error))")
        }
        for entry in entries {
            let name = entry.lastPathComponent
            guard !name.hasPrefix(".") else { continue }
            let inner = path.isEmpty ? name : "\(path)/\(name)"
            let values = try? entry.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
            // A linked folder may lead back to one that holds it.
            if values?.isDirectory == true, values?.isSymbolicLink != true {
                try collect(entry, as: inner, into: &found)
            } else {
                found.append(inner)
            }
        }
    }
}

/// The system's own word on why a file could not be read or written, without what Foundation wraps round it.
package func systemReason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(underlying.code))) }
    return error.localizedDescription
}
