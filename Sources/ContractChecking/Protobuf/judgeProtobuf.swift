import ContractCompatibility
import ContractModel
import Diagnostics

/// One Protobuf contract by itself: its file and what that imports.
func judgeProtobuf(_ contract: CheckedContract, against version: ContractVersion) -> Judgement {
    // Both versions under one path: a file's name is not what is compared.
    let path = ownPath(of: contract, besides: version.text.references)
    let new = load(contract.text, at: path)
    let errors = new.errors
    guard errors.isEmpty else { return Judgement(unreadableNow: errors) }
    let old = load(version.text, at: path)
    guard old.errors.isEmpty else { return Judgement(unreadableThen: old.errors) }
    var judgement = Judgement()
    for victim in Difference.Victim.allCases {
        judgement.findings += compareProtobuf(
            old: old.schema, new: new.schema, level: contract.level, for: victim, roots: (path, path)
        ).map { DirectedDifference(difference: $0, victim: victim) }
    }
    if let change = messageChange(contract, version, at: path, old: old.schema, new: new.schema) { judgement.addForBoth(change) }
    return judgement
}

func errorsOfReadingProtobuf(_ contract: CheckedContract) -> [Diagnostic] {
    load(contract.text, at: ownPath(of: contract)).errors
}

/// Its file's, unless something else is imported under that path.
func ownPath(of contract: CheckedContract, besides others: [String: SourceFile] = [:]) -> String {
    let path = contract.text.file.path
    return contract.text.references[path] == nil && others[path] == nil ? path : "\(path) (\(contract.name))"
}

private func load(_ text: ContractText, at path: String) -> ProtobufResult {
    loadProtobuf([path]) { $0 == path ? text.file : text.references[$0] }
}

extension ProtobufResult {
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Whether the event has become another message of its file. Serializers write which message of the file it is, and
/// consumers read that one.
///
/// Where the manifest names none, the first is meant; of a file that no topic uses, none is.
func messageChange(
    _ contract: CheckedContract, _ version: ContractVersion, at path: String, old: ProtobufSchema, new: ProtobufSchema
) -> Difference? {
    guard !contract.uses.isEmpty || contract.rootMessage != nil else { return nil }
    func event(_ name: String?, _ schema: ProtobufSchema) -> ProtobufMessage? {
        if let name { return schema.message(named: name) }
        return schema.file(at: path).flatMap { $0.messages.first }.map { schema[$0] }
    }
    guard let before = event(version.rootMessage, old), let after = event(contract.rootMessage, new),
        before.fullName != after.fullName
    else { return nil }
    // A package that changes renames every message, and has a rule of its own.
    func withoutPackage(_ message: ProtobufMessage, _ schema: ProtobufSchema) -> Substring {
        let package = schema[message.file].package
        return message.fullName.dropFirst(package.isEmpty ? 0 : package.count + 1)
    }
    guard withoutPackage(before, old) != withoutPackage(after, new) else { return nil }
    return Difference(
        rule: CheckCode.messageChanged.rawValue, path: after.fullName,
        message: "the event was the message '\(before.fullName)' and is now '\(after.fullName)'",
        oldRange: old[before.file].source.range(before.nameSpan), newRange: new[after.file].source.range(after.nameSpan))
}
