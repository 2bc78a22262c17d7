public import HeddleRuntime
public import ServiceLifecycle
import KafkaClient

extension Consumer {
    /// Gives each message to the handler, one after the other, until the consumer is closed, the task is cancelled, or a graceful
    /// shutdown begins: then the handler ends what it is at, commits are made, and the group is left.
    ///
    /// When the handler throws, the message is tried again or becomes a dead letter, as the retry policy says; where that has no answer,
    /// the error ends the processing, and the message is given to whoever comes next. An error is not swallowed in any case.
    public func process(_ handle: @Sendable (Message<Value>) async throws -> Void) async throws {
        do {
            try await withGracefulShutdownHandler {
                try await processAll(handle)
            } onGracefulShutdown: {
                Task { await self.drain() }
            }
        } catch {
            await close()
            throw error
        }
        await close()
    }

    private func processAll(_ handle: @Sendable (Message<Value>) async throws -> Void) async throws {
        let link = try await link.value()
        while let fetched = try await next(link) {
            do {
                try await settle(fetched, link, handle)
            } catch {
                await link.records.finished(fetched, isProcessed: false)
                throw error
            }
            await link.records.finished(fetched, isProcessed: options.commits != .manual)
            if options.commits == .afterEach {
                do throws(HeddleClientError) {
                    try await commit(link.records)
                } catch {
                    // Partitions that moved on are committed by nobody twice; the rest is tried again at the next interval.
                    logger.warning("a message's commit failed", metadata: ["group": "\(group)", "because": "\(error)"])
                }
            }
        }
    }

    func next(_ link: Link) async throws -> FetchedRecord? {
        do throws(KafkaClientError) {
            return try await link.records.next()
        } catch {
            if error.reason == .cancelled { throw CancellationError() }
            throw HeddleClientError(error)
        }
    }

    /// Returns when the message needs no more care here.
    private func settle(
        _ fetched: FetchedRecord, _ link: Link, _ handle: @Sendable (Message<Value>) async throws -> Void
    ) async throws {
        let message: Message<Value>
        do throws(HeddleClientError) {
            guard let decoded = try await decode(fetched, link) else {
                telemetry.wasSkipped()
                return
            }
            message = decoded
        } catch {
            return try await settle(undecodable: fetched, error, link)
        }
        do {
            try await telemetry.process(message, handle)
        } catch {
            // Being stopped is no failure of the message.
            if Task.isCancelled { throw error }
            if try await link.failures.retry(fetched, error) {
                telemetry.wasRetried()
                logger.warning(
                    "a message failed and will be tried again",
                    metadata: ["position": "\(message.position)", "attempt": "\(message.attempt + 1)", "error": "\(error)"])
            } else if options.retries.deadLetters {
                try await link.failures.bury(fetched, error)
                telemetry.isDead()
                logger.error("a message failed for good", metadata: ["position": "\(message.position)", "error": "\(error)"])
            } else {
                throw error
            }
        }
    }

    /// The processing as a service of a `ServiceGroup`.
    ///
    ///     let group = ServiceGroup(services: [orders.processing { try await bill($0.value) }], gracefulShutdownSignals: [.sigterm], logger: logger)
    public func processing(_ handle: @escaping @Sendable (Message<Value>) async throws -> Void) -> MessageProcessing<Value> {
        MessageProcessing(consumer: self, handle: handle)
    }
}

/// A consumer and what it does with each message.
public struct MessageProcessing<Value: ContractCodable>: Service {
    public let consumer: Consumer<Value>
    private let handle: @Sendable (Message<Value>) async throws -> Void

    init(consumer: Consumer<Value>, handle: @escaping @Sendable (Message<Value>) async throws -> Void) {
        self.consumer = consumer
        self.handle = handle
    }

    public func run() async throws { try await consumer.process(handle) }
}
