import NIOCore

/// A request on its way through a connection's pipeline: the framed bytes, and where the answer goes.
struct OutgoingCall: Sendable {
    var bytes: ByteBuffer
    var correlationId: Int32
    var timeout: Duration
    /// Gets the answer from its header on, without the length.
    var answer: EventLoopPromise<ByteBuffer>
}
