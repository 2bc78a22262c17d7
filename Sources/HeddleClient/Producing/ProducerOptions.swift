import KafkaClient
import KafkaWire

/// How a producer gathers and sends.
public struct ProducerOptions: Sendable, Hashable {
    public enum Compression: String, Sendable, Hashable, CaseIterable { case none, gzip, snappy, lz4, zstd }

    public var compression: Compression
    /// How long a record waits for others to leave with.
    public var linger: Duration
    /// Of a batch before compression.
    public var batchBytes: Int
    /// Of all records that wait or are on their way: `send` and `enqueue` wait for room beyond it.
    public var bufferBytes: Int
    /// From when a record was handed over until it is given up.
    public var deliveryTimeout: Duration
    /// No record is written twice though its answer was lost, and order is kept. Needs the permission `idempotent-write` on clusters
    /// that ask for one; where a cluster gives no producer ids, records are written without.
    public var isIdempotent: Bool
    /// Batches of one partition that are on their way at once, 1 to 5. Order is kept in any case.
    public var inFlight: Int

    public init(
        compression: Compression = .none, linger: Duration = .milliseconds(5), batchBytes: Int = 64 << 10, bufferBytes: Int = 32 << 20,
        deliveryTimeout: Duration = .seconds(120), isIdempotent: Bool = true, inFlight: Int = 5
    ) {
        self.compression = compression
        self.linger = linger
        self.batchBytes = batchBytes
        self.bufferBytes = bufferBytes
        self.deliveryTimeout = deliveryTimeout
        self.isIdempotent = isIdempotent
        self.inFlight = inFlight
    }

    func producer(_ client: KafkaClient) -> BatchProducer {
        let codec: RecordCompression =
            switch compression {
            case .none: .none
            case .gzip: .gzip
            case .snappy: .snappy
            case .lz4: .lz4
            case .zstd: .zstd
            }
        return BatchProducer(
            client: client, limits: BatchLimits(batchBytes: batchBytes, linger: linger, inFlight: inFlight, deadline: deliveryTimeout),
            isIdempotent: isIdempotent, compression: codec, bufferBytes: bufferBytes)
    }
}
