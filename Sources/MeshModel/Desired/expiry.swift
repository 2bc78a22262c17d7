import Determinism

extension DesiredAccess {
    /// Whether its time is over: nobody asks for it any more.
    package func isOver(at now: Instant) -> Bool { expires.map { $0 <= now } ?? false }
}

extension DesiredCluster {
    /// The rules that are wanted at this moment.
    package func access(at now: Instant) -> [AccessRule: DesiredAccess] { access.filter { !$0.value.isOver(at: now) } }
}

/// When the next time-limited grant or denial of a mesh comes to its end; nil: none does.
///
/// - Parameter now: what ended then, or before, is not counted.
package func nextExpiry(of mesh: DesiredMesh, after now: Instant) -> Instant? {
    mesh.clusters.values.lazy.flatMap { $0.access.values.lazy.compactMap(\.expires) }.filter { $0 > now }.min()
}
