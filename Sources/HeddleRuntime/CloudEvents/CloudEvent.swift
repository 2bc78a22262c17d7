/// An event as CNCF's CloudEvents 1.0 has it: what happened, told by attributes, and data.
///
///     var event = CloudEvent(id: "4711", source: "/shop/orders", type: "com.shop.OrderCreated")
///     event.dataContentType = "avro/binary"
///     event.data = try order.encoded()
///     let (headers, value) = try event.binaryMessage()
///
/// Nothing is checked as it is set: `validate()` does, and with it everything that writes or reads events.
public struct CloudEvent: Sendable, Hashable {
    /// Of an extension. What comes by headers is always `text`, since headers have no types.
    public enum Value: Sendable, Hashable {
        case text(String)
        case integer(Int32)
        case boolean(Bool)

        /// As headers have it.
        public var text: String {
            switch self {
            case .text(let text): text
            case .integer(let number): String(number)
            case .boolean(let truth): truth ? "true" : "false"
            }
        }
    }

    public static let specificationVersion = "1.0"

    /// With the source, of one event only.
    public var id: String
    /// A URI reference: where it happened.
    public var source: String
    /// What happened, in reversed domain names: `com.shop.OrderCreated`.
    public var type: String
    /// A media type; where there is none, the data is JSON.
    public var dataContentType: String?
    /// An absolute URI.
    public var dataSchema: String?
    public var subject: String?
    /// When it happened, as RFC 3339 writes times; `CloudEvent.time(secondsSince1970:nanoseconds:)` makes one.
    public var time: String?
    /// By their names, of small letters and digits.
    public var extensions: [String: Value] = [:]
    /// As its content type has it; nil where there is none.
    public var data: [UInt8]?

    public init(id: String, source: String, type: String, data: [UInt8]? = nil) {
        self.id = id
        self.source = source
        self.type = type
        self.data = data
    }
}

/// Why something is not an event.
public struct CloudEventError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Of which it is said; nil where it is said of the event.
    public var attribute: String?
    public var message: String

    public init(attribute: String? = nil, _ message: String) {
        self.attribute = attribute
        self.message = message
    }

    public var description: String { attribute.map { "the attribute '\($0)' \(message)" } ?? message }
}

/// Extensions that the specification documents, and the one for conversations.
extension CloudEvent {
    /// By which Kafka's partition is chosen; the key of the record.
    public var partitionKey: String? {
        get { extensions["partitionkey"]?.text }
        set { extensions["partitionkey"] = newValue.map(Value.text) }
    }

    public var correlationID: String? {
        get { extensions["correlationid"]?.text }
        set { extensions["correlationid"] = newValue.map(Value.text) }
    }

    /// "Distributed tracing": in which trace the event came to be.
    public var traceContext: TraceContext? {
        get { TraceContext(traceparent: extensions["traceparent"]?.text, tracestate: extensions["tracestate"]?.text) }
        set {
            extensions["traceparent"] = newValue.map { .text($0.parent.description) }
            extensions["tracestate"] = newValue.flatMap { $0.state.isEmpty ? nil : .text($0.state.description) }
        }
    }
}
