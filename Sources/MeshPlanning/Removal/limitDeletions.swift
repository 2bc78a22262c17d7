import MeshModel

/// A slip in a scope or a glob can leave hundreds of topics undeclared at once: a plan that deletes more than its limit is
/// refused whole.
///
/// What counts is what is lost, and what is put on the way there: the drop of a topic, its first step into quarantine, the
/// deletion of a subject. Revocations lose nothing and do not count.
func limitDeletions(of mesh: String, in clusters: inout [ClusterPlan], _ options: PlanOptions) {
    let counts = clusters.map { $0.changes.count(where: \.deletes) }
    let total = counts.reduce(0, +)
    guard total > options.maxDeletions, let first = counts.firstIndex(where: { $0 > 0 }) else { return }
    let allowed =
        switch options.maxDeletions {
        case ...0: "none is"
        case 1: "one is"
        default: "\(options.maxDeletions) are"
        }
    clusters[first].notices.append(
        Notice(
            .tooManyDeletions, ResourceAddress(kind: .mesh, cluster: clusters[first].cluster, name: mesh),
            "the plan deletes, or begins to delete, \(total) topic\(total == 1 ? " or subject" : "s and subjects"), and \(allowed) allowed",
            remedy: "if all of them are meant to go, say --max-deletions \(total); if not, look at what the manifests no longer declare"))
}

extension Change {
    /// Whether a topic or a subject is lost by it, or put on the way there.
    package var deletes: Bool {
        switch action {
        case .delete: stage == .deleteTopics || stage == .deleteSubjects
        case .quarantine: fields.contains { $0.path == quarantineField && $0.old == nil }
        case .create, .update, .adopt, .record, .forget, .restore: false
        }
    }
}
