import KafkaWire
import NIOCore
import ScriptedBroker
import Synchronization
import Testing

@testable import KafkaClient

struct KafkaClientTests {
    private static let hasty = ClientOptions(
        connectTimeout: .seconds(10), requestTimeout: .seconds(10), callDeadline: .seconds(10),
        retries: RetrySchedule(firstDelay: .milliseconds(1), longestDelay: .milliseconds(5)))

    private func connect(_ broker: ScriptedBroker, options: ClientOptions = hasty) async throws -> KafkaClient {
        try await KafkaClient.connect(bootstrap: [BrokerAddress(host: broker.host, port: broker.port)], options: options)
    }

    private static func metadata(_ brokers: [(Int32, ScriptedBroker)] = [], controller: Int32 = -1) -> MetadataResponse {
        MetadataResponse(
            brokers: brokers.map { .init(nodeId: $0.0, host: $0.1.host, port: Int32($0.1.port)) }, clusterId: "test",
            controllerId: controller)
    }

    /// Answers Metadata with an empty cluster; everything else as told.
    private func broker(_ script: @escaping ScriptedBroker.Script) async throws -> ScriptedBroker {
        try await ScriptedBroker.start { request in
            request.header.apiKey == .metadata ? [request.answer(Self.metadata())] : script(request)
        }
    }

    private func reason(of body: () async throws -> Void) async -> KafkaClientError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? KafkaClientError
        }
    }

    @Test func `a client learns the cluster's id and calls in the versions agreed`() async throws {
        let broker = try await broker { [$0.answer(DescribeAclsResponse(errorCode: .securityDisabled))] }
        let client = try await connect(broker)
        #expect(client.clusterId == "test")
        let response = try await client.send(DescribeAclsRequest(resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1))
        #expect(response.errorCode == .securityDisabled)
        #expect(broker.requests.last?.apiVersion == DescribeAclsRequest.versions.upperBound)
        #expect(broker.requests.last?.clientId == "heddle")
        await client.close()
        await broker.stop()
    }

    @Test func `nobody listening is told with the address and the cause`() async throws {
        let broker = try await broker { _ in [] }
        let address = BrokerAddress(host: broker.host, port: broker.port)
        await broker.stop()
        let error = await reason { _ = try await KafkaClient.connect(bootstrap: [address]) }
        #expect(error == KafkaClientError(.cannotConnect("connection refused"), at: address))
        #expect(error?.description == "127.0.0.1:\(address.port): connection refused")
    }

    @Test func `the second address is tried when the first is dead`() async throws {
        let dead = try await broker { _ in [] }
        await dead.stop()
        let alive = try await broker { _ in [] }
        let client = try await KafkaClient.connect(
            bootstrap: [dead, alive].map { BrokerAddress(host: $0.host, port: $0.port) }, options: Self.hasty)
        #expect(client.clusterId == "test")
        await client.close()
        await alive.stop()
    }

    @Test func `many calls share one connection, and each gets its own answer`() async throws {
        let broker = try await broker { request in
            guard let keys = try? request.decode(DescribeConfigsRequest.self).resources.map(\.resourceName) else { return [.cut] }
            return [request.answer(DescribeConfigsResponse(results: keys.map { .init(resourceName: $0) }))]
        }
        let client = try await connect(broker)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let response = try await client.send(DescribeConfigsRequest(resources: [.init(resourceName: "topic \(number)")]))
                    #expect(response.results.first?.resourceName == "topic \(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect(broker.connections == 1)
        await client.close()
        await broker.stop()
    }

    @Test func `an answer that arrives in single bytes is read all the same`() async throws {
        let broker = try await broker { request in
            guard var bytes = try? request.response(DescribeAclsResponse(errorMessage: "piecemeal")) else { return [.cut] }
            var steps: [ScriptedBroker.Step] = []
            while let byte = bytes.readSlice(length: 1) { steps += [.answer(byte), .wait(.milliseconds(1))] }
            return steps
        }
        let client = try await connect(broker)
        #expect(try await client.send(DescribeAclsRequest()).errorMessage == "piecemeal")
        await client.close()
        await broker.stop()
    }

    @Test func `an answer above the limit is refused before it is read`() async throws {
        let broker = try await broker { _ in [.answer(ByteBuffer(integer: Int32(1 << 20)))] }
        var options = Self.hasty
        options.maxResponseBytes = 1000
        let client = try await connect(broker, options: options)
        let error = await reason { _ = try await client.send(DescribeAclsRequest()) }
        guard case .malformedResponse(let text) = error?.reason else { Issue.record("\(String(describing: error))"); return }
        #expect(text.contains("1048576"))
        await client.close()
        await broker.stop()
    }

    @Test(arguments: [("\u{15}\u{3}\u{3}\u{0}\u{2}\u{2}\u{28}", "TLS"), ("HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP")])
    func `a server of another kind is recognised`(greeting: String, kind: String) async throws {
        let server = try await ScriptedBroker.start(answersVersions: false) { _ in [.answer(ByteBuffer(string: greeting)), .cut] }
        let error = await reason { _ = try await connect(server) }
        guard case .malformedResponse(let text) = error?.reason else { Issue.record("\(String(describing: error))"); return }
        #expect(text.contains(kind))
        await server.stop()
    }

    @Test func `an answer to another question ends the connection, and the next call opens a new one`() async throws {
        let broker = try await broker { request in
            if request.header.apiKey == .describeAcls {
                return [(try? request.response(DescribeAclsResponse(), correlationId: 4711)).map { .answer($0) } ?? .cut]
            }
            return [request.answer(DescribeClusterResponse(clusterId: "after"))]
        }
        let client = try await connect(broker)
        let error = await reason { _ = try await client.send(DescribeAclsRequest()) }
        guard case .malformedResponse(let text) = error?.reason else { Issue.record("\(String(describing: error))"); return }
        #expect(text.contains("4711"))
        #expect(error?.wasSent == true)
        #expect(try await client.send(DescribeClusterRequest()).clusterId == "after")
        #expect(broker.connections == 2)
        await client.close()
        await broker.stop()
    }

    @Test func `an answer that is no message of its API is malformed`() async throws {
        let broker = try await broker { request in
            var garbage = ByteBuffer()
            garbage.writeInteger(Int32(12))
            garbage.writeInteger(request.header.correlationId)
            garbage.writeRepeatingByte(0xFF, count: 8)
            return [.answer(garbage)]
        }
        let client = try await connect(broker)
        let error = await reason { _ = try await client.send(DescribeAclsRequest()) }
        guard case .malformedResponse = error?.reason else { Issue.record("\(String(describing: error))"); return }
        #expect(error?.isRetriable == false)
        await client.close()
        await broker.stop()
    }

    @Test func `a cut connection leaves a write unknown and is told so`() async throws {
        let broker = try await broker { _ in [.cut] }
        let client = try await connect(broker)
        let error = await reason { _ = try await client.send(CreateAclsRequest()) }
        guard case .connectionLost = error?.reason else { Issue.record("\(String(describing: error))"); return }
        #expect(error?.wasSent == true)
        #expect(broker.count(of: .createAcls) == 1, "a write is not repeated")
        await client.close()
        await broker.stop()
    }

    @Test func `a cut connection repeats a question`() async throws {
        let cuts = Atomic<Int>(0)
        let broker = try await broker { request in
            cuts.wrappingAdd(1, ordering: .relaxed).newValue <= 2 ? [.cut] : [request.answer(DescribeAclsResponse(errorMessage: "third"))]
        }
        let client = try await connect(broker)
        #expect(try await client.send(DescribeAclsRequest()).errorMessage == "third")
        #expect(broker.connections == 3)
        await client.close()
        await broker.stop()
    }

    @Test func `silence ends in a timeout`() async throws {
        let broker = try await broker { _ in [] }
        var options = Self.hasty
        options.requestTimeout = .milliseconds(500)
        let client = try await connect(broker, options: options)
        let error = await reason { _ = try await client.send(CreateAclsRequest()) }
        #expect(error?.reason == .timedOut(after: .milliseconds(500)))
        #expect(error?.wasSent == true)
        await client.close()
        await broker.stop()
    }

    @Test func `a cancelled call ends, and the connection goes on`() async throws {
        let broker = try await broker { request in
            request.header.apiKey == .createAcls
                ? [.wait(.seconds(3)), request.answer(CreateAclsResponse())]
                : [request.answer(DescribeClusterResponse(clusterId: "still here"))]
        }
        let client = try await connect(broker)
        let call = Task { try await client.send(CreateAclsRequest()) }
        while broker.count(of: .createAcls) == 0 { await Task.yield() }
        call.cancel()
        let error = await reason { _ = try await call.value }
        #expect(error?.reason == .cancelled)
        #expect(try await client.send(DescribeClusterRequest()).clusterId == "still here")
        #expect(broker.connections == 1)
        await client.close()
        await broker.stop()
    }

    @Test func `an API that the broker does not serve is told without sending it`() async throws {
        let broker = try await ScriptedBroker.start(answersVersions: false) { request in
            request.header.apiKey == .apiVersions
                ? [request.answer(ApiVersionsResponse(apiKeys: [.init(apiKey: APIKey.metadata.rawValue, minVersion: 0, maxVersion: 4)]))]
                : [request.answer(Self.metadata())]
        }
        let client = try await connect(broker)
        let error = await reason { _ = try await client.send(CreateAclsRequest()) }
        #expect(error?.reason == .unsupportedAPI(.createAcls, ours: CreateAclsRequest.versions, theirs: nil))
        #expect(error?.wasSent == false)
        #expect(broker.requests.map(\.apiVersion) == [ApiVersionsRequest.versions.upperBound, 4])
        await client.close()
        await broker.stop()
    }

    @Test func `an old broker's refusal of ApiVersions is followed by its own version`() async throws {
        let broker = try await ScriptedBroker.start(answersVersions: false) { request in
            guard request.header.apiKey == .apiVersions else { return [request.answer(Self.metadata())] }
            let known = [APIKey.metadata, .apiVersions].map { ApiVersionsResponse.ApiVersion(apiKey: $0.rawValue, minVersion: 0, maxVersion: 2) }
            if request.header.apiVersion <= 2 { return [request.answer(ApiVersionsResponse(apiKeys: known))] }
            let refusal = ApiVersionsResponse(errorCode: .unsupportedVersion, apiKeys: known)
            return [(try? encodeResponse(correlationId: request.header.correlationId, message: refusal, version: 0)).map { .answer($0) } ?? .cut]
        }
        let client = try await connect(broker)
        #expect(broker.requests.map(\.apiVersion) == [4, 2, 2])
        await client.close()
        await broker.stop()
    }

    @Test func `a refusal of ApiVersions that is garbled leads to version 0`() async throws {
        let broker = try await ScriptedBroker.start(answersVersions: false) { request in
            guard request.header.apiKey == .apiVersions else { return [request.answer(Self.metadata())] }
            guard request.header.apiVersion > 0 else {
                return [request.answer(ApiVersionsResponse(apiKeys: [.init(apiKey: APIKey.metadata.rawValue, minVersion: 4, maxVersion: 4)]))]
            }
            var garbled = ByteBuffer()
            garbled.writeInteger(Int32(7))
            garbled.writeInteger(request.header.correlationId)
            garbled.writeInteger(ErrorCode.unsupportedVersion.rawValue)
            garbled.writeInteger(UInt8(0x7F))
            return [.answer(garbled)]
        }
        let client = try await connect(broker)
        #expect(broker.requests.map(\.apiVersion) == [4, 0, 4])
        await client.close()
        await broker.stop()
    }

    @Test func `bytes behind a response are let be`() async throws {
        let broker = try await broker { request in
            guard var bytes = try? request.response(DescribeAclsResponse(errorMessage: "and more")) else { return [.cut] }
            bytes.writeInteger(UInt8(0))
            bytes.setInteger(Int32(bytes.readableBytes - 4), at: bytes.readerIndex)
            return [.answer(bytes)]
        }
        let client = try await connect(broker)
        #expect(try await client.send(DescribeAclsRequest()).errorMessage == "and more")
        await client.close()
        await broker.stop()
    }

    @Test func `a connection that the broker closed in the meantime is replaced before a write`() async throws {
        let broker = try await broker { request in [request.answer(CreateAclsResponse()), .cut] }
        let client = try await connect(broker)
        let address = BrokerAddress(host: broker.host, port: broker.port)
        let first = try await client.pool.connection(to: address)
        _ = try await client.send(CreateAclsRequest())
        while first.isOpen { await Task.yield() }
        let late = await reason { let _: CreateAclsResponse = try await first.call(timeout: .seconds(10)) { _ in CreateAclsRequest() } }
        #expect(late?.wasSent == false, "it never left")
        _ = try await client.send(CreateAclsRequest())
        #expect(broker.connections == 2)
        await client.close()
        await broker.stop()
    }

    @Test func `a group's coordinator is found, and found again when it has moved`() async throws {
        let moves = Atomic<Int>(0)
        let address = Mutex<(String, Int32)>(("", 0))
        let broker = try await ScriptedBroker.start { request in
            switch request.header.apiKey {
            case .metadata:
                return [request.answer(Self.metadata())]
            case .findCoordinator:
                let (host, port) = address.withLock { $0 }
                let keys = (try? request.decode(FindCoordinatorRequest.self).coordinatorKeys) ?? []
                return [request.answer(FindCoordinatorResponse(coordinators: keys.map { .init(key: $0, nodeId: 1, host: host, port: port) }))]
            default:
                let code: ErrorCode = moves.wrappingAdd(1, ordering: .relaxed).newValue == 1 ? .notCoordinator : .none
                return [request.answer(HeartbeatResponse(errorCode: code))]
            }
        }
        address.withLock { $0 = (broker.host, Int32(broker.port)) }
        let client = try await connect(broker)
        let response = try await client.send(HeartbeatRequest(groupId: "g"), to: .coordinator(group: "g")) { $0.errorCode }
        #expect(response.errorCode == .none)
        #expect(broker.count(of: .findCoordinator) == 2)
        await client.close()
        await broker.stop()
    }

    @Test func `a request for the controller follows it when it moves`() async throws {
        let controller = Atomic<Int32>(1)
        let brokers = Mutex<[(Int32, ScriptedBroker)]>([])
        func node(_ id: Int32) async throws -> ScriptedBroker {
            try await ScriptedBroker.start { request in
                let current = controller.load(ordering: .relaxed)
                switch request.header.apiKey {
                case .metadata:
                    return [request.answer(Self.metadata(brokers.withLock { $0 }, controller: current))]
                case .deleteGroups:
                    let code: ErrorCode = current == id ? .none : .notController
                    return [request.answer(DeleteGroupsResponse(results: [.init(groupId: "\(id)", errorCode: code)]))]
                default:
                    return [.cut]
                }
            }
        }
        let first = try await node(1)
        let second = try await node(2)
        brokers.withLock { $0 = [(1, first), (2, second)] }
        let client = try await connect(first)
        func ask() async throws -> String? {
            let response = try await client.send(DeleteGroupsRequest(groupsNames: ["g"]), to: .controller) { $0.results.first?.errorCode ?? .none }
            return response.results.first?.groupId
        }
        #expect(try await ask() == "1")
        controller.store(2, ordering: .relaxed)
        #expect(try await ask() == "2")
        #expect(first.count(of: .deleteGroups) == 2)
        await client.close()
        await first.stop()
        await second.stop()
    }

    @Test func `a refusal that does not pass until the deadline is returned as it is`() async throws {
        let broker = try await broker { [$0.answer(InitProducerIdResponse(errorCode: .coordinatorLoadInProgress))] }
        let client = try await connect(broker)
        let response = try await client.send(InitProducerIdRequest(), deadline: .seconds(3)) { $0.errorCode }
        #expect(response.errorCode == .coordinatorLoadInProgress)
        #expect(broker.count(of: .initProducerId) > 1)
        await client.close()
        await broker.stop()
    }

    @Test func `a closed client refuses calls`() async throws {
        let broker = try await broker { [$0.answer(DescribeAclsResponse())] }
        let client = try await connect(broker)
        await client.close()
        let error = await reason { _ = try await client.send(DescribeAclsRequest()) }
        #expect(error?.reason == .closed)
        await broker.stop()
    }

    @Test func `a pause that the broker asks for is kept`() async throws {
        let broker = try await broker { [$0.answer(DescribeAclsResponse(throttleTimeMs: 300))] }
        let client = try await connect(broker)
        let clock = ContinuousClock()
        _ = try await client.send(DescribeAclsRequest(resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1))
        let begun = clock.now
        _ = try await client.send(DescribeAclsRequest(resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1))
        #expect(clock.now - begun > .milliseconds(250))
        await client.close()
        await broker.stop()
    }
}
