import ContractModel
import LocatedJSON

/// What is set for a subject, a context or all. What is nil is left to the next wider one.
package struct RegistryConfig: Sendable, Hashable {
    package var compatibility: CompatibilityMode?
    /// The name of a property of schemas' metadata: only schemas that have the same value are compared.
    package var compatibilityGroup: String?
    /// Another subject, which is meant where this one is named.
    package var alias: String?
    package var normalize: Bool?
    /// Settings that other registries understand, by name, as JSON: kept and given back.
    package var carried: [String: String]

    package init(
        compatibility: CompatibilityMode? = nil, compatibilityGroup: String? = nil, alias: String? = nil, normalize: Bool? = nil,
        carried: [String: String] = [:]
    ) {
        self.compatibility = compatibility
        self.compatibilityGroup = compatibilityGroup
        self.alias = alias
        self.normalize = normalize
        self.carried = carried
    }

    static let carriedNames: Set<String> = [
        "validateFields", "validateRules", "defaultMetadata", "overrideMetadata", "defaultRuleSet", "overrideRuleSet",
    ]

    /// From a record's value.
    init(record: JSONNode) {
        self.init(
            compatibility: record["compatibilityLevel"]?.string.flatMap(CompatibilityMode.init(registryName:)),
            compatibilityGroup: record["compatibilityGroup"]?.string, alias: record["alias"]?.string,
            normalize: record["normalize"]?.bool)
        for member in record.object ?? [] where Self.carriedNames.contains(member.key) && !member.value.isNull {
            carried[member.key] = member.value.compactText
        }
    }

    /// As records and answers have them.
    var members: [(String, JSONOutput)] {
        var members: [(String, JSONOutput)] = []
        if let alias { members.append(("alias", .string(alias))) }
        if let normalize { members.append(("normalize", .bool(normalize))) }
        if let compatibility { members.append(("compatibilityLevel", .string(compatibility.registryName))) }
        if let compatibilityGroup { members.append(("compatibilityGroup", .string(compatibilityGroup))) }
        for (name, json) in carried.sorted(by: { $0.key < $1.key }) { members.append((name, .written(json))) }
        return members
    }

    /// What is set here, and for the rest what is set more widely. An alias is of one subject alone.
    func completed(by wider: RegistryConfig?) -> RegistryConfig {
        guard let wider else { return self }
        return RegistryConfig(
            compatibility: compatibility ?? wider.compatibility, compatibilityGroup: compatibilityGroup ?? wider.compatibilityGroup,
            alias: alias, normalize: normalize ?? wider.normalize, carried: carried.merging(wider.carried) { own, _ in own })
    }
}

extension CompatibilityMode {
    /// `BACKWARD_TRANSITIVE`.
    package var registryName: String {
        String(rawValue.map { $0 == "-" ? "_" : $0 }).uppercased()
    }

    /// In any case of letters.
    init?(registryName: String) {
        self.init(rawValue: String(registryName.lowercased().map { $0 == "_" ? "-" : $0 }))
    }
}
