import ContractCompatibility
import Diagnostics

/// The report as a comment on a change: a table of the contracts, and what was found to be opened. GitHub's and GitLab's
/// Markdown with the HTML that both allow.
///
/// - Parameter maximumFindings: comments have a longest length; what breaks comes first.
package func renderCheckMarkdown(_ report: CheckReport, maximumFindings: Int = 50) -> String {
    let breaking = report.findings.count(where: \.isBreaking)
    let title =
        report.passes
        ? "no breaking change"
        : breaking == 0 ? "cannot be judged" : breaking == 1 ? "1 breaking change" : "\(breaking) breaking changes"
    var text = "## \(report.passes ? "✅" : "❌") Contracts: \(title)\n\n\(prose(report.summary))\n"
    let changed = report.contracts.filter { $0.state != .unchanged }
    if !changed.isEmpty {
        text += "\n| Contract | Compatibility | Verdict | Roll-out |\n|---|---|---|---|\n"
        for contract in changed.prefix(200) { text += row(contract) }
        if changed.count > 200 { text += "| … and \(changed.count - 200) more | | | |\n" }
    }
    let findings = report.findings.filter(\.isBreaking) + report.findings.filter { !$0.isBreaking }
    for finding in findings.prefix(maximumFindings) { text += details(finding, in: report) }
    if findings.count > maximumFindings { text += "\n… and \(findings.count - maximumFindings) more findings.\n" }
    let others = report.diagnostics.dropFirst(report.findings.count)
    if !others.isEmpty {
        text += "\n"
        for problem in others.prefix(maximumFindings) { text += line(problem) }
        if others.count > maximumFindings { text += "- … and \(others.count - maximumFindings) more\n" }
    }
    return text
}

private func row(_ contract: ContractVerdict) -> String {
    let sign: String =
        switch contract.state {
        case .breaking, .unreadable: "❌"
        case .excepted, .notChecked: "⚠️"
        case .new, .compatible, .unchanged: "✅"
        }
    let promise = contract.mode.rawValue + (contract.level.map { ", \($0.rawValue)" } ?? "")
    let rollout = contract.rollout.map { prose($0.summary) } ?? ""
    return "| \(code(contract.name)) | \(promise) | \(sign) \(contract.state.rawValue) | \(rollout) |\n"
}

private func details(_ finding: CheckFinding, in report: CheckReport) -> String {
    let sign: String =
        switch finding.standing {
        case .breaking: "❌"
        case .excepted: "⚠️"
        case .told: "ℹ️"
        }
    var text = "\n<details><summary>\(sign) \(code(finding.contract)): \(prose(finding.message))</summary>\n\n"
    let place = finding.newRange ?? finding.oldRange
    text += "\(code(finding.rule))" + (finding.path.isEmpty ? "" : " at \(code(finding.path))")
    text += (place.map { ", \(code($0.location))" } ?? "") + "\n"
    text += excerpt(finding)
    for note in CheckReport.notes(on: finding).dropFirst() { text += "- \(prose(note))\n" }
    if finding.isBreaking {
        if let rollout = report[finding.contract]?.rollout { text += "- roll-out: \(prose(rollout.steps.joined(separator: "; ")))\n" }
        if let remedy = remedy(of: finding.rule) { text += "\n**How to mend:** \(remedy)\n" }
    }
    return text + "\n</details>\n"
}

private func line(_ diagnostic: Diagnostic) -> String {
    let sign: String =
        switch diagnostic.severity {
        case .error: "❌"
        case .warning: "⚠️"
        case .note: "ℹ️"
        }
    let place = diagnostic.range.map { ", \(code($0.location))" } ?? ""
    return "- \(sign) \(prose(diagnostic.message)) (\(code(diagnostic.code))\(place))\n"
}

/// The lines before and now, as a difference.
private func excerpt(_ finding: CheckFinding) -> String {
    let old = finding.oldRange.map(lines) ?? []
    let new = finding.newRange.map(lines) ?? []
    guard old != new, !(old + new).isEmpty else { return "" }
    let body = old.map { "- \($0)" } + new.map { "+ \($0)" }
    let longest = body.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\n\(fence)diff\n\(body.joined(separator: "\n"))\n\(fence)\n\n"
}

/// The lines that a range touches, not many and not long.
private func lines(_ range: SourceRange) -> [String] {
    let bytes = range.file.bytes
    var start = min(Int(range.start.offset), bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = min(max(Int(range.end.offset), start), bytes.count)
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    // An excerpt, however long the file's lines are.
    let text = String(decoding: bytes[start..<min(end, start + 4096)], as: UTF8.self)
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = all.prefix(6).map { line in
        let clean = String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }))
        return clean.count > 160 ? clean.prefix(160) + " …" : clean
    }
    return all.count > 6 ? shown + ["…"] : shown
}

/// Names and paths: nothing in them is markup, a mention or a link.
private func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

/// Sentences: what would be markup is written as characters.
private func prose(_ text: String) -> String { escaped(text) }

private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n", "\r", "\t": result += " "
        case "&", "<", ">", "|", "*", "_", "`", "[", "]", "\\", "@", "#", "~", "$", "!": result += "&#\(scalar.value);"
        case _ where scalar.value < 0x20: continue
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
