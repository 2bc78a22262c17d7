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
            let link: Consumer<Value>.Link
            do {
                link = try await consumer.link.value()
            } catch where error.reason == .closed {
                return nil
            }
            if let last = current {
                current = nil
                await link.records.finished(last, isProcessed: consumer.options.commits != .manual)
                if consumer.options.commits == .afterEach { try await consumer.commit(link.records) }
            }
            let consumer = self.consumer
            do {
                while let fetched = try await withGracefulShutdownHandler(
                    operation: { try await link.records.next() }, onGracefulShutdown: { Task { await consumer.drain() } })
                {
                    do throws(HeddleClientError) {
                        if let message = try await consumer.decode(fetched, link) {
                            current = fetched
                            return message
                        }
                        consumer.telemetry.wasSkipped()
                    } catch {
                        do throws(HeddleClientError) {
                            try await consumer.settle(undecodable: fetched, error, link)
                        } catch {
                            await link.records.finished(fetched, isProcessed: false)
                            throw error
                        }
                    }
                    await link.records.finished(fetched, isProcessed: true)
                }
                isAtEnd = true
                return nil
            } catch {
                isAtEnd = true
                throw (error as? KafkaClientError).map { HeddleClientError($0) } ?? error
            }
        }
    }
}
