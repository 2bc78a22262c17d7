import MeshModel

/// docs/reference/access-roles.md: what an Application gets, and what each role means on what.
func accessRolesPage() -> String {
    """
    # Access: what Applications get, and what roles mean

    These tables are made from the model that rules are derived by; `swift run heddle-dev generate` writes them. How to use them is
    told in the [guide](../guides/access-roles.md). Read, write, alter and delete imply describe, and alter-configs implies
    describe-configs, as Kafka has it; a denial wins over every grant.

    ## Applications

    An Application gets exactly this, on the clusters where it meets its topics:

    | of an application | it gets |
    |---|---|
    \(ApplicationPart.allCases.map { "| \($0.title) | \(words($0.needs)) |" }.joined(separator: "\n"))

    That is enough for plain, idempotent and transactional producers, for offsets that are committed in a transaction, for members of
    consumer groups, for retries, which are read in the same group, and for writing dead letters. Whoever reads dead letters says so:
    another Application that consumes them, or a person with the role `on-call`. A schema registry is asked over HTTP, and no rule of
    Kafka's speaks of it; nothing is derived for it. The registry of an embedded cluster has no access rules of its own yet.

    ## Roles

    | role | is for |
    |---|---|
    \(AccessRole.allCases.map { "| `\($0.rawValue)` | \($0.summary) |" }.joined(separator: "\n"))

    On `{ type: … }`, and of `{ everything: true }`:

    | role | \(types.map(\.rawValue).joined(separator: " | ")) |
    |---|\(types.map { _ in "---" }.joined(separator: "|"))|
    \(standing.map { role in "| `\(role.rawValue)` | \(types.map { words(role.operations(on: $0)) }.joined(separator: " | ")) |" }.joined(separator: "\n"))

    On `{ application: NAME }`:

    | role | \(ApplicationPart.allCases.map(\.title).joined(separator: " | ")) |
    |---|\(ApplicationPart.allCases.map { _ in "---" }.joined(separator: "|"))|
    \(AccessRole.allCases.map { role in "| `\(role.rawValue)` | \(ApplicationPart.allCases.map { words(role.operations(on: $0)) }.joined(separator: " | ")) |" }.joined(separator: "\n"))

    """
}

private let types: [AccessRule.ResourceType] = [.topic, .group, .transactionalId, .cluster]
private let standing = AccessRole.allCases.filter { !$0.needsApplication }

private func words(_ operations: [AccessRule.Operation]) -> String { operations.map(\.rawValue).joined(separator: ", ") }
