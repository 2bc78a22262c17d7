public import struct Foundation.Date
import KafkaClient

/// How a consumer takes part in its group, and what becomes of what it cannot read.
public struct ConsumerOptions: Sendable, Hashable {
    /// Where to begin in a partition in which the group has committed nothing.
    public enum Start: Sendable, Hashable {
        case earliest, latest
        /// At the first record that is not older.
        case date(Date)
    }

    public enum Commits: Sendable, Hashable {
        /// Each message counts as processed when its handler has returned, or the next one is asked for; that is told to the group at
        /// these intervals, and whenever partitions move or the consumer closes.
        case automatic(every: Duration)
        /// As above, and told after each message: slower, and fewer messages come twice after a crash.
        case afterEach
        /// Only what `commit` is called for.
        case manual
    }

    /// Records whose bytes are no value of the type.
    public enum Undecodable: Sendable, Hashable {
        /// To the dead letters where the retry policy has them, else it ends the consuming with the error. Nothing is passed over.
        case byPolicy
        /// It ends the consuming with the error in any case.
        case fail
        /// It is logged and passed over.
        case skip
    }

    /// How the member that leads the group gives partitions out: the one that all members offer, the first preferred.
    public enum Assignor: Sendable, Hashable, CaseIterable { case range, roundRobin }

    public var start: Start
    public var commits: Commits
    public var retries: RetryPolicy
    public var undecodable: Undecodable
    public var assignors: [Assignor]
    /// Records of each partition that are fetched ahead; beyond it fetching pauses.
    public var prefetch: Int
    /// A member that is silent for longer is taken for gone.
    public var sessionTimeout: Duration
    public var heartbeatInterval: Duration
    /// How long a handler may take when partitions move before its message may be given to another member as well.
    public var rebalanceTimeout: Duration
    /// A name under which the member comes back to the same partitions after a restart within the session timeout (KIP-345).
    public var instanceID: String?

    public init(
        start: Start = .earliest, commits: Commits = .automatic(every: .seconds(5)), retries: RetryPolicy = .none,
        undecodable: Undecodable = .byPolicy, assignors: [Assignor] = [.range, .roundRobin], prefetch: Int = 500,
        sessionTimeout: Duration = .seconds(45), heartbeatInterval: Duration = .seconds(3), rebalanceTimeout: Duration = .seconds(60),
        instanceID: String? = nil
    ) {
        self.start = start
        self.commits = commits
        self.retries = retries
        self.undecodable = undecodable
        self.assignors = assignors
        self.prefetch = prefetch
        self.sessionTimeout = sessionTimeout
        self.heartbeatInterval = heartbeatInterval
        self.rebalanceTimeout = rebalanceTimeout
        self.instanceID = instanceID
    }
}

extension ConsumerOptions {
    func settings(topic: String, group: String, telemetry: ProcessTelemetry) -> ConsumerSettings {
        let retryTopic = RetryPolicy.retryTopic(of: topic, group: group)
        let interval: Duration? =
            switch commits {
            case .automatic(let interval): interval
            // What could not be committed at once is tried again.
            case .afterEach: .seconds(5)
            case .manual: nil
            }
        let start: StartPosition =
            switch start {
            case .earliest: .earliest
            case .latest: .latest
            case .date(let date): .timestamp(date.millisecondsSince1970)
            }
        return ConsumerSettings(
            group: group, topics: retries.attempts > 0 ? [topic, retryTopic] : [topic],
            assignors: assignors.map { $0 == .range ? .range : .roundRobin },
            times: GroupTimes(session: sessionTimeout, heartbeat: heartbeatInterval, rebalance: rebalanceTimeout), instanceId: instanceID,
            start: start, commitInterval: interval, prefetchedRecords: prefetch,
            due: { fetched in
                guard fetched.partition.topic == retryTopic, let header = fetched.record.headers.last(where: { $0.name == FailureHeaders.notBefore }),
                    let value = header.value, let moment = Int64(String(decoding: value.readableBytesView, as: UTF8.self))
                else { return nil }
                return .milliseconds(moment)
            },
            clock: { .milliseconds(Date().millisecondsSince1970) }, assigned: { telemetry.assigned($0.count) })
    }
}
