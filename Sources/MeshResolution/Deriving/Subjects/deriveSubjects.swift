import ContractModel
import Diagnostics
import MeshModel

/// What is to stand in the schema registry of each cluster that has one: the contracts of its topics' keys and values, and
/// whatever they refer to.
///
/// A topic's contract is registered under the subject that clients look for, by the topic's strategy. A contract that others
/// refer to is registered under the name by which they do, as Confluent's tools have it. So one contract may stand under
/// several subjects, but under each stands one contract only.
func deriveSubjects(
    of topics: TopicTable, _ contracts: [String: LinkedContract], _ index: MeshIndex, _ diagnostics: inout Findings
) -> SubjectTable {
    var table = SubjectTable()
    let users = TopicUsers(index.loaded.applications)
    for topic in index.loaded.topics {
        guard let placed = topics[topic.name] else { continue }
        for use in uses(of: topic, contracts, users) {
            for cluster in placed.clusters where index.registers(use.contract.format, on: cluster) {
                table.add(
                    use, on: cluster, isProtected: placed.desired.deletionProtection, contracts, &diagnostics)
            }
        }
    }
    return table
}

/// A contract under a subject, and what makes it stand there.
struct SubjectUse {
    var subject: String
    var contract: LinkedContract
    var user: User
    var range: SourceRange?
    /// Names of applications.
    var writers: Set<String> = []
    var readers: Set<String> = []

    enum User {
        case topic(String)
        case contract(String)

        var description: String {
            switch self {
            case .topic(let name): "topic '\(name)'"
            case .contract(let name): "contract '\(name)'"
            }
        }
    }
}

private func uses(of topic: Resource<TopicSpec>, _ contracts: [String: LinkedContract], _ users: TopicUsers) -> [SubjectUse] {
    var uses: [SubjectUse] = []
    func add(_ side: RecordSide, _ payload: Located<PayloadType>?, _ strategy: Located<SubjectNameStrategy>?) {
        guard let payload, case .contract(let name) = payload.value, let contract = contracts[name],
            let subject = (strategy?.value ?? .topicName).subject(of: side, topic: topic.name, recordName: contract.recordName)
        else { return }
        uses.append(
            SubjectUse(
                subject: subject, contract: contract, user: .topic(topic.name), range: payload.range,
                writers: users.writers[topic.name] ?? [], readers: users.readers[topic.name] ?? []))
    }
    add(.key, topic.spec.key, topic.spec.keySubject)
    add(.value, topic.spec.value, topic.spec.valueSubject)
    return uses
}

extension ClusterSpec {
    /// A registry of others knows no XML Schemas; one of Heddle's does.
    package func registers(_ format: ContractFormat) -> Bool { registryAddress != nil || (registryURL != nil && format != .xsd) }
}

