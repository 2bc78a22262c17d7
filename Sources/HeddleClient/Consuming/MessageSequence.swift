public import HeddleRuntime
import KafkaClient
import ServiceLifecycle

extension Consumer {
    /// The group's messages, as they come; it ends when the consumer is closed or a graceful shutdown begins.
    ///
    /// Asking for the next message says that the one before is processed, unless commits are manual. Retries are not for this: a
    /// program that cannot process a message here decides itself.
    public var messages: MessageSequence<Value> { MessageSequence(consumer: self) }
}

public struct MessageSequence<Value: ContractCodable>: AsyncSequence, Sendable {
    public typealias Element = Message<Value>

    let consumer: Consumer<Value>

    public func makeAsyncIterator() -> Iterator { Iterator(consumer: consumer) }

    /// Throws `HeddleClientError`.
    public struct Iterator: AsyncIteratorProtocol {
        let consumer: Consumer<Value>
        private var current: FetchedRecord?
        private var isAtEnd = false

        init(consumer: Consumer<Value>) { self.consumer = consumer }

        public mutating func next() async throws -> Message<Value>? {
            guard !isAtEnd else { return nil }
            let last = current
            current = nil
            do {
                guard let (message, fetched) = try await consumer.next(after: last) else {
                    isAtEnd = true
                    return nil
                }
                current = fetched
                return message
            } catch {
                isAtEnd = true
                throw error
            }
        }
    }
}

extension Consumer {
    /// The next message that can be read; nil at the end.
    fileprivate func next(after last: FetchedRecord?) async throws -> (Message<Value>, FetchedRecord)? {
        guard let link = try await linkUnlessClosed() else { return nil }
        if let last {
            await link.records.finished(last, isProcessed: options.commits != .manual)
            if options.commits == .afterEach { try await commit(link.records) }
        }
        while let fetched = try await nextUnlessShuttingDown(link) {
            do {
                if let message = try await decodeOrSettle(fetched, link) { return (message, fetched) }
            } catch {
                await link.records.finished(fetched, isProcessed: false)
                throw error
            }
            await link.records.finished(fetched, isProcessed: true)
        }
        return nil
    }

    private func linkUnlessClosed() async throws(HeddleClientError) -> Link? {
        do throws(HeddleClientError) {
            return try await link.value()
        } catch {
            if error.reason == .closed { return nil }
            throw error
        }
    }

    private func nextUnlessShuttingDown(_ link: Link) async throws -> FetchedRecord? {
        try await withGracefulShutdownHandler {
            try await next(link)
        } onGracefulShutdown: {
            Task { await self.drain() }
        }
    }

    /// nil where the record needs no more care.
    private func decodeOrSettle(_ fetched: FetchedRecord, _ link: Link) async throws -> Message<Value>? {
        do throws(HeddleClientError) {
            if let message = try await decode(fetched, link) { return message }
            telemetry.wasSkipped()
        } catch {
            try await settle(undecodable: fetched, error, link)
        }
        return nil
    }
}
