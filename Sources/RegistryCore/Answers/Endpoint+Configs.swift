import ContractModel
import LocatedJSON

extension Endpoint {
    static let configs: [Endpoint] = [
        Endpoint("GET", "/config") { registry, call in
            RegistryAnswer(.object(registry.state.configInScope(call.wideScope).members))
        },
        Endpoint("PUT", "/config") { registry, call throws(RegistryError) in
            try registry.updateConfig(of: call.wideScope, try call.json())
        },
        Endpoint("DELETE", "/config") { registry, call throws(RegistryError) in
            try registry.checkWritable(call.wideScope)
            let config = registry.state.configInScope(call.wideScope)
            return RegistryAnswer(.object(config.members), records: [.config(call.wideScope, nil)])
        },
        Endpoint("GET", "/config/{subject}") { registry, call throws(RegistryError) in
            if call.flag("defaultToGlobal") {
                return RegistryAnswer(.object(registry.state.configInScope(call.subject).members))
            }
            guard let config = registry.state.configs[call.subject] else { throw .compatibilityNotConfigured(call.subject) }
            return RegistryAnswer(.object(config.members))
        },
        Endpoint("PUT", "/config/{subject}") { registry, call throws(RegistryError) in
            guard call.subject.isValidScope else { throw .invalidSubject(call.subject.text) }
            return try registry.updateConfig(of: call.subject, try call.json())
        },
        Endpoint("DELETE", "/config/{subject}") { registry, call throws(RegistryError) in
            guard let config = registry.state.configs[call.subject] else { throw .subjectNotFound(call.subject) }
            try registry.checkWritable(call.subject)
            return RegistryAnswer(.object(config.members), records: [.config(call.subject, nil)])
        },
    ]
}

extension Registry {
    /// Sets what the request names, takes back what it names as null, and leaves the rest.
    fileprivate func updateConfig(of scope: SubjectName?, _ body: JSONNode) throws(RegistryError) -> RegistryAnswer {
        var config = state.configs[scope] ?? RegistryConfig()
        var isNamed = false
        // Clients ask for `compatibility` and are told `compatibilityLevel`; some send both.
        for name in ["compatibilityLevel", "compatibility"] {
            guard let value = body[name] else { continue }
            isNamed = true
            guard !value.isNull else {
                config.compatibility = nil
                continue
            }
            guard let level = value.string.flatMap(CompatibilityMode.init(registryName:)) else { throw .invalidCompatibility }
            config.compatibility = level
        }
        if let value = body["compatibilityGroup"] { (isNamed, config.compatibilityGroup) = (true, value.string) }
        if let value = body["alias"] { (isNamed, config.alias) = (true, value.string) }
        if let value = body["normalize"] { (isNamed, config.normalize) = (true, value.bool) }
        for name in RegistryConfig.carriedNames.sorted() {
            guard let value = body[name] else { continue }
            isNamed = true
            // Settings that would be kept without effect are refused; what another registry wrote may be taken back.
            guard value.isNull || value.bool == false else {
                throw .notPermitted("the setting '\(name)' has no effect in this registry")
            }
            config.carried[name] = nil
        }
        guard isNamed else { throw .invalidCompatibility }
        try checkWritable(scope)
        return RegistryAnswer(.written(body.compactText), records: [.config(scope, config)])
    }
}

extension SubjectName {
    /// A subject, or a context as a whole.
    var isValidScope: Bool { isValid || (unqualified.isEmpty && context != Self.defaultContext) }
}
