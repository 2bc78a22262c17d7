/// The verdicts in words, a paragraph for each contract that changed, and a last line on all. What was found stands above it,
/// as diagnostics.
package func renderCheckText(_ report: CheckReport) -> String {
    var lines: [String] = []
    for contract in report.contracts where contract.state != .unchanged {
        lines.append("\(contract.name)  \(contract.statement)")
        if let rollout = contract.rollout, contract.versions.contains(where: { $0.state != .unchanged }) {
            for (index, step) in rollout.steps.enumerated() { lines.append((index == 0 ? "  roll-out: " : "            ") + step) }
        }
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(report.summary)
    return lines.map { $0 + "\n" }.joined()
}

extension ContractVerdict {
    /// `compatible with main (backward)`.
    package var statement: String {
        let last = versions.first?.label ?? ""
        let promise = mode.rawValue + (level.map { ", \($0.rawValue)" } ?? "")
        switch state {
        case .unchanged: return "unchanged"
        case .new: return "new"
        case .notChecked: return "changed, not checked (none)"
        case .unreadable: return "cannot be judged: it, or what it is compared with, cannot be read"
        case .compatible: return "compatible with \(among(versions.map(\.label)) ?? last) (\(promise))"
        case .excepted: return "breaking, and agreed upon (\(promise))"
        case .breaking:
            return "breaking: not compatible with \(among(versions.filter { $0.state == .breaking }.map(\.label)) ?? last) (\(promise))"
        }
    }

    private func among(_ labels: [String]) -> String? { labels.isEmpty ? nil : listed(labels, atMost: 3) }
}

extension CheckReport {
    /// `2 contracts changed, 1 of them breaking; 498 unchanged; compared with main (commit 1a2b3c4)`.
    package var summary: String {
        func count(_ states: ContractVerdict.State...) -> Int { contracts.count { states.contains($0.state) } }
        let changed = count(.compatible, .excepted, .breaking, .unreadable, .notChecked)
        var parts: [String] = []
        parts.append(changed == 0 ? "no contract changed" : changed == 1 ? "1 contract changed" : "\(changed) contracts changed")
        for (state, word) in [(ContractVerdict.State.breaking, "breaking"), (.unreadable, "not to be judged"), (.excepted, "excepted")] {
            if count(state) > 0 { parts.append("\(count(state)) \(word)") }
        }
        if count(.new) > 0 { parts.append("\(count(.new)) new") }
        if !removed.isEmpty { parts.append("\(removed.count) removed") }
        if count(.unchanged) > 0 { parts.append("\(count(.unchanged)) unchanged") }
        return parts.joined(separator: ", ") + (against.isEmpty ? "" : "; compared with \(against)")
    }
}
