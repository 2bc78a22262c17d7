/// What a principal may do, as a set of bits by `AclOperation` (KIP-430).
enum AllowedOperations {
    /// Stands where nobody asked.
    static let notAsked = Int32.min

    static let topic = bits([.read, .write, .create, .delete, .alter, .describe, .describeConfigs, .alterConfigs])
    static let group = bits([.read, .delete, .describe])
    static let cluster = bits([.create, .alter, .describe, .clusterAction, .describeConfigs, .alterConfigs, .idempotentWrite])

    private static func bits(_ operations: [AclOperation]) -> Int32 {
        operations.reduce(0) { $0 | 1 << Int32($1.rawValue) }
    }
}
