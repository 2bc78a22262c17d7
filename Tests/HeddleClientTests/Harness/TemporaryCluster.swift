import BrokerServer
import Foundation
import HeddleClient
import KafkaClient
import KafkaWire
import Logging
import NIOCore
import RegistryService

let quiet = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

/// A broker and a registry of ours in this process.
struct TemporaryCluster: Sendable {
    let address: BrokerAddress
    let registry: Int

    var mesh: Mesh {
        Mesh(
            bootstrap: ["\(address)"], registry: "http://127.0.0.1:\(registry)", schemas: .register, clientID: "tests", logger: quiet)
    }

    static func run(_ test: (TemporaryCluster) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("client-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = BrokerConfiguration(
            clusterName: "eu", dataDirectory: folder.path, listeners: [ListenerConfiguration(name: "main", host: "127.0.0.1", port: 0)])
        configuration.durability = .os
        let server = try await BrokerServer.start(configuration, logger: quiet)
        let bound = server.boundAddresses[0]
        let address = BrokerAddress(host: bound.host, port: bound.port)
        let result: Result<Void, any Error>
        do {
            let service = try await RegistryService.start(RegistryConfiguration(bootstrap: [address]), logger: quiet)
            do {
                try await test(TemporaryCluster(address: address, registry: service.address.port))
                result = .success(())
            } catch { result = .failure(error) }
            await service.stop()
        } catch { result = .failure(error) }
        try await server.shutdown()
        try result.get()
    }

    func withClient<Result>(_ body: (KafkaClient) async throws -> Result) async throws -> Result {
        let client = try await KafkaClient.connect(bootstrap: [address], logger: quiet)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }

    func makeTopics(_ names: String..., partitions: Int32 = 1) async throws {
        try await withClient { client in
            let response = try await client.send(
                CreateTopicsRequest(topics: names.map { .init(name: $0, numPartitions: partitions, replicationFactor: 1) }, timeoutMs: 30_000),
                to: .controller)
            for topic in response.topics where topic.errorCode != .none && topic.errorCode != .topicAlreadyExists {
                throw KafkaClientError(.refused(.createTopics, topic.errorCode, message: topic.errorMessage))
            }
        }
    }

    func records(of topic: String, partitions: Int32 = 1) async throws -> [Record] {
        try await withClient { client in
            var all: [Record] = []
            for partition in 0..<partitions {
                try await client.readLog(of: TopicPartition(topic: topic, partition: partition)) { all.append($0) }
            }
            return all
        }
    }

    /// How many members a group has.
    func members(of group: String) async throws -> Int {
        try await withClient { client in
            let response = try await client.send(DescribeGroupsRequest(groups: [group]), to: .coordinator(group: group))
            return response.groups.first?.members.count ?? 0
        }
    }
}

/// Waits for something that is to come; the end is for tests that would never.
func eventually(_ what: String, within limit: Duration = .seconds(45), _ isTrue: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + limit
    while try await !isTrue() {
        guard ContinuousClock.now < end else { throw NeverHappened(what: what) }
        try await Task.sleep(for: .milliseconds(20))
    }
}

struct NeverHappened: Error, CustomStringConvertible {
    var what: String
    var description: String { "it never came about that \(what)" }
}
