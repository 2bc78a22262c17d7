/// A segment's files are named by the offset of its first record, in twenty digits as Kafka writes them.
enum SegmentName {
    static func log(_ baseOffset: Int64) -> String { digits(baseOffset) + ".log" }
    static func index(_ baseOffset: Int64) -> String { digits(baseOffset) + ".index" }

    /// nil for files that are no segment's log.
    static func baseOffset(ofLog name: String) -> Int64? { baseOffset(of: name, suffix: ".log") }
    static func baseOffset(ofIndex name: String) -> Int64? { baseOffset(of: name, suffix: ".index") }

    private static func digits(_ offset: Int64) -> String {
        let text = String(offset)
        return String(repeating: "0", count: 20 - text.utf8.count) + text
    }

    private static func baseOffset(of name: String, suffix: String) -> Int64? {
        guard name.hasSuffix(suffix) else { return nil }
        let digits = name.dropLast(suffix.count)
        guard digits.utf8.count == 20, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(digits)
    }
}
