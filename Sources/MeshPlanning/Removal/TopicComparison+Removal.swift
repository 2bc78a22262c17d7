import EngineInterface
import MeshModel

/// The end of a topic that Heddle owns and no manifest declares.
///
/// An empty topic that nobody reads is dropped at once, for nothing is lost. Any other is taken out of use first: writes are
/// denied while readers drain it, then reads are denied, so that whoever still needs it is heard of, and only then it is
/// dropped, if it was allowed by name. Each step is a change of its own plan, and each can be undone up to the last.
extension TopicComparison {
    func removal(_ recorded: LedgerTopic, _ observed: ObservedTopic) -> ResourceVerdict {
        if recorded.phase == .intended, !recorded.describes(observed) {
            return .change(
                Change(
                    address: address, action: .forget, stage: .note, reasons: ["the topic there is not the one that Heddle set out to create"],
                    outcome: .topic(name, nil)))
        }
        guard scene.options.prunes else { return .notice(kept(recorded)) }
        if recorded.stewardship.deletionProtection { return .notice(protected("its deletion is forbidden by the protection recorded in the mesh")) }
        let question = TopicQuestion(records: RecordQuestion(topic: name, partitions: observed.partitions), needsUsage: true)
        if observed.isKnownToBeUnused { return .change(drop(recorded, observed, needsNaming: false), asking: question) }
        if scene.options.skipsQuarantine { return .change(drop(recorded, observed, needsNaming: true), asking: question) }
        if let stage = recorded.quarantine?.stage, !missingDenials(recorded).isEmpty {
            return .change(quarantine(stage, recorded, observed, isDrift: true), asking: question)
        }
        let policy = DeletionPolicy.holding(declared: scene.deletion, recorded: recorded.stewardship.deletion)
        return switch quarantineStep(after: recorded.quarantine, policy: policy, now: scene.options.now) {
        case .enter(let stage): .change(quarantine(stage, recorded, observed), asking: question)
        case .wait: .notice(waiting(recorded, observed, policy), asking: question)
        case .drop: .change(drop(recorded, observed, needsNaming: true), asking: question)
        }
    }

    // MARK: Steps

    private func quarantine(
        _ stage: LedgerQuarantine.Stage, _ recorded: LedgerTopic, _ observed: ObservedTopic, isDrift: Bool = false
    ) -> Change {
        let ours = recorded.quarantine?.ownDenials(of: name) ?? []
        var wanted = scene.rulesShortfall == nil ? stage.denials(of: name) : []
        if scene.rulesShortfall == nil, stage == .draining, scene.firstRuleLocksOut, !hasRules || ours.contains(drainingGrant(of: name)) {
            wanted.append(drainingGrant(of: name))
        }
        // A denial that is there by another hand stays that hand's.
        let missing = wanted.filter { !scene.access.contains($0) }
        var entry = recorded
        entry.quarantine = LedgerQuarantine(
            stage: stage, since: scene.options.now, denials: ours + missing.filter { !ours.contains($0) })
        entry.stewardship.source = scene.source ?? recorded.stewardship.source
        var reasons = isDrift ? ["its denials were taken away outside Heddle: the time begins anew"] : []
        if let shortfall = scene.rulesShortfall {
            reasons.append("the cluster \(shortfall), so nobody can be denied: it is only waited")
        } else {
            reasons.append("\(stage.meaning) any more; it holds \(observed.contentText)")
        }
        reasons += observed.usage.map(reasonsOfUsage) ?? []
        let policy = DeletionPolicy.holding(declared: scene.deletion, recorded: recorded.stewardship.deletion)
        if let end = entry.quarantine?.end(policy) {
            reasons.append("from \(end.minuteText) on \(stage == .draining && policy.quarantine.count > 0 ? "reads are denied too" : "it can be deleted")")
        }
        return Change(
            address: address, action: .quarantine, stage: .deleteTopics,
            fields: [FieldChange(quarantineField, from: recorded.quarantine?.stage.rawValue, to: stage.rawValue)], isDrift: isDrift,
            risk: .destructive, reasons: reasons, operations: missing.map(EngineOperation.grant), intent: .topic(name, entry),
            outcome: .topic(name, entry), withdrawal: .topic(name, recorded))
    }

    /// The topic first: were the denials taken away before, somebody could write into the last moment of it.
    private func drop(_ recorded: LedgerTopic, _ observed: ObservedTopic, needsNaming: Bool) -> Change {
        Change(
            address: address, action: .delete, stage: .deleteTopics,
            fields: [FieldChange("partitions", from: String(observed.partitions), to: nil)], risk: .destructive, needsNaming: needsNaming,
            reasons: [observed.held?.total == 0 ? "the topic is deleted; it is empty" : "the topic and \(observed.held.map { $0.total == 1 ? "its one record" : "its \($0.total) records" } ?? "every record in it") are deleted"]
                + (observed.usage.map(reasonsOfUsage) ?? []),
            operations: [.deleteTopic(name: name)] + standingDenials(recorded).map(EngineOperation.revoke), outcome: .topic(name, nil),
            withdrawal: .topic(name, recorded))
    }

    /// Heddle's own denials that are there and shall go.
    func standingDenials(_ recorded: LedgerTopic?) -> [AccessRule] {
        (recorded?.quarantine?.ownDenials(of: name) ?? []).filter { scene.access.contains($0) }
    }

    private func missingDenials(_ recorded: LedgerTopic) -> [AccessRule] {
        guard scene.rulesShortfall == nil else { return [] }
        return (recorded.quarantine?.ownDenials(of: name) ?? []).filter { !scene.access.contains($0) }
    }

    /// Whether any rule speaks of this topic.
    private var hasRules: Bool {
        scene.access.contains { $0.resourceType == .topic && $0.pattern.covers(.literal(name)) }
    }

    // MARK: Notices

    private func waiting(_ recorded: LedgerTopic, _ observed: ObservedTopic, _ policy: DeletionPolicy) -> Notice {
        guard let quarantine = recorded.quarantine, let end = quarantine.end(policy) else { return kept(recorded) }
        let meaning = scene.rulesShortfall.map { "it is only waited, since the cluster \($0)," } ?? quarantine.stage.meaning
        let next = quarantine.stage == .draining && policy.quarantine.count > 0 ? "then reads are denied too" : "then it can be deleted"
        let members = observed.membersText.map { "; still connected: \($0)" } ?? ""
        return Notice(
            .quarantined, address, "it is on its way to deletion: \(meaning) until \(end.minuteText), \(next)\(members)",
            remedy: "bring it back with 'heddle undo \(address)', or declare it again")
    }

    /// Nobody asked for its removal.
    private func kept(_ recorded: LedgerTopic) -> Notice {
        if let quarantine = recorded.quarantine {
            return Notice(
                .quarantined, address,
                "it is on its way to deletion: \(quarantine.stage.meaning) since \(quarantine.since.minuteText); it goes on only with --prune",
                remedy: "bring it back with 'heddle undo \(address)', or declare it again")
        }
        return Notice(
            .orphan, address, "it is Heddle's, and no manifest declares it any more; it is kept",
            remedy: "delete it with --prune --allow destructive, or let go of it with 'heddle forget \(address)'")
    }

    func outsideScope() -> Notice {
        Notice(
            .orphan, address, "it is Heddle's, and outside of what the mesh's scope puts into Heddle's hands now; it is kept",
            remedy: "add its prefix to the scope, or let go of it with 'heddle forget \(address)'")
    }
}

extension ObservedTopic {
    /// Counted, and found without records, without members, and without anything that a group has still to read.
    var isKnownToBeUnused: Bool {
        guard let held, let usage else { return false }
        return held.total == 0 && usage.groups.allSatisfy { $0.members == 0 && ($0.lag ?? 0) == 0 }
    }

    fileprivate var contentText: String {
        guard let held else { return "records that nobody counted" }
        return held.total == 1 ? "one record" : held.total == 0 ? "no records" : "\(held.total) records"
    }

    /// `2 members of 'billing'`; nil where nobody is known to be connected.
    fileprivate var membersText: String? {
        guard let usage, usage.members > 0 else { return nil }
        let groups = usage.groups.filter { $0.members > 0 }.map { "'\($0.group)'" }.sorted()
        let names = groups.prefix(3).joined(separator: ", ") + (groups.count > 3 ? " and \(groups.count - 3) more groups" : "")
        return "\(usage.members == 1 ? "one member" : "\(usage.members) members") of \(names)"
    }
}
