/// How far the log of one topic was read, and what that came to.
struct LedgerTail: Sendable {
    var topic: KafkaEngine.OwnTopic
    var reading: LedgerReading
    var start: Int64
    var end: Int64
    var readAt: ContinuousClock.Instant

    /// After that a removal may have been compacted away before it was read: brokers keep it for a day, unless told otherwise.
    static let mostRest = Duration.seconds(3600)

    /// Where topics have no ids, one that was made anew looks like one that grew.
    func continues(_ topic: KafkaEngine.OwnTopic, at now: ContinuousClock.Instant) -> Bool {
        topic.id != nil && topic == self.topic && now - readAt < Self.mostRest
    }
}
