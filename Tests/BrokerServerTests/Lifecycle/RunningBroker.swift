import BrokerCore
import KafkaWire
import Logging
import NIOCore
import NIOPosix
@testable import BrokerServer

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A directory that is gone after the test.
struct ScratchDirectory {
    let path: String

    init() {
        var random = SystemRandomNumberGenerator()
        path = "/tmp/broker-server-tests-" + String(random.next(), radix: 36)
        mkdir(path, 0o755)
    }

    func remove() {
        removeTree(path)
    }

    private func removeTree(_ path: String) {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name != ".", name != ".." { removeTree(path + "/" + name) }
            }
            closedir(stream)
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// Runs `body` against a broker on a port of the system's choice.
func withBroker<Result>(
    in directory: ScratchDirectory, _ configure: (inout BrokerConfiguration) -> Void = { _ in },
    _ body: (BrokerServer) async throws -> Result
) async throws -> Result {
    var configuration = BrokerConfiguration(clusterName: "test", dataDirectory: directory.path + "/data", listeners: [.init(port: 0)])
    configure(&configuration)
    let server = try await BrokerServer.start(configuration, logger: .quiet)
    do {
        let result = try await body(server)
        try await server.shutdown()
        return result
    } catch {
        try? await server.shutdown()
        throw error
    }
}

extension Logger {
    static var quiet: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}

/// A client's socket that sends and receives whole frames, one after the other.
final class TestConnection {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private var splitter = FrameSplitter()
    private var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator?
    private let writer: NIOAsyncChannelOutboundWriter<ByteBuffer>

    private init(
        _ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ writer: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.writer = writer
        iterator = inbound.makeAsyncIterator()
    }

    static func with<Result>(
        _ server: BrokerServer, _ body: (TestConnection) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: server.boundAddresses[0].host, port: server.boundAddresses[0].port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(TestConnection(channel, inbound, outbound))
        }
    }

    func send(_ bytes: ByteBuffer) async throws {
        try await writer.write(bytes)
    }

    /// Nil when the broker has closed the connection.
    func nextFrame() async throws -> ByteBuffer? {
        while true {
            if let frame = try splitter.next() { return frame }
            do {
                guard let bytes = try await iterator?.next() else { return nil }
                splitter.append(bytes)
            } catch is IOError {
                return nil
            }
        }
    }

    func call<Request: KafkaRequest>(
        _ request: Request, version: Int16? = nil
    ) async throws -> Request.Response? {
        let version = version ?? Request.versions.upperBound
        try await send(try encodeRequest(correlationId: 1, clientId: "test", message: request, version: version))
        guard let frame = try await nextFrame() else { return nil }
        return try decodeResponse(Request.Response.self, from: frame, version: version).message
    }
}
