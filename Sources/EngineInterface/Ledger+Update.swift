import MeshModel

extension Ledger {
    /// What the ledger holds once the update is written.
    package mutating func apply(_ update: LedgerUpdate) {
        switch update {
        case .topic(let name, let entry): topics[name] = entry
        case .access(let rule, let entry): access[rule] = entry
        case .subject(let name, let entry): subjects[name] = entry
        case .claim(let mesh, let claim): claims[mesh] = claim
        }
    }
}
