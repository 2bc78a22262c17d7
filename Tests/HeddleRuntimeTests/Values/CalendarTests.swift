import Determinism
import Foundation
import HeddleRuntime
import Testing

@Suite struct CalendarTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2024, 2, 29, 19_782), (1900, 3, 1, -25_508),
        (1, 1, 1, -719_162), (0, 3, 1, -719_468), (0, 2, 29, -719_469), (9999, 12, 31, 2_932_896), (1582, 10, 15, -141_427),
    ])
    func `days are counted from 1970`(_ year: Int, _ month: Int, _ day: Int, _ count: Int32) throws {
        let found = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(found.rawValue == count)
        #expect(found.components == (year, month, day))
    }

    @Test func `days that no calendar has are nil`() {
        for (year, month, day) in [
            (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 1, 32), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, -1),
            (2024, 12, 400), (2024, 6, .max), (6_000_000, 1, 1), (-6_000_000, 1, 1), (.max, 1, 1), (.min, 1, 1),
        ] { #expect(CalendarDay(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)") }
    }

    @Test func `every number of days is a day and back again`() {
        var generator = SeededGenerator(seed: 9)
        let counts = [Int32.min, .max, 0] + (0..<5_000).map { _ in Int32.random(in: .min ... .max, using: &generator) }
        for count in counts {
            let day = CalendarDay(rawValue: count)
            #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test func `a day follows another as Foundation's Gregorian calendar has it`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for count in stride(from: Int32(-25_567), to: 60_000, by: 97) {
            let day = CalendarDay(rawValue: count)
            let parts = calendar.dateComponents([.year, .month, .day], from: day.date)
            #expect(day.year == parts.year)
            #expect(day.month == parts.month)
            #expect(day.day == parts.day)
        }
    }

    @Test func `dates of Foundation are rounded to the nearest unit, and days begin at midnight`() {
        #expect(TimestampMillis(Date(timeIntervalSince1970: 1.0004)).rawValue == 1_000)
        #expect(TimestampMillis(Date(timeIntervalSince1970: -0.0006)).rawValue == -1)
        #expect(TimestampMicros(Date(timeIntervalSince1970: 1.5)).rawValue == 1_500_000)
        #expect(TimestampNanos(Date(timeIntervalSince1970: -2)).rawValue == -2_000_000_000)
        #expect(LocalTimestampMillis(milliseconds: -1_500).date == Date(timeIntervalSince1970: -1.5))
        #expect(CalendarDay(Date(timeIntervalSince1970: -1)).rawValue == -1)
        #expect(CalendarDay(Date(timeIntervalSince1970: 86_399)).rawValue == 0)
        #expect(CalendarDay(rawValue: 1).date == Date(timeIntervalSince1970: 86_400))
    }

    @Test func `dates that a type cannot hold become its first or last one`() {
        #expect(TimestampNanos(.distantFuture).rawValue == .max)
        #expect(TimestampNanos(.distantPast).rawValue == .min)
        #expect(TimestampMillis(Date(timeIntervalSince1970: .infinity)).rawValue == .max)
        #expect(TimestampMillis(Date(timeIntervalSince1970: .nan)).rawValue == 0)
        #expect(CalendarDay(Date(timeIntervalSince1970: -.infinity)).rawValue == .min)
        #expect(CalendarDay(Date(timeIntervalSince1970: .nan)).rawValue == 0)
    }

    @Test func `milliseconds and microseconds of our time survive Foundation's dates`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let millis = TimestampMillis(milliseconds: .random(in: -100_000_000_000_000...100_000_000_000_000, using: &generator))
            #expect(TimestampMillis(millis.date) == millis)
            let micros = TimestampMicros(microseconds: .random(in: 0...4_000_000_000_000_000, using: &generator))
            #expect(TimestampMicros(micros.date) == micros)
        }
    }

    @Test func `a duration is three numbers, the lowest byte first`() throws {
        let duration = CalendarDuration(months: 1, days: 0x0203, milliseconds: .max)
        let bytes: [UInt8] = [1, 0, 0, 0, 3, 2, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
        #expect(try written { $0.writeAvroDuration(duration) } == bytes)
        #expect(outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroDuration() }.value == duration)
        #expect(outcome(Array(bytes.dropLast())) { (reader) throws(CodecError) in try reader.readAvroDuration() }.refusal?.contains("ends here") == true)
    }
}
