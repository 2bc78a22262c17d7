import HeddleTesting
import KafkaClient
import KafkaWire
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Faults on demand` {
    @Test func `an error is told so often, and the request is not done`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 1]) { mesh in
            let cluster = try mesh["local"]
            let fault = try await cluster.inject(.error("NOT_LEADER_OR_FOLLOWER"), on: "Produce", topic: "orders", times: 2)
            try await withClient(of: cluster) { client in
                var codes: [ErrorCode?] = []
                for number in 0..<3 {
                    codes.append(try await sendRecord("\(number)", to: 0, on: client).responses.first?.partitionResponses.first?.errorCode)
                }
                #expect(codes == [.notLeaderOrFollower, .notLeaderOrFollower, ErrorCode.none])
            }
            #expect(await fault.fired() == 2)
            #expect(try await cluster.records(in: "orders").map(\.valueText) == ["2"])
        }
    }

    @Test func `another topic is left alone`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 1, "orders.other": 1]) { mesh in
            let cluster = try mesh["local"]
            let fault = try await cluster.inject(.error("NOT_LEADER_OR_FOLLOWER"), on: "Produce", topic: "orders.other")
            try await withClient(of: cluster) { try await produce("1", to: 0, on: $0) }
            #expect(await fault.remove() == 0)
        }
    }

    @Test func `a closed connection is one of them`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 1]) { mesh in
            let cluster = try mesh["local"]
            let fault = try await cluster.inject(.disconnect, on: "Produce", times: 1)
            await #expect(throws: (any Error).self) { try await withClient(of: cluster) { try await produce("1", to: 0, on: $0) } }
            try await withClient(of: cluster) { try await produce("2", to: 0, on: $0) }
            #expect(await fault.fired() == 1)
            #expect(try await cluster.records(in: "orders").map(\.valueText) == ["2"])
        }
    }

    @Test func `a request that is held back is done later, and in its place`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 1]) { mesh in
            let cluster = try mesh["local"]
            try await withClient(of: cluster) { client in
                _ = try await client.send(MetadataRequest(topics: nil), to: .controller)
                try await cluster.inject(.delay(.milliseconds(300)), on: "Produce", times: 1)
                let start = ContinuousClock.now
                async let first: Void = produce("1", to: 0, on: client)
                try await first
                #expect(ContinuousClock.now - start >= .milliseconds(300))
                try await produce("2", to: 0, on: client)
            }
            #expect(try await cluster.records(in: "orders").map(\.valueText) == ["1", "2"])
        }
    }

    @Test func `a black hole answers nothing, and others are served`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 1]) { mesh in
            let cluster = try mesh["local"]
            let fault = try await cluster.inject(.blackHole, on: "Produce", times: 1)
            let lost = Task { try await withClient(of: cluster) { try await produce("1", to: 0, on: $0) } }
            while await fault.fired() == 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await withClient(of: cluster) { try await produce("2", to: 0, on: $0) }
            #expect(try await cluster.records(in: "orders").map(\.valueText) == ["2"])
            lost.cancel()
            _ = await lost.result
        }
    }

    @Test func `what cannot go wrong so is refused`() async throws {
        try await EmbeddedMesh.run { mesh in
            let cluster = try mesh["local"]
            await #expect(throws: EmbeddedMeshError.self) { try await cluster.inject(.disconnect, on: "Pruduce") }
            await #expect(throws: EmbeddedMeshError.self) { try await cluster.inject(.error("NO_SUCH_ERROR"), on: "Produce") }
            await #expect(throws: EmbeddedMeshError.self) { try await cluster.inject(.error("NOT_LEADER_OR_FOLLOWER"), on: "ApiVersions") }
        }
    }
}
