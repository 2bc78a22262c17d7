import ContractCompatibility
import ContractModel
import Diagnostics

/// Judges Protobuf contracts against their earlier versions, reading each file once a version however many contracts import
/// it: those that are called the same, of one commit say, are judged together.
///
/// A contract whose files cannot be read side by side with the others' (the same import path for different texts, the same
/// message in two files), or for which side by side would not mean the same, is left out: it is judged by itself.
///
/// - Parameter contracts: those that have changed, of any format.
/// - Returns: by contract, then by the version's label; that of a contract which has only to be readable is empty.
func judgeProtobufTogether(
    _ contracts: [CheckedContract], _ histories: [String: ContractHistory]
) -> [String: [String: Judgement]] {
    var rounds: [String: [ProtobufMember]] = [:]
    for contract in contracts where contract.format == .protobuf {
        for version in versionsToAsk(contract, histories[contract.name]) {
            rounds[version?.label ?? "", default: []].append(ProtobufMember(contract: contract, earlier: version))
        }
    }
    var judgements: [String: [String: Judgement]] = [:]
    for (label, members) in rounds where members.count > 1 {
        for group in ProtobufGroup.groups(of: members) where group.members.count > 1 {
            for (name, judgement) in group.judge() { judgements[name, default: [:]][label] = judgement }
        }
    }
    return judgements
}

/// A contract with one of its earlier versions; nil where it has only to be readable.
struct ProtobufMember {
    let contract: CheckedContract
    let earlier: ContractVersion?
}

/// Versions in another format are left to those who look at contracts one by one.
private func versionsToAsk(_ contract: CheckedContract, _ history: ContractHistory?) -> [ContractVersion?] {
    guard contract.mode != .none, let history, !history.versions.isEmpty else { return [nil] }
    let versions = contract.mode.isTransitive ? history.versions[...] : history.versions.suffix(1)
    return versions.filter { $0.format == .protobuf && !$0.isSame(as: contract) }
}
