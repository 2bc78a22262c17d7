import Foundation
import HeddleTesting
import KafkaClient
import KafkaWire
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A mesh inside a test` {
    @Test func `has what the manifests declare`() async throws {
        try await EmbeddedMesh.run(manifests: "Examples/orders") { mesh in
            let cluster = try #require(mesh.clusters.first)
            let topics = await cluster.topics()
            #expect(topics["orders.created"] != nil, "\(topics)")
            #expect(cluster.registry?.hasPrefix("http://127.0.0.1:") == true)
        }
    }

    @Test func `of one cluster needs no manifests`() async throws {
        try await EmbeddedMesh.run(topics: ["orders": 3]) { mesh in
            let cluster = try mesh["local"]
            #expect(await cluster.topics() == ["orders": 3])
            #expect(throws: EmbeddedMeshError.self) { try mesh["eu"] }
        }
    }

    @Test(arguments: [EmbeddedMeshOptions.Storage.memory, .temporaryFolder])
    func `shows what was produced and committed without a consumer`(_ storage: EmbeddedMeshOptions.Storage) async throws {
        var options = EmbeddedMeshOptions()
        options.storage = storage
        try await EmbeddedMesh.run(topics: ["orders": 2], options: options) { mesh in
            let cluster = try mesh["local"]
            try await withClient(of: cluster) { client in
                try await produce("a", to: 0, on: client)
                try await produce("b", to: 1, on: client)
                _ = try await client.send(
                    OffsetCommitRequest(
                        groupId: "billing", generationIdOrMemberEpoch: -1, topics: [.init(name: "orders", partitions: [.init(partitionIndex: 1, committedOffset: 1)])]),
                    to: .coordinator(group: "billing"))
            }
            let records = try await cluster.records(in: "orders", count: 2)
            #expect(records.map(\.valueText) == ["a", "b"])
            #expect(records.map(\.partition) == [0, 1])
            #expect(records[0].headers.text(of: "trace") == "t-a")
            #expect(await cluster.commits(of: "billing") == ["orders": [1: 1]])
            #expect(await cluster.groups().map(\.id) == ["billing"])
        }
    }

    @Test(arguments: [true, false])
    func `serves the manifests' listeners when asked, with their logins`(_ enforcesAccess: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("manifests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("alice-secret\n".utf8).write(to: folder.appendingPathComponent("alice.password"))
        try Data("""
            apiVersion: heddle.dev/v1
            kind: Mesh
            metadata: { name: m }
            ---
            kind: Cluster
            metadata: { name: eu }
            spec:
              engine: embedded
              listeners: [{ name: open, address: "127.0.0.1:1" }, { name: logins, address: "10.9.8.7:9192", security: sasl-plaintext }]
              authentication: { users: [{ name: alice, password: { fromFile: alice.password } }] }
              authorization: { default: deny, superPrincipals: ["User:ANONYMOUS"] }
            ---
            kind: Topic
            metadata: { name: orders, owner: team-orders }
            spec: { partitions: 1 }
            """.utf8).write(to: folder.appendingPathComponent("heddle.yaml"))
        var options = EmbeddedMeshOptions()
        options.servesListeners = true
        options.enforcesAccess = enforcesAccess
        try await EmbeddedMesh.run(manifests: folder.path, options: options) { mesh in
            let address = try #require(try mesh["eu"].listeners["logins"]?.split(separator: ":"))
            func error(with password: String) async throws -> ErrorCode? {
                let login = SASLLogin.scram(.sha512, username: "alice", password: Secret(password))
                let client = try await KafkaClient.connect(
                    bootstrap: [BrokerAddress(host: String(address[0]), port: try #require(Int(address[1])))],
                    options: ClientOptions(callDeadline: .seconds(30), security: ConnectionSecurity(login: login)))
                let answer = try await client.send(MetadataRequest(topics: [.init(name: "orders")]), to: .any)
                await client.close()
                return answer.topics.first?.errorCode
            }
            #expect(try await error(with: "alice-secret") == (enforcesAccess ? .topicAuthorizationFailed : ErrorCode.none))
            await #expect(throws: KafkaClientError.self) { try await error(with: "wrong") }
        }
    }

    @Test func `says what is wrong with its manifests`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("manifests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec: { nonsense: 1 }\n".utf8).write(to: folder.appendingPathComponent("heddle.yaml"))
        do {
            try await EmbeddedMesh.run(manifests: folder.path) { _ in Issue.record("it started") }
        } catch let error as EmbeddedMeshError {
            #expect(error.description.contains("nonsense"), "\(error)")
        }
        await #expect(throws: EmbeddedMeshError.self) { try await EmbeddedMesh.run(manifests: "no/such/folder") { _ in } }
    }

    @Test func `stands apart from others that run at the same time`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await EmbeddedMesh.run(topics: ["orders": 1]) { mesh in
                        let cluster = try mesh["local"]
                        try await withClient(of: cluster) { try await produce("\(number)", to: 0, on: $0) }
                        #expect(try await cluster.records(in: "orders").map(\.valueText) == ["\(number)"])
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

func withClient<Result>(of cluster: EmbeddedCluster, _ body: (KafkaClient) async throws -> Result) async throws -> Result {
    let port = Int(cluster.bootstrap.split(separator: ":").last ?? "") ?? 0
    let client = try await KafkaClient.connect(bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)])
    do {
        let result = try await body(client)
        await client.close()
        return result
    } catch {
        await client.close()
        throw error
    }
}

func produce(_ value: String, to partition: Int32, on client: KafkaClient) async throws {
    let response = try await sendRecord(value, to: partition, on: client)
    let code = response.responses.first?.partitionResponses.first?.errorCode
    guard code == ErrorCode.none else { throw Refused(code: code) }
}

func sendRecord(_ value: String, to partition: Int32, on client: KafkaClient) async throws -> ProduceResponse {
    var builder = RecordBatchBuilder()
    builder.append(
        key: nil, value: ByteBuffer(string: value), headers: [RecordHeader(name: "trace", value: ByteBuffer(string: "t-\(value)"))], timestamp: Int64(Date().timeIntervalSince1970 * 1000))
    let metadata = try await client.send(MetadataRequest(topics: [.init(name: "orders")]), to: .controller)
    let id = metadata.topics.first?.topicId ?? .zero
    return try await client.send(
        ProduceRequest(
            acks: -1, timeoutMs: 30_000,
            topicData: [.init(name: "orders", topicId: id, partitionData: [.init(index: partition, records: builder.finish())])]),
        to: .controller)
}

struct Refused: Error { var code: ErrorCode? }
