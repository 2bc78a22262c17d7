import Determinism
import KafkaWire
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import KafkaClient

struct ConnectionHandlerTests {
    private let address = BrokerAddress(host: "broker", port: 9092)

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionHandler(address: address, maxResponseBytes: 10_000))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9092)).wait()
        return channel
    }

    private func call(_ id: Int32, on channel: EmbeddedChannel) -> EventLoopFuture<ByteBuffer> {
        let answer = channel.eventLoop.makePromise(of: ByteBuffer.self)
        channel.write(
            OutgoingCall(bytes: ByteBuffer(integer: id), correlationId: id, timeout: .seconds(30), answer: answer), promise: nil)
        return answer.futureResult
    }

    private func frame(_ id: Int32, body: String = "") -> ByteBuffer {
        var frame = ByteBuffer(integer: Int32(4 + body.utf8.count))
        frame.writeInteger(id)
        frame.writeString(body)
        return frame
    }

    @Test func `calls that were made together leave in one flush`() throws {
        let channel = try channel()
        for id in 1...3 { _ = call(Int32(id), on: channel) }
        #expect(try channel.readOutbound(as: ByteBuffer.self) == nil, "not yet flushed")
        channel.embeddedEventLoop.run()
        for id in 1...3 { #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(integer: Int32(id))) }
        _ = try channel.finish()
    }

    @Test func `a call after the end is told that it was not sent`() throws {
        let channel = try channel()
        try channel.writeInbound(frame(99))
        let late = call(1, on: channel)
        channel.embeddedEventLoop.run()
        #expect(throws: KafkaClientError(.connectionLost("it was closed"), at: address, wasSent: false)) { try late.wait() }
    }

    @Test func `what comes after the end is passed over`() throws {
        let channel = try channel()
        let waiting = call(1, on: channel)
        try channel.writeInbound(frame(99))
        _ = try? channel.writeInbound(frame(1))
        channel.embeddedEventLoop.run()
        #expect(throws: KafkaClientError.self) { try waiting.wait() }
    }

    @Test func `whatever a broker sends, every call ends once`() throws {
        var chance = SeededGenerator(seed: 0xF00D)
        for _ in 0..<3000 {
            let channel = try channel()
            let count = Int.random(in: 0...4, using: &chance)
            let calls = (0..<count).map { call(Int32($0), on: channel) }
            var stream = ByteBuffer()
            for id in 0..<count {
                stream.writeImmutableBuffer(frame(Int32(id), body: String(repeating: "x", count: Int.random(in: 0...20, using: &chance))))
            }
            for _ in 0..<Int.random(in: 0...3, using: &chance) where stream.readableBytes > 0 {
                let index = Int.random(in: 0..<stream.readableBytes, using: &chance)
                stream.setInteger(UInt8.random(in: 0...255, using: &chance), at: index)
            }
            while stream.readableBytes > 0 {
                guard let piece = stream.readSlice(length: Int.random(in: 1...stream.readableBytes, using: &chance)) else { break }
                _ = try? channel.writeInbound(piece)
            }
            _ = try? channel.finish()
            channel.embeddedEventLoop.run()
            let ended = Mutex(0)
            for call in calls { call.whenComplete { _ in ended.withLock { $0 += 1 } } }
            #expect(ended.withLock { $0 } == count)
        }
    }
}
