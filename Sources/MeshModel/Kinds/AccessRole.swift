/// A named bundle of operations. docs/reference/access-roles.md is made from what stands here.
package enum AccessRole: String, Sendable, Hashable, CaseIterable {
    case viewer
    case reader
    case writer
    case `operator`
    case onCall = "on-call"
    case admin

    /// For whom it is, in a sentence.
    package var summary: String {
        switch self {
        case .viewer: "Sees that it is there and how it is set up; no records."
        case .reader: "Reads records and commits offsets."
        case .writer: "Writes records."
        case .operator: "Changes configuration, deletes records; reads and writes none."
        case .onCall: "Keeps an application going: looks at it, reads its dead letters, writes them back, moves its groups' offsets."
        case .admin: "Everything."
        }
    }

    /// On-call is about an application's parts, which mean nothing to it one by one.
    package var needsApplication: Bool { self == .onCall }

    /// On what stands alone; empty for a role that needs an application.
    package func operations(on type: AccessRule.ResourceType) -> [AccessRule.Operation] {
        switch (self, type) {
        case (.viewer, .topic), (.viewer, .cluster), (.viewer, .group): type == .group ? [.describe] : [.describe, .describeConfigs]
        case (.viewer, _): [.describe]
        case (.reader, .topic), (.reader, .group): [.read]
        case (.reader, _): [.describe]
        case (.writer, .topic), (.writer, .transactionalId): [.write]
        case (.writer, .cluster): [.idempotentWrite]
        case (.writer, _): [.describe]
        case (.operator, .topic): [.alter, .alterConfigs, .describe, .describeConfigs, .delete]
        case (.operator, .cluster): [.alterConfigs, .describe, .describeConfigs]
        case (.operator, .group): [.delete, .describe]
        case (.operator, _): [.describe]
        case (.onCall, _): []
        case (.admin, _): [.all]
        }
    }

    /// On what an Application works with.
    ///
    /// Setting a group's offsets is a commit, and so needs Read on the topic as well as on the group.
    package func operations(on part: ApplicationPart) -> [AccessRule.Operation] {
        guard self == .onCall else { return operations(on: part.type) }
        return switch part {
        case .produced: [.describe, .describeConfigs]
        case .consumed, .deadLetters: [.read, .describeConfigs]
        case .consumedWithDeadLetters, .retry: [.read, .write, .describeConfigs]
        case .group: [.read]
        case .transactionalId: [.describe]
        }
    }
}
