import KafkaClient

/// An event that was handed over: on its way, or arrived.
public struct Receipt: Sendable {
    private let delivery: Delivery

    init(_ delivery: Delivery) { self.delivery = delivery }

    /// Where it went, as soon as all replicas in sync have it.
    ///
    /// - Throws: `HeddleClientError`; cancelling the task ends the waiting and not the delivery.
    public var position: RecordPosition {
        get async throws {
            do {
                let place = try await delivery.value()
                return RecordPosition(topic: place.partition.topic, partition: Int(place.partition.partition), offset: place.offset ?? -1)
            } catch {
                throw HeddleClientError(error)
            }
        }
    }
}
