import Determinism
import Logging
import MeshControl
import ReconcilerCore
import Synchronization
import Tracing

/// What a controller tells of itself: metrics for Prometheus, and a trace of each round where traces are wanted.
///
///     let (traces, problems) = OTLPSettings.read(environment, service: "heddle-controller", version: version, instance: name)
///     let telemetry = ControllerTelemetry(controller: name, version: version, traces: traces, logger: logger)
///     let loop = ControllerLoop(…, world: ControllerWorld(…, observers: [telemetry], …), …)
///     let notifier = WebhookNotifier(…, whenCounted: { telemetry.count($0) })
///     // GET /metrics:
///     Response(telemetry.exposition(of: board.clusters), type: PrometheusRegistry.contentType)
///     // Beside the loop; ends by `stop()`, or cancelled, when what is left has been delivered:
///     await telemetry.run()
///
/// Nothing here waits or fails, so that a round takes as long with it as without.
package final class ControllerTelemetry: Sendable {
    /// For others' measurements, by `MetricsSystem.bootstrap`.
    package let registry: PrometheusRegistry
    /// For others' spans, by `InstrumentationSystem.bootstrap`; nil where nothing is traced.
    package let tracer: OTLPTracer?

    private struct State {
        var recorder = RoundRecorder()
        var process = ProcessMetrics()
        var spans = SpanDelivery.Counts()
    }

    private let metrics: ControllerMetrics
    private let delivery: SpanDelivery?
    private let controller: String
    private let state = Mutex(State())

    /// - Parameter traces: nil for none.
    package init(controller: String, version: String, traces: OTLPSettings?, logger: Logger) {
        self.controller = controller
        registry = PrometheusRegistry(describing: ControllerMetrics.descriptions)
        metrics = ControllerMetrics(registry: registry)
        delivery = traces.map { SpanDelivery($0, logger: logger) }
        tracer = delivery.map { OTLPTracer($0) }
        metrics.begin(controller: controller, version: version)
    }

    /// Delivers traces until `stop`, or until it is cancelled, and then what is left.
    package func run() async { await delivery?.run() }

    package func stop() { delivery?.stop() }

    /// All metrics, in Prometheus' text format.
    ///
    /// - Parameter clusters: as they are now; what was written to each before counts where none are given.
    package func exposition(of clusters: [ClusterStatus] = []) -> String {
        for status in clusters { metrics.show(status) }
        state.withLock { state in
            state.process.measure(into: registry)
            guard let delivery else { return }
            let counts = delivery.counts
            metrics.note(counts, after: state.spans)
            state.spans = counts
        }
        return registry.exposition()
    }

    /// What became of a notification.
    package func count(_ outcome: WebhookNotifier.Outcome) { metrics.note(outcome) }
}

extension ControllerTelemetry: LoopObserving {
    package func stepped(_ event: ReconcilerEvent, to actions: [ReconcilerAction], at time: Instant, took: Duration) {
        metrics.note(event)
        for action in actions { metrics.note(action) }
        let (rounds, source) = state.withLock { $0.recorder.step(event, to: actions, at: time, took: took) }
        for round in rounds {
            metrics.note(round)
            tracer?.record(round, controller: controller)
        }
        if let source { tracer?.record(source: source, controller: controller) }
    }

    package func called(_ call: LoopCall) {
        metrics.note(call)
        state.withLock { $0.recorder.note(call) }
    }
}
