import ContractCompatibility
import ContractModel
import Diagnostics

/// A contract held against one earlier version, in both directions, whatever its mode asks for: the order of roll-out hangs
/// on both.
struct Judgement {
    var unreadableNow: [Diagnostic] = []
    var unreadableThen: [Diagnostic] = []
    /// None where either version cannot be read.
    var findings: [DirectedDifference] = []

    /// Found whichever way one looks.
    mutating func addForBoth(_ difference: Difference) {
        for victim in Difference.Victim.allCases { findings.append(DirectedDifference(difference: difference, victim: victim)) }
    }
}

/// A difference, and for whom it is one.
struct DirectedDifference: Hashable {
    var difference: Difference
    var victim: Difference.Victim
}

func judge(_ contract: CheckedContract, against version: ContractVersion) -> Judgement {
    guard version.format == contract.format else {
        var judgement = Judgement(unreadableNow: errorsOfReading(contract))
        judgement.addForBoth(
            Difference(
                rule: CheckCode.formatChanged.rawValue, path: "",
                message: "the format changes from \(version.format.rawValue) to \(contract.format.rawValue)",
                oldRange: start(of: version.text.file), newRange: start(of: contract.text.file)))
        return judgement
    }
    if contract.format == .protobuf { return judgeProtobuf(contract, against: version) }
    let comparison = compareContracts(contract.format, old: version.text, new: contract.text, mode: .full, level: contract.level)
    if comparison.isReadable {
        return Judgement(findings: comparison.findings.map { DirectedDifference(difference: $0.difference, victim: $0.victim) })
    }
    let now = errorsOfReading(contract)
    return now.isEmpty ? Judgement(unreadableThen: comparison.unreadable) : Judgement(unreadableNow: now)
}

/// Why a contract cannot be read; none where it can.
func errorsOfReading(_ contract: CheckedContract) -> [Diagnostic] {
    if contract.format == .protobuf { return errorsOfReadingProtobuf(contract) }
    return distinct(compareContracts(contract.format, old: contract.text, new: contract.text, mode: .none).unreadable)
}

func start(of file: SourceFile) -> SourceRange { SourceRange(file: file, start: .start, end: .start) }
