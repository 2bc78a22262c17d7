import ContractModel
import Determinism
import EngineInterface
import MeshModel

/// Values drawn from a seed, with names as unpleasant as clusters allow.
extension SeededGenerator {
    mutating func name() -> String {
        let pieces = ["orders", ".", "a/b", "%2F", "ü", "\"", "\\", "*", "@", ":", " ", "\u{0}", "漢", "-", "_", "1"]
        return (0..<Int.random(in: 1...5, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func rule() -> AccessRule {
        let pattern: AccessRule.Pattern =
            switch Int.random(in: 0...2, using: &self) {
            case 0: .literal(name())
            case 1: .prefix(name())
            default: .any
            }
        return AccessRule(
            resourceType: AccessRule.ResourceType.allCases.randomElement(using: &self) ?? .topic, pattern: pattern,
            principal: "User:\(name())", host: Bool.random(using: &self) ? "*" : "10.0.0.\(Int.random(in: 0...255, using: &self))",
            operation: AccessRule.Operation.allCases.randomElement(using: &self) ?? .read,
            permission: Bool.random(using: &self) ? .allow : .deny)
    }

    mutating func stewardship() -> Stewardship {
        Stewardship(mesh: name(), owner: Bool.random(using: &self) ? name() : nil, deletionProtection: Bool.random(using: &self))
    }

    mutating func ledgerTopic() -> LedgerTopic {
        var config: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &self) { config[name()] = name() }
        return LedgerTopic(
            phase: Bool.random(using: &self) ? .intended : .applied, stewardship: stewardship(),
            partitions: Int.random(in: 1...100_000, using: &self),
            replication: Bool.random(using: &self) ? Int.random(in: 1...32_000, using: &self) : nil, config: config)
    }

    mutating func ledgerSubject() -> LedgerSubject {
        LedgerSubject(
            phase: Bool.random(using: &self) ? .intended : .applied, stewardship: stewardship(), contract: name(),
            format: ContractFormat.allCases.randomElement(using: &self) ?? .avro, model: name(), text: name(),
            compatibility: Bool.random(using: &self) ? CompatibilityMode.allCases.randomElement(using: &self) : nil)
    }

    mutating func ledgerUpdate(isRemoval: Bool) -> LedgerUpdate {
        if Int.random(in: 0...2, using: &self) == 0 { return .subject(name(), isRemoval ? nil : ledgerSubject()) }
        if Bool.random(using: &self) {
            return .topic(name(), isRemoval ? nil : ledgerTopic())
        }
        let access = LedgerAccess(phase: Bool.random(using: &self) ? .intended : .applied, stewardship: stewardship())
        return .access(rule(), isRemoval ? nil : access)
    }
}
