import HeddleRuntime
import Instrumentation
import KafkaWire
import NIOCore
import struct Foundation.Date

extension [HeddleRuntime.RecordHeader] {
    var kafka: [KafkaWire.RecordHeader] {
        map { header in KafkaWire.RecordHeader(name: header.name, value: header.value.map { (bytes: [UInt8]) in ByteBuffer(bytes: bytes) }) }
    }

    init(_ headers: [KafkaWire.RecordHeader]) {
        self = headers.map { header in
            HeddleRuntime.RecordHeader(name: header.name, value: header.value.map { (bytes: ByteBuffer) in [UInt8](bytes.readableBytesView) })
        }
    }

    /// In place of any of that name.
    mutating func set(_ name: String, _ text: String) {
        removeAll { $0.name == name }
        append(HeddleRuntime.RecordHeader(name, text: text))
    }
}

/// How tracers of any make read and write their context, mostly W3C's `traceparent` and `tracestate`.
struct HeaderInjector: Injector {
    func inject(_ value: String, forKey key: String, into carrier: inout [HeddleRuntime.RecordHeader]) { carrier.set(key, value) }
}

struct HeaderExtractor: Extractor {
    func extract(key: String, from carrier: [HeddleRuntime.RecordHeader]) -> String? { carrier.text(of: key) }
}

/// What goes on from a message to those that its handler sends, where no tracer of the program's own takes care of it.
enum Conversation {
    @TaskLocal static var carried: [HeddleRuntime.RecordHeader] = []

    static func headers(of headers: [HeddleRuntime.RecordHeader]) -> [HeddleRuntime.RecordHeader] {
        (TraceContext(headers: headers)?.headers ?? []) + (CorrelationID.read(from: headers).map { [CorrelationID.header($0)] } ?? [])
    }
}

extension Date {
    var millisecondsSince1970: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }
    init(millisecondsSince1970 milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
