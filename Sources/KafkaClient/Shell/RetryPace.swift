import Synchronization

extension KafkaClient {
    /// For callers that repeat parts of a request themselves: the client's schedule, up to a deadline from now.
    package func pace(deadline: Duration) -> RetryPace {
        RetryPace(client: self, end: now + deadline)
    }
}

/// Waits between tries, longer each time.
package final class RetryPace: Sendable {
    private let client: KafkaClient
    private let end: Duration
    private let failures = Mutex(0)

    init(client: KafkaClient, end: Duration) {
        self.client = client
        self.end = end
    }

    /// False, at once, when the deadline would pass or the task was cancelled: no further try.
    package func waitAfterFailure() async -> Bool {
        let number = failures.withLock { $0 += 1; return $0 }
        guard case .wait(let delay) = client.decideAfterFailure(number: number, deadline: end) else { return false }
        do {
            try await Task.sleep(for: delay)
            return true
        } catch {
            return false
        }
    }
}
