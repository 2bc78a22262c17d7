import Determinism
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func `a day is written as it was read`(text: String) {
        #expect(CalendarDate(parsing: text)?.description == text)
    }

    @Test(arguments: ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-30", "26-04-30", "2026-04-30T", "", "２０２６-04-30"])
    func `what is no day is refused`(text: String) {
        #expect(CalendarDate(parsing: text) == nil)
    }

    @Test(arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400_000, "2000-02-29"), (951_868_799_999, "2000-02-29"), (1_795_392_000_000, "2026-11-23"), (Int64.min, "0001-01-01"), (Int64.max, "9999-12-31")])
    func `a moment falls on its day in UTC`(milliseconds: Int64, text: String) {
        #expect(CalendarDate(Instant(millisecondsSinceEpoch: milliseconds)).description == text)
    }

    @Test func `every day has a successor that is later`() {
        var last = CalendarDate(Instant(millisecondsSinceEpoch: -86_400_000 * 40_000))
        for day in -39_999...20_000 {
            let next = CalendarDate(Instant(millisecondsSinceEpoch: Int64(day) * 86_400_000))
            guard last < next, CalendarDate(parsing: next.description) == next else {
                Issue.record("\(last) is not followed by \(next)")
                return
            }
            last = next
        }
    }
}
