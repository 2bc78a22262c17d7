import Foundation
import MeshModel

/// Where a folder's manifests come from, as its git repository tells; nil outside of one.
///
/// Costs two runs of `git`, so callers do it while they wait for something else.
func readSource(of folder: MeshFolder) -> SourceStamp? {
    guard let repository = try? GitRepository.containing(folder.root) else { return nil }
    var stamp = SourceStamp()
    if let status = try? repository.text(["status", "--porcelain=v2", "--branch", "--untracked-files=normal", "--", folder.root.path]) {
        let lines = status.split(separator: "\n")
        let oid = lines.first { $0.hasPrefix("# branch.oid ") }?.dropFirst("# branch.oid ".count)
        let isDirty = lines.contains { !$0.hasPrefix("#") }
        if let oid, oid != "(initial)" { stamp.revision = String(oid) + (isDirty ? "-dirty" : "") }
    }
    if let url = try? repository.text(["config", "--get", "remote.origin.url"]) { stamp.repository = repositoryName(url) }
    return stamp
}

/// `github.com/acme/mesh`, of `https://token@github.com/acme/mesh.git` and of `git@github.com:acme/mesh.git`: no credentials.
func repositoryName(_ url: String) -> String? {
    var name = Substring(url)
    if let scheme = name.range(of: "://") {
        name = name[scheme.upperBound...]
    } else if let colon = name.firstIndex(of: ":"), !name[..<colon].contains("/") {
        name = name[..<colon] + "/" + name[name.index(after: colon)...]
    }
    if let at = name.prefix(while: { $0 != "/" }).lastIndex(of: "@") { name = name[name.index(after: at)...] }
    if let query = name.firstIndex(where: { $0 == "?" || $0 == "#" }) { name = name[..<query] }
    if name.hasSuffix(".git") { name = name.dropLast(4) }
    return name.isEmpty ? nil : String(name)
}
