import MeshControl

/// Who knows what an interface tells: a loop.
package protocol StatusTelling: Sendable {
    var view: StatusBoard.View { get }
    /// Of all clusters, by the cluster's name.
    func resources() async -> [String: [ResourceStatus]]
    /// There may be something new in the source.
    func hint()
}

extension ControllerLoop: StatusTelling {
    nonisolated package var view: StatusBoard.View { board.present }

    nonisolated package func resources() async -> [String: [ResourceStatus]] {
        let mind = await present()
        var found: [String: [ResourceStatus]] = [:]
        for cluster in mind.clusters.keys { found[cluster] = mind.resources(of: cluster) }
        return found
    }
}
