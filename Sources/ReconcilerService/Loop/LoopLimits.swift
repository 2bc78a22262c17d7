/// How long a controller waits for the world. What answers later is not listened to any more.
package struct LoopLimits: Sendable {
    /// git may have to fetch a whole repository.
    package var readSource: Duration = .seconds(300)
    package var connect: Duration = .seconds(30)
    package var observe: Duration = .seconds(120)
    /// Leases, logs, questions: what a healthy cluster answers in far less.
    package var answer: Duration = .seconds(30)
    /// After this an apply begins no more chunks.
    package var apply: Duration = .seconds(600)
    /// What the chunk under way may take after that.
    package var chunk: Duration = .seconds(120)
    /// From being asked to stop until it ends whatever is under way.
    package var stop: Duration = .seconds(60)
    package var notify: Duration = .seconds(30)
    /// Audit events of one cluster that wait to be written; what comes on top is lost, and said to be.
    package var auditBacklog = 10_000

    package init() {}
}
