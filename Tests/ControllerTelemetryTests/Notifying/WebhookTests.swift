import Crypto
import Determinism
import Foundation
import MeshModel
import NIOCore
import ReconcilerCore
import ScriptedRegistry
import Synchronization
import Testing
@testable import ReconcilerService

@Suite(.timeLimit(.minutes(5))) struct WebhookTests {
    struct Event: Decodable {
        struct Payload: Decodable {
            var kind: String
            var mesh: String
            var cluster: String?
            var message: String
            var resources: [String]
        }
        var id: String
        var source: String
        var type: String
        var subject: String?
        var time: Double
        var data: Payload
    }

    private func notification(_ kind: ReconcilerCore.Notification.Kind = .drift, _ message: String = "retention.ms is \"1\" and not 2") -> ReconcilerCore.Notification {
        .init(
            kind, at: Instant(millisecondsSinceEpoch: 1_795_000_000_123), mesh: "shop/é", cluster: "eu", message: message,
            addresses: [.topic("orders", on: "eu")])
    }

    private let quick = WebhookNotifier.Limits(
        queue: 4, timeout: .seconds(60), tries: 3, firstPause: .milliseconds(5), longestPause: .milliseconds(20), stop: .seconds(60))

    private func url(_ server: ScriptedRegistry) -> String { "http://127.0.0.1:\(server.port)/hook/p4th?token=s3cret" }

    /// Sends what `body` sends to a server that answers so, and waits until all of it has an end.
    private func story(
        secret: String? = nil, kinds: Set<ReconcilerCore.Notification.Kind>? = nil, _ answer: @escaping @Sendable (Int) -> ScriptedRegistry.Answer,
        _ body: (WebhookNotifier) async throws -> Void
    ) async throws -> (requests: [ScriptedRegistry.Request], counts: WebhookNotifier.Counts, log: [String]) {
        let number = Mutex(0)
        let server = try await ScriptedRegistry.start { _ in answer(number.withLock { $0 += 1; return $0 }) }
        let notes = LogNotes()
        let notifier = WebhookNotifier(
            [try WebhookDestination(url: url(server), secret: secret, kinds: kinds)], controller: "eu-1", limits: quick, logger: notes.logger)
        let running = Task { await notifier.run() }
        try await body(notifier)
        notifier.stop()
        await running.value
        try await server.stop()
        return (server.requests, notifier.counts, notes.all)
    }

    @Test(.enabled(if: Judge.isThere, "needs the Python libraries that 'make test' installs"))
    func `a notification arrives as a CloudEvent that others' SDK reads`() async throws {
        let told = try await story { _ in .ok("") } _: { $0.send(notification()) }
        let request = try #require(told.requests.first)
        #expect(request.line == "POST /hook/p4th?token=s3cret" && told.counts == .init(delivered: 1))
        #expect(request.headers["content-type"] == "application/cloudevents+json; charset=utf-8")
        #expect(request.headers["x-heddle-signature"] == nil)
        let event = try #require(try Judge.read(request.body, as: "events", Event.self).first)
        #expect(event.type == "dev.heddle.notification.drift" && event.source == "/heddle/shop%2F%C3%A9/eu-1" && event.subject == "topic/eu/orders")
        #expect(event.time == 1_795_000_000.123 && UUID(uuidString: event.id) != nil)
        #expect(event.data.kind == "drift" && event.data.mesh == "shop/é" && event.data.cluster == "eu")
        #expect(event.data.message == "retention.ms is \"1\" and not 2" && event.data.resources == ["topic/eu/orders"])
    }

    @Test func `who shares the secret can tell that nobody else wrote it`() async throws {
        let told = try await story(secret: "k3y") { _ in .ok("") } _: { $0.send(notification()) }
        let request = try #require(told.requests.first)
        let header = try #require(request.headers["x-heddle-signature"])
        let digits = Array(header.dropFirst("sha256=".count).utf8)
        let code = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16) }
        let key = SymmetricKey(data: Data("k3y".utf8))
        #expect(header.hasPrefix("sha256="))
        #expect(HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(request.body.utf8), using: key))
        #expect(!HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data((request.body + " ").utf8), using: key))
        // RFC 4231, test case 2.
        #expect(NotificationEvent.signature(of: Data("what do ya want for nothing?".utf8), secret: Array("Jefe".utf8))
            == "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func `a receiver that is away for a moment gets it, and the same one`() async throws {
        let told = try await story { $0 == 1 ? .hangUp : $0 == 2 ? .other(503, headers: [:], "") : .ok("") } _: { $0.send(notification()) }
        #expect(told.requests.count == 3 && Set(told.requests.map(\.body)).count == 1 && told.counts == .init(delivered: 1) && told.log.isEmpty)
    }

    @Test(arguments: [(400, 1), (401, 1), (302, 1), (500, 3), (429, 3)] as [(Int, Int)])
    func `what will not be taken is given up, and told of without what is secret`(status: Int, requests: Int) async throws {
        let told = try await story(secret: "k3y") { _ in .other(status, headers: ["location": "http://127.0.0.1:1/", "retry-after": "1000"], "") } _: {
            $0.send(notification())
        }
        #expect(told.requests.count == requests && told.counts == .init(failed: 1))
        #expect(told.log.count == 1 && told.log[0].contains("\(status)") && told.log[0].contains("http://127.0.0.1:"))
        for secret in ["k3y", "s3cret", "p4th"] { #expect(!told.log[0].contains(secret)) }
    }

    @Test func `only what is wanted is sent, in order`() async throws {
        let told = try await story(kinds: [.failed, .recovered]) { _ in .ok("") } _: { notifier in
            notifier.send(notification(.failed, "1"))
            notifier.send(notification(.drift, "2"))
            notifier.send(notification(.recovered, "3"))
        }
        #expect(told.requests.map { $0.body.contains("\"message\":\"1\"") } == [true, false] && told.requests.count == 2)
    }

    @Test func `one that never answers holds up nobody, and the oldest gives way to the newest`() async throws {
        let deaf = try await ScriptedRegistry.start { _ in .silence }
        let good = try await ScriptedRegistry.start { _ in .ok("") }
        var limits = quick
        limits.timeout = .seconds(600)
        limits.queue = 3
        limits.stop = .milliseconds(100)
        let notifier = WebhookNotifier(
            [try WebhookDestination(url: url(deaf)), try WebhookDestination(url: url(good))], controller: "eu-1", limits: limits, logger: LogNotes().logger)
        let running = Task { await notifier.run() }
        notifier.send(notification(.drift, "0"))
        try await eventually { deaf.requests.count == 1 }
        for number in 1...5 {
            notifier.send(notification(.drift, "\(number)"))
            try await eventually { good.requests.count == number + 1 }
        }
        try await eventually { notifier.counts.delivered == 6 }
        #expect(notifier.counts.dropped == 2)
        notifier.stop()
        await running.value
        #expect(deaf.requests.count <= 2)
        try await deaf.stop()
        try await good.stop()
    }

    @Test func `an address that would give something away, or lead nowhere, is refused`() throws {
        typealias Problem = WebhookDestination.Problem
        for bad in ["", "hooks.example.org", "ftp://x/y", "file:///etc/passwd", "http://", "http:///x"] {
            #expect(throws: Problem.notHTTP) { try WebhookDestination(url: bad) }
        }
        #expect(throws: Problem.credentialsInAddress) { try WebhookDestination(url: "https://ada:s3cret@hooks.example.org") }
        #expect(throws: Problem.emptySecret) { try WebhookDestination(url: "https://hooks.example.org", secret: "") }
        let destination = try WebhookDestination(url: "https://hooks.example.org:8443/T0/s3cret?x=s3cret", secret: "k3y")
        #expect("\(destination)" == "https://hooks.example.org:8443")
        var dumped = ""
        dump(destination, to: &dumped)
        #expect(!dumped.contains("s3cret") && !dumped.contains("k3y"))
    }
}
