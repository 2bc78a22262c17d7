import HeddleRuntime

/// What a message in a retry or dead-letter topic says of itself, beside its own key, value and headers, which are as they were.
public enum FailureHeaders {
    /// Where it stood first: `orders.created`, `3`, `1742`.
    public static let topic = "heddle-topic"
    public static let partition = "heddle-partition"
    public static let offset = "heddle-offset"
    /// The consumer group that could not process it.
    public static let group = "heddle-group"
    /// How often it has been tried again, the time that this header tells of included: `1`, `2` …
    public static let attempt = "heddle-attempt"
    /// Milliseconds since 1970 before which it is not to be tried.
    public static let notBefore = "heddle-not-before"
    /// The error's type, and what it said, at most 1000 characters.
    public static let errorType = "heddle-error-type"
    public static let error = "heddle-error"

    static let all = [topic, partition, offset, group, attempt, notBefore, errorType, error]
}

/// How often a message has been tried, and where it stood first.
struct FailureHistory: Sendable {
    var origin: RecordPosition
    var attempt = 0

    init(_ headers: [RecordHeader], at position: RecordPosition) {
        origin = position
        if let topic = headers.text(of: FailureHeaders.topic), let partition = headers.text(of: FailureHeaders.partition).flatMap(Int.init),
            let offset = headers.text(of: FailureHeaders.offset).flatMap(Int64.init)
        {
            origin = RecordPosition(topic: topic, partition: partition, offset: offset)
            attempt = max(headers.text(of: FailureHeaders.attempt).flatMap(Int.init) ?? 0, 0)
        }
    }

    /// - Parameter notBefore: nil for dead letters.
    func headers(_ own: [RecordHeader], group: String, attempt: Int, notBefore: Int64?, error: any Error) -> [RecordHeader] {
        var headers = own.filter { !FailureHeaders.all.contains($0.name) }
        headers.set(FailureHeaders.topic, origin.topic)
        headers.set(FailureHeaders.partition, "\(origin.partition)")
        headers.set(FailureHeaders.offset, "\(origin.offset)")
        headers.set(FailureHeaders.group, group)
        headers.set(FailureHeaders.attempt, "\(attempt)")
        if let notBefore { headers.set(FailureHeaders.notBefore, "\(notBefore)") }
        headers.set(FailureHeaders.errorType, HeddleClient.errorType(error))
        headers.set(FailureHeaders.error, String("\(error)".prefix(1000)))
        return headers
    }
}
