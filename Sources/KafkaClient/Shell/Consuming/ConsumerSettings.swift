/// What a `GroupConsumer` needs to know.
package struct ConsumerSettings: Sendable {
    package var group: String
    package var topics: [String]
    package var assignors: [PartitionAssignor]
    package var times: GroupTimes
    package var instanceId: String?
    package var start: StartPosition
    /// nil: only when it is told to.
    package var commitInterval: Duration?
    /// Of each partition: beyond it nothing more is fetched until some are taken.
    package var prefetchedRecords: Int
    /// Of one partition in one answer.
    package var fetchBytes: Int
    /// How long a broker holds a question open to which there is nothing new.
    package var fetchWait: Duration
    /// How often the leader looks whether topics have grown.
    package var metadataInterval: Duration
    /// When a record may be handed out, since 1970; nil: at once.
    package var due: @Sendable (FetchedRecord) -> Duration?
    /// The moment, since 1970.
    package var clock: @Sendable () -> Duration
    /// Told of each new assignment.
    package var assigned: @Sendable ([TopicPartition]) -> Void

    package init(
        group: String, topics: [String], assignors: [PartitionAssignor] = [.range, .roundRobin], times: GroupTimes = .init(),
        instanceId: String? = nil, start: StartPosition = .earliest, commitInterval: Duration? = .seconds(5), prefetchedRecords: Int = 500,
        fetchBytes: Int = 1 << 20, fetchWait: Duration = .milliseconds(500), metadataInterval: Duration = .seconds(30),
        due: @escaping @Sendable (FetchedRecord) -> Duration? = { _ in nil }, clock: @escaping @Sendable () -> Duration,
        assigned: @escaping @Sendable ([TopicPartition]) -> Void = { _ in }
    ) {
        self.group = group
        self.topics = topics
        self.assignors = assignors
        self.times = times
        self.instanceId = instanceId
        self.start = start
        self.commitInterval = commitInterval
        self.prefetchedRecords = prefetchedRecords
        self.fetchBytes = fetchBytes
        self.fetchWait = fetchWait
        self.metadataInterval = metadataInterval
        self.due = due
        self.clock = clock
        self.assigned = assigned
    }
}
