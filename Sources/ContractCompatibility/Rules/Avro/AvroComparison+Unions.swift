import ContractModel

/// avro/union-branch-missing.
extension AvroComparison {
    /// A union that reads what is no union, or one branch of another union.
    ///
    /// Where no branch reads it but one was meant to, what is wrong with that one is told, which helps more than to hear
    /// that the union lacks a type that stands in it.
    mutating func compareUnion(_ branches: [AvroType], _ written: AvroType, at place: Place, missingAt: Place) {
        readability.spend(branches.count)
        let same = branches.firstIndex { isSame($0, written) }
        var chosen = same.flatMap { readability.reads(branches[$0], written) ? $0 : nil }
        if chosen == nil { chosen = branches.firstIndex { readability.reads($0, written) } }
        guard !readability.hasGivenUp else { return }
        chosen = chosen ?? same ?? branches.firstIndex { isMeant($0, for: written) }
        if let chosen {
            compare(branches[chosen], written, at: place.appending("\(chosen)"))
        } else {
            report(
                .unionBranchMissing, "data written as \(describe(written, in: writer)) fits no branch of "
                    + describe(.union(branches), in: reader), at: missingAt)
        }
    }

    private func isSame(_ read: AvroType, _ written: AvroType) -> Bool {
        read.branchName == written.branchName && isMeant(read, for: written)
    }

    private func isMeant(_ read: AvroType, for written: AvroType) -> Bool {
        switch (read, written) {
        case (.primitive(let read, _), .primitive(let written, _)): return read == written
        case (.array, .array), (.map, .map): return true
        case (.named(let read), .named(let written)):
            guard let read = reader.types[read], let written = writer.types[written] else { return false }
            return read.isSameKind(as: written) && read.hasName(of: written)
        default: return false
        }
    }
}
