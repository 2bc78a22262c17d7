import MeshModel

extension SubjectComparison {
    func notice(_ kind: Notice.Kind, _ message: String, remedy: String?, isDrift: Bool = false) -> Notice {
        Notice(kind, address, subject: name, message, remedy: remedy, origin: desired?.origin, isDrift: isDrift)
    }

    func notOwned(_ desired: DesiredSubject) -> ResourceVerdict {
        .notice(
            notice(
                .notOwned, "the subject '\(name)' is there already, and Heddle did not register it",
                remedy: "take it over with the annotation heddle.dev/adopt: \"true\" on the contract's manifest"))
    }

    func ownedElsewhere(_ recorded: LedgerSubject) -> ResourceVerdict {
        guard desired != nil else { return .nothing }
        return .notice(
            notice(
                .ownedElsewhere, "the subject '\(name)' belongs to the mesh '\(recorded.stewardship.mesh)'",
                remedy: "declare it in one mesh only"))
    }

    func incompatible(_ sentence: String, _ desired: DesiredSubject) -> Notice {
        notice(
            .incompatible, "subject '\(name)': \(([sentence] + users(of: desired)).joined(separator: "; "))",
            remedy: "change the schema so that it is compatible, declare a new contract for a new topic, or loosen the contract's compatibility")
    }

    /// Whom a break hits.
    func users(of desired: DesiredSubject) -> [String] {
        var users: [String] = []
        if !desired.readers.isEmpty { users.append("read by \(desired.readers.joined(separator: ", "))") }
        if !desired.writers.isEmpty { users.append("written by \(desired.writers.joined(separator: ", "))") }
        return users
    }

    /// Registering a schema that the subject has already changes nothing, and no version can be moved to the top.
    func buried(_ version: Int, _ observed: ObservedSubject, _ desired: DesiredSubject, _ recorded: LedgerSubject?) -> Notice {
        let byOthers = recorded != nil && recorded?.model != scene.model(of: observed)?.fingerprint
        return notice(
            .impossible,
            "subject '\(name)': what is declared is version \(version), but version \(observed.latestVersion)\(byOthers ? " (registered outside Heddle)" : "") stands above it, and a registry moves no version to the top",
            remedy: "declare what version \(observed.latestVersion) says, or delete the versions above \(version) with the registry's own tools",
            isDrift: byOthers)
    }

    /// What the manifests declare, or Heddle owns, in a registry that is no longer named.
    func withoutRegistry() -> ResourceVerdict {
        if desired != nil {
            return .notice(
                notice(
                    .impossible, "the cluster has no schema registry to register the subject '\(name)' in",
                    remedy: "give the cluster a registry, or take the contract off its topics"))
        }
        guard let recorded, recorded.stewardship.mesh == scene.mesh else { return .nothing }
        return .notice(
            notice(
                .orphan, "the subject '\(name)' is Heddle's, in a registry that the cluster's manifest names no more; it is kept",
                remedy: "name the registry again, or let go of it with 'heddle forget \(address)'"))
    }
}
