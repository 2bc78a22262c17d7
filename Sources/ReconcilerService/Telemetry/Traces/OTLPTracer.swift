import Tracing

/// A tracer for swift-distributed-tracing whose spans are delivered over OTLP/HTTP; see `SpanDelivery`.
///
/// Contexts travel by W3C's `traceparent` and `tracestate`. A trace that came from elsewhere is recorded if it was there; one that
/// begins here always is. Nothing here waits, fails or throws.
///
///     InstrumentationSystem.bootstrap(tracer)
package struct OTLPTracer: Tracer {
    private let delivery: SpanDelivery
    private let random: @Sendable () -> UInt64

    /// - Parameter random: where ids are drawn from.
    package init(_ delivery: SpanDelivery, random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }) {
        self.delivery = delivery
        self.random = random
    }

    package func startSpan<Instant: TracerInstant>(
        _ operationName: String, context: @autoclosure () -> ServiceContext, ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
    ) -> RecordedSpan {
        var context: ServiceContext = context()
        let parent = context.trace
        let isSampled = (parent?.isSampled ?? true) && !context.isSilent
        let traceID = parent?.traceID ?? (freshID() + freshID())
        let trace = TraceContext(traceID: traceID, spanID: freshID(), isSampled: isSampled, state: parent?.state)
        context.trace = trace
        let moment = instant().nanosecondsSinceEpoch
        let span = FinishedSpan(
            trace: trace, parent: parent?.spanID, name: operationName, kind: kind, startedAt: moment, endedAt: moment)
        guard trace.isSampled else { return RecordedSpan(span, in: context, whenOver: nil) }
        return RecordedSpan(span, in: context, whenOver: { [delivery] in delivery.take($0) })
    }

    package func forceFlush() { delivery.hurry() }

    package func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract
    ) where Extract.Carrier == Carrier {
        guard let header = extractor.extract(key: "traceparent", from: carrier) else { return }
        context.trace = TraceContext(traceparent: header, state: extractor.extract(key: "tracestate", from: carrier))
    }

    package func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext, into carrier: inout Carrier, using injector: Inject
    ) where Inject.Carrier == Carrier {
        guard let trace = context.trace, !context.isSilent else { return }
        injector.inject(trace.traceparent, forKey: "traceparent", into: &carrier)
        if let state = trace.state { injector.inject(state, forKey: "tracestate", into: &carrier) }
    }

    /// Eight bytes, not all zero.
    private func freshID() -> [UInt8] {
        var number = random()
        while number == 0 { number = random() }
        return withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
