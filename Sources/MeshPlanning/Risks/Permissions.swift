import MeshModel

/// What the person running a plan has allowed: `--allow destructive`, `--allow destructive=topic/eu/orders.created`.
package struct Permissions: Sendable {
    private var everywhere: Set<RiskClass> = []
    private var byAddress: [ResourceAddress: Set<RiskClass>] = [:]

    package init() {}

    package mutating func allow(_ risk: RiskClass, on address: ResourceAddress? = nil) {
        if let address { byAddress[address, default: []].insert(risk) } else { everywhere.insert(risk) }
    }

    /// Reads one `--allow` value; nil when it is not one.
    package mutating func allow(parsing text: String) -> Bool {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let risk = RiskClass(rawValue: String(parts[0])), risk.needsPermission else { return false }
        if parts.count == 1 {
            allow(risk)
            return true
        }
        guard let address = ResourceAddress(parsing: String(parts[1])) else { return false }
        allow(risk, on: address)
        return true
    }

    /// What loses records for good is permitted by its address alone, never by its class.
    package func permits(_ change: Change) -> Bool {
        guard change.risk.needsPermission else { return true }
        if byAddress[change.address]?.contains(change.risk) == true { return true }
        return !change.needsNaming && everywhere.contains(change.risk)
    }
}
