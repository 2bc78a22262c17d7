import ContractModel

/// A logical type: how it is held, and how the runtime reads and writes it.
struct AvroValueShape: Sendable {
    /// What the view of a record keeps of it.
    enum Stored: Sendable { case asRead, text, bytes }

    var swiftType: String
    /// An expression with `reader`, which throws.
    var read: String
    /// A statement with `writer`, in which `$` stands for the value.
    var write: String
    var skip: String
    var writingCanFail = false
    var minimum: Int
    var stored = Stored.asRead
    /// Whether the type is Foundation's.
    var needsFoundation = false
    /// Makes the value of what JSON holds of the type below it: `$` stands for that.
    var literal: String?
}

/// - Returns: nil where the type below says it all, as for a logical type that nobody knows.
func avroValueShape(_ logical: AvroLogicalType, on primitive: AvroType.Primitive, _ options: CodegenOptions) -> AvroValueShape? {
    switch (logical, primitive) {
    case (.decimal(let precision, let scale), .bytes):
        return AvroValueShape(
            swiftType: "HeddleRuntime.DecimalNumber", read: "reader.readAvroDecimal(scale: \(scale))",
            write: "try writer.writeAvroDecimal($, precision: \(precision), scale: \(scale))", skip: "reader.skipAvroBytes()",
            writingCanFail: true, minimum: 1, stored: .bytes, literal: "HeddleRuntime.DecimalNumber(bigEndian: $, scale: \(scale))")
    case (.plain("uuid"), .string):
        return AvroValueShape(
            swiftType: "Foundation.UUID", read: "reader.readAvroUUIDText()", write: "writer.writeAvroUUIDText($)",
            skip: "reader.skipAvroBytes()", minimum: 37, stored: .text, needsFoundation: true)
    case (.plain(let name), .int): return number(name, "Int", minimum: 1, options)
    case (.plain(let name), .long): return number(name, "Long", minimum: 1, options)
    default: return nil
    }
}

func avroValueShape(_ logical: AvroLogicalType, onFixed size: Int, _ options: CodegenOptions) -> AvroValueShape? {
    switch (logical, size) {
    case (.decimal(let precision, let scale), _):
        AvroValueShape(
            swiftType: "HeddleRuntime.DecimalNumber", read: "reader.readAvroDecimal(scale: \(scale), size: \(size))",
            write: "try writer.writeAvroDecimal($, precision: \(precision), scale: \(scale), size: \(size))",
            skip: "reader.skipAvroFixed(size: \(size))", writingCanFail: true, minimum: size, stored: .bytes,
            literal: "HeddleRuntime.DecimalNumber(bigEndian: $, scale: \(scale))")
    case (.plain("uuid"), 16):
        AvroValueShape(
            swiftType: "Foundation.UUID", read: "reader.readAvroUUIDBytes()", write: "writer.writeAvroUUIDBytes($)",
            skip: "reader.skipAvroFixed(size: 16)", minimum: 16, needsFoundation: true)
    case (.plain("duration"), 12):
        AvroValueShape(
            swiftType: "HeddleRuntime.CalendarDuration", read: "reader.readAvroDuration()", write: "writer.writeAvroDuration($)",
            skip: "reader.skipAvroFixed(size: 12)", minimum: 12)
    default: nil
    }
}

private func number(_ name: String, _ base: String, minimum: Int, _ options: CodegenOptions) -> AvroValueShape? {
    let types = [
        "date": ("Int", "CalendarDay", true), "time-millis": ("Int", "TimeOfDayMillis", false),
        "time-micros": ("Long", "TimeOfDayMicros", false),
        "timestamp-millis": ("Long", "TimestampMillis", true), "timestamp-micros": ("Long", "TimestampMicros", true),
        "timestamp-nanos": ("Long", "TimestampNanos", true),
        "local-timestamp-millis": ("Long", "LocalTimestampMillis", true),
        "local-timestamp-micros": ("Long", "LocalTimestampMicros", true),
        "local-timestamp-nanos": ("Long", "LocalTimestampNanos", true),
    ]
    guard let (carrier, local, isDate) = types[name], carrier == base else { return nil }
    let type = "HeddleRuntime.\(local)"
    if options.dates == .foundation, isDate {
        return AvroValueShape(
            swiftType: "Foundation.Date", read: "\(type)(rawValue: reader.readAvro\(base)()).date",
            write: "writer.writeAvro\(base)(\(type)($).rawValue)", skip: "reader.skipAvro\(base)()", minimum: minimum,
            needsFoundation: true, literal: "\(type)(rawValue: $).date")
    }
    return AvroValueShape(
        swiftType: type, read: "\(type)(rawValue: reader.readAvro\(base)())", write: "writer.writeAvro\(base)($.rawValue)",
        skip: "reader.skipAvro\(base)()", minimum: minimum, literal: "\(type)(rawValue: $)")
}
