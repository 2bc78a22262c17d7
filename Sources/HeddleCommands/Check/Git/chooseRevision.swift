import Diagnostics
import Foundation

/// The commit that a mesh is compared with.
struct ChosenRevision: Sendable, Hashable {
    /// nil: there is nothing before, so that everything is new.
    var commit: String?
    /// As it is spoken of: `main`.
    var label: String
    /// With where it comes from: `the merge base of HEAD and origin/main (1a2b3c4)`.
    var description: String
}

/// The commit behind a name that somebody gave; the end of the command where there is none.
func revision(named name: String, in repository: GitRepository) throws -> ChosenRevision {
    if let commit = try repository.commit(name) {
        return ChosenRevision(commit: commit, label: name, description: "\(name) (\(commit.prefix(7)))")
    }
    let known = (try repository.text(["for-each-ref", "--format=%(refname:short)"]) ?? "").split(separator: "\n").map(String.init)
    let close = closestMatch(to: name, among: known)
    let remedy =
        if let close {
            "did you mean '\(close)'?"
        } else if try repository.isShallow() {
            "this is a shallow clone: fetch all of it (actions/checkout: fetch-depth: 0; git fetch --unshallow)"
        } else {
            "name a branch, a tag or a commit of this repository, a folder with a mesh, or fetch what is missing"
        }
    throw CommandFailure(.usage, "there is no revision '\(name)'", remedy: remedy)
}

/// What the work tree is to be compared with when nobody says: where the branch left the default branch. On that branch
/// itself, the last commit, or what it was built upon where nothing has been changed since.
///
/// - Parameters:
///   - environment: in which CI servers name the branch that a change is meant for.
///   - isClean: whether the mesh's files are as HEAD has them.
func chooseRevision(
    in repository: GitRepository, environment: [String: String], isClean: () throws -> Bool
) throws -> ChosenRevision {
    guard let head = try repository.commit("HEAD") else {
        return ChosenRevision(commit: nil, label: "HEAD", description: "nothing: there is no commit yet")
    }
    let branch = try targetBranch(in: repository, environment: environment)
    guard let branch, let tip = try repository.commit(branch) else {
        throw CommandFailure(
            .usage, "nobody knows what to compare with: there is neither origin/HEAD nor a branch main or master",
            remedy: "say --against REF")
    }
    guard let base = try repository.text(["merge-base", head, tip]) else {
        let shallow = try repository.isShallow()
        throw CommandFailure(
            .usage, "HEAD and \(branch) have no commit in common" + (shallow ? ", as far as this shallow clone goes back" : ""),
            remedy: shallow
                ? "fetch all of it (actions/checkout: fetch-depth: 0; git fetch --unshallow), or say --against REF"
                : "say --against REF")
    }
    if base != head {
        return ChosenRevision(
            commit: base, label: branch, description: "the merge base of HEAD and \(branch) (\(base.prefix(7)))")
    }
    if try !isClean() {
        return ChosenRevision(commit: head, label: "HEAD", description: "HEAD (\(head.prefix(7))), since the files differ from it")
    }
    if let parent = try repository.commit("HEAD~1") {
        return ChosenRevision(
            commit: parent, label: "HEAD~1",
            description: "HEAD~1 (\(parent.prefix(7))), since HEAD is on \(branch) and the files are as it has them")
    }
    if try repository.isShallow() {
        throw CommandFailure(
            .usage, "this shallow clone has no commit before HEAD to compare with",
            remedy: "fetch all of it (actions/checkout: fetch-depth: 0; git fetch --unshallow), or say --against REF")
    }
    return ChosenRevision(commit: nil, label: "HEAD~1", description: "nothing: HEAD is the first commit")
}

/// Set for changes that are proposed: GitHub, GitLab, Bitbucket, Azure, Jenkins, Buildkite.
private let targetVariables = [
    "GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "BITBUCKET_PR_DESTINATION_BRANCH", "SYSTEM_PULLREQUEST_TARGETBRANCH",
    "CHANGE_TARGET", "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
]

private func targetBranch(in repository: GitRepository, environment: [String: String]) throws -> String? {
    for variable in targetVariables {
        guard var name = environment[variable], !name.isEmpty else { continue }
        if name.hasPrefix("refs/heads/") { name.removeFirst("refs/heads/".count) }
        // The server's own state goes before a local branch that may have been left behind.
        for candidate in ["origin/\(name)", name] where try repository.commit(candidate) != nil { return candidate }
        throw CommandFailure(
            .usage, "\(variable) says that the change is meant for '\(name)', and that branch is not in this clone",
            remedy: "fetch it (actions/checkout: fetch-depth: 0; git fetch origin \(name)), or say --against REF")
    }
    if let name = try repository.text(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]),
        try repository.commit(name) != nil
    {
        return name
    }
    for candidate in ["origin/main", "origin/master", "main", "master"] where try repository.commit(candidate) != nil { return candidate }
    return nil
}
