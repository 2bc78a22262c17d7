import ContractChecking
import Diagnostics
import MeshModel

/// Where the earlier versions of contracts come from: a commit, a folder, a registry, a running mesh.
protocol ContractBaseline {
    /// `the merge base of HEAD and main (1a2b3c4)`.
    var description: String { get }

    /// What was there of these contracts.
    ///
    /// - Throws: `CommandFailure` where that cannot be found out: of a part nothing is concluded.
    func earlier(than head: MeshContracts) async throws -> EarlierContracts
}

/// What `checkContracts` is told of before.
struct EarlierContracts: Sendable {
    /// By contract.
    var histories: [String: ContractHistory] = [:]
    var removed: [RemovedContract] = []
    var problems: [Diagnostic] = []
    /// As the baseline's, with what reading it has shown.
    var description: String

    init(description: String) { self.description = description }

    /// The contracts of an earlier mesh, and the topics that have got other contracts since.
    ///
    /// - Parameter label: `main`; also told with the paths of its files.
    init(_ mesh: LoadedMesh, labelled label: String, than head: MeshContracts, description: String) {
        self.init(description: description)
        let before = MeshContracts(mesh)
        for contract in head.contracts {
            if let old = before[contract.name] {
                histories[contract.name] = ContractHistory([old.version(labelled: label)])
            } else if mesh.gaps.mayDeclare("Contract", named: contract.name) {
                problems.append(
                    Diagnostic(
                        code: CheckCode.earlierVersionUnreadable.rawValue,
                        "whether '\(contract.name)' is in \(label) cannot be told: the manifests there have errors", at: contract.declared,
                        suggestion: "mend them there first, or compare with an older revision"))
            }
        }
        let replaced = addReplacements(of: before, label, by: head)
        for old in before.contracts where head[old.name] == nil && !replaced.contains(old.name) {
            removed.append(
                RemovedContract(
                    name: old.name, label: label, mode: old.mode, declared: old.declared.map { labelled($0, label) }, uses: old.uses))
        }
    }

    /// A topic whose contract is exchanged has readers that know the one before.
    ///
    /// - Returns: those of which each topic has got another contract.
    private mutating func addReplacements(of before: MeshContracts, _ label: String, by head: MeshContracts) -> Set<String> {
        var replaced: Set<String> = []
        var isLeft: Set<String> = []
        for (place, name) in before.contractOfTopic.sorted(by: { $0.key < $1.key }) {
            guard let successor = head.contractOfTopic[place] else {
                isLeft.insert(name)
                if head.topics.contains(place.topic) { problems.append(withoutContract(place, name, label)) }
                continue
            }
            guard successor != name, let old = before[name], head[successor] != nil else {
                isLeft.insert(name)
                continue
            }
            replaced.insert(name)
            let place = "the \(place.side.rawValue) of topic '\(place.topic)'"
            var version = old.version(labelled: label)
            version.label = "\(label), where \(place) has the contract '\(name)'"
            histories[successor, default: ContractHistory()].replaced.append(version)
        }
        return replaced.subtracting(isLeft)
    }

    private func withoutContract(_ place: TopicSide, _ name: String, _ label: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "check/topic-without-contract",
            "the \(place.side.rawValue) of topic '\(place.topic)' has the contract '\(name)' in \(label), and has none now",
            suggestion: "nothing holds what is written to it any more: say so to its readers")
    }
}
