extension Endpoint {
    static let versions: [Endpoint] = [
        Endpoint("GET", "/subjects/{subject}/versions") { registry, call throws(RegistryError) in
            let subject = registry.aliased(call.subject)
            guard registry.state.hasSubject(subject, call.flag("deleted") || call.asksForDeletedOnly ? .included : .left) else {
                throw .subjectNotFound(subject)
            }
            return RegistryAnswer(.integers(call.page(registry.state.versions(of: subject, call.deleted).map(\.version))))
        },
        Endpoint("POST", "/subjects/{subject}/versions") { registry, call throws(RegistryError) in
            let submission = try SchemaSubmission(try call.json())
            return try registry.register(submission, under: registry.aliased(call.subject), isNormalized: call.flag("normalize"))
        },
        Endpoint("GET", "/subjects/{subject}/versions/{version}") { registry, call throws(RegistryError) in
            let found = try registry.version(of: call)
            return RegistryAnswer(found.output(text: try registry.text(of: found, call.value("format"))))
        },
        Endpoint("GET", "/subjects/{subject}/versions/{version}/schema") { registry, call throws(RegistryError) in
            RegistryAnswer(body: try registry.text(of: try registry.version(of: call), call.value("format")))
        },
        Endpoint("GET", "/subjects/{subject}/versions/{version}/referencedby") { registry, call throws(RegistryError) in
            let found = try registry.version(of: call, .included)
            return RegistryAnswer(.integers(call.page(Set(registry.state.referrers(of: found.key).map(\.id)).sorted())))
        },
        Endpoint("DELETE", "/subjects/{subject}/versions/{version}") { registry, call throws(RegistryError) in
            try registry.deleteVersion(of: call)
        },
    ]
}

/// How a path or a query names a version.
enum VersionName: Sendable, Hashable {
    case latest
    case number(Int)

    init(_ text: String) throws(RegistryError) {
        if text == "latest" || text == "-1" {
            self = .latest
        } else if let number = Int32(text), number > 0 {
            self = .number(Int(number))
        } else {
            throw .invalidVersion(text)
        }
    }

    var text: String {
        switch self {
        case .latest: "-1"
        case .number(let number): String(number)
        }
    }
}

extension Registry {
    /// - Throws: that there is no such subject, or no such version of it.
    func version(of call: Call, _ deleted: DeletedVersions? = nil) throws(RegistryError) -> SchemaVersion {
        let deleted = deleted ?? (call.flag("deleted") ? .included : .left)
        let subject = aliased(call.subject)
        let name = try VersionName(call.parameters["version"] ?? "")
        if let found = version(name, of: subject, deleted) { return found }
        guard state.hasSubject(subject, deleted) else { throw .subjectNotFound(subject) }
        throw .versionNotFound(name.text)
    }

    func version(_ name: VersionName, of subject: SubjectName, _ deleted: DeletedVersions) -> SchemaVersion? {
        switch name {
        // The latest is one that is in force, where there is any.
        case .latest: return state.latest(of: subject) ?? state.versions(of: subject, deleted).last
        case .number(let number):
            return state.version(.init(subject: subject, version: number)).flatMap { deleted.admits($0) ? $0 : nil }
        }
    }

    fileprivate func deleteVersion(of call: Call) throws(RegistryError) -> RegistryAnswer {
        let isPermanent = call.flag("permanent")
        let found = try version(of: call, .included)
        guard isPermanent || !found.isDeleted else { throw .versionSoftDeleted(found.subject, found.version) }
        try checkWritable(found.subject)
        guard state.referrers(of: found.key).isEmpty else { throw .referenceExists(found.subject, found.version) }
        let answer = JSONOutput.integer(found.version)
        if isPermanent {
            guard found.isDeleted else { throw .versionNotSoftDeleted(found.subject, found.version) }
            return RegistryAnswer(answer, records: [.schemaTombstone(found.key)])
        }
        var deleted = found
        deleted.isDeleted = true
        let isLast = state.versions(of: found.subject).count == 1
        return RegistryAnswer(answer, records: [.schema(deleted)] + (isLast ? settingRecords(of: found.subject) : []))
    }
}
