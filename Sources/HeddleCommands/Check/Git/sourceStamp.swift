import Foundation
import MeshModel

/// Where a mesh's manifests stand; nil outside of a repository, or where git has nothing to say.
///
/// It is only remembered with what is applied, so that nothing depends on git being there.
func sourceStamp(of folder: MeshFolder) -> SourceStamp? {
    guard let repository = try? GitRepository.containing(folder.root) else { return nil }
    let remote = (try? repository.remote()) ?? nil
    var revision = (try? repository.commit("HEAD")) ?? nil
    if let commit = revision, (try? repository.isClean(folder.root)) != true { revision = commit + "-dirty" }
    guard remote != nil || revision != nil else { return nil }
    return SourceStamp(repository: remote, revision: revision)
}

extension GitRepository {
    /// `origin`, or else the first remote by name; in one spelling, without credentials.
    func remote() throws -> String? {
        let names = (try text(["remote"]) ?? "").split(separator: "\n").map(String.init).sorted()
        guard let name = names.contains("origin") ? "origin" : names.first else { return nil }
        // Not `git remote get-url`: rewriting by insteadOf is of this machine alone.
        return try text(["config", "--get", "remote.\(name).url"]).flatMap(normaliseRemote)
    }

    /// Whether a folder's files, what Heddle keeps there of this machine left out, are as HEAD has them.
    func isClean(_ folder: URL) throws -> Bool {
        try text(["status", "--porcelain", "--untracked-files=normal", "--", folder.path, ":(exclude,top,glob)**/.heddle/**"])?.isEmpty == true
    }
}
