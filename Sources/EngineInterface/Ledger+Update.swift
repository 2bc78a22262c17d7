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

extension Ledger {
    /// What the ledger holds of the item that an update is about: the update that would bring it back.
    package func present(_ update: LedgerUpdate) -> LedgerUpdate {
        switch update {
        case .topic(let name, _): .topic(name, topics[name])
        case .access(let rule, _): .access(rule, access[rule])
        case .subject(let name, _): .subject(name, subjects[name])
        case .claim(let mesh, _): .claim(mesh, claims[mesh])
        }
    }
}

extension LedgerUpdate {
    /// What was only intended is nothing yet.
    package var settled: LedgerUpdate {
        switch self {
        case .topic(_, let entry?) where entry.phase == .intended: removal
        case .access(_, let entry?) where entry.phase == .intended: removal
        case .subject(_, let entry?) where entry.phase == .intended: removal
        default: self
        }
    }

    /// That which removes the item.
    package var removal: LedgerUpdate {
        switch self {
        case .topic(let name, _): .topic(name, nil)
        case .access(let rule, _): .access(rule, nil)
        case .subject(let name, _): .subject(name, nil)
        case .claim(let mesh, _): .claim(mesh, nil)
        }
    }
}
