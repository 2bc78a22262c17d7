import KafkaWire
import Testing

@testable import KafkaClient

struct RetryScheduleTests {
    private let schedule = RetrySchedule(firstDelay: .milliseconds(100), longestDelay: .seconds(1), spread: 0.5)

    private func delay(_ failures: Int, jitter: Double = 0.5, atLeast: Duration = .zero) -> RetrySchedule.Decision {
        schedule.afterFailure(number: failures, now: .zero, deadline: .seconds(100), jitter: jitter, atLeast: atLeast)
    }

    @Test func `delays double up to the longest`() {
        #expect(delay(1) == .wait(.milliseconds(100)))
        #expect(delay(2) == .wait(.milliseconds(200)))
        #expect(delay(3) == .wait(.milliseconds(400)))
        #expect(delay(9) == .wait(.seconds(1)))
        #expect(delay(Int.max) == .wait(.seconds(1)))
    }

    @Test func `chance spreads a delay to both sides`() {
        #expect(delay(1, jitter: 0) == .wait(.milliseconds(50)))
        #expect(delay(1, jitter: 0.75) == .wait(.milliseconds(125)))
    }

    @Test func `a wait that the broker asked for is kept`() {
        #expect(delay(1, atLeast: .seconds(7)) == .wait(.seconds(7)))
    }

    @Test func `no wait goes beyond the deadline`() {
        let decision = schedule.afterFailure(number: 1, now: .milliseconds(950), deadline: .seconds(1), jitter: 0.5)
        #expect(decision == .giveUp)
    }

    @Test func `a moved controller is looked up, a loading coordinator is waited for, a refusal stands`() {
        #expect(RefusalRemedy(.notController) == .learnMetadata)
        #expect(RefusalRemedy(.leaderNotAvailable) == .learnMetadata)
        #expect(RefusalRemedy(.notCoordinator) == .findCoordinator)
        #expect(RefusalRemedy(.coordinatorLoadInProgress) == .wait)
        #expect(RefusalRemedy(.none) == nil)
        #expect(RefusalRemedy(.topicAlreadyExists) == nil)
        #expect(RefusalRemedy(ErrorCode(rawValue: 12345)) == nil)
    }
}
