import KafkaWire

/// What a principal may do, as a set of bits by `AclOperation` (KIP-430).
enum AllowedOperations {
    /// Stands where nobody asked.
    static let notAsked = Int32.min

    static let topic: [AclOperation] = [.read, .write, .create, .delete, .alter, .describe, .describeConfigs, .alterConfigs]
    static let group: [AclOperation] = [.read, .delete, .describe]
    static let cluster: [AclOperation] = [
        .create, .alter, .describe, .clusterAction, .describeConfigs, .alterConfigs, .idempotentWrite,
    ]
}

extension Broker {
    func operations(_ possible: [AclOperation], on resource: ProtectedResource, _ call: Call) -> Int32 {
        possible.reduce(0) { bits, operation in
            isAllowed(call, operation, on: resource) ? bits | 1 << Int32(operation.rawValue) : bits
        }
    }

    /// Who may not describe the cluster is not told what else it may do to it.
    func clusterOperations(_ call: Call) -> Int32 {
        isAllowed(call, .describe, on: .cluster) ? operations(AllowedOperations.cluster, on: .cluster, call) : 0
    }
}
