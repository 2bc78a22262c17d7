import MeshModel

/// Why nothing is done about a topic.
extension TopicComparison {
    func impossibility(of observed: ObservedTopic, to desired: DesiredTopic, recorded: LedgerTopic?) -> Notice? {
        if desired.partitions < observed.partitions {
            let byOthers = (recorded?.partitions ?? observed.partitions) < observed.partitions
            return Notice(
                .impossible, address,
                "it has \(observed.partitions) partitions\(byOthers ? " (raised outside Heddle)" : "") and the manifest says \(desired.partitions); partitions cannot be taken away",
                remedy: "say partitions: \(observed.partitions), or declare a new topic and move the records there", origin: desired.origin,
                isDrift: byOthers)
        }
        return nil
    }

    func unsupported(_ desired: DesiredTopic) -> Notice? {
        let unknown = unsupportedConfigKeys(desired.config, known: scene.configKeys)
        guard let first = unknown.first else { return nil }
        let others = unknown.count == 1 ? "" : " (nor \(unknown.dropFirst().map { "'\($0)'" }.joined(separator: ", ")))"
        return Notice(
            .unsupported, address, "the cluster knows no topic config '\(first)'\(others)",
            remedy: "take it out of the manifest, or say it only for clusters that know it",
            origin: Origin(document: desired.origin.document, range: desired.fieldRanges[first] ?? desired.origin.range))
    }

    func notOwned(_ desired: DesiredTopic) -> ResourceVerdict {
        .notice(
            Notice(
                .notOwned, address, "it is there already, and Heddle did not create it",
                remedy: "take it over with the annotation heddle.dev/adopt: \"true\" on its manifest, or choose another name",
                origin: desired.origin))
    }

    func ownedElsewhere(_ recorded: LedgerTopic) -> ResourceVerdict {
        guard let desired else { return .nothing }
        let from = recorded.stewardship.source?.repository.map { " (\($0))" } ?? ""
        return .notice(
            Notice(
                .ownedElsewhere, address, "it belongs to the mesh '\(recorded.stewardship.mesh)'\(from)",
                remedy: "declare it in one mesh only", origin: desired.origin))
    }

    /// The engine's own topics, a registry's and Heddle's are neither made, nor taken over, nor changed, nor deleted, whatever
    /// manifests or the ledger say.
    var reservedProblem: String? {
        reservedTopicProblem(name) ?? (observed?.isInternal == true ? "is one of the cluster's internal topics" : nil)
    }

    func reserved(_ problem: String) -> ResourceVerdict {
        if let desired {
            return .notice(
                Notice(
                    .reserved, address, "it \(problem): Heddle does not touch it", remedy: "take it out of the manifests", origin: desired.origin))
        }
        guard let recorded, recorded.stewardship.mesh == scene.mesh else { return .nothing }
        return .notice(
            Notice(
                .orphan, address, "the ledger says that it is Heddle's, but it \(problem): it is never deleted",
                remedy: "let go of it with 'heddle forget \(address)'"))
    }

    /// The cluster named it and did not describe it.
    func untold() -> Notice {
        Notice(
            .unknown, address, "the cluster did not tell its config, so nothing is concluded about it",
            remedy: "see that Heddle's principal may DescribeConfigs it, and plan again", origin: desired?.origin)
    }

    // MARK: Protection

    var liftedProtection: String { "its protection is lifted: it can be deleted from now on" }

    func protected(_ message: String) -> Notice {
        Notice(
            .protected, address, message, remedy: "declare it with deletionProtection: false, apply, then take the manifest away",
            origin: desired?.origin)
    }

    /// Protection is against the loss of records, however it comes about.
    func shielded(_ reasons: [String]) -> Notice {
        Notice(
            .protected, address, "it is protected, and this would lose records: \(reasons.joined(separator: "; "))",
            remedy: "leave it as it is; or lift the protection with deletionProtection: false, apply that alone, and then change it",
            origin: desired?.origin)
    }

    func protectedAndGone() -> Notice {
        Notice(
            .orphan, address, "it is protected, not declared, and the cluster shows no such topic; the note of its protection is kept",
            remedy: "if it is gone for good, let go of it with 'heddle forget \(address)'")
    }
}
