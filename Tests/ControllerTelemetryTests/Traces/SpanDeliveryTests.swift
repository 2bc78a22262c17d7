import Foundation
import ScriptedRegistry
import Synchronization
import Testing
import Tracing
@testable import ReconcilerService

@Suite(.timeLimit(.minutes(5))) struct SpanDeliveryTests {
    struct Span: Decodable {
        var resource: [String: String]
        var name: String
        var kind: Int
        var trace: String
        var span: String
        var parent: String
        var start: UInt64
        var end: UInt64
        var status: Int
        var message: String
        var events: [String]
        var links: [String]
        var attributes: [String: [String: Value]]
    }

    /// Text, a number or a truth, as ProtoJSON has it; of others only that they are there.
    struct Value: Decodable, Equatable {
        var text: String?
        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = (try? value.decode(String.self)) ?? (try? value.decode(Bool.self)).map { "\($0)" } ?? (try? value.decode(Double.self)).map { "\($0)" }
        }
    }

    private struct Broken: Error {}

    private func settings(_ collector: ScriptedRegistry, queue: Int = 2048, batch: Int = 512) -> OTLPSettings {
        OTLPSettings(
            endpoint: "http://127.0.0.1:\(collector.port)/v1/traces", headers: [("api-key", "s3cret")], timeout: .seconds(5),
            resource: ["service.name": "test"], pause: .seconds(3600), queueSize: queue, batchSize: batch)
    }

    @Test(.enabled(if: Judge.isThere, "needs the Python libraries that 'make test' installs"))
    func `OpenTelemetry's own messages are what a collector receives`() async throws {
        let collector = try await ScriptedRegistry.start { _ in .ok("{}") }
        let delivery = SpanDelivery(settings(collector), logger: LogNotes().logger)
        let tracer = OTLPTracer(delivery)
        let running = Task { await delivery.run() }
        let before = tracer.startSpan("before", context: .topLevel)
        before.end()
        try? tracer.withSpan("outer", ofKind: .server) { outer in
            outer.updateAttributes {
                $0["text"] = "a \"b\"\n"
                $0["number"] = 9_007_199_254_740_993
                $0["truth"] = true
                $0["share"] = 0.25
                $0["many"] = ["x", "y"]
                $0["numbers"] = [1, 2]
            }
            outer.addLink(before)
            outer.addEvent("seen")
            try tracer.withSpan("inner", ofKind: .client) { _ in throw Broken() }
        }
        delivery.stop()
        await running.value
        try await collector.stop()

        #expect(delivery.counts == .init(delivered: 3, dropped: 0))
        let request = try #require(collector.requests.first)
        #expect(request.line == "POST /v1/traces" && request.headers["content-type"] == "application/json" && request.headers["api-key"] == "s3cret")
        let spans: [Span] = try Judge.read(request.body, as: "traces")
        #expect(spans.map(\.name) == ["before", "inner", "outer"] && spans.map(\.kind) == [1, 3, 2])
        let (first, inner, outer) = (spans[0], spans[1], spans[2])
        #expect(inner.trace == outer.trace && inner.parent == outer.span && outer.parent == "" && first.trace != outer.trace)
        #expect(outer.trace.count == 32 && outer.span.count == 16 && outer.links == [first.trace])
        #expect(inner.status == 2 && inner.events == ["exception"] && outer.events == ["seen", "exception"] && first.status == 0)
        #expect(outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start < 60_000_000_000)
        #expect(outer.resource["service.name"] == "test")
        #expect(outer.attributes["text"]?["stringValue"]?.text == "a \"b\"\n" && outer.attributes["number"]?["intValue"]?.text == "9007199254740993")
        #expect(outer.attributes["truth"]?["boolValue"]?.text == "true" && outer.attributes["share"]?["doubleValue"]?.text == "0.25")
        #expect(outer.attributes["many"]?["arrayValue"] != nil && outer.attributes["numbers"]?["arrayValue"] != nil)
    }

    @Test func `a full batch leaves before its time, and what is left at the end`() async throws {
        let collector = try await ScriptedRegistry.start { _ in .ok("{}") }
        let delivery = SpanDelivery(settings(collector, batch: 10), logger: LogNotes().logger)
        let tracer = OTLPTracer(delivery)
        let running = Task { await delivery.run() }
        for _ in 0..<10 { tracer.startSpan("a", context: .topLevel).end() }
        try await eventually { delivery.counts.delivered == 10 }
        for _ in 0..<25 { tracer.startSpan("b", context: .topLevel).end() }
        running.cancel()
        await running.value
        #expect(delivery.counts == .init(delivered: 35, dropped: 0))
        try await collector.stop()
    }

    @Test func `beyond the queue spans are dropped and counted, and nobody waits`() async throws {
        let collector = try await ScriptedRegistry.start { _ in .ok("{}") }
        let delivery = SpanDelivery(settings(collector, queue: 5), logger: LogNotes().logger)
        let tracer = OTLPTracer(delivery)
        for _ in 0..<12 { tracer.startSpan("a", context: .topLevel).end() }
        #expect(delivery.counts.dropped == 7)
        delivery.stop()
        await delivery.run()
        #expect(delivery.counts == .init(delivered: 5, dropped: 7))
        try await collector.stop()
    }

    @Test func `a collector that is away for a moment is tried again`() async throws {
        let tries = Mutex(0)
        let collector = try await ScriptedRegistry.start { _ in
            tries.withLock { $0 += 1; return $0 } < 2 ? .other(503, headers: [:], "") : .ok("{}")
        }
        let delivery = SpanDelivery(settings(collector), logger: LogNotes().logger)
        let running = Task { await delivery.run() }
        OTLPTracer(delivery).startSpan("a", context: .topLevel).end()
        delivery.hurry()
        try await eventually { delivery.counts.delivered == 1 }
        delivery.stop()
        await running.value
        #expect(collector.requests.count == 2)
        try await collector.stop()
    }

    @Test func `a collector that refuses is told of once, without what is secret`() async throws {
        let collector = try await ScriptedRegistry.start { _ in .other(401, headers: [:], "no") }
        let notes = LogNotes()
        let delivery = SpanDelivery(settings(collector), logger: notes.logger)
        let running = Task { await delivery.run() }
        for number in 1...3 {
            OTLPTracer(delivery).startSpan("a", context: .topLevel).end()
            delivery.hurry()
            try await eventually { delivery.counts.dropped == number }
        }
        delivery.stop()
        await running.value
        #expect(notes.all.count == 1 && notes.all[0].contains("401") && !notes.all[0].contains("s3cret"))
        try await collector.stop()
    }
}
