extension Registry {
    /// A schema as it is to be kept: its references led to versions, its text read and written as its language has it.
    func read(_ content: SchemaContent, for subject: SubjectName, isNormalized: Bool) throws(RegistryError) -> SchemaContent {
        guard !content.isEmpty else { throw .invalidSchema("Empty schema") }
        guard let language = SchemaLanguage.named(content.type) else {
            throw .invalidSchema("Invalid schema type \(content.type.prefix(100))")
        }
        var content = content
        for index in content.references.indices where content.references[index].version == -1 {
            guard let latest = state.resolve(content.references[index], from: subject) else { continue }
            content.references[index].version = latest.version
        }
        if isNormalized { content.references.sort { $0.name < $1.name } }
        do throws(SchemaProblem) {
            content.text = try language.read(try state.text(of: content, in: subject), isNormalized)
        } catch {
            throw .invalidSchema(error.message)
        }
        return content
    }

    /// A version that says the same, the newest of several. A schema without metadata and rules is found whatever a version
    /// has of them.
    func find(_ content: SchemaContent, under subject: SubjectName, _ deleted: DeletedVersions) -> SchemaVersion? {
        let isPlain = content.metadata == nil && content.ruleSet == nil
        let outline = SchemaOutline(of: content)
        return state.versions(of: subject, deleted).last { version in
            state.subjects[subject]?[version.version]?.outline == outline
                && (isPlain || version.content.hasSameContract(as: content))
                && state.isSameSchema(version.content, in: subject, content, in: subject)
        }
    }

    func register(
        _ submission: SchemaSubmission, under subject: SubjectName, isNormalized: Bool
    ) throws(RegistryError) -> RegistryAnswer {
        guard subject.isValid else { throw .invalidSubject(subject.text) }
        let config = state.configInScope(subject)
        let mode = state.modeInScope(subject)
        var content = submission.content
        let previous = state.versions(of: subject)
        if content.isEmpty, let last = previous.last, mode != .importing {
            (content.type, content.text, content.references) = (last.content.type, last.content.text, last.content.references)
        }
        content = try read(content, for: subject, isNormalized: isNormalized || config.normalize ?? false)

        // What is there already is told to everyone, in every mode.
        if submission.version == nil, let known = find(content, under: subject, .left), submission.id ?? known.id == known.id {
            return Self.registered(known)
        }
        try checkMode(mode, of: subject, hasID: submission.id != nil)
        if mode != .importing, let last = previous.last {
            content.metadata = content.metadata ?? last.content.metadata
            content.ruleSet = content.ruleSet ?? last.content.ruleSet
            if submission.version == nil, let known = find(content, under: subject, .left), submission.id == nil {
                return Self.registered(known)
            }
        }
        if mode != .importing {
            let problems = try incompatibilities(of: content, under: subject, with: previous, config)
            guard problems.isEmpty else { throw .incompatible(subject, problems) }
        }
        let all = state.versions(of: subject, .included)
        let next = (all.last?.version ?? 0) + 1
        let number = submission.version ?? next
        guard number == next || mode == .importing else {
            throw .invalidSchema("Version is not one more than previous version")
        }
        let id = try id(of: content, for: subject, given: submission.id)
        // An id stands for one writing of a schema, that of the first who registered it.
        if let first = state.places(of: id, in: subject.context).first { content = first.content }
        let version = SchemaVersion(subject: subject, version: number, id: id, content: content)
        var records: [RegistryRecord] = []
        if subject.context != SubjectName.defaultContext, !state.declaredContexts.contains(subject.context) {
            records.append(.context(subject.context))
        }
        // Deleted versions of the same schema have served: their id is told by the new one.
        records += all.filter { $0.isDeleted && $0.id == version.id && $0.version < number }.map { .schemaTombstone($0.key) }
        return Self.registered(version, records: records + [.schema(version)])
    }

    private static func registered(_ version: SchemaVersion, records: [RegistryRecord] = []) -> RegistryAnswer {
        RegistryAnswer(
            .object([("id", .integer(version.id)), ("version", .integer(version.version)), ("guid", .string(version.content.guid))]),
            records: records)
    }

    private func checkMode(_ mode: RegistryMode, of subject: SubjectName, hasID: Bool) throws(RegistryError) {
        try checkWritable(subject)
        let needed: RegistryMode = hasID ? .importing : .readWrite
        guard mode == needed else {
            throw .notPermitted("Subject \(subject) is not in \(hasID ? "import" : "read-write") mode")
        }
    }

    /// The id that the schema has in its context already, the one that is given, or the next.
    private func id(of content: SchemaContent, for subject: SubjectName, given: Int?) throws(RegistryError) -> Int {
        let known = state.ids(of: content, for: subject) { $0.hasSameContract(as: content) }
        guard let given else {
            if let first = known.first { return first }
            let next = state.highestID(in: subject.context) + 1
            guard next <= Int(Int32.max) else { throw .notPermitted("there are no more ids") }
            return next
        }
        guard known.contains(given) || state.places(of: given, in: subject.context).isEmpty else {
            throw .notPermitted("Overwrite new schema with id \(given) is not permitted.")
        }
        return given
    }
}
