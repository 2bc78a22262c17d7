import Determinism
import Testing

@Suite struct `Moments as text` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-12-01T18:00:00Z", 1_796_148_000_000), ("2026-12-01T19:00:00+01:00", 1_796_148_000_000),
        ("2026-12-01T12:30:00-05:30", 1_796_148_000_000), ("2026-12-01t18:00:00.5z", 1_796_148_000_500), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-12-01T18:00:00.1234567Z", 1_796_148_000_123), ("2016-12-31T23:59:60Z", 1_483_228_799_000), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
    ] as [(String, Int64)])
    func `a moment is read`(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.millisecondsSinceEpoch == milliseconds)
    }

    @Test(arguments: [
        "", "2026-12-01", "2026-12-01T18:00:00", "2026-12-01 18:00:00Z", "2026-12-01T18:00Z", "2026-12-01T24:00:00Z", "2026-12-01T18:60:00Z",
        "2026-02-29T00:00:00Z", "2026-12-01T18:00:00.Z", "2026-12-01T18:00:00+1:00", "2026-12-01T18:00:00+01:00x", "2026-12-01T18:00:00+24:00",
        "2026-12-01T18:00:00Zz", "२०२६-12-01T18:00:00Z", "2026-12-01T18:00:61Z", "2026-12-01T18:00:00.5",
    ])
    func `what is no moment is refused`(text: String) { #expect(Instant(rfc3339: text) == nil) }

    @Test func `no text, however short or odd, does harm`() {
        var chance = SeededGenerator(seed: 7)
        let whole = Array("2026-12-01T18:00:00.5+01:00".utf8)
        for _ in 0..<5000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &chance) { bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...127, using: &chance) }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &chance))
            _ = Instant(rfc3339: String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `a day counts from the epoch, and is over when the next begins`() throws {
        var chance = SeededGenerator(seed: 8)
        for _ in 0..<2000 {
            let days = Int.random(in: -700_000...2_900_000, using: &chance)
            let date = CalendarDate(Instant(millisecondsSinceEpoch: Int64(days) * 86_400_000))
            #expect(date.daysSinceEpoch == days)
            #expect(CalendarDate(date.end) > date || days == 2_932_896)
        }
        #expect(try #require(CalendarDate(parsing: "2026-12-01")).end == Instant(rfc3339: "2026-12-02T00:00:00Z"))
    }

    @Test func `a moment is told to the minute`() {
        #expect(Instant(millisecondsSinceEpoch: 1_796_148_059_999).minuteText == "2026-12-01 18:00 UTC")
        #expect(Instant(millisecondsSinceEpoch: -1).minuteText == "1969-12-31 23:59 UTC")
    }
}
