import Diagnostics

/// Kind `Application`: a service, what it produces and what it consumes. Its grants follow from that.
package struct ApplicationSpec: Sendable {
    package struct Production: Sendable {
        package var topic: Located<String>
        package var idempotent: Bool
        package var transactionalId: Located<String>?
        package init(topic: Located<String>, idempotent: Bool = true, transactionalId: Located<String>? = nil) {
            self.topic = topic
            self.idempotent = idempotent
            self.transactionalId = transactionalId
        }
    }

    package struct Retry: Sendable {
        package var attempts: Located<Int>
        package var initialBackoff: Located<Milliseconds>?
        package var maxBackoff: Located<Milliseconds>?
        package var range: SourceRange
        package init(
            attempts: Located<Int>, initialBackoff: Located<Milliseconds>? = nil, maxBackoff: Located<Milliseconds>? = nil,
            range: SourceRange
        ) {
            self.range = range
            self.attempts = attempts
            self.initialBackoff = initialBackoff
            self.maxBackoff = maxBackoff
        }
    }

    package struct DeadLetter: Sendable {
        package var retention: Located<Milliseconds>?
        package var range: SourceRange
        package init(retention: Located<Milliseconds>? = nil, range: SourceRange) {
            self.retention = retention
            self.range = range
        }
    }

    package struct Consumption: Sendable {
        package var topic: Located<String>
        package var group: Located<String>
        package var retry: Retry?
        package var deadLetter: DeadLetter?
        package init(topic: Located<String>, group: Located<String>, retry: Retry? = nil, deadLetter: DeadLetter? = nil) {
            self.topic = topic
            self.group = group
            self.retry = retry
            self.deadLetter = deadLetter
        }
    }

    package var principal: Located<String>
    package var produces: [Production]
    package var consumes: [Consumption]
    /// Where it runs against; nil: wherever its topics are.
    package var clusters: ClusterSelection?

    package init(
        principal: Located<String>, produces: [Production] = [], consumes: [Consumption] = [],
        clusters: ClusterSelection? = nil
    ) {
        self.principal = principal
        self.produces = produces
        self.consumes = consumes
        self.clusters = clusters
    }
}
