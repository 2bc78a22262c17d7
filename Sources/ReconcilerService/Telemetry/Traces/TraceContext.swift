import Determinism
import Tracing

/// Which span something belongs to, as W3C Trace Context carries it from process to process.
package struct TraceContext: Sendable, Hashable {
    /// Sixteen bytes, not all zero.
    package var traceID: [UInt8]
    /// Eight bytes, not all zero.
    package var spanID: [UInt8]
    /// Whether whoever began the trace wants it recorded.
    package var isSampled: Bool
    /// What others along the way keep there; handed on as it is.
    package var state: String?

    package init(traceID: [UInt8], spanID: [UInt8], isSampled: Bool = true, state: String? = nil) {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
        self.state = state
    }

    /// `00-TRACE-SPAN-01`, of version 00.
    package var traceparent: String { "00-\(hexadecimal(traceID))-\(hexadecimal(spanID))-\(isSampled ? "01" : "00")" }

    /// Reads the header; nil where it is none, and a new trace begins then. Later versions may say more behind a dash.
    package init?(traceparent: String, state: String? = nil) {
        let bytes = Array(traceparent.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count == 55 || (bytes.count > 55 && bytes[55] == dash), bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
            let version = fromHexadecimal(bytes[0..<2]), version != [0xFF], version != [0] || bytes.count == 55,
            let trace = fromHexadecimal(bytes[3..<35]), trace.contains(where: { $0 != 0 }),
            let span = fromHexadecimal(bytes[36..<52]), span.contains(where: { $0 != 0 }),
            let flags = fromHexadecimal(bytes[53..<55])
        else { return nil }
        self.init(traceID: trace, spanID: span, isSampled: flags[0] & 1 == 1, state: state)
    }
}

extension ServiceContext {
    private enum TraceKey: ServiceContextKey {
        typealias Value = TraceContext
    }

    private enum SilenceKey: ServiceContextKey {
        typealias Value = Bool
    }

    package var trace: TraceContext? {
        get { self[TraceKey.self] }
        set { self[TraceKey.self] = newValue }
    }

    /// What is done in it is not traced: delivering traces would make traces without end.
    var isSilent: Bool {
        get { self[SilenceKey.self] ?? false }
        set { self[SilenceKey.self] = newValue }
    }
}
