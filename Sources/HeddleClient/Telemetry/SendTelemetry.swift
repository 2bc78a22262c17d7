import HeddleRuntime
import Instrumentation
import Metrics
import Tracing

/// What is counted, timed and traced of sending. Names of metrics, all with the label `topic`:
///
/// - `heddle_client_sent_total`: events that arrived.
/// - `heddle_client_send_failures_total`: events that did not.
/// - `heddle_client_send_seconds`: from `send` to the answer.
///
/// Spans are called `send TOPIC`, by OpenTelemetry's conventions for messaging, and go along in the headers.
struct SendTelemetry: Sendable {
    private let topic: String
    private let clientID: String
    private let sent: Counter
    private let failed: Counter
    private let time: Timer

    init(topic: String, clientID: String) {
        self.topic = topic
        self.clientID = clientID
        sent = Counter(label: "heddle_client_sent_total", dimensions: [("topic", topic)])
        failed = Counter(label: "heddle_client_send_failures_total", dimensions: [("topic", topic)])
        time = Timer(label: "heddle_client_send_seconds", dimensions: [("topic", topic)])
    }

    func send(_ headers: [RecordHeader], _ body: ([RecordHeader]) async throws -> RecordPosition) async throws -> RecordPosition {
        try await withSpan("send \(topic)", ofKind: .producer) { span in
            attributes(of: span)
            let begun = ContinuousClock.now
            do {
                let position = try await body(complete(headers, span.context))
                span.attributes["messaging.destination.partition.id"] = "\(position.partition)"
                span.attributes["messaging.kafka.offset"] = position.offset
                sent.increment()
                time.record(duration: ContinuousClock.now - begun)
                return position
            } catch {
                failed.increment()
                span.attributes["error.type"] = errorType(error)
                throw error
            }
        }
    }

    func enqueue(_ headers: [RecordHeader], _ body: ([RecordHeader]) async throws -> Receipt) async throws -> Receipt {
        try await withSpan("send \(topic)", ofKind: .producer) { span in
            attributes(of: span)
            do {
                let receipt = try await body(complete(headers, span.context))
                sent.increment()
                return receipt
            } catch {
                failed.increment()
                span.attributes["error.type"] = errorType(error)
                throw error
            }
        }
    }

    private func attributes(of span: any Span) {
        span.attributes["messaging.system"] = "kafka"
        span.attributes["messaging.operation.type"] = "send"
        span.attributes["messaging.operation.name"] = "send"
        span.attributes["messaging.destination.name"] = topic
        span.attributes["messaging.client.id"] = clientID
    }

    /// The trace goes along: this span's, or, where nothing is traced here, that of the message that is being processed.
    private func complete(_ headers: [RecordHeader], _ context: ServiceContext) -> [RecordHeader] {
        var all = headers
        InstrumentationSystem.instrument.inject(context, into: &all, using: HeaderInjector())
        let hasTrace = all.contains { $0.name == TraceParent.header }
        for header in Conversation.carried where !all.contains(where: { $0.name == header.name }) {
            if hasTrace, header.name == TraceState.header { continue }
            all.append(header)
        }
        return all
    }
}

func errorType(_ error: any Error) -> String {
    (error as? HeddleClientError).map { "\($0.reason)" } ?? String(describing: type(of: error))
}
