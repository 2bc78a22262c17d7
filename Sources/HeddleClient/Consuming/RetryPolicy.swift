/// What becomes of messages that cannot be processed: as the Application manifest says it under `consumes[]`.
///
///     RetryPolicy(attempts: 5, initialBackoff: .seconds(1), longestBackoff: .seconds(300), deadLetters: true)
///     // retry: { attempts: 5, backoff: { initial: 1s, max: 5m } }
///     // deadLetter: {}
///
/// A message that fails goes to the topic `TOPIC.GROUP.retry`, and is tried again from there when its wait is over; after the last
/// attempt, and where its bytes cannot be read at all, it goes to `TOPIC.GROUP.dlq`. `heddle apply` makes both topics. Where the manifest
/// has neither, as here by default, a failure ends the processing and nothing is lost.
///
/// Messages that wait in one partition of the retry topic are tried in their order there: one that waits long holds up those behind it.
public struct RetryPolicy: Sendable, Hashable {
    /// How often a message is tried again; 0: never.
    public var attempts: Int
    /// The wait before the first of them; each further wait is twice the one before.
    public var initialBackoff: Duration
    public var longestBackoff: Duration
    /// Messages that fail for good are kept in `TOPIC.GROUP.dlq`.
    public var deadLetters: Bool

    public init(
        attempts: Int = 0, initialBackoff: Duration = .seconds(1), longestBackoff: Duration = .seconds(300), deadLetters: Bool = false
    ) {
        self.attempts = max(attempts, 0)
        self.initialBackoff = initialBackoff
        self.longestBackoff = max(longestBackoff, initialBackoff)
        self.deadLetters = deadLetters
    }

    public static let none = RetryPolicy()

    /// - Parameter attempt: 1 for the first time that it is tried again.
    public func backoff(before attempt: Int) -> Duration {
        min(initialBackoff * (1 << min(max(attempt - 1, 0), 30)), longestBackoff)
    }

    public static func retryTopic(of topic: String, group: String) -> String { "\(topic).\(group).retry" }
    public static func deadLetterTopic(of topic: String, group: String) -> String { "\(topic).\(group).dlq" }
}
