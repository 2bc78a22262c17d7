/// Which span of which trace something belongs to, as W3C Trace Context carries it from process to process.
///
///     TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")?.isSampled   // true
///
/// Source: W3C Trace Context, level 2, section 3.2.
public struct TraceParent: Sendable, Hashable, CustomStringConvertible {
    /// The header of a record or a request, and the CloudEvents extension.
    public static let header = "traceparent"

    /// Two halves; not both 0.
    public let traceIDHigh: UInt64
    public let traceIDLow: UInt64
    /// Not 0.
    public let parentID: UInt64
    public var flags: UInt8

    /// Nil for ids that are 0, which are none.
    public init?(traceIDHigh: UInt64, traceIDLow: UInt64, parentID: UInt64, flags: UInt8 = 1) {
        guard traceIDHigh | traceIDLow != 0, parentID != 0 else { return nil }
        self.traceIDHigh = traceIDHigh
        self.traceIDLow = traceIDLow
        self.parentID = parentID
        self.flags = flags
    }

    /// Reads the header; nil where it is not valid, and a new trace begins then. What versions to come say behind the flags is passed over.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count >= 55, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
            let version = hexadecimalNumber(bytes[0..<2]), version != 0xFF,
            bytes.count == 55 || (version != 0 && bytes[55] == dash),
            let high = hexadecimalNumber(bytes[3..<19]), let low = hexadecimalNumber(bytes[19..<35]),
            let parent = hexadecimalNumber(bytes[36..<52]), let flags = hexadecimalNumber(bytes[53..<55])
        else { return nil }
        self.init(traceIDHigh: high, traceIDLow: low, parentID: parent, flags: UInt8(flags))
    }

    /// Whoever began the trace may have recorded it.
    public var isSampled: Bool {
        get { flags & 1 != 0 }
        set { flags = newValue ? flags | 1 : flags & ~1 }
    }

    /// The last seven bytes of the trace's id are random (level 2).
    public var isRandom: Bool { flags & 2 != 0 }

    /// 32 hexadecimal digits.
    public var traceID: String { hexadecimalText(traceIDHigh, digits: 16) + hexadecimalText(traceIDLow, digits: 16) }
    /// 16 hexadecimal digits.
    public var spanID: String { hexadecimalText(parentID, digits: 16) }

    /// The header's value, of version 00, which says nothing of flags that it does not know.
    public var description: String { "00-\(traceID)-\(spanID)-\(hexadecimalText(UInt64(flags & 3), digits: 2))" }

    /// Of another span of the same trace.
    public func child(_ spanID: UInt64) -> TraceParent? {
        TraceParent(traceIDHigh: traceIDHigh, traceIDLow: traceIDLow, parentID: spanID, flags: flags)
    }
}
