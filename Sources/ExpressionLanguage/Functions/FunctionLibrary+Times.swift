extension FunctionLibrary {
    static let times: [ExpressionFunction] = [
        part("getFullYear", "The year.") { $0.year },
        part("getMonth", "The month, January is 0.") { $0.month - 1 },
        part("getDate", "The day of the month, from 1.") { $0.day },
        part("getDayOfMonth", "The day of the month, from 0.") { $0.day - 1 },
        part("getDayOfWeek", "The day of the week, Sunday is 0.") { $0.dayOfWeek },
        part("getDayOfYear", "The day of the year, from 0.") { $0.dayOfYear },
        part("getHours", "The hour of the day, or a duration in whole hours.", ofDuration: { $0.components.seconds / 3600 }) { $0.hours },
        part("getMinutes", "The minute of the hour, or a duration in whole minutes.", ofDuration: { $0.components.seconds / 60 }) { $0.minutes },
        part("getSeconds", "The second of the minute, or a duration in whole seconds.", ofDuration: { $0.components.seconds }) { $0.seconds },
        ExpressionFunction(
            "getMilliseconds", signatures("getMilliseconds", duration: true), "The milliseconds within the second, of a duration, too."
        ) { meter, arguments throws(EvaluationError) in
            switch arguments.first {
            case .timestamp(let time) where arguments.count <= 2:
                if arguments.count == 2 { _ = try offset(arguments[1], time, &meter) }
                return .int(Int64(time.nanoseconds / 1_000_000))
            case .duration(let duration) where arguments.count == 1: return .int(duration.components.attoseconds / 1_000_000_000_000_000)
            default: throw noSuchOverload
            }
        },
    ]

    private static func signatures(_ name: String, duration: Bool) -> [String] {
        ["timestamp.\(name)() -> int", "timestamp.\(name)(string) -> int"] + (duration ? ["duration.\(name)() -> int"] : [])
    }

    private static func part(
        _ name: String, _ summary: String, ofDuration: (@Sendable (Duration) -> Int64)? = nil, _ read: @escaping @Sendable (CivilTime) -> Int
    ) -> ExpressionFunction {
        ExpressionFunction(name, signatures(name, duration: ofDuration != nil), summary) { meter, arguments throws(EvaluationError) in
            switch (arguments.first, arguments.count) {
            case (.timestamp(let time)?, 1): return .int(Int64(read(CivilTime(secondsSinceEpoch: time.seconds))))
            case (.timestamp(let time)?, 2):
                return .int(Int64(read(CivilTime(secondsSinceEpoch: time.seconds + Int64(try offset(arguments[1], time, &meter))))))
            case (.duration(let duration)?, 1):
                guard let ofDuration else { throw noSuchOverload }
                return .int(ofDuration(duration))
            default: throw noSuchOverload
            }
        }
    }
}

/// `UTC`, `+02:00`, `02:00`, or a name of the table that the evaluation was given.
private func offset(_ zone: ExpressionValue, _ time: ExpressionTimestamp, _ meter: inout EvaluationMeter) throws(EvaluationError) -> Int {
    guard case .string(let name) = zone else { throw noSuchOverload }
    try meter.charge(20)
    if name == "UTC" || name == "Z" || name.isEmpty { return 0 }
    let bytes = Array(name.utf8)
    let signed = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
    let digits = signed ? Array(bytes.dropFirst()) : bytes
    if digits.count == 5, digits[2] == UInt8(ascii: ":"), digits.enumerated().allSatisfy({ $0.offset == 2 || isDigit($0.element) }) {
        func number(_ place: Int) -> Int { Int(digits[place] - UInt8(ascii: "0")) * 10 + Int(digits[place + 1] - UInt8(ascii: "0")) }
        guard number(0) < 24, number(3) < 60 else { throw wrongArgument("\(shown(zone)) is no offset from UTC") }
        return (number(0) * 3600 + number(3) * 60) * (bytes.first == UInt8(ascii: "-") ? -1 : 1)
    }
    // Real zones are within a day of UTC; a table that says otherwise is not believed.
    guard name.utf8.count <= 100, let offset = meter.timeZones?(name, time.seconds), abs(offset) < 86_400 else {
        throw wrongArgument("the time zone \(shown(zone)) is not known")
    }
    return offset
}
