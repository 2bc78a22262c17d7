import ContractModel
import Diagnostics
import LocatedJSON

/// A contract as text, with what it refers to.
package struct ContractText: Sendable {
    package var file: SourceFile
    /// By the name that the contract uses: a full name in Avro, a URI in JSON Schema, an import path in Protobuf.
    package var references: [String: SourceFile]

    package init(_ file: SourceFile, references: [String: SourceFile] = [:]) {
        self.file = file
        self.references = references
    }
}

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
        return compare(old, new, mode, parse: readAvro) { old, new, victim in
            exchangingForOldReaders(old, new, victim) { compareAvro(reader: $1, writer: $0) }
        }
    case .jsonSchema:
        return compare(old, new, mode, parse: readJSONSchema) { old, new, victim in
            exchangingForOldReaders(old, new, victim) { compareJSONSchema(old: $0, new: $1) }
        }
    case .protobuf:
        // What was deleted is deleted in both directions: the rules themselves know whom a change breaks.
        return compare(old, new, mode, parse: readProtobuf) { old, new, victim in
            compareProtobuf(old: old, new: new, level: level, for: victim, roots: (rootName, rootName))
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

private func readAvro(_ text: ContractText) -> (schema: AvroSchema?, diagnostics: [Diagnostic]) {
    var known: [String: AvroNamedType] = [:]
    var diagnostics: [Diagnostic] = []
    // References may build on each other: what is not known yet is tried again once more is.
    var open = text.references.sorted { $0.key < $1.key }.map(\.value)
    while !open.isEmpty {
        var rest: [SourceFile] = []
        var last: [Diagnostic] = []
        for file in open {
            let (schema, found) = parseAvroSchema(file, known: known)
            if let schema, !found.contains(where: { $0.severity == .error }) {
                for name in schema.definedNames { known[name] = schema.types[name] }
            } else {
                rest.append(file)
                last += found
            }
        }
        if rest.count == open.count {
            diagnostics += last
            break
        }
        open = rest
    }
    let (schema, found) = parseAvroSchema(text.file, known: known)
    return (schema, diagnostics + found)
}

private func readJSONSchema(_ text: ContractText) -> (schema: JSONSchema?, diagnostics: [Diagnostic]) {
    var references: [String: JSONNode] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in text.references {
        let (root, found) = parseJSON(file)
        references[name] = root
        diagnostics += found
    }
    let (schema, found) = compileJSONSchema(text.file, references: references)
    return (schema, diagnostics + found)
}

private func readProtobuf(_ text: ContractText) -> (schema: ProtobufSchema?, diagnostics: [Diagnostic]) {
    // Both versions under one name: a file's name is not what is compared.
    let result = loadProtobuf([rootName]) { $0 == rootName ? text.file : text.references[$0] }
    return (result.schema, result.diagnostics)
}

private let rootName = "contract-under-comparison.proto"
