extension Endpoint {
    static let compatibility: [Endpoint] = [
        Endpoint("POST", "/compatibility/subjects/{subject}/versions/{version}") { registry, call throws(RegistryError) in
            let subject = registry.aliased(call.subject)
            let name = try VersionName(call.parameters["version"] ?? "")
            let submission = try SchemaSubmission(try call.json())
            guard let found = registry.version(name, of: subject, .left) else {
                // Nothing stands against the first version of all.
                guard name != .latest else { return try registry.compatibilityAnswer(submission, subject, [], call) }
                guard registry.state.hasSubject(subject) else { throw .subjectNotFound(subject) }
                throw .versionNotFound(name.text)
            }
            return try registry.compatibilityAnswer(submission, subject, [found], call)
        },
        Endpoint("POST", "/compatibility/subjects/{subject}/versions") { registry, call throws(RegistryError) in
            let subject = registry.aliased(call.subject)
            let submission = try SchemaSubmission(try call.json())
            return try registry.compatibilityAnswer(submission, subject, registry.state.versions(of: subject), call)
        },
    ]
}

extension Registry {
    fileprivate func compatibilityAnswer(
        _ submission: SchemaSubmission, _ subject: SubjectName, _ previous: [SchemaVersion], _ call: Call
    ) throws(RegistryError) -> RegistryAnswer {
        let config = state.configInScope(subject)
        let isNormalized = call.flag("normalize") || config.normalize ?? false
        let content = try read(submission.content, for: subject, isNormalized: isNormalized)
        let problems = try incompatibilities(of: content, under: subject, with: previous, config)
        var members: [(String, JSONOutput)] = [("is_compatible", .bool(problems.isEmpty))]
        if call.flag("verbose") { members.append(("messages", .strings(problems))) }
        return RegistryAnswer(.object(members))
    }
}
