import Metrics
import Synchronization

/// The numbers of one metric under one set of labels. Whoever measures holds on to it; whoever shows reads `state`.
final class MetricSeries: Sendable {
    struct State: Sendable, Equatable {
        /// Of a counter or a gauge.
        var value = 0.0
        /// Of a histogram: how many fell at or below each bound and above the one before it, the last above all.
        var counts: [UInt64] = []
        var sum = 0.0
    }

    let kind: MetricDescription.Kind
    let buckets: [Double]
    private let present: Mutex<State>

    init(_ description: MetricDescription) {
        kind = description.kind
        buckets = description.buckets
        present = Mutex(State(counts: kind == .histogram ? Array(repeating: 0, count: buckets.count + 1) : []))
    }

    var state: State { present.withLock { $0 } }

    /// A histogram counts it, a gauge becomes it, a counter grows by it: never down, as readers take that for a restart.
    func take(_ value: Double) {
        present.withLock { state in
            switch kind {
            case .gauge: state.value = value
            case .counter: if value > 0 { state.value += value }
            case .histogram:
                // What is no number is in no bucket, and would make the sum none for good.
                guard !value.isNaN else { return }
                state.counts[buckets.firstIndex { value <= $0 } ?? buckets.count] += 1
                state.sum += value
            }
        }
    }

    private func shift(by amount: Double) {
        present.withLock { state in
            if kind == .gauge || amount > 0 { state.value += amount }
        }
    }
}

extension MetricSeries: CounterHandler, FloatingPointCounterHandler {
    func increment(by amount: Int64) { shift(by: Double(amount)) }
    func increment(by amount: Double) { shift(by: amount) }
    func reset() { present.withLock { $0.value = 0 } }
}

extension MetricSeries: MeterHandler, RecorderHandler {
    func set(_ value: Int64) { take(Double(value)) }
    func set(_ value: Double) { take(value) }
    func decrement(by amount: Double) { shift(by: -amount) }
    func record(_ value: Int64) { take(Double(value)) }
    func record(_ value: Double) { take(value) }
}

extension MetricSeries: TimerHandler {
    /// Prometheus counts in seconds.
    func recordNanoseconds(_ duration: Int64) { take(Double(duration) / 1e9) }
}
