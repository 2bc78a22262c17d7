import EngineInterface

/// Holds an audit log against what its events say of those before them.
///
/// Found is every change, removal, insertion or move of an event of which a later event, or a head that was noted, speaks. Who may
/// write the whole log anew can also compute it anew: against that only a head helps that is kept where he does not write.
///
/// - Parameters:
///   - reading: the whole log.
///   - heads: what was noted of it elsewhere.
package func verifyAuditLog(_ reading: MeshLogReading, heads: [AuditStatement] = []) -> AuditVerdict {
    AuditVerification(reading).verdict(heads: heads)
}

private struct AuditVerification {
    /// What somebody says the chain came to.
    struct Word {
        var statement: AuditStatement
        /// The event's offset.
        var by: Int64
    }

    let reading: MeshLogReading
    let anchor: AuditVerdict.Anchor
    /// Ascending by what they speak of; the anchor's is not among them.
    let words: [Word]
    let strangers: [Int64]

    init(_ reading: MeshLogReading) {
        self.reading = reading
        var words: [Word] = []
        var strangers: [Int64] = []
        for entry in reading.entries {
            guard let statement = ArchivedEvent.statement(of: entry.record) else {
                strangers.append(entry.offset)
                continue
            }
            words.append(Word(statement: statement, by: entry.offset))
        }
        if reading.start == 0 {
            anchor = .beginning
        } else if let first = words.firstIndex(where: { $0.statement.offset >= reading.start && $0.statement.offset <= $0.by }) {
            let word = words.remove(at: first)
            anchor = .statement(word.statement, by: word.by)
        } else {
            anchor = .none
        }
        let origin = if case .statement(let statement, _) = anchor { statement.offset } else { Int64(0) }
        self.words = words.filter { $0.statement.offset >= origin }.sorted { ($0.statement.offset, $0.by) < ($1.statement.offset, $1.by) }
        self.strangers = strangers
    }

    func verdict(heads: [AuditStatement]) -> AuditVerdict {
        var verdict = AuditVerdict(
            start: reading.start, end: reading.end, events: reading.entries.count, anchor: anchor, covered: reading.start,
            uncoveredEvents: reading.entries.count, head: nil, breach: nil, strangers: strangers, comparisons: [])
        guard let begin = chainAtAnchor else {
            verdict.comparisons = heads.map { .init(head: $0, outcome: $0.offset > reading.end ? .cutOff : .tooOld) }
            return verdict
        }
        let digests = digests(from: begin)
        var covered = begin.offset
        (covered, verdict.breach) = hold(digests, from: begin.offset)
        verdict.comparisons = heads.map { head in
            let outcome: AuditVerdict.Comparison =
                head.offset > reading.end ? .cutOff : head.offset < begin.offset ? .tooOld : digests.at(head.offset) == head.digest ? .same : .different
            if outcome == .same { covered = max(covered, head.offset) }
            return .init(head: head, outcome: outcome)
        }
        verdict.covered = covered
        verdict.uncoveredEvents = reading.entries.count { $0.offset >= covered }
        verdict.head = AuditStatement(offset: reading.end, digest: digests.at(reading.end))
        return verdict
    }

    private var chainAtAnchor: AuditChain? {
        switch anchor {
        case .beginning: AuditChain()
        case .statement(let statement, _): AuditChain(statement)
        case .none: nil
        }
    }

    /// - Returns: up to where the last word holds, and the first thing that does not.
    private func hold(_ digests: Digests, from begin: Int64) -> (covered: Int64, breach: AuditVerdict.Breach?) {
        var trusted = begin
        var isAnchorConfirmed = false
        var breach: AuditVerdict.Breach?
        func note(_ found: AuditVerdict.Breach) { if breach.map({ found.from < $0.from }) ?? true { breach = found } }
        for group in words.chunked(by: { $0.statement.offset == $1.statement.offset }) {
            let offset = group[group.startIndex].statement.offset
            let (right, wrong) = (group.filter { says($0, digests) }, group.filter { !says($0, digests) })
            if !right.isEmpty {
                trusted = offset
                isAnchorConfirmed = isAnchorConfirmed || offset > begin
            }
            guard let witness = wrong.first else { continue }
            if !right.isEmpty || offset > witness.by {
                // Others say the same as the log, or it speaks of what came after it.
                note(.init(from: witness.by, until: witness.by + 1, witness: witness.by, missing: [], suspects: []))
                continue
            }
            var suspects: [Int64] = isSound(witness) ? [] : [witness.by]
            if case .statement(_, let by) = anchor, !isAnchorConfirmed, by >= offset { suspects.append(by) }
            let missing = missing(from: trusted, until: offset)
            note(.init(from: trusted, until: offset, witness: witness.by, missing: missing, suspects: suspects))
            return (trusted, breach)
        }
        return (trusted, breach)
    }

    private func says(_ word: Word, _ digests: Digests) -> Bool {
        word.statement.offset <= word.by && digests.at(word.statement.offset) == word.statement.digest
    }

    /// Whether a later word agrees with this one and with all that lies between, this event itself included: then it was not this
    /// event that was changed.
    private func isSound(_ word: Word) -> Bool {
        let digests = digests(from: AuditChain(word.statement))
        return words.contains { $0.statement.offset > word.by && $0.statement.offset <= $0.by && digests.at($0.statement.offset) == $0.statement.digest }
    }

    private func missing(from: Int64, until: Int64) -> [Int64] {
        var missing: [Int64] = []
        var next = from
        for entry in reading.entries where entry.offset >= from && entry.offset < until {
            missing += (next..<max(next, entry.offset)).prefix(20)
            next = entry.offset + 1
        }
        return Array((missing + (next..<max(next, until)).prefix(20)).prefix(20))
    }

    private func digests(from chain: AuditChain) -> Digests {
        var chain = chain
        var digests = Digests(offsets: [chain.offset], digests: [chain.statement.digest])
        for entry in reading.entries where entry.offset >= chain.offset {
            chain.take(entry)
            digests.offsets.append(chain.offset)
            digests.digests.append(chain.statement.digest)
        }
        return digests
    }
}

/// The chain after each event, found by offset.
private struct Digests {
    /// Ascending: everything before each is in the digest of the same place.
    var offsets: [Int64]
    var digests: [[UInt8]]

    /// Of everything before `offset`, which is not before the chain's beginning.
    func at(_ offset: Int64) -> [UInt8] {
        var (low, high) = (0, offsets.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle } else { high = middle }
        }
        return digests[low]
    }
}

extension Array {
    fileprivate func chunked(by belongsTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = 0
        for index in indices.dropFirst() where !belongsTogether(self[index - 1], self[index]) {
            chunks.append(self[start..<index])
            start = index
        }
        if start < count { chunks.append(self[start...]) }
        return chunks
    }
}
