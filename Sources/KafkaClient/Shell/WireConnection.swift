import KafkaWire
import NIOCore
import NIOPosix
import Synchronization

/// A connection on which nothing has been agreed yet: the caller chooses versions.
final class WireConnection: Sendable {
    private let address: BrokerAddress
    private let clientId: String
    private let channel: any Channel
    private let lastCorrelationId = Atomic<Int32>(0)

    private init(address: BrokerAddress, clientId: String, channel: any Channel) {
        self.address = address
        self.clientId = clientId
        self.channel = channel
    }

    static func open(
        to address: BrokerAddress, clientId: String, options: ClientOptions, transport: SecuredTransport
    ) async throws(KafkaClientError) -> WireConnection {
        let handshake = Mutex<EventLoopFuture<Void>?>(nil)
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(TimeAmount(options.connectTimeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let finished = try transport.handshake(with: address, on: channel)
                    handshake.withLock { $0 = finished }
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(address: address, maxResponseBytes: options.maxResponseBytes))
                }
            }
        let channel: any Channel
        do {
            channel = try await bootstrap.connect(host: address.host, port: address.port).get()
        } catch {
            throw KafkaClientError(.cannotConnect(describeConnectionFailure(error)), at: address)
        }
        guard let finished = handshake.withLock({ $0 }) else { return WireConnection(address: address, clientId: clientId, channel: channel) }
        let limit = channel.eventLoop.scheduleTask(in: TimeAmount(options.connectTimeout)) { channel.close(promise: nil) }
        do {
            try await finished.get()
            limit.cancel()
            return WireConnection(address: address, clientId: clientId, channel: channel)
        } catch {
            limit.cancel()
            channel.close(promise: nil)
            let cause = await diagnoseHandshake(error, with: address, transport: transport, clientId: clientId, options: options)
            throw KafkaClientError(.notSecured(cause), at: address)
        }
    }

    /// Whoever let go of it without closing has no use for it any more.
    deinit { channel.close(promise: nil) }

    var isOpen: Bool { channel.isActive }

    func call<Request: KafkaRequest>(
        _ request: Request, version: Int16, timeout: Duration
    ) async throws(KafkaClientError) -> Request.Response {
        try await read(try await exchange(request, version: version, timeout: timeout), as: Request.self, version: version)
    }

    func read<Request: KafkaRequest>(_ frame: ByteBuffer, as _: Request.Type, version: Int16) async throws(KafkaClientError) -> Request.Response {
        do {
            // Bytes left over are let be, as other clients do: there are servers that write one tag section too many.
            var reader = WireReader(frame)
            _ = try ResponseHeader(from: &reader, of: Request.Response.self, apiVersion: version)
            return try Request.Response(from: &reader, version: version)
        } catch {
            // The next answers may be as wrong as this one.
            await close()
            throw KafkaClientError(.malformedResponse("\(Request.apiKey) version \(version): \(error)"), at: address, wasSent: true)
        }
    }

    /// The answer's bytes, from its header on.
    func exchange<Request: KafkaRequest>(
        _ request: Request, version: Int16, timeout: Duration
    ) async throws(KafkaClientError) -> ByteBuffer {
        try await wait(for: begin(request, version: version, timeout: timeout))
    }

    /// Hands a request over at once: those of one caller go out in the order of its calls.
    func begin<Request: KafkaRequest>(
        _ request: Request, version: Int16, timeout: Duration
    ) throws(KafkaClientError) -> EventLoopPromise<ByteBuffer> {
        let correlationId = lastCorrelationId.wrappingAdd(1, ordering: .relaxed).newValue & Int32.max
        let bytes: ByteBuffer
        do {
            bytes = try encodeRequest(correlationId: correlationId, clientId: clientId, message: request, version: version)
        } catch {
            throw KafkaClientError(.cannotEncode("\(error)"), at: address)
        }
        let answer = channel.eventLoop.makePromise(of: ByteBuffer.self)
        let call = OutgoingCall(bytes: bytes, correlationId: correlationId, timeout: timeout, answer: answer)
        channel.write(call).whenFailure { error in
            // The handler never saw the call, as the connection had ended before.
            answer.fail(KafkaClientError(.connectionLost(describeConnectionFailure(error)), at: self.address))
        }
        return answer
    }

    func wait(for answer: EventLoopPromise<ByteBuffer>) async throws(KafkaClientError) -> ByteBuffer {
        do {
            return try await withTaskCancellationHandler {
                try await answer.futureResult.get()
            } onCancel: {
                answer.fail(KafkaClientError(.cancelled, at: self.address, wasSent: true))
            }
        } catch let error as KafkaClientError {
            throw error
        } catch {
            throw KafkaClientError(.connectionLost(describeConnectionFailure(error)), at: address, wasSent: true)
        }
    }

    func close() async {
        try? await channel.close().get()
    }
}
