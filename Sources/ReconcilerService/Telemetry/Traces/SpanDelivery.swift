import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import Synchronization
import Tracing

/// Delivers spans to a collector over OTLP/HTTP, in batches and in the background.
///
/// What is traced never waits for it: spans beyond `queueSize` are dropped, and so are those that the collector does not take
/// within a few tries. Both are counted.
///
///     let delivery = SpanDelivery(settings, logger: logger)
///     let tracer = OTLPTracer(delivery)
///     await delivery.run()   // until `stop`, which delivers what is left, or until it is cancelled
package final class SpanDelivery: Sendable {
    package struct Counts: Sendable, Equatable {
        package var delivered = 0
        /// For want of room, or because nobody took them.
        package var dropped = 0
    }

    private struct State {
        var waiting: [FinishedSpan] = []
        var counts = Counts()
        var isComplaining = false
    }

    private let settings: OTLPSettings
    private let logger: Logger
    private let state = Mutex(State())
    private let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    package init(_ settings: OTLPSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    package var counts: Counts { state.withLock { $0.counts } }

    func take(_ span: FinishedSpan) {
        let isFull = state.withLock { state in
            guard state.waiting.count < settings.queueSize else {
                state.counts.dropped += 1
                return false
            }
            state.waiting.append(span)
            return state.waiting.count == settings.batchSize
        }
        if isFull { hurry() }
    }

    /// Delivers what there is without waiting for more.
    package func hurry() { signal.yield() }

    package func stop() { signal.finish() }

    package func run() async {
        let http = HTTPSending.client(timeout: settings.timeout)
        await withTaskGroup { group in
            group.addTask { [settings, signal] in
                while !Task.isCancelled {
                    do { try await Task.sleep(for: settings.pause) } catch { return }
                    signal.yield()
                }
            }
            for await _ in signals { await deliverAll(with: http, tries: 4) }
            group.cancelAll()
        }
        // In a task of its own: this one may have been cancelled.
        await Task { await deliverAll(with: http, tries: 1) }.value
        state.withLock { state in
            state.counts.dropped += state.waiting.count
            state.waiting = []
        }
        try? await http.shutdown()
    }

    private func deliverAll(with http: HTTPClient, tries: Int) async {
        while !Task.isCancelled {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(settings.batchSize))
                state.waiting.removeFirst(batch.count)
                return batch
            }
            guard !batch.isEmpty else { return }
            let problem = await deliver(batch, with: http, tries: tries)
            if problem != nil, Task.isCancelled {
                // Broken off, not refused: it goes with what is left. Should it have arrived, its spans bear the same ids again.
                return state.withLock { $0.waiting.insert(contentsOf: batch, at: 0) }
            }
            state.withLock { state in
                if problem == nil { state.counts.delivered += batch.count } else { state.counts.dropped += batch.count }
            }
            complain(about: problem)
            // Nothing else would fare better now: what is left waits for the next time, as far as there is room.
            if problem != nil { return }
        }
    }

    private func deliver(_ batch: [FinishedSpan], with http: HTTPClient, tries: Int) async -> String? {
        let body: Data
        do {
            body = try OTLPRequest(batch, of: settings.resource).encoded()
        } catch {
            return "it cannot be written as JSON: \(error)"
        }
        var request = HTTPClientRequest(url: settings.endpoint)
        request.method = .POST
        for header in settings.headers { request.headers.replaceOrAdd(name: header.name, value: header.value) }
        request.headers.replaceOrAdd(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: body))
        var silent = ServiceContext.current ?? .topLevel
        silent.isSilent = true
        return await ServiceContext.withValue(silent) {
            await HTTPSending.send(request, with: http, timeout: settings.timeout, pauses: Pauses(tries: tries, first: .seconds(1), longest: .seconds(8)))
        }
    }

    /// Once when it begins to go wrong, and once when it is well again.
    private func complain(about problem: String?) {
        let isNews = state.withLock { state in
            defer { state.isComplaining = problem != nil }
            return state.isComplaining != (problem != nil)
        }
        guard isNews else { return }
        if let problem {
            logger.warning("traces cannot be delivered: \(problem)")
        } else {
            logger.notice("traces are delivered again")
        }
    }
}
