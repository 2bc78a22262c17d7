import Synchronization
import Tracing

/// A span that is over, as it is delivered.
struct FinishedSpan: Sendable {
    var trace: TraceContext
    var parent: [UInt8]?
    var name: String
    var kind: SpanKind
    /// Nanoseconds since 1970.
    var startedAt: UInt64
    var endedAt: UInt64
    var attributes: SpanAttributes = [:]
    var events: [SpanEvent] = []
    var links: [SpanLink] = []
    var status: SpanStatus?
    /// What was beyond `RecordedSpan.mostEvents`.
    var droppedEvents = 0
    var droppedLinks = 0
}

/// A span of `OTLPTracer`. After its end nothing of it changes any more.
package final class RecordedSpan: Span {
    /// Events, and links, that one span holds (OpenTelemetry's default).
    static let mostEvents = 128

    private struct State {
        var span: FinishedSpan
        var isOver = false
    }

    package let context: ServiceContext
    private let state: Mutex<State>
    /// nil: nobody wants it.
    private let whenOver: (@Sendable (FinishedSpan) -> Void)?

    init(_ span: FinishedSpan, in context: ServiceContext, whenOver: (@Sendable (FinishedSpan) -> Void)?) {
        self.context = context
        self.whenOver = whenOver
        state = Mutex(State(span: span))
    }

    package var isRecording: Bool { whenOver != nil && state.withLock { !$0.isOver } }

    package var operationName: String {
        get { state.withLock { $0.span.name } }
        set { change { $0.name = newValue } }
    }

    package var attributes: SpanAttributes {
        get { state.withLock { $0.span.attributes } }
        set { change { $0.attributes = newValue } }
    }

    package func setStatus(_ status: SpanStatus) { change { $0.status = status } }

    package func addEvent(_ event: SpanEvent) {
        change { if $0.events.count < Self.mostEvents { $0.events.append(event) } else { $0.droppedEvents += 1 } }
    }

    package func addLink(_ link: SpanLink) {
        change { if $0.links.count < Self.mostEvents { $0.links.append(link) } else { $0.droppedLinks += 1 } }
    }

    /// As OpenTelemetry's conventions have exceptions.
    package func recordError<Instant: TracerInstant>(
        _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
    ) {
        var attributes = attributes
        attributes["exception.type"] = "\(type(of: error))"
        attributes["exception.message"] = "\(error)"
        addEvent(SpanEvent(name: "exception", at: instant(), attributes: attributes))
    }

    package func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
        let moment = instant().nanosecondsSinceEpoch
        let finished = state.withLock { state -> FinishedSpan? in
            guard !state.isOver else { return nil }
            state.isOver = true
            state.span.endedAt = max(moment, state.span.startedAt)
            return state.span
        }
        if let finished { whenOver?(finished) }
    }

    private func change(_ change: (inout FinishedSpan) -> Void) {
        state.withLock { if !$0.isOver { change(&$0.span) } }
    }
}
