import ContractCompatibility
import ContractModel
import Diagnostics

/// Promises that the last version made and this one no longer makes. Said, not forbidden: it is how one lets a change pass
/// that the last promise stands against, and whoever reviews the change should see it.
func weakenings(of contract: CheckedContract, since last: ContractVersion?) -> [Diagnostic] {
    guard let last, let before = last.mode else { return [] }
    var lost: [String] = []
    if before.checksBackward, !contract.mode.checksBackward { lost.append("that new readers read old data") }
    if before.checksForward, !contract.mode.checksForward { lost.append("that old readers read new data") }
    if before.isTransitive, !contract.mode.isTransitive { lost.append("to look further back than the last version") }
    var change = lost.isEmpty ? "" : "from '\(before.rawValue)' to '\(contract.mode.rawValue)'"
    if contract.format == .protobuf, last.format == .protobuf, let level = last.level, rank(contract.level) < rank(level) {
        lost.append("to look at more than '\(contract.level.rawValue)'")
        change += (change.isEmpty ? "" : " and ") + "from level '\(level.rawValue)' to '\(contract.level.rawValue)'"
    }
    guard !lost.isEmpty else { return [] }
    return [
        Diagnostic(
            .warning, code: CheckCode.compatibilityWeakened.rawValue,
            "the compatibility of '\(contract.name)' goes \(change): it is promised no more \(listed(lost))", at: contract.declared,
            notes: ["the change is judged by what is promised now"],
            suggestion: "for a single change, 'exceptions' with a reason and a last day leaves the promise as it is")
    ]
}

private func rank(_ level: ProtobufLevel) -> Int {
    switch level {
    case .wire: 0
    case .wireJSON: 1
    case .source: 2
    }
}
