import EngineInterface
import MeshModel

extension WorldState {
    /// Writes what a session holds a lease for; `count`: how many of the updates arrive, nil for everything.
    mutating func write(_ write: LedgerWrite, under lease: Lease, before: Ledger, mandate: Mandate, first count: Int? = nil) {
        for update in write.updates.prefix(count ?? .max) {
            judge(update, by: mandate)
            ledger.apply(update)
            ledgerVersion += 1
            effects += 1
            remember(update, by: mandate)
        }
        guard count == nil else { return }
        for var change in write.changes {
            if let after = change.after { change.before = before.present(after).settled }
            if change.status != .done { change.after = nil }
            history[lease.number, default: (nil, [])].changes.append(change)
        }
        if var run = write.run {
            run.number = lease.number
            if let other = history[lease.number]?.run, other.startedAt != run.startedAt || other.author != run.author {
                violation("two runs have the number \(lease.number)")
            }
            if let newest = history.keys.max(), newest > lease.number { violation("the run \(lease.number) is written after the run \(newest)") }
            history[lease.number, default: (nil, [])].run = run
        }
        if write.endsLease { self.lease = nil }
    }

    /// The truth follows: what is forgotten is nobody's.
    private mutating func remember(_ update: LedgerUpdate, by mandate: Mandate) {
        var deeds = self.deeds[mandate.mesh] ?? Deeds()
        switch update {
        case .topic(let name, let entry):
            if let entry, entry.phase == .applied, mandate.desired.topics[name]?.adopts == true { deeds.topics.insert(name) }
            if entry == nil { deeds.topics.remove(name) }
            if let stage = entry?.quarantine?.stage {
                if quarantines[name]?.stage != stage { quarantines[name] = (stage, time) }
            } else {
                quarantines[name] = nil
            }
        case .access(let rule, let entry):
            if entry == nil { deeds.rules.remove(rule) } else if mandate.desired.access[rule]?.adopts == true { deeds.rules.insert(rule) }
        case .subject(let name, let entry):
            if entry == nil { deeds.subjects.remove(name) } else if mandate.desired.subjects[name]?.adopts == true { deeds.subjects.insert(name) }
        case .claim: break
        }
        self.deeds[mandate.mesh] = deeds
    }
}
