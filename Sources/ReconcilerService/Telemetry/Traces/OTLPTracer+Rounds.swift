import Determinism
import Tracing

/// Rounds as spans, made when all of them is known. Attributes have OpenTelemetry's names where it has some.
extension OTLPTracer {
    /// A root, and below it a span for each step.
    func record(_ round: Round, controller: String) {
        let root = startSpan("round \(round.cluster)", context: .topLevel, at: Moment(round.began))
        root.updateAttributes { attributes in
            attributes["heddle.controller"] = controller
            attributes["heddle.cluster"] = round.cluster
            attributes["heddle.round.outcome"] = round.outcome.rawValue
            if let scope = round.scope { attributes["heddle.round.scope"] = scope.rawValue }
            if let revision = round.revision { attributes["vcs.ref.head.revision"] = revision }
        }
        for step in round.steps { record(step, of: round.cluster, below: root.context) }
        if round.outcome == .failed {
            fail(root, round.steps.last { $0.failure != nil }?.failure ?? "")
        }
        root.end(at: Moment(round.began, after: round.took))
    }

    /// A reading of the manifests that no round began with.
    func record(source step: Round.Step, controller: String) {
        var step = step
        step.kind = .source
        record(step, of: nil, below: .topLevel, controller: controller)
    }

    private func record(_ step: Round.Step, of cluster: String?, below parent: ServiceContext, controller: String? = nil) {
        let asks: Set<Round.Step.Kind> = [.connect, .lead, .control, .observe, .ask, .apply, .verify]
        let span = startSpan(step.kind.rawValue, context: parent, ofKind: asks.contains(step.kind) ? .client : .internal, at: Moment(step.began))
        span.updateAttributes { attributes in
            if asks.contains(step.kind) { attributes["messaging.system"] = "kafka" }
            if let controller { attributes["heddle.controller"] = controller }
            if let cluster, step.kind != .source { attributes["heddle.cluster"] = cluster }
            if let scope = step.scope { attributes["heddle.round.scope"] = scope.rawValue }
            if let items = step.items { attributes["heddle.changes"] = items }
        }
        if let failure = step.failure { fail(span, failure) }
        span.end(at: Moment(step.began, after: step.took))
    }

    private func fail(_ span: RecordedSpan, _ message: String) {
        span.attributes["error.type"] = "_OTHER"
        span.setStatus(SpanStatus(code: .error, message: message))
    }
}

/// The loop's clock counts milliseconds; how long something took is known more exactly.
private struct Moment: TracerInstant {
    var nanosecondsSinceEpoch: UInt64

    init(_ instant: Determinism.Instant, after duration: Duration = .zero) {
        let begun = UInt64(max(0, min(instant.millisecondsSinceEpoch, 9_000_000_000_000))) * 1_000_000
        let (seconds, attoseconds) = duration.components
        nanosecondsSinceEpoch = begun + UInt64(max(0, min(seconds, 1_000_000_000))) * 1_000_000_000 + UInt64(max(0, attoseconds / 1_000_000_000))
    }

    static func < (left: Moment, right: Moment) -> Bool { left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch }
}
