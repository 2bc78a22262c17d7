import ContractModel
import Diagnostics
import XSDModel

/// Two versions of a contract, held against each other.
package struct Comparison: Sendable {
    package struct Finding: Sendable, Hashable {
        package var difference: Difference
        package var victim: Difference.Victim
    }

    /// Why a version cannot be read; when there is an error here, there is no verdict.
    package var unreadable: [Diagnostic] = []
    package var findings: [Finding] = []

    package var isReadable: Bool { !unreadable.contains { $0.severity == .error } }
    package var isCompatible: Bool { isReadable && !findings.contains { $0.difference.isBreaking } }
}

/// Judges a new version against one earlier version.
///
/// Transitive modes are the caller's: it asks once for each earlier version.
package func compareContracts(
    _ format: ContractFormat, old: ContractText, new: ContractText, mode: CompatibilityMode, level: ProtobufLevel = .wire
) -> Comparison {
    switch format {
    case .avro:
        return compare(old, new, mode, parse: { $0.readAvro() }) { old, new, victim in
            exchangingForOldReaders(old, new, victim) { compareAvro(reader: $1, writer: $0) }
        }
    case .jsonSchema:
        return compare(old, new, mode, parse: { $0.readJSONSchema() }) { old, new, victim in
            exchangingForOldReaders(old, new, victim) { compareJSONSchema(old: $0, new: $1) }
        }
    case .protobuf:
        // What was deleted is deleted in both directions: the rules themselves know whom a change breaks.
        return compare(old, new, mode, parse: { $0.readProtobuf() }) { old, new, victim in
            compareProtobuf(old: old, new: new, level: level, for: victim, roots: (ContractText.protobufPath, ContractText.protobufPath))
        }
    case .xsd:
        return compare(old, new, mode, parse: { loadXSD(file: $0.file, references: $0.references) }) { old, new, victim in
            exchangingForOldReaders(old, new, victim) { compareXSD(old: $0, new: $1) }
        }
    }
}

private func compare<Schema>(
    _ old: ContractText, _ new: ContractText, _ mode: CompatibilityMode,
    parse: (ContractText) -> (schema: Schema?, diagnostics: [Diagnostic]),
    differences: (_ old: Schema, _ new: Schema, Difference.Victim) -> [Difference]
) -> Comparison {
    let (oldSchema, oldDiagnostics) = parse(old)
    let (newSchema, newDiagnostics) = parse(new)
    var comparison = Comparison(unreadable: (oldDiagnostics + newDiagnostics).filter { $0.severity == .error })
    guard comparison.isReadable, let oldSchema, let newSchema else { return comparison }
    let victims: [Difference.Victim] = (mode.checksBackward ? [.newReaders] : []) + (mode.checksForward ? [.oldReaders] : [])
    for victim in victims {
        comparison.findings += differences(oldSchema, newSchema, victim).map { .init(difference: $0, victim: victim) }
    }
    return comparison
}

/// Whether old readers can read new data is the question of new readers with the versions exchanged.
private func exchangingForOldReaders<Schema>(
    _ old: Schema, _ new: Schema, _ victim: Difference.Victim, differences: (_ old: Schema, _ new: Schema) -> [Difference]
) -> [Difference] {
    guard victim == .oldReaders else { return differences(old, new) }
    return differences(new, old).map { difference in
        var exchanged = difference
        (exchanged.oldRange, exchanged.newRange) = (difference.newRange, difference.oldRange)
        return exchanged
    }
}
