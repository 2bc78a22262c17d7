import AccessAnalysis
import CZlib
import Diagnostics
import Foundation

/// Reads logs, gzipped or not, piece by piece: they may be larger than memory.
///
/// - Returns: nil where no log was named.
func readAuthorizerLogs(_ names: [String], clusters: Set<String>, _ common: CommonOptions) throws -> UsageEvidence? {
    guard !names.isEmpty else { return nil }
    var evidence = UsageEvidence()
    for name in names {
        var cluster: String?
        var path = name
        // A file may have such a name too, and then it is meant.
        if let equals = name.firstIndex(of: "="), !FileManager.default.fileExists(atPath: common.path(name).path) {
            let named = String(name[..<equals])
            guard clusters.contains(named) else {
                throw CommandFailure(
                    .usage, "'--authorizer-log \(name)': the mesh has no cluster '\(named)'",
                    remedy: closestMatch(to: named, among: clusters).map { "did you mean '\($0)'?" } ?? "there are: \(clusters.sorted().joined(separator: ", "))")
            }
            cluster = named
            path = String(name[name.index(after: equals)...])
        }
        evidence.beginFile(path)
        try readLog(common.path(path), named: path, of: cluster, into: &evidence)
    }
    return evidence
}

private func readLog(_ file: URL, named name: String, of cluster: String?, into evidence: inout UsageEvidence) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue, let handle = gzopen(file.path, "rb") else {
        throw CommandFailure(.usage, "the log '\(name)' cannot be read", remedy: "name a file that is there and may be read")
    }
    defer { gzclose(handle) }
    gzbuffer(handle, 256 << 10)
    var reader = AuthorizerLogReader(cluster: cluster)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = gzread(handle, &buffer, UInt32(buffer.count))
        guard count > 0 else {
            var status: Int32 = 0
            let why = gzerror(handle, &status).map { String(cString: $0) } ?? ""
            // What is cut off in the middle tells that gzip's end is missing.
            guard count == 0, status == Z_OK || status == Z_STREAM_END else {
                throw CommandFailure(.usage, "the log '\(name)' is damaged: \(why)", remedy: "give a whole file")
            }
            break
        }
        reader.read(buffer[..<Int(count)], into: &evidence)
    }
    reader.finish(into: &evidence)
}
