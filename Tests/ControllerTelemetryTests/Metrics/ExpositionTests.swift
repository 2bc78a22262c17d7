import Metrics
import Testing
@testable import ReconcilerService

struct ExpositionTests {
    struct Family: Decodable {
        struct Sample: Decodable {
            var name: String
            var labels: [String: String]
            /// nil: endless, or no number.
            var value: Double?
        }
        var name: String
        var type: String
        var help: String
        var samples: [Sample]
    }

    /// Everything that is hard about the format.
    private func awkward() -> PrometheusRegistry {
        let registry = PrometheusRegistry(describing: [
            .init(.counter, "heddle_rounds_total", "Rounds, \"all\" of them:\none a line \\ or two."),
            .init(.histogram, "heddle_round_seconds", "How long.", buckets: [0.1, 1]),
            .init(.gauge, "heddle_never_measured", "Not shown."),
        ])
        Counter(label: "heddle_rounds_total", dimensions: [("outcome", "quiet"), ("cluster", "eu \"1\"\\\n")], factory: registry).increment(by: 3)
        Counter(label: "heddle_rounds_total", dimensions: [("cluster", "ap"), ("outcome", "quiet")], factory: registry).increment()
        let timer = Timer(label: "heddle_round_seconds", dimensions: [("cluster", "eu")], factory: registry)
        for milliseconds in [50, 100, 400, 2_000] { timer.recordMilliseconds(milliseconds) }
        Meter(label: "1 odd näme", dimensions: [("__le-bel", "x")], factory: registry).set(-0.5)
        Gauge(label: "endless", factory: registry).record(Double.infinity)
        return registry
    }

    @Test func `the text is what the format says, in an order that stays`() {
        #expect(awkward().exposition() == ##"""
            # TYPE _1_odd_n_me gauge
            _1_odd_n_me{exported_le_bel="x"} -0.5
            # TYPE endless gauge
            endless +Inf
            # HELP heddle_round_seconds How long.
            # TYPE heddle_round_seconds histogram
            heddle_round_seconds_bucket{cluster="eu",le="0.1"} 2
            heddle_round_seconds_bucket{cluster="eu",le="1"} 3
            heddle_round_seconds_bucket{cluster="eu",le="+Inf"} 4
            heddle_round_seconds_sum{cluster="eu"} 2.55
            heddle_round_seconds_count{cluster="eu"} 4
            # HELP heddle_rounds_total Rounds, "all" of them:\none a line \\ or two.
            # TYPE heddle_rounds_total counter
            heddle_rounds_total{cluster="ap",outcome="quiet"} 1
            heddle_rounds_total{cluster="eu \"1\"\\\n",outcome="quiet"} 3

            """##)
        #expect(awkward().exposition() == awkward().exposition())
    }

    @Test(.enabled(if: Judge.isThere, "needs the Python libraries that 'make test' installs"))
    func `Prometheus' own parser reads it as it is meant`() throws {
        let families: [Family] = try Judge.read(awkward().exposition(), as: "metrics")
        #expect(families.map(\.name) == ["_1_odd_n_me", "endless", "heddle_round_seconds", "heddle_rounds"])
        #expect(families.map(\.type) == ["gauge", "gauge", "histogram", "counter"])
        #expect(families[0].samples.map(\.value) == [-0.5] && families[1].samples.map(\.value) == [nil])
        let rounds = try #require(families.last)
        #expect(rounds.help == "Rounds, \"all\" of them:\none a line \\ or two.")
        #expect(rounds.samples.map { $0.labels["cluster"] } == ["ap", "eu \"1\"\\\n"])
        #expect(rounds.samples.map(\.value) == [1, 3])
        #expect(families[2].samples.map(\.value) == [2, 3, 4, 2.55, 4])
        #expect(families[2].samples.compactMap { $0.labels["le"] } == ["0.1", "1", "+Inf"])
    }

    @Test func `the same labels in another order are the same series`() {
        let registry = PrometheusRegistry()
        Counter(label: "a", dimensions: [("x", "1"), ("y", "2")], factory: registry).increment()
        Counter(label: "a", dimensions: [("y", "2"), ("x", "1")], factory: registry).increment()
        #expect(registry.exposition() == "# TYPE a counter\na{x=\"1\",y=\"2\"} 2\n")
    }

    @Test func `a counter never goes down, and what is no number is not summed`() {
        let registry = PrometheusRegistry(describing: [.init(.histogram, "h_seconds", "", buckets: [1])])
        let counter = Counter(label: "c", factory: registry)
        counter.increment(by: 5)
        counter.increment(by: -3)
        Recorder(label: "h_seconds", factory: registry).record(Double.nan)
        Recorder(label: "h_seconds", factory: registry).record(1.0)
        #expect(registry.exposition().contains("c 5\n"))
        #expect(registry.exposition().contains("h_seconds_bucket{le=\"1\"} 1\nh_seconds_bucket{le=\"+Inf\"} 1\nh_seconds_sum 1\nh_seconds_count 1\n"))
    }

    @Test func `a name that is another kind's already is not measured, and nobody fails for it`() {
        let registry = PrometheusRegistry()
        Counter(label: "a", factory: registry).increment()
        Meter(label: "a", factory: registry).set(7)
        #expect(registry.exposition() == "# TYPE a counter\na 1\n")
    }

    @Test func `labels that never repeat do not eat the memory`() {
        let registry = PrometheusRegistry()
        for number in 0..<(PrometheusRegistry.seriesPerMetric + 500) {
            Counter(label: "a", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        #expect(registry.present.first?.series.count == PrometheusRegistry.seriesPerMetric)
    }

    @Test func `what is destroyed or forgotten is shown no more`() {
        let registry = PrometheusRegistry()
        let timer = Timer(label: "t", factory: registry)
        timer.recordSeconds(1)
        timer.destroy()
        Meter(label: "g", dimensions: [("cluster", "eu"), ("x", "1")], factory: registry).set(1)
        Meter(label: "g", dimensions: [("cluster", "ap"), ("x", "1")], factory: registry).set(1)
        registry.forget("g", where: [("cluster", "eu")])
        #expect(registry.exposition() == "# TYPE g gauge\ng{cluster=\"ap\",x=\"1\"} 1\n")
    }

    @Test func `many threads count without losing any`() async {
        let registry = PrometheusRegistry()
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        Counter(label: "c", factory: registry).increment()
                        Timer(label: "t", factory: registry).recordMilliseconds(1)
                    }
                }
            }
        }
        #expect(registry.exposition().contains("c 8000\n") && registry.exposition().contains("t_seconds_count 8000\n"))
    }
}
