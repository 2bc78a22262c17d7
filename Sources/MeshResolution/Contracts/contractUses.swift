import MeshModel

/// Where every contract is met; in the order of topics, then of applications.
func contractUses(_ index: MeshIndex) -> [ContractUse] {
    var uses: [ContractUse] = []
    for topic in index.loaded.topics {
        for (side, payload) in [(RecordSide.key, topic.spec.key), (.value, topic.spec.value)] {
            guard case .contract(let contract) = payload?.value else { continue }
            uses.append(ContractUse(contract: contract, topic: topic.name, side: side, owner: topic.metadata.owner?.value))
        }
    }
    let byTopic = Dictionary(grouping: uses, by: \.topic)
    for application in index.loaded.applications {
        let topics =
            application.spec.produces.map { ($0.topic.value, ContractUse.Role.produces) }
            + application.spec.consumes.map { ($0.topic.value, .consumes) }
        for (topic, role) in topics {
            for use in byTopic[topic] ?? [] {
                uses.append(
                    ContractUse(
                        contract: use.contract, topic: topic, side: use.side, application: application.name, role: role,
                        owner: application.metadata.owner?.value))
            }
        }
    }
    return uses
}
