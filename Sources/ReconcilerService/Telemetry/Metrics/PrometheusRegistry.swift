import Metrics
import Synchronization

/// Keeps what is measured through swift-metrics, for Prometheus to fetch.
///
///     let registry = PrometheusRegistry(describing: [.init(.counter, "heddle_controller_rounds_total", "Rounds that ended.")])
///     Counter(label: "heddle_controller_rounds_total", dimensions: [("cluster", "eu")], factory: registry).increment()
///     let text = registry.exposition()   // for `PrometheusRegistry.contentType`
///
/// Counters become counters, gauges and meters gauges, timers and aggregating recorders histograms; a timer that is not described
/// gets `_seconds` behind its name. Names and labels that Prometheus does not know are written as near as it does.
package final class PrometheusRegistry: MetricsFactory {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"
    /// Sets of labels that one metric may have: a label that never repeats must not eat the memory.
    package static let seriesPerMetric = 10_000

    struct Label: Sendable, Hashable {
        var name: String
        var value: String
    }

    struct Family: Sendable {
        var description: MetricDescription
        var series: [[Label]: MetricSeries] = [:]
    }

    private let families: Mutex<[String: Family]>

    package init(describing described: [MetricDescription] = []) {
        families = Mutex(Dictionary(described.map { ($0.name, Family(description: $0)) }) { $1 })
    }

    /// By name; labels in their order.
    var present: [Family] {
        families.withLock { Array($0.values) }.sorted { $0.description.name.utf8.lexicographicallyPrecedes($1.description.name.utf8) }
    }

    /// Lets go of all series of a metric whose labels have these values.
    package func forget(_ name: String, where labels: [(String, String)]) {
        let gone = Set(labels.map { Label(name: $0.0, value: $0.1) })
        families.withLock { families in
            for key in families[name]?.series.keys.filter({ gone.isSubset(of: $0) }) ?? [] { families[name]?.series[key] = nil }
        }
    }

    // MARK: MetricsFactory

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(.counter, label, dimensions)
    }

    package func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        series(.counter, label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(.gauge, label, dimensions)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(aggregate ? .histogram : .gauge, label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(.histogram, label.hasSuffix("_seconds") ? label : label + "_seconds", dimensions)
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    // MARK: Series

    /// The same one for the same name and labels. One that nobody sees where the name is another kind's already, or has too
    /// many sets of labels: whoever measures must not fail for it.
    private func series(_ kind: MetricDescription.Kind, _ name: String, _ dimensions: [(String, String)]) -> MetricSeries {
        let name = metricName(name)
        let labels = labels(dimensions, kind)
        return families.withLock { families in
            let description = families[name]?.description ?? MetricDescription(kind, name, "")
            if let known = families[name]?.series[labels], known.kind == kind { return known }
            let made = MetricSeries(description.kind == kind ? description : MetricDescription(kind, name, ""))
            guard description.kind == kind, (families[name]?.series.count ?? 0) < Self.seriesPerMetric else { return made }
            families[name, default: Family(description: description)].series[labels] = made
            return made
        }
    }

    private func labels(_ dimensions: [(String, String)], _ kind: MetricDescription.Kind) -> [Label] {
        let named = dimensions.map { name, value in
            let name = labelName(name)
            return (kind == .histogram && name == "le" ? "exported_le" : name, value)
        }
        return Dictionary(named) { $1 }.map { Label(name: $0.key, value: $0.value) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func forget(_ handler: AnyObject) {
        families.withLock { families in
            for (name, family) in families {
                for (labels, series) in family.series where series === handler { families[name]?.series[labels] = nil }
            }
        }
    }
}

/// `[a-zA-Z_:][a-zA-Z0-9_:]*`, with `_` for everything else.
private func metricName(_ name: String) -> String { legal(name, alsoColon: true) }

/// `[a-zA-Z_][a-zA-Z0-9_]*`; names that begin with `__` are Prometheus' own.
private func labelName(_ name: String) -> String {
    let legal = legal(name, alsoColon: false)
    return legal.hasPrefix("__") ? "exported" + legal.dropFirst() : legal
}

private func legal(_ name: String, alsoColon: Bool) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
        let isDigit = ("0"..."9").contains(scalar)
        if isDigit, result.isEmpty { result += "_" }
        let isLegal = isDigit || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_" || (scalar == ":" && alsoColon)
        result.unicodeScalars.append(isLegal ? scalar : "_")
    }
    return result.isEmpty ? "_" : result
}
