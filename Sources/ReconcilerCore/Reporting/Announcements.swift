import MeshControl
import MeshModel

/// What was told of already, so that it is told once.
struct Announcements: Sendable {
    struct Subject: Sendable, Hashable {
        var address: ResourceAddress
        var subject: String?
        /// Where more than one thing can be said of it.
        var number = 0
    }

    var changes = SeenOnce<Subject>()
    var refusals = SeenOnce<Subject>()
    var drifts = SeenOnce<Subject>()
    var pending: String?
    /// The revision, or what is wrong with it.
    var source: String?
    /// Addresses of which there was more to say than that they are as declared.
    var troubled: Set<ResourceAddress> = []

    /// What the controller before this one told of.
    mutating func recall(_ status: ClusterStatus) {
        pending = pending ?? status.pending?.id
        source = source ?? SourceState.key(status.source)
    }
}
