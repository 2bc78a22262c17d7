import KafkaWire
import NIOCore
import Testing
@testable import BrokerServer

struct ConnectionTests {
    private func frame(_ request: some KafkaRequest, version: Int16, correlation: Int32) throws -> ByteBuffer {
        try encodeRequest(correlationId: correlation, clientId: "test", message: request, version: version)
    }

    @Test func `a request is understood however it is cut up`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { server in
            try await TestConnection.with(server) { client in
                let bytes = try frame(MetadataRequest(topics: []), version: 9, correlation: 5)
                for byte in bytes.readableBytesView { try await client.send(ByteBuffer(bytes: [byte])) }
                let answer = try #require(try await client.nextFrame())
                #expect(answer.getInteger(at: answer.readerIndex, as: Int32.self) == 5)
            }
        }
    }

    @Test func `many requests at once are answered in order, beyond what may be under way`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { $0.limits.maxRequestsPerConnection = 4 } _: { server in
            try await TestConnection.with(server) { client in
                var all = ByteBuffer()
                for number in 0..<500 {
                    all.writeImmutableBuffer(try frame(
                        CreateTopicsRequest(topics: [.init(name: "t\(number)", numPartitions: 1, replicationFactor: 1)]),
                        version: 5, correlation: Int32(number)))
                }
                try await client.send(all)
                for number in 0..<500 {
                    let answer = try #require(try await client.nextFrame())
                    #expect(answer.getInteger(at: answer.readerIndex, as: Int32.self) == Int32(number))
                }
            }
        }
    }

    @Test func `a frame that is too large or of negative length ends its connection and no other`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { $0.settings.maxRequestBytes = 1000 } _: { server in
            try await TestConnection.with(server) { good in
                for length in [1001, -1, Int32.max, Int32.min] as [Int32] {
                    try await TestConnection.with(server) { bad in
                        try await bad.send(ByteBuffer(integer: length))
                        #expect(try await bad.nextFrame() == nil)
                    }
                }
                #expect(try await good.call(MetadataRequest(topics: [])) != nil)
            }
        }
    }

    @Test func `a request that cannot be read ends its connection`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { server in
            try await TestConnection.with(server) { bad in
                var bytes = ByteBuffer(integer: Int32(8))
                bytes.writeInteger(Int64(0x7777_0000_0000_0001))
                try await bad.send(bytes)
                #expect(try await bad.nextFrame() == nil)
            }
        }
    }

    @Test func `there is room for so many connections`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { $0.limits.maxConnections = 1 } _: { server in
            try await TestConnection.with(server) { first in
                #expect(try await first.call(MetadataRequest(topics: [])) != nil)
                try await TestConnection.with(server) { second in
                    let frame = try await second.nextFrame()
                    #expect(frame == nil)
                }
                #expect(try await first.call(MetadataRequest(topics: [])) != nil)
            }
        }
    }

    @Test func `half-sent requests are bounded over all connections`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { $0.limits.maxBufferedRequestBytes = 100_000 } _: { server in
            try await TestConnection.with(server) { hoarder in
                var bytes = ByteBuffer(integer: Int32(1_000_000))
                bytes.writeRepeatingByte(0, count: 200_000)
                try await hoarder.send(bytes)
                #expect(try await hoarder.nextFrame() == nil)
            }
            try await TestConnection.with(server) { good in
                let answer = try await good.call(MetadataRequest(topics: []))
                #expect(answer != nil)
            }
        }
    }
}
