import BrokerCore
import KafkaWire
import NIOCore
import NIOTLS

/// One client's connection: cuts what arrives into frames for the core, and writes what the core answers.
///
/// Reading stops while too many of its requests are under way or too much that it does not read is unsent.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let loop: BrokerLoop
    private let door: ListenerDoor
    private var frames: FrameSplitter
    private var context: ChannelHandlerContext?
    private var id: ConnectionID?
    private var isReadHeldBack = false
    private var isTakingFrames = false
    private var isFlushDue = false
    private var countedBytes = 0
    /// A fault holds a request back, and what comes after it.
    private var isHeld = false
    /// A fault lets everything vanish that comes from here.
    private var isSwallowed = false

    /// Ends a TLS handshake that takes too long; nil when none is under way.
    private var handshakeLimit: Scheduled<Void>?
    /// Until the client is known, its frames must be short.
    private var isStranger: Bool

    init(loop: BrokerLoop, door: ListenerDoor) {
        self.loop = loop
        self.door = door
        isStranger = !door.listener.security.mechanisms.isEmpty
        frames = FrameSplitter(maxFrameLength: loop.broker.settings.maxRequestBytes)
    }

    var clientDescription: String {
        context?.remoteAddress.map { "\($0)" } ?? "?"
    }

    // MARK: From the socket

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        if door.tls != nil {
            beginHandshake(context)
        } else {
            open(context, as: .anonymous)
        }
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext, as principal: Principal) {
        guard let id = loop.open(self, door.info(of: context, principal)) else { return refuseOneMore(context) }
        self.id = id
    }

    private func refuseOneMore(_ context: ChannelHandlerContext) {
        loop.logger.warning("refusing a connection: there are \(loop.limits.maxConnections) already")
        context.close(promise: nil)
    }

    // MARK: TLS

    private func beginHandshake(_ context: ChannelHandlerContext) {
        guard loop.beginHandshake() else { return refuseOneMore(context) }
        handshakeLimit = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(loop.limits.handshakeTimeout)) { [self] in
            loop.logger.debug("a TLS handshake takes too long", metadata: ["client": "\(clientDescription)"])
            self.context?.close(promise: nil)
        }
    }

    private func endHandshake() {
        guard let limit = handshakeLimit else { return }
        limit.cancel()
        handshakeLimit = nil
        loop.handshakeEnded()
    }

    /// The handshake is done: now it is known who the client is, where it showed a certificate.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent, handshakeLimit != nil {
            endHandshake()
            if let principal = door.principal(of: context) {
                open(context, as: principal)
            } else {
                loop.logger.warning("refusing a connection: no rule gives its certificate's subject a name", metadata: ["client": "\(clientDescription)"])
                context.close(promise: nil)
            }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        endHandshake()
        loop.bufferedBytesChanged(by: -countedBytes)
        countedBytes = 0
        if let id { loop.closed(id) }
        id = nil
        self.context = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        frames.append(unwrapInboundIn(data))
        takeFrames()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        loop.finishBurst()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        resume()
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        loop.logger.debug("a connection failed", metadata: ["client": "\(clientDescription)", "error": "\(error)"])
        context.close(promise: nil)
    }

    func read(context: ChannelHandlerContext) {
        if isFull { isReadHeldBack = true } else { context.read() }
    }

    /// Gives whole frames to the core, until there is none or the connection has enough under way.
    private func takeFrames() {
        guard !isTakingFrames else { return }
        isTakingFrames = true
        defer { isTakingFrames = false }
        while let id, !isFull {
            do {
                if isStranger { meetStranger(id) }
                guard let frame = try frames.next() else { break }
                if loop.faults.isEmpty, !isSwallowed {
                    loop.handle(.received(id, frame))
                } else {
                    take(frame, from: id)
                }
            } catch {
                loop.logger.warning("closing a client's connection", metadata: [
                    "client": "\(clientDescription)", "reason": "\(error)",
                ])
                return close()
            }
        }
        countBufferedBytes()
    }

    private func meetStranger(_ id: ConnectionID) {
        frames.maxFrameLength = loop.broker.mostFrameBytes(on: id)
        isStranger = frames.maxFrameLength < loop.broker.settings.maxRequestBytes
    }

    /// The way of a frame while faults are about.
    private func take(_ frame: ByteBuffer, from id: ConnectionID) {
        guard !isSwallowed else { return }
        switch loop.faults.action(on: frame, of: loop.broker) {
        case nil: loop.handle(.received(id, frame))
        case .refuse(let code)?: loop.handle(.refused(id, frame, code))
        case .disconnect?: close()
        case .blackHole?: isSwallowed = true
        case .delay(let milliseconds)?:
            isHeld = true
            loop.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) { [self] in
                isHeld = false
                guard self.id == id else { return }
                loop.handle(.received(id, frame))
                takeFrames()
                loop.finishBurst()
                resume()
            }
        }
    }

    private func countBufferedBytes() {
        guard id != nil else { return }
        loop.bufferedBytesChanged(by: frames.pendingBytes - countedBytes)
        countedBytes = frames.pendingBytes
        if loop.bufferedBytes > loop.limits.maxBufferedRequestBytes, countedBytes > 0 {
            loop.logger.warning("closing a client's connection", metadata: [
                "client": "\(clientDescription)",
                "reason": "requests of \(loop.bufferedBytes) bytes are under way over all connections",
            ])
            close()
        }
    }

    private var isFull: Bool {
        // A handshake must be read, or it never ends.
        guard handshakeLimit == nil else { return false }
        guard let id, let context else { return true }
        return isHeld || !context.channel.isWritable
            || loop.broker.requestsUnderWay(on: id) >= loop.limits.maxRequestsPerConnection
    }

    /// Goes on after `isFull` was the case.
    private func resume() {
        guard !isFull, frames.pendingBytes > 0 || isReadHeldBack else { return }
        takeFrames()
        loop.finishBurst()
        if isReadHeldBack, !isFull {
            isReadHeldBack = false
            context?.read()
        }
    }

    // MARK: From the core

    /// Whether `flush` must be called, which it need be only once for several writes.
    func write(_ bytes: ByteBuffer) -> Bool {
        context?.write(wrapOutboundOut(bytes), promise: nil)
        defer { isFlushDue = true }
        return !isFlushDue
    }

    func flush() {
        isFlushDue = false
        context?.flush()
        if isReadHeldBack { resume() }
    }

    /// What was written before leaves first: a refusal and the end come together.
    func close() {
        if isFlushDue { context?.flush() }
        context?.close(promise: nil)
    }
}

extension SocketAddress {
    /// The address without its port. An IPv4 address in IPv6's clothes is told as what it is.
    var plainHost: String? {
        guard let address = ipAddress else { return nil }
        return address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
    }
}
