extension Endpoint {
    static let subjects: [Endpoint] = [
        Endpoint("GET", "/subjects") { registry, call in
            let found = registry.subjects(of: call).filter { subject in
                // A subject counts as deleted when all of its versions are.
                call.asksForDeletedOnly ? !registry.state.hasSubject(subject) : registry.state.hasSubject(subject, call.deleted)
            }
            return RegistryAnswer(.strings(call.page(found.map(\.text))))
        },
        // Whether a schema is there already. Serializers ask this, so that it is open whatever the mode.
        Endpoint("POST", "/subjects/{subject}") { registry, call throws(RegistryError) in
            let subject = registry.aliased(call.subject)
            let submission = try SchemaSubmission(try call.json())
            let isNormalized = call.flag("normalize") || registry.state.configInScope(subject).normalize ?? false
            let content = try registry.read(submission.content, for: subject, isNormalized: isNormalized)
            let deleted: DeletedVersions = call.flag("deleted") ? .included : .left
            guard let found = registry.find(content, under: subject, deleted) else {
                guard registry.state.hasSubject(subject, deleted) else { throw .subjectNotFound(subject) }
                throw .schemaNotFound
            }
            return RegistryAnswer(found.output(text: try registry.text(of: found, call.value("format"))))
        },
        Endpoint("DELETE", "/subjects/{subject}") { registry, call throws(RegistryError) in
            try registry.deleteSubject(registry.aliased(call.subject), isPermanent: call.flag("permanent"))
        },
        // The latest version whose metadata has certain properties: `?key=owner&value=checkout`.
        Endpoint("GET", "/subjects/{subject}/metadata") { registry, call throws(RegistryError) in
            let subject = registry.aliased(call.subject)
            let wanted = Array(zip(call.values("key"), call.values("value")))
            let versions = registry.state.versions(of: subject, call.flag("deleted") ? .included : .left)
            guard !versions.isEmpty else { throw .subjectNotFound(subject) }
            guard let found = versions.last(where: { version in
                let properties = version.content.metadataProperties
                return version.content.metadata != nil && wanted.allSatisfy { properties[$0.0] == $0.1 }
            }) else { throw .schemaNotFound }
            return RegistryAnswer(found.output(text: try registry.text(of: found, call.value("format"))))
        },
    ]
}

extension Registry {
    /// The subject that a name means: itself, or the one that it is set to be an alias of.
    func aliased(_ subject: SubjectName) -> SubjectName {
        guard let alias = state.configs[subject]?.alias, !alias.isEmpty else { return subject }
        return SubjectName(alias).inContext(of: subject)
    }

    /// Those that `subjectPrefix` asks for: of one context, or after `:*:` of any. All where nothing is asked.
    func subjects(of call: Call) -> [SubjectName] {
        let prefix = call.value("subjectPrefix") ?? (call.context == nil ? ":*:" : "")
        let all = state.subjects.keys.sorted()
        if prefix.hasPrefix(":*:") {
            let rest = prefix.dropFirst(3)
            return all.filter { $0.unqualified.hasPrefix(rest) }
        }
        let wanted = call.qualified(prefix)
        return all.filter { $0.context == wanted.context && $0.unqualified.hasPrefix(wanted.unqualified) }
    }

    func checkWritable(_ subject: SubjectName?) throws(RegistryError) {
        guard state.modeInScope(subject).isReadOnly else { return }
        throw .notPermitted(subject.map { "Subject \($0) is in read-only mode" } ?? "The registry is in read-only mode")
    }

    /// What is taken back when a subject has no version left.
    func settingRecords(of subject: SubjectName) -> [RegistryRecord] {
        (state.modes[subject] == nil ? [] : [.mode(subject, nil)]) + (state.configs[subject] == nil ? [] : [.config(subject, nil)])
    }

    fileprivate func deleteSubject(_ subject: SubjectName, isPermanent: Bool) throws(RegistryError) -> RegistryAnswer {
        guard state.hasSubject(subject, .included) else { throw .subjectNotFound(subject) }
        guard isPermanent || state.hasSubject(subject) else { throw .subjectSoftDeleted(subject) }
        try checkWritable(subject)
        let versions = state.versions(of: subject, isPermanent ? .included : .left)
        for version in versions {
            // A subject whose versions refer to each other can go as a whole.
            guard !state.referrers(of: version.key).contains(where: { $0.subject != subject }) else {
                throw .referenceExists(subject, version.version)
            }
            guard !isPermanent || version.isDeleted else { throw .subjectNotSoftDeleted(subject) }
        }
        let records: [RegistryRecord] =
            isPermanent
            ? versions.map { .schemaTombstone($0.key) }
            : [.deleteSubject(subject, upTo: versions.last?.version ?? 0)] + settingRecords(of: subject)
        return RegistryAnswer(.integers(versions.map(\.version)), records: records)
    }
}
