import Determinism
import KafkaWire

/// What the broker does for groups whose partitions it assigns, beside answering them.
extension Broker {
    /// Writes down what changed in a group, and sets its timer where something did. False when the disk refuses.
    @discardableResult
    func keepAssignedChanges(ofGroup id: String) -> Bool {
        let entries = groups.update(id) { $0.takeAssignedChanges() } ?? []
        guard !entries.isEmpty else { return true }
        scheduleTimer(ofGroup: id)
        return keep(entries)
    }

    /// A group that nobody is in becomes a classic one.
    func becomeClassic(group id: String) {
        guard groups[id]?.assigned?.members.isEmpty == true else { return }
        groups.update(id) { $0.assigned = nil }
        keep(.unassigned(group: id))
    }

    /// The broker begins: the members of all groups are waited for.
    func resumeAssignedGroups() {
        let now = now
        for id in groups.all.filter({ $0.assigned != nil }).map(\.id) {
            let session = sessionTimeout(ofGroup: id)
            groups.update(id) { group in
                group.assigned?.resume(at: now, session: session)
                group.keptEpoch = group.assigned?.keptEpochs
            }
            scheduleTimer(ofGroup: id)
        }
    }

    func sessionTimeout(ofGroup id: String) -> Duration {
        duration("consumer.session.timeout.ms", ofGroup: id) ?? settings.consumerGroupSessionTimeout
    }

    func heartbeatInterval(ofGroup id: String) -> Duration {
        duration("consumer.heartbeat.interval.ms", ofGroup: id) ?? settings.consumerGroupHeartbeatInterval
    }

    private func duration(_ config: String, ofGroup id: String) -> Duration? {
        groups.configs[id]?[config].flatMap { Int64($0.trimmedASCII) }.map { .milliseconds($0) }
    }
}
