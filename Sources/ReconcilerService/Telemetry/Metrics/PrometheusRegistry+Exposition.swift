extension PrometheusRegistry {
    /// All that was measured, in the text format 0.0.4 of Prometheus: metrics by name, series by their labels, so that the same
    /// numbers are the same text. Metrics that were never measured are left out.
    package func exposition() -> String {
        var text = ""
        for family in present where !family.series.isEmpty {
            let (name, description) = (family.description.name, family.description)
            if !description.help.isEmpty { text += "# HELP \(name) \(escapedHelp(description.help))\n" }
            text += "# TYPE \(name) \(description.kind.rawValue)\n"
            let inOrder = family.series.sorted { left, right in
                left.key.lexicographicallyPrecedes(right.key) { ($0.name, $0.value) < ($1.name, $1.value) }
            }
            for (labels, series) in inOrder { write(series, name, labels, to: &text) }
        }
        return text
    }

    private func write(_ series: MetricSeries, _ name: String, _ labels: [Label], to text: inout String) {
        let state = series.state
        guard series.kind == .histogram else {
            text += "\(name)\(labelText(labels)) \(numberText(state.value))\n"
            return
        }
        var total: UInt64 = 0
        for (bound, count) in zip(series.buckets + [.infinity], state.counts) {
            total += count
            text += "\(name)_bucket\(labelText(labels, bound: bound)) \(total)\n"
        }
        text += "\(name)_sum\(labelText(labels)) \(numberText(state.sum))\n"
        text += "\(name)_count\(labelText(labels)) \(total)\n"
    }
}

private func labelText(_ labels: [PrometheusRegistry.Label], bound: Double? = nil) -> String {
    var parts = labels.map { "\($0.name)=\"\(escapedValue($0.value))\"" }
    if let bound { parts.append("le=\"\(numberText(bound))\"") }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
}

/// As Go's ParseFloat reads it.
private func numberText(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
}

private func escapedHelp(_ text: String) -> String { escaped(text, quotes: false) }

private func escapedValue(_ text: String) -> String { escaped(text, quotes: true) }

private func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\"" where quotes: result += "\\\""
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
