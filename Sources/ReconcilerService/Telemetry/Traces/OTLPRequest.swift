import Determinism
import Foundation
import Tracing

/// ExportTraceServiceRequest of OTLP 1.x in its JSON form: ProtoJSON, but that ids are hexadecimal. Whole numbers of 64 bits are text.
struct OTLPRequest: Encodable {
    struct ResourceSpans: Encodable {
        var resource: Resource
        var scopeSpans: [ScopeSpans]
    }

    struct Resource: Encodable {
        var attributes: [KeyValue]
    }

    struct ScopeSpans: Encodable {
        var scope: Scope
        var spans: [Span]
    }

    struct Scope: Encodable {
        var name: String
        var version: String
    }

    struct Span: Encodable {
        var traceId: String
        var spanId: String
        var traceState: String?
        var parentSpanId: String?
        /// The lowest byte is W3C's flags.
        var flags: UInt32
        var name: String
        var kind: Int
        var startTimeUnixNano: String
        var endTimeUnixNano: String
        var attributes: [KeyValue]
        var events: [Event]?
        var droppedEventsCount: Int?
        var links: [Link]?
        var droppedLinksCount: Int?
        var status: Status
    }

    struct Event: Encodable {
        var timeUnixNano: String
        var name: String
        var attributes: [KeyValue]
    }

    struct Link: Encodable {
        var traceId: String
        var spanId: String
        var traceState: String?
        var attributes: [KeyValue]
    }

    struct Status: Encodable {
        var message: String?
        /// 0 unset, 1 ok, 2 error.
        var code: Int
    }

    struct KeyValue: Encodable {
        var key: String
        var value: AnyValue
    }

    struct AnyValue: Encodable {
        var stringValue: String?
        var boolValue: Bool?
        var intValue: String?
        var doubleValue: Double?
        var arrayValue: ArrayValue?
    }

    struct ArrayValue: Encodable {
        var values: [AnyValue]
    }

    var resourceSpans: [ResourceSpans]
}

extension OTLPRequest {
    init(_ spans: [FinishedSpan], of resource: [String: String]) {
        let attributes = resource.sorted { $0.key < $1.key }.map { KeyValue(key: $0.key, value: AnyValue(stringValue: $0.value)) }
        let scope = Scope(name: "heddle.controller", version: resource["service.version"] ?? "")
        resourceSpans = [
            ResourceSpans(resource: Resource(attributes: attributes), scopeSpans: [ScopeSpans(scope: scope, spans: spans.map(Span.init))]),
        ]
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return try encoder.encode(self)
    }
}

extension OTLPRequest.Span {
    fileprivate init(_ span: FinishedSpan) {
        traceId = hexadecimal(span.trace.traceID)
        spanId = hexadecimal(span.trace.spanID)
        traceState = span.trace.state
        parentSpanId = span.parent.map(hexadecimal)
        flags = span.trace.isSampled ? 1 : 0
        name = span.name
        kind = switch span.kind {
        case .internal: 1
        case .server: 2
        case .client: 3
        case .producer: 4
        case .consumer: 5
        }
        startTimeUnixNano = String(span.startedAt)
        endTimeUnixNano = String(span.endedAt)
        attributes = pairs(span.attributes)
        events = span.events.isEmpty ? nil : span.events.map {
            .init(timeUnixNano: String($0.nanosecondsSinceEpoch), name: $0.name, attributes: pairs($0.attributes))
        }
        droppedEventsCount = span.droppedEvents == 0 ? nil : span.droppedEvents
        let known = span.links.compactMap { link in link.context.trace.map { ($0, link.attributes) } }
        links = known.isEmpty ? nil : known.map {
            .init(traceId: hexadecimal($0.traceID), spanId: hexadecimal($0.spanID), traceState: $0.state, attributes: pairs($1))
        }
        droppedLinksCount = span.droppedLinks == 0 ? nil : span.droppedLinks
        status = switch span.status?.code {
        case nil: .init(code: 0)
        case .ok: .init(code: 1)
        case .error: .init(message: span.status?.message, code: 2)
        }
    }
}

/// By name, so that the same span is the same text.
private func pairs(_ attributes: SpanAttributes) -> [OTLPRequest.KeyValue] {
    var pairs: [OTLPRequest.KeyValue] = []
    attributes.forEach { name, attribute in
        if let value = OTLPRequest.AnyValue(attribute) { pairs.append(.init(key: name, value: value)) }
    }
    return pairs.sorted { $0.key < $1.key }
}

extension OTLPRequest.AnyValue {
    fileprivate init?(_ attribute: SpanAttribute) {
        func array(_ values: [Self]) -> Self { .init(arrayValue: .init(values: values)) }
        switch attribute {
        case .string(let value): self.init(stringValue: value)
        case .bool(let value): self.init(boolValue: value)
        case .int32(let value): self.init(intValue: String(value))
        case .int64(let value): self.init(intValue: String(value))
        case .double(let value): self.init(doubleValue: value)
        case .stringConvertible(let value): self.init(stringValue: "\(value)")
        case .stringArray(let values): self = array(values.map { .init(stringValue: $0) })
        case .boolArray(let values): self = array(values.map { .init(boolValue: $0) })
        case .int32Array(let values): self = array(values.map { .init(intValue: String($0)) })
        case .int64Array(let values): self = array(values.map { .init(intValue: String($0)) })
        case .doubleArray(let values): self = array(values.map { .init(doubleValue: $0) })
        case .stringConvertibleArray(let values): self = array(values.map { .init(stringValue: "\($0)") })
        default: return nil
        }
    }
}
