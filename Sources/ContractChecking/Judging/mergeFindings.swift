import ContractCompatibility
import Diagnostics

/// The same difference from several earlier versions, or in both directions, is one finding with several occurrences.
///
/// - Parameter findings: of one contract, the latest version's first.
func mergeVersions(_ findings: [CheckFinding]) -> [CheckFinding] {
    struct Key: Hashable {
        var rule, path, message: String
        var newRange: SourceRange?
        var standing: CheckFinding.Standing
    }
    return merge(findings) {
        Key(rule: $0.rule, path: $0.path, message: $0.message, newRange: $0.newRange, standing: $0.standing)
    }
}

/// What stands in a text that several contracts refer to is told once, with those contracts listed.
///
/// - Parameter isOwn: whether a place stands in the contract's own text.
func mergeContracts(_ findings: [CheckFinding], isOwn: (String, SourceRange) -> Bool) -> [CheckFinding] {
    struct Key: Hashable {
        var rule, message: String
        var oldRange, newRange: SourceRange?
        var standing: CheckFinding.Standing
        /// Only where no place tells findings apart.
        var contract, path: String?
    }
    var merged = merge(findings) { finding in
        let hasPlace = finding.oldRange != nil || finding.newRange != nil
        return Key(
            rule: finding.rule, message: finding.message, oldRange: finding.oldRange, newRange: finding.newRange,
            standing: finding.standing, contract: hasPlace ? nil : finding.contract, path: hasPlace ? nil : finding.path)
    }
    for index in merged.indices {
        guard merged[index].contracts.count > 1, let place = merged[index].newRange ?? merged[index].oldRange else { continue }
        let occurrences = merged[index].occurrences
        let own = occurrences.filter { isOwn($0.contract, place) }
        merged[index].occurrences = own + occurrences.filter { !isOwn($0.contract, place) }
    }
    return merged
}

private func merge<Key: Hashable>(_ findings: [CheckFinding], by key: (CheckFinding) -> Key) -> [CheckFinding] {
    var merged: [CheckFinding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
        if let place = places[key(finding)] {
            merged[place].occurrences += finding.occurrences
        } else {
            places[key(finding)] = merged.count
            merged.append(finding)
        }
    }
    for index in merged.indices { merged[index].occurrences = distinct(merged[index].occurrences) }
    return merged
}
