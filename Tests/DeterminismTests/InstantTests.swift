import Determinism
import Testing

@Suite struct `An instant` {
    @Test func `moves by durations of whole milliseconds`() {
        let instant = Instant(millisecondsSinceEpoch: 1_000)
        #expect(instant + .seconds(2) == Instant(millisecondsSinceEpoch: 3_000))
        #expect(instant - .milliseconds(1_500) == Instant(millisecondsSinceEpoch: -500))
        #expect(instant + .microseconds(1_999) == Instant(millisecondsSinceEpoch: 1_001))
        #expect((instant + .seconds(5)).since(instant) == .seconds(5))
        #expect(instant.since(instant + .seconds(5)) == .seconds(-5))
    }

    @Test func `stops at the ends of time`() {
        #expect(Instant.distantFuture + .milliseconds(1) == .distantFuture)
        #expect(Instant.distantPast - .seconds(1) == .distantPast)
        #expect(Instant.distantFuture - .milliseconds(-1) == .distantFuture)
        #expect(Instant.distantPast + .milliseconds(-1) == .distantPast)
        #expect(Instant.distantFuture.since(.distantPast) == .milliseconds(Int64.max))
        #expect(Instant.distantPast.since(.distantFuture) == .milliseconds(Int64.min))
        #expect(Instant.epoch + .seconds(Int64.max) == .distantFuture)
        #expect(Instant.epoch - .seconds(Int64.max) < .epoch)
    }
}
