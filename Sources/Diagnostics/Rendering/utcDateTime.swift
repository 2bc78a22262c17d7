/// `2026-03-01T12:00:05`, in UTC and without saying so: a date and time of XML Schema, to which `Z` may be added.
///
/// The day is reckoned by the Gregorian calendar in eras of 400 years that begin in March, so that leap days come last.
func utcDateTime(secondsSince1970: Int) -> String {
    let (day, second) = secondsSince1970.quotientAndRemainder(floorDividingBy: 86_400)
    let shifted = day + 719_468
    let (era, dayOfEra) = shifted.quotientAndRemainder(floorDividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = [padded(year, 4), padded(month, 2), padded(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2)]
    let time = [padded(second / 3_600, 2), padded(second / 60 % 60, 2), padded(second % 60, 2)]
    return date.joined(separator: "-") + "T" + time.joined(separator: ":")
}

extension Int {
    fileprivate func quotientAndRemainder(floorDividingBy divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
