import Determinism
import MeshModel
import MeshPlanning

/// When something of a cluster falls due by time alone: a grant that expires, a step of a quarantine; nil where nothing does.
func nextMoment(of desired: DesiredCluster, in mesh: DesiredMesh, ledger: Ledger, prunes: Bool, after now: Instant) -> Instant? {
    var next: Instant?
    func consider(_ moment: Instant?) {
        guard let moment, moment > now else { return }
        next = next.map { min($0, moment) } ?? moment
    }
    for access in desired.access.values { consider(access.expires) }
    if prunes {
        for entry in ledger.topics.values where entry.stewardship.mesh == mesh.name {
            guard let quarantine = entry.quarantine else { continue }
            consider(quarantine.end(.holding(declared: mesh.deletion, recorded: entry.stewardship.deletion)))
        }
    }
    return next
}
