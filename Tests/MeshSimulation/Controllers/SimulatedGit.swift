import MeshModel
import ReconcilerCore

/// A repository: commits that are sound or not, and a branch that may go anywhere.
package struct SimulatedGit: Sendable {
    package enum Commit: Sendable {
        case sound(DesiredMesh)
        case broken(SourceProblem.Kind)
    }

    package private(set) var commits: [Commit] = []
    /// Where the branch stands.
    package private(set) var head: Int?
    package var isDown = false

    package init() {}

    package mutating func commit(_ commit: Commit) {
        commits.append(commit)
        head = commits.count - 1
    }

    /// Back, or to what was thrown away before.
    package mutating func push(to index: Int) { if commits.indices.contains(index) { head = index } }

    /// - Parameter last: what the same reader read last.
    package func read(after last: Int?) -> (SourceOutcome, Int?) {
        guard !isDown, let head else { return (.failure(SourceProblem(.unreachable, "git does not answer")), last) }
        if head == last { return (.unchanged, last) }
        switch commits[head] {
        case .sound(var mesh):
            mesh.source = SourceStamp(repository: "github.com/acme/mesh", revision: "c\(head)")
            return (.revision(SourceRevision(mesh: mesh, digest: "digest-\(head)")), head)
        case .broken(let kind):
            return (.failure(SourceProblem(kind, "the manifests have errors", diagnostics: ["topics.yaml:1:1: error"], revision: "c\(head)")), head)
        }
    }

    /// What a commit declares; nil where it is none, or not sound.
    func mesh(at revision: String) -> DesiredMesh? {
        guard let index = Int(revision.dropFirst()), commits.indices.contains(index), case .sound(let mesh) = commits[index] else { return nil }
        return mesh
    }

    /// What a controller that read everything would be keeping now.
    package var newestSound: (index: Int, mesh: DesiredMesh)? {
        guard let head, case .sound(let mesh) = commits[head] else { return nil }
        return (head, mesh)
    }
}
