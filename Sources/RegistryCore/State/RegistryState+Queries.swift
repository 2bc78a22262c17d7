import ContractModel

/// Which versions a question is about.
enum DeletedVersions: Sendable {
    case left, included, only

    func admits(_ version: SchemaVersion) -> Bool {
        switch self {
        case .left: !version.isDeleted
        case .included: true
        case .only: version.isDeleted
        }
    }
}

extension RegistryState {
    /// In ascending order.
    func versions(of subject: SubjectName, _ deleted: DeletedVersions = .left) -> [SchemaVersion] {
        (subjects[subject] ?? [:]).values.map(\.version).filter(deleted.admits).sorted { $0.version < $1.version }
    }

    func version(_ key: SchemaVersion.Key) -> SchemaVersion? { subjects[key.subject]?[key.version]?.version }

    func latest(of subject: SubjectName) -> SchemaVersion? { versions(of: subject).last }

    func hasSubject(_ subject: SubjectName, _ deleted: DeletedVersions = .left) -> Bool {
        (subjects[subject] ?? [:]).values.contains { deleted.admits($0.version) }
    }

    /// The places of a schema, in the order of subjects and versions.
    func places(of id: Int, in context: String) -> [SchemaVersion] {
        (contexts[context]?.places[id] ?? []).sorted().compactMap(version)
    }

    /// Ids of the schemas that may be the same as one, for a closer look.
    func idsAlike(_ outline: SchemaOutline, in context: String) -> [Int] {
        (contexts[context]?.ids[outline] ?? []).sorted()
    }

    /// Everywhere, in the order of contexts and ids.
    func places(ofGUID guid: String) -> [SchemaVersion] {
        contextNames.flatMap { context in
            (contexts[context]?.idsByGUID[guid] ?? []).sorted().flatMap { places(of: $0, in: context) }
        }
    }

    func highestID(in context: String) -> Int { contexts[context]?.highestID ?? 0 }

    /// Versions, not deleted, that refer to one.
    func referrers(of key: SchemaVersion.Key) -> [SchemaVersion] {
        (contexts[key.subject.context]?.referrers[key] ?? []).sorted().compactMap(version)
    }

    /// With the default context, which stands first.
    var contextNames: [String] {
        let others = declaredContexts.union(subjects.keys.map(\.context)).subtracting([SubjectName.defaultContext])
        return [SubjectName.defaultContext] + others.sorted()
    }

    /// Subjects that a setting's scope is about: one, those of a context, or all of the default context.
    func subjects(within scope: SubjectName?) -> [SubjectName] {
        subjects.keys.filter { subject in
            guard let scope else { return true }
            return scope == subject || (scope.unqualified.isEmpty && scope.context == subject.context)
        }.sorted()
    }

    func deletedVersions(within scope: SubjectName?) -> [SchemaVersion.Key] {
        subjects(within: scope).flatMap { versions(of: $0, .only) }.map(\.key)
    }

    // MARK: Settings

    static let defaultConfig = RegistryConfig(compatibility: .backward)

    /// What holds for a subject: its own settings, then those of its context, then those of all.
    func configInScope(_ subject: SubjectName?) -> RegistryConfig {
        (subject.flatMap { configs[$0] } ?? RegistryConfig())
            .completed(by: subject?.contextScope.flatMap { configs[$0] })
            .completed(by: configs[nil])
            .completed(by: Self.defaultConfig)
    }

    func modeInScope(_ subject: SubjectName?) -> RegistryMode {
        if modes[nil] == .readOnlyOverride { return .readOnlyOverride }
        return subject.flatMap { modes[$0] } ?? subject?.contextScope.flatMap { modes[$0] } ?? modes[nil] ?? .readWrite
    }
}
