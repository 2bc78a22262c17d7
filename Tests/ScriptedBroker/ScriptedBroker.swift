import KafkaWire
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A broker that says what a test tells it to say: on a real socket, right or wrong, whole or cut.
///
///     let broker = try await ScriptedBroker.start { request in
///         switch request.header.apiKey {
///         case .metadata: [.answer(request.response(MetadataResponse()))]
///         default: [.cut]
///         }
///     }
package final class ScriptedBroker: Sendable {
    package enum Step: Sendable {
        /// Bytes as they are; `ScriptedRequest.response` makes proper ones.
        case answer(ByteBuffer)
        case wait(Duration)
        /// Closes the connection.
        case cut
    }

    package typealias Script = @Sendable (ScriptedRequest) -> [Step]

    package let host: String
    package let port: Int
    private let channel: any Channel
    private let log: RequestLog

    private init(channel: any Channel, log: RequestLog) {
        self.channel = channel
        self.log = log
        self.host = channel.localAddress?.ipAddress ?? ""
        self.port = channel.localAddress?.port ?? 0
    }

    /// ApiVersions is answered before the script is asked, with all that KafkaWire knows, unless `answersVersions` is false.
    ///
    /// - Parameters:
    ///   - lacking: APIs that it leaves out of that answer.
    ///   - tls: with which it encrypts.
    package static func start(
        answersVersions: Bool = true, lacking: Set<APIKey> = [], tls: NIOSSLContext? = nil, _ script: @escaping Script
    ) async throws -> ScriptedBroker {
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    log.connected(channel)
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(
                        ScriptHandler(answersVersions: answersVersions, lacking: lacking, script: script, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedBroker(channel: channel, log: log)
    }

    /// Which APIs were asked for, in order, ApiVersions included.
    package var requests: [RequestHeader] { log.requests }
    package var connections: Int { log.connections.count }

    package func count(of api: APIKey) -> Int { requests.count { $0.apiKey == api } }

    package func stop() async {
        try? await channel.close().get()
        for connection in log.connections { try? await connection.close().get() }
    }
}

final class RequestLog: Sendable {
    private let state = Mutex<(requests: [RequestHeader], connections: [any Channel])>(([], []))

    var requests: [RequestHeader] { state.withLock { $0.requests } }
    var connections: [any Channel] { state.withLock { $0.connections } }
    func connected(_ channel: any Channel) { state.withLock { $0.connections.append(channel) } }
    func received(_ header: RequestHeader) { state.withLock { $0.requests.append(header) } }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answersVersions: Bool
    private let lacking: Set<APIKey>
    private let script: ScriptedBroker.Script
    private let log: RequestLog
    private var frames = FrameSplitter()
    private var lastStep: EventLoopFuture<Void>?

    init(answersVersions: Bool, lacking: Set<APIKey>, script: @escaping ScriptedBroker.Script, log: RequestLog) {
        self.answersVersions = answersVersions
        self.lacking = lacking
        self.script = script
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        frames.append(unwrapInboundIn(data))
        do {
            while let frame = try frames.next() {
                let request = try ScriptedRequest(frame)
                log.received(request.header)
                let answersItself = answersVersions && request.header.apiKey == .apiVersions
                for step in answersItself ? [request.versionsAnswer(lacking: lacking)] : script(request) {
                    enqueue(step, context)
                }
            }
        } catch {
            context.close(promise: nil)
        }
    }

    private func enqueue(_ step: ScriptedBroker.Step, _ context: ChannelHandlerContext) {
        let channel = context.channel
        let before = lastStep ?? context.eventLoop.makeSucceededVoidFuture()
        lastStep = before.flatMap {
            switch step {
            case .answer(let bytes):
                channel.writeAndFlush(bytes).recover { _ in }
            case .wait(let duration):
                channel.eventLoop.scheduleTask(in: TimeAmount(duration)) {}.futureResult
            case .cut:
                channel.close().recover { _ in }
            }
        }
    }
}
