/// The manifests of a mesh with so many documents, as a house of teams would write them: eight of ten are Topics, beside
/// Contracts with their schemas inline, Applications, Principals and Access. The same for the same count.
///
/// - Returns: the text of each file by its path; a file has a hundred documents.
func sampleManifests(documents count: Int) -> [String: String] {
    var files = ["heddle.yaml": sampleMesh]
    var texts: [String] = []
    func close(_ file: Int) {
        files["manifests/team-\(file).yaml"] = texts.joined(separator: "---\n")
        texts.removeAll(keepingCapacity: true)
    }
    // The Mesh and its Cluster are two of them.
    for index in 0..<max(0, count - 2) {
        texts.append(sampleDocument(index))
        if texts.count == 100 { close(index / 100) }
    }
    if !texts.isEmpty { close(count / 100) }
    return files
}

/// Each twenty documents stand by themselves: sixteen topics, a contract, a principal, an application and an access.
private func sampleDocument(_ index: Int) -> String {
    let group = index / 20
    let team = "team-\(group % 40)"
    return switch index % 20 {
    case 0: sampleContract(group, team)
    case 1: "kind: Principal\nmetadata:\n  name: service-\(group)\n  owner: \(team)\nspec:\n  scram: { mechanism: SCRAM-SHA-512, password: { fromEnv: SERVICE_\(group)_PASSWORD } }\n"
    case 2: sampleApplication(group, team)
    case 3: sampleAccess(group)
    default: sampleTopic(index, group, team)
    }
}

private let sampleMesh = """
    apiVersion: heddle.dev/v1
    kind: Mesh
    metadata: { name: house }
    spec:
      manifests: ["manifests/**/*.yaml"]
      defaults:
        topic: { partitions: 6, retention: { time: 7d } }
    ---
    kind: Cluster
    metadata: { name: eu, labels: { region: eu } }
    spec:
      engine: kafka
      addresses: ["127.0.0.1:9092"]
      registry: { url: "http://127.0.0.1:8081" }

    """

private func sampleTopic(_ index: Int, _ group: Int, _ team: String) -> String {
    """
    # What happens to the orders of domain \(group), as everybody downstream sees it.
    kind: Topic
    metadata:
      name: domain-\(group).orders-\(index).changed
      owner: \(team)
      description: Every change of an order of kind \(index), once it is settled.
      labels:
        domain: domain-\(group)
        tier: \(index % 3 == 0 ? "gold" : "silver")
        cost-center: "\(4000 + group)"
    spec:
      clusters: [eu]
      partitions: \(6 + index % 3 * 6)
      replication: 3
      key: { type: string }
      value: { contract: order-changed-\(group) }
      retention: { time: \(7 + index % 5)d, size: 10GiB }
      config:
        min.insync.replicas: 2
        max.message.bytes: 2097152
        compression.type: zstd

    """
}

private func sampleContract(_ group: Int, _ team: String) -> String {
    """
    kind: Contract
    metadata:
      name: order-changed-\(group)
      owner: \(team)
      description: An order after a change.
      labels: { domain: domain-\(group) }
    spec:
      format: avro
      compatibility: backward-transitive
      classification: { customerId: pseudonym }
      schema: |
        {
          "type": "record", "name": "OrderChanged", "namespace": "house.domain\(group)",
          "fields": [
            { "name": "orderId", "type": "string" },
            { "name": "customerId", "type": "string" },
            { "name": "amount", "type": "long" },
            { "name": "note", "type": ["null", "string"], "default": null }
          ]
        }

    """
}

private func sampleApplication(_ group: Int, _ team: String) -> String {
    """
    kind: Application
    metadata:
      name: service-\(group)
      owner: \(team)
      labels: { domain: domain-\(group) }
    spec:
      principal: service-\(group)
      produces:
        - { topic: domain-\(group).orders-\(group * 20 + 4).changed, idempotent: true }
        - { topic: domain-\(group).orders-\(group * 20 + 5).changed }
      consumes:
        - topic: domain-\(group).orders-\(group * 20 + 4).changed
          group: service-\(group)
          retry: { attempts: 5, backoff: { initial: 1s, max: 5m } }
          deadLetter: { retention: 30d }

    """
}

private func sampleAccess(_ group: Int) -> String {
    """
    kind: Access
    metadata:
      name: audit-of-domain-\(group)
      description: The auditors read what the domain says, and look at its groups.
    spec:
      principals: [service-\(group)]
      operations: [read, describe]
      resources:
        - { type: topic, prefix: domain-\(group). }
        - { type: group, name: audit-\(group) }

    """
}
