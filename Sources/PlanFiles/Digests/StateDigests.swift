import MeshModel

/// What a plan rests on, resource by resource: enough to tell later whether, and where, it has changed.
package struct StateDigests: Sendable, Equatable {
    /// By what plans call it: `topic/eu/orders`, `subject/eu/orders-value`; besides `cluster/eu` for the cluster itself.
    package var resources: [String: String]

    package init(resources: [String: String] = [:]) { self.resources = resources }

    /// Of all of them.
    package var digest: String { PlanFiles.digest(of: .map(resources) { .string($0) }) }

    /// What has come, gone or changed since, sorted.
    package func differences(from earlier: StateDigests) -> [StateDifference] {
        var found: [StateDifference] = []
        for name in Set(resources.keys).union(earlier.resources.keys).sorted() {
            switch (earlier.resources[name], resources[name]) {
            case (nil, _?): found.append(StateDifference(resource: name, kind: .came))
            case (_?, nil): found.append(StateDifference(resource: name, kind: .went))
            case (let old, let new): if old != new { found.append(StateDifference(resource: name, kind: .changed)) }
            }
        }
        return found
    }
}

package struct StateDifference: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable { case came, went, changed }

    package var resource: String
    package var kind: Kind
}

/// The state of a cluster that a plan of `desired` rests on: what is declared or owned, as it is there and as the ledger has it.
/// What belongs to others may change at any time, and does not make a plan stale; nor do counts of records, which never stand
/// still and are asked for anew.
package func parentState(of desired: DesiredCluster, observed: ObservedCluster, mesh: String) -> StateDigests {
    var parts: [String: [(String, JSONValue?)]] = [:]
    func note(_ resource: String, _ part: String, _ value: JSONValue?) {
        guard let value else { return }
        parts[resource, default: []].append((part, value))
    }
    let name = desired.name
    let ledger = observed.ledger

    let topics = Set(desired.topics.keys).union(ledger.topics.filter { $0.value.stewardship.mesh == mesh }.keys)
    for topic in topics {
        let address = ResourceAddress.topic(topic, on: name).description
        var there = observed.topics[topic]
        there?.held = nil
        there?.usage = nil
        there?.isMoving = false
        note(address, "observed", there?.json)
        note(address, "ledger", ledger.topics[topic]?.json)
    }
    let rules = Set(desired.access.keys).union(ledger.access.filter { $0.value.stewardship.mesh == mesh }.keys)
    for rule in rules {
        let address = ResourceAddress.access(rule, on: name).description
        // Two rules may print alike; the rule itself is part of what is noted.
        if observed.access.contains(rule) { note(address, "observed", rule.json) }
        note(address, "ledger", ledger.access[rule].map { .record(("rule", rule.json), ("entry", $0.json)) })
    }
    let subjects = Set(desired.subjects.keys).union(ledger.subjects.filter { $0.value.stewardship.mesh == mesh }.keys)
    for subject in subjects {
        let address = "subject/\(name)/\(subject)"
        var there = observed.subjects?[subject]
        there?.history = nil
        note(address, "observed", there?.json)
        note(address, "ledger", ledger.subjects[subject]?.json)
    }
    note("cluster/\(name)", "clusterId", observed.clusterId.json)
    note("cluster/\(name)", "allowsWithoutRules", .flag(observed.allowsWithoutRules))
    if !subjects.isEmpty, observed.subjects != nil { note("cluster/\(name)", "registryCompatibility", (observed.registryCompatibility?.rawValue).json) }
    for (claimant, claim) in ledger.claims { note("mesh/\(name)/\(claimant)", "claim", claim.json) }
    return StateDigests(
        resources: parts.mapValues { parts in
            shortDigest(of: .array(parts.map { .record(("part", .string($0.0)), ("value", $0.1)) }.sortedByText))
        })
}

extension [JSONValue] {
    fileprivate var sortedByText: [JSONValue] {
        map { (text: $0.compactText, value: $0) }.sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.value)
    }
}
