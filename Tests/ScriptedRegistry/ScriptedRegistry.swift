import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server that answers by script: what a registry might say, and what one might do that is in trouble.
package final class ScriptedRegistry: Sendable {
    package struct Request: Sendable, Equatable {
        package var method: String
        /// Path and query, as sent.
        package var uri: String
        package var headers: [String: String]
        package var body: String

        /// `GET /subjects`
        package var line: String { "\(method) \(uri)" }
    }

    package enum Answer: Sendable {
        case json(Int, String)
        case other(Int, headers: [String: String], String)
        /// The connection is closed without a word.
        case hangUp
        /// No answer ever comes.
        case silence

        package static func ok(_ body: String) -> Self { .json(200, body) }
        package static func error(_ status: Int, _ code: Int, _ message: String = "no") -> Self {
            .json(status, #"{"error_code":\#(code),"message":"\#(message)"}"#)
        }
    }

    private struct State {
        var requests: [Request] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    package let port: Int
    private let channel: any Channel
    private let state: Shared

    /// Referred to by the handlers of every connection.
    final class Shared: Sendable {
        private let state = Mutex(State())
        let script: @Sendable (Request) -> Answer
        let delay: TimeAmount

        init(script: @escaping @Sendable (Request) -> Answer, delay: TimeAmount) {
            self.script = script
            self.delay = delay
        }

        func begin(_ request: Request) {
            state.withLock {
                $0.requests.append(request)
                $0.underWay += 1
                $0.mostUnderWay = max($0.mostUnderWay, $0.underWay)
            }
        }
        func end() { state.withLock { $0.underWay -= 1 } }
        var requests: [Request] { state.withLock { $0.requests } }
        var mostUnderWay: Int { state.withLock { $0.mostUnderWay } }
    }

    private init(channel: any Channel, state: Shared) {
        self.channel = channel
        self.state = state
        port = channel.localAddress?.port ?? 0
    }

    /// - Parameter delay: before each answer, so that requests at once can be told.
    package static func start(
        delay: TimeAmount = .zero, _ script: @escaping @Sendable (Request) -> Answer
    ) async throws -> ScriptedRegistry {
        let state = Shared(script: script, delay: delay)
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ScriptedHandler(state: state))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedRegistry(channel: channel, state: state)
    }

    package var requests: [Request] { state.requests }
    package var lines: [String] { requests.map(\.line) }
    package var mostUnderWay: Int { state.mostUnderWay }

    package func stop() async throws { try await channel.close() }
}

private final class ScriptedHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let state: ScriptedRegistry.Shared
    private var head: HTTPRequestHead?
    private var body = ""

    init(state: ScriptedRegistry.Shared) { self.state = state }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = ""
        case .body(let buffer):
            body += String(buffer: buffer)
        case .end:
            guard let head else { return }
            let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
            let request = ScriptedRegistry.Request(method: head.method.rawValue, uri: head.uri, headers: headers, body: body)
            state.begin(request)
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: state.delay) {
                let (handler, context) = bound.value
                handler.answer(handler.state.script(request), context)
            }
        }
    }

    private func answer(_ answer: ScriptedRegistry.Answer, _ context: ChannelHandlerContext) {
        state.end()
        switch answer {
        case .hangUp: context.close(promise: nil)
        case .silence: return
        case .json(let status, let body): write(status, ["content-type": "application/vnd.schemaregistry.v1+json"], body, context)
        case .other(let status, let headers, let body): write(status, headers, body, context)
        }
    }

    private func write(_ status: Int, _ fields: [String: String], _ body: String, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders(fields.map { ($0.key, $0.value) })
        headers.add(name: "content-length", value: String(body.utf8.count))
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
