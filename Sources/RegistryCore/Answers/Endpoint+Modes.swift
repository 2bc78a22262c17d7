import LocatedJSON

extension Endpoint {
    static let modes: [Endpoint] = [
        Endpoint("GET", "/mode") { registry, call in mode(registry.state.modeInScope(call.wideScope)) },
        Endpoint("PUT", "/mode") { registry, call throws(RegistryError) in
            try registry.setMode(of: call.wideScope, try call.json(), isForced: call.flag("force"))
        },
        Endpoint("DELETE", "/mode") { registry, call in
            mode(registry.state.modeInScope(call.wideScope), records: [.mode(call.wideScope, nil)])
        },
        Endpoint("GET", "/mode/{subject}") { registry, call throws(RegistryError) in
            if call.flag("defaultToGlobal") || registry.state.modes[nil] == .readOnlyOverride {
                return mode(registry.state.modeInScope(call.subject))
            }
            guard let own = registry.state.modes[call.subject] else { throw .modeNotConfigured(call.subject) }
            return mode(own)
        },
        Endpoint("PUT", "/mode/{subject}") { registry, call throws(RegistryError) in
            guard call.subject.isValidScope else { throw .invalidSubject(call.subject.text) }
            return try registry.setMode(of: call.subject, try call.json(), isForced: call.flag("force"))
        },
        Endpoint("DELETE", "/mode/{subject}") { registry, call throws(RegistryError) in
            guard let own = registry.state.modes[call.subject] else { throw .subjectNotFound(call.subject) }
            return mode(own, records: [.mode(call.subject, nil)])
        },
    ]

    private static func mode(_ mode: RegistryMode, records: [RegistryRecord] = []) -> RegistryAnswer {
        RegistryAnswer(.object([("mode", .string(mode.rawValue))]), records: records)
    }
}

extension Registry {
    /// Schemas are brought over into what is empty, unless that is forced: their ids and versions could be taken already.
    fileprivate func setMode(of scope: SubjectName?, _ body: JSONNode, isForced: Bool) throws(RegistryError) -> RegistryAnswer {
        guard let mode = (body["mode"]?.string?.uppercased()).flatMap(RegistryMode.init(rawValue:)) else { throw .invalidMode }
        var records: [RegistryRecord] = []
        if mode == .importing, state.modeInScope(scope) != .importing, !isForced {
            let subjects = state.subjects(within: scope)
            guard !subjects.contains(where: { state.hasSubject($0) }) else {
                throw .notPermitted("Cannot import since found existing subjects")
            }
            let deleted = state.deletedVersions(within: scope)
            for key in deleted {
                guard state.referrers(of: key).isEmpty else { throw .referenceExists(key.subject, key.version) }
            }
            records = deleted.map { .schemaTombstone($0) } + [.clearSubject(scope)]
        }
        return RegistryAnswer(.object([("mode", .string(mode.rawValue))]), records: records + [.mode(scope, mode)])
    }
}
