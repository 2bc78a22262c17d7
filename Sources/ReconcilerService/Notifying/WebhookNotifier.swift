import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import ReconcilerCore
import Synchronization

/// Tells people who are not looking, by webhook: each notification is posted as a CloudEvent to every destination that wants it.
///
/// `send` never waits. Each destination has a queue of its own, in the order of the notifications; where one is full, the oldest
/// that waits is given up for the newest. What is not taken is tried again, longer and longer apart, and given up in the end.
///
///     let notifier = WebhookNotifier([try WebhookDestination(url: "https://hooks.example.org/mesh", secret: secret)], controller: "eu-1", logger: logger)
///     notifier.send(notification)
///     await notifier.run()   // until `stop`, which sends what is left for a moment, or until it is cancelled
package final class WebhookNotifier: Sendable {
    package struct Counts: Sendable, Hashable {
        package var delivered = 0
        /// Nobody took it, however often it was tried.
        package var failed = 0
        /// For want of room, or of time at the end.
        package var dropped = 0
    }

    package struct Limits: Sendable {
        package var queue: Int
        package var timeout: Duration
        package var tries: Int
        package var firstPause: Duration
        package var longestPause: Duration
        /// How long `run` goes on after `stop`.
        package var stop: Duration

        package init(
            queue: Int = 256, timeout: Duration = .seconds(10), tries: Int = 8, firstPause: Duration = .seconds(1),
            longestPause: Duration = .seconds(60), stop: Duration = .seconds(5)
        ) {
            self.queue = queue
            self.timeout = timeout
            self.tries = tries
            self.firstPause = firstPause
            self.longestPause = longestPause
            self.stop = stop
        }
    }

    private struct Lane: Sendable {
        let destination: WebhookDestination
        let (waiting, queue): (AsyncStream<NotificationEvent>, AsyncStream<NotificationEvent>.Continuation)
    }

    private let lanes: [Lane]
    private let controller: String
    private let limits: Limits
    private let logger: Logger
    private let present = Mutex(Counts())
    private let whenCounted: @Sendable (Outcome) -> Void
    private let (stops, stopping) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    package enum Outcome: String, Sendable, CaseIterable {
        case delivered, failed, dropped
    }

    /// - Parameters:
    ///   - controller: its name, which the events bear.
    ///   - whenCounted: told of what became of each, for metrics.
    package init(
        _ destinations: [WebhookDestination], controller: String, limits: Limits = .init(), logger: Logger,
        whenCounted: @escaping @Sendable (Outcome) -> Void = { _ in }
    ) {
        lanes = destinations.map { destination in
            let made = AsyncStream.makeStream(of: NotificationEvent.self, bufferingPolicy: .bufferingNewest(limits.queue))
            return Lane(destination: destination, waiting: made.stream, queue: made.continuation)
        }
        self.controller = controller
        self.limits = limits
        self.logger = logger
        self.whenCounted = whenCounted
    }

    package var counts: Counts { present.withLock { $0 } }

    package func send(_ notification: ReconcilerCore.Notification) {
        let event = NotificationEvent(notification, id: UUID().uuidString.lowercased(), controller: controller)
        for lane in lanes where lane.destination.wants(notification.kind) {
            switch lane.queue.yield(event) {
            case .enqueued: break
            case .dropped, .terminated: count(.dropped)
            @unknown default: count(.dropped)
            }
        }
    }

    package func stop() {
        for lane in lanes { lane.queue.finish() }
        stopping.finish()
    }

    package func run() async {
        let http = HTTPSending.client(timeout: limits.timeout)
        // In tasks of their own, which outlive a cancellation for as long as `stop` allows.
        let work = lanes.map { lane in Task { await self.work(lane, with: http) } }
        await withTaskCancellationHandler {
            for await _ in stops {}
        } onCancel: {
            stop()
        }
        await Task { [limits] in
            let alarm = Task {
                try? await Task.sleep(for: limits.stop)
                for task in work { task.cancel() }
            }
            for task in work { await task.value }
            alarm.cancel()
        }.value
        try? await http.shutdown()
    }

    private func work(_ lane: Lane, with http: HTTPClient) async {
        var iterator = lane.waiting.makeAsyncIterator()
        while let event = await iterator.next() {
            // There is no time left for it.
            if Task.isCancelled {
                count(.dropped)
                continue
            }
            await deliver(event, to: lane.destination, with: http)
        }
    }

    private func deliver(_ event: NotificationEvent, to destination: WebhookDestination, with http: HTTPClient) async {
        let body: Data
        do {
            body = try event.encoded()
        } catch {
            logger.error("a notification cannot be written as JSON: \(error)")
            return count(.failed)
        }
        var request = HTTPClientRequest(url: destination.url)
        request.method = .POST
        request.headers.add(name: "content-type", value: NotificationEvent.contentType)
        request.headers.add(name: "user-agent", value: "heddle")
        if let secret = destination.secret {
            request.headers.add(name: NotificationEvent.signatureHeader, value: NotificationEvent.signature(of: body, secret: secret))
        }
        request.body = .bytes(ByteBuffer(bytes: body))
        let pauses = Pauses(tries: limits.tries, first: limits.firstPause, longest: limits.longestPause)
        guard let problem = await HTTPSending.send(request, with: http, timeout: limits.timeout, pauses: pauses) else { return count(.delivered) }
        count(.failed)
        logger.warning("a notification of kind '\(event.data.kind)' did not reach \(destination.name): \(problem)")
    }

    private func count(_ outcome: Outcome) {
        present.withLock { counts in
            switch outcome {
            case .delivered: counts.delivered += 1
            case .failed: counts.failed += 1
            case .dropped: counts.dropped += 1
            }
        }
        whenCounted(outcome)
    }
}
