/// `22:13:20.5+01:00`, taken apart. A leap second is 59 seconds and a thousand million nanoseconds more.
struct ClockTime {
    var seconds: Int32
    var nanoseconds: Int32 = 0
    /// Nil where none is written.
    var offsetMinutes: Int16?
    var fractionDigits: UInt8 = 0

    init?(_ text: UnsafeRawBufferPointer) {
        guard text.count >= 8, let hour = twoDigits(text, 0), let minute = twoDigits(text, 3), var second = twoDigits(text, 6),
            text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"), hour < 24, minute < 60, second <= 60
        else { return nil }
        var place = 8
        if place < text.count, text[place] == UInt8(ascii: ".") {
            place += 1
            let first = place
            var scale: Int32 = 100_000_000
            while place < text.count, text[place] &- UInt8(ascii: "0") <= 9 {
                nanoseconds += Int32(text[place] &- UInt8(ascii: "0")) * scale
                scale /= 10
                place += 1
            }
            guard place > first else { return nil }
            fractionDigits = UInt8(min(9, place - first))
        }
        let isLeap = second == 60
        if isLeap {
            second = 59
            nanoseconds += 1_000_000_000
        }
        seconds = Int32(hour * 3_600 + minute * 60 + second)
        guard place < text.count else { return nil }
        if text[place] | 0x20 == UInt8(ascii: "z") {
            guard place + 1 == text.count else { return nil }
            offsetMinutes = 0
        } else {
            let sign = text[place]
            guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), place + 6 == text.count, text[place + 3] == UInt8(ascii: ":"),
                let hours = twoDigits(text, place + 1), let minutes = twoDigits(text, place + 4), hours < 24, minutes < 60
            else { return nil }
            let offset = Int16(hours * 60 + minutes)
            offsetMinutes = sign == UInt8(ascii: "-") ? -offset : offset
        }
        // Leap seconds end a day in UTC.
        if isLeap, ((Int(seconds) / 60 - Int(offsetMinutes ?? 0)) % 1_440 + 1_440) % 1_440 != 1_439 { return nil }
    }
}

/// Nil where two digits do not stand there.
@inline(__always)
func twoDigits(_ text: UnsafeRawBufferPointer, _ place: Int) -> Int? {
    let (tens, ones) = (text[place] &- UInt8(ascii: "0"), text[place + 1] &- UInt8(ascii: "0"))
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
}

/// The day that a text begins with, in days since 1970-01-01: `2026-11-23`. The text has ten bytes or more.
@inline(__always)
func dayNumber(_ text: UnsafeRawBufferPointer) -> Int32? {
    guard let century = twoDigits(text, 0), let ofCentury = twoDigits(text, 2), let month = twoDigits(text, 5), let day = twoDigits(text, 8),
        text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), month >= 1, month <= 12, day >= 1
    else { return nil }
    let year = century * 100 + ofCentury
    let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : 30 + (month + month >> 3) & 1
    guard day <= length else { return nil }
    // As CalendarDay counts, for years from 0 on.
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
}
