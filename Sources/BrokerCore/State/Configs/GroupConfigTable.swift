extension ConfigTable {
    /// The configs of a group whose partitions the broker assigns. Intervals may be shorter than Kafka's bounds, so that
    /// tests need not wait.
    package static let group = ConfigTable([
        ConfigKey("consumer.heartbeat.interval.ms", .int(100...15_000), default: "5000",
                  "How often the members of a consumer group send heartbeats."),
        ConfigKey("consumer.session.timeout.ms", .int(1000...600_000), default: "45000",
                  "How long the members of a consumer group may be silent."),
    ])
}
