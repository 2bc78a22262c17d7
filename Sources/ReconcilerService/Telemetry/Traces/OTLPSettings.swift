import Foundation

/// Where traces go, from the variables that OpenTelemetry defines.
package struct OTLPSettings: Sendable {
    /// Of traces, path and all.
    package var endpoint: String
    /// Never printed: they may hold keys.
    var headers: [(name: String, value: String)]
    package var timeout: Duration
    /// Attributes of the process, by name.
    package var resource: [String: String]
    package var pause: Duration
    package var queueSize: Int
    package var batchSize: Int

    package init(
        endpoint: String, headers: [(name: String, value: String)] = [], timeout: Duration = .seconds(10), resource: [String: String] = [:],
        pause: Duration = .seconds(5), queueSize: Int = 2048, batchSize: Int = 512
    ) {
        self.endpoint = endpoint
        self.headers = headers
        self.timeout = timeout
        self.resource = resource
        self.pause = pause
        self.queueSize = queueSize
        self.batchSize = batchSize
    }

    /// Reads OTEL_EXPORTER_OTLP_TRACES_ENDPOINT or OTEL_EXPORTER_OTLP_ENDPOINT, the headers and timeouts of the same names,
    /// OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_BSP_SCHEDULE_DELAY, OTEL_BSP_MAX_QUEUE_SIZE and
    /// OTEL_BSP_MAX_EXPORT_BATCH_SIZE. A value that cannot be read is told and left aside, as OpenTelemetry asks.
    ///
    /// - Parameter service: the name where the variables give none.
    /// - Returns: nil where no endpoint is set, or traces are switched off; what is wrong, in words without values.
    package static func read(
        _ environment: [String: String], service: String, version: String, instance: String
    ) -> (settings: OTLPSettings?, problems: [String]) {
        var reading = Reading(environment: environment)
        guard reading.text("OTEL_SDK_DISABLED")?.lowercased() != "true", reading.text("OTEL_TRACES_EXPORTER") != "none",
            let endpoint = reading.endpoint()
        else { return (nil, reading.problems) }
        if let wanted = reading.text("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL") ?? reading.text("OTEL_EXPORTER_OTLP_PROTOCOL"), wanted != "http/json" {
            reading.problems.append("OTEL_EXPORTER_OTLP_PROTOCOL: only http/json is spoken, which collectors take where they take http/protobuf")
        }
        var resource = ["service.name": service, "service.version": version, "service.instance.id": instance]
        resource.merge(reading.pairs("OTEL_RESOURCE_ATTRIBUTES")) { $1 }
        if let name = reading.text("OTEL_SERVICE_NAME") { resource["service.name"] = name }
        resource.merge([
            "telemetry.sdk.name": "heddle", "telemetry.sdk.language": "swift", "telemetry.sdk.version": version,
        ]) { $1 }
        var settings = OTLPSettings(endpoint: endpoint, resource: resource)
        settings.headers = reading.pairs(
            reading.text("OTEL_EXPORTER_OTLP_TRACES_HEADERS") == nil ? "OTEL_EXPORTER_OTLP_HEADERS" : "OTEL_EXPORTER_OTLP_TRACES_HEADERS")
        if let number = reading.number("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT") ?? reading.number("OTEL_EXPORTER_OTLP_TIMEOUT") {
            settings.timeout = .milliseconds(number)
        }
        if let number = reading.number("OTEL_BSP_SCHEDULE_DELAY") { settings.pause = .milliseconds(number) }
        if let number = reading.number("OTEL_BSP_MAX_QUEUE_SIZE") { settings.queueSize = number }
        if let number = reading.number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE") { settings.batchSize = number }
        settings.batchSize = min(settings.batchSize, settings.queueSize)
        return (settings, reading.problems)
    }
}

private struct Reading {
    var environment: [String: String]
    var problems: [String] = []

    /// An empty variable is one that is not set.
    func text(_ name: String) -> String? {
        environment[name].map { $0.trimmingCharacters(in: .whitespaces) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The one of traces as it is; the one of all signals with `/v1/traces` behind it.
    mutating func endpoint() -> String? {
        let own = text("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
        guard let text = own ?? text("OTEL_EXPORTER_OTLP_ENDPOINT") else { return nil }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme?.lowercased()), url.host?.isEmpty == false else {
            problems.append("the OTLP endpoint is no http or https URL: nothing is traced")
            return nil
        }
        return own ?? (text.hasSuffix("/") ? text : text + "/") + "v1/traces"
    }

    mutating func number(_ name: String) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), (1...3_600_000).contains(number) else {
            problems.append("\(name) is no whole number from 1 to 3600000")
            return nil
        }
        return number
    }

    /// `a=b,c=d`, each value percent-encoded (W3C Baggage).
    mutating func pairs(_ name: String) -> [(name: String, value: String)] {
        guard let text = text(name) else { return [] }
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: ",") where !part.allSatisfy(\.isWhitespace) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, !sides[0].isEmpty, let value = sides[1].removingPercentEncoding, !value.contains(where: \.isNewline) else {
                problems.append("\(name) is not written name=value,name=value")
                continue
            }
            pairs.append((sides[0], value))
        }
        return pairs
    }

    mutating func pairs(_ name: String) -> [String: String] {
        let found: [(name: String, value: String)] = pairs(name)
        return Dictionary(found.map { ($0.name, $0.value) }) { $1 }
    }
}
