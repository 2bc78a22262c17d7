import ContractCompatibility
import ContractModel
import Diagnostics
import MeshModel

/// What the versions that a subject has say of a new one.
enum SchemaJudgement: Equatable {
    /// With what is worth saying nevertheless.
    case compatible(RiskClass, reasons: [String])
    /// One sentence without a full stop.
    case incompatible(String)
}

/// Judges as the registry will, but before anything is applied, and with the rule and the place.
///
/// - Parameters:
///   - versions: ascending; all for a transitive mode, of which only the last counts for the others.
///   - mode: what will hold when it is registered.
func judgeSchema(
    _ new: SchemaText, _ format: ContractFormat, against versions: [SubjectHistory.Version], mode: CompatibilityMode
) -> SchemaJudgement {
    guard let latest = versions.last else { return .compatible(.safe, reasons: []) }
    if mode == .none { return judgeUnchecked(new, format, against: latest) }
    var reasons: [String] = []
    for version in mode.isTransitive ? versions.reversed() : [latest] {
        guard version.format == format else {
            return .incompatible(
                "version \(version.version) is \(version.format?.rawValue ?? "of another format"), and the contract is \(format.rawValue) now")
        }
        let comparison = compare(new, format, with: version, mode: mode)
        guard comparison.isReadable else {
            reasons.append("version \(version.version) cannot be judged here; the registry will judge it")
            continue
        }
        let breaking = comparison.findings.filter(\.difference.isBreaking)
        if let first = breaking.first {
            return .incompatible(sentence(first, of: breaking.count, version: version.version, mode: mode))
        }
    }
    return .compatible(reasons.isEmpty ? .safe : .notable, reasons: reasons)
}

private func judgeUnchecked(_ new: SchemaText, _ format: ContractFormat, against latest: SubjectHistory.Version) -> SchemaJudgement {
    guard latest.format == format else { return .compatible(.notable, reasons: ["the format changes, and compatibility is none"]) }
    let breaking = compare(new, format, with: latest, mode: .full).findings.filter(\.difference.isBreaking)
    guard let first = breaking.first else { return .compatible(.safe, reasons: []) }
    return .compatible(.notable, reasons: ["compatibility is none: \(sentence(first, of: breaking.count, version: latest.version, mode: .none))"])
}

private func compare(
    _ new: SchemaText, _ format: ContractFormat, with version: SubjectHistory.Version, mode: CompatibilityMode
) -> Comparison {
    compareContracts(
        format, old: contract(SchemaText(version.schema, referenced: version.referenced)), new: contract(new), mode: mode)
}

private func contract(_ schema: SchemaText) -> ContractText {
    ContractText(
        SourceFile(path: "", text: schema.text),
        references: Dictionary(uniqueKeysWithValues: schema.referenced.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) }))
}

private func sentence(_ finding: Comparison.Finding, of count: Int, version: Int, mode: CompatibilityMode) -> String {
    let difference = finding.difference
    let victims = finding.victim == .newReaders ? "new readers cannot read data of" : "data cannot be read by readers of"
    let others = count == 1 ? "" : " (and \(count - 1) more)"
    return "\(victims) version \(version)\(mode == .none ? "" : ", and its compatibility is \(mode.rawValue)"): "
        + "\(difference.message) [\(difference.rule) at \(difference.path)]\(others)"
}
