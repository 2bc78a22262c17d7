import HeddleRuntime
import Instrumentation
import Metrics
import Tracing

/// What is counted, timed and traced of consuming. Names of metrics, all with the labels `topic` and `group`:
///
/// - `heddle_client_processed_total`: messages whose handler returned.
/// - `heddle_client_retried_total`: those that failed and will be tried again.
/// - `heddle_client_dead_letters_total`: those that failed for good.
/// - `heddle_client_skipped_total`: records that could not be read and were passed over, and tombstones.
/// - `heddle_client_process_seconds`: a handler's time.
/// - `heddle_client_assigned_partitions`.
///
/// Spans are called `process TOPIC`, by OpenTelemetry's conventions for messaging, below the sender's span.
struct ProcessTelemetry: Sendable {
    private let topic: String
    private let group: String
    private let clientID: String
    private let processed: Counter
    private let retried: Counter
    private let dead: Counter
    private let skipped: Counter
    private let time: Timer
    private let partitions: Gauge

    init(topic: String, group: String, clientID: String) {
        self.topic = topic
        self.group = group
        self.clientID = clientID
        let labels = [("topic", topic), ("group", group)]
        processed = Counter(label: "heddle_client_processed_total", dimensions: labels)
        retried = Counter(label: "heddle_client_retried_total", dimensions: labels)
        dead = Counter(label: "heddle_client_dead_letters_total", dimensions: labels)
        skipped = Counter(label: "heddle_client_skipped_total", dimensions: labels)
        time = Timer(label: "heddle_client_process_seconds", dimensions: labels)
        partitions = Gauge(label: "heddle_client_assigned_partitions", dimensions: labels)
    }

    func assigned(_ count: Int) { partitions.record(count) }
    func wasRetried() { retried.increment() }
    func isDead() { dead.increment() }
    func wasSkipped() { skipped.increment() }

    func context(of headers: [RecordHeader]) -> ServiceContext {
        var context = ServiceContext.current ?? .topLevel
        InstrumentationSystem.instrument.extract(headers, into: &context, using: HeaderExtractor())
        return context
    }

    func process<Value>(_ message: Message<Value>, _ handle: (Message<Value>) async throws -> Void) async throws {
        try await Conversation.$carried.withValue(Conversation.headers(of: message.headers)) {
            try await withSpan("process \(topic)", context: message.context, ofKind: .consumer) { span in
                span.attributes["messaging.system"] = "kafka"
                span.attributes["messaging.operation.type"] = "process"
                span.attributes["messaging.operation.name"] = "process"
                span.attributes["messaging.destination.name"] = message.position.topic
                span.attributes["messaging.destination.partition.id"] = "\(message.position.partition)"
                span.attributes["messaging.kafka.offset"] = message.position.offset
                span.attributes["messaging.consumer.group.name"] = group
                span.attributes["messaging.client.id"] = clientID
                let begun = ContinuousClock.now
                do {
                    try await handle(message)
                } catch {
                    span.attributes["error.type"] = errorType(error)
                    throw error
                }
                processed.increment()
                time.record(duration: ContinuousClock.now - begun)
            }
        }
    }
}
