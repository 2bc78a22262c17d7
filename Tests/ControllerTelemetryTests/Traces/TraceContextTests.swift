import Testing
import Tracing
@testable import ReconcilerService

struct TraceContextTests {
    private struct Headers: Extractor, Injector {
        func extract(key: String, from carrier: [String: String]) -> String? { carrier[key] }
        func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) { carrier[key] = value }
    }

    private func tracer() -> OTLPTracer { OTLPTracer(SpanDelivery(OTLPSettings(endpoint: "http://127.0.0.1:1"), logger: LogNotes().logger)) }

    private let example = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    @Test func `a traceparent reads back as it was written`() throws {
        let context = try #require(TraceContext(traceparent: example))
        #expect(context.traceparent == example && context.isSampled)
        #expect(TraceContext(traceparent: String(example.dropLast(2)) + "00")?.isSampled == false)
        // A later version may say more.
        #expect(TraceContext(traceparent: "cc" + example.dropFirst(2) + "-what-comes")?.traceparent == example)
    }

    @Test(arguments: [
        "", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01", "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333ü-01", "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01",
        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
    ])
    func `what is no traceparent begins a trace of its own`(header: String) {
        #expect(TraceContext(traceparent: header) == nil)
        var context = ServiceContext.topLevel
        tracer().extract(["traceparent": header], into: &context, using: Headers())
        #expect(context.trace == nil)
    }

    @Test func `a trace goes on from process to process`() throws {
        let tracer = tracer()
        var context = ServiceContext.topLevel
        tracer.extract(["traceparent": example, "tracestate": "vendor=1"], into: &context, using: Headers())
        let span = tracer.startSpan("here", context: context)
        var headers: [String: String] = [:]
        tracer.inject(span.context, into: &headers, using: Headers())
        let passedOn = try #require(headers["traceparent"].flatMap { TraceContext(traceparent: $0) })
        #expect(passedOn.traceparent.hasPrefix("00-0af7651916cd43dd8448eb211c80319c-") && passedOn.spanID != context.trace?.spanID)
        #expect(headers["tracestate"] == "vendor=1" && span.isRecording)
    }

    @Test func `a trace that its beginner does not record is not recorded here`() {
        let tracer = tracer()
        var context = ServiceContext.topLevel
        tracer.extract(["traceparent": String(example.dropLast(2)) + "00"], into: &context, using: Headers())
        let span = tracer.startSpan("here", context: context)
        #expect(!span.isRecording && span.context.trace?.isSampled == false)
    }
}
