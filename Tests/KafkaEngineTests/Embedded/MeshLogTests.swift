import EngineInterface
import KafkaClient
import KafkaEngine
import KafkaWire
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The logs of a mesh` {
    private func record(_ key: String, _ value: String?, _ headers: [(String, String)] = []) -> MeshLogRecord {
        MeshLogRecord(key: key, value: value.map { Array($0.utf8) }, headers: headers.map { .init($0.0, Array($0.1.utf8)) })
    }

    private func configs(of topic: String, _ client: KafkaClient) async throws -> [String: String] {
        let response = try await client.send(
            DescribeConfigsRequest(resources: [.init(resourceType: 2, resourceName: topic, configurationKeys: nil)]))
        return Dictionary(uniqueKeysWithValues: (response.results.first?.configs ?? []).map { ($0.name, $0.value ?? "") })
    }

    @Test func `what is appended is read back, in order, with its headers`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                let first = [record("a", "1", [("ce_id", "x"), ("ce_id", "y")]), record("", nil)]
                #expect(try await engine.append(first, to: .audit) == 0)
                #expect(try await engine.append([record("b", "")], to: .audit) == 2)
                #expect(try await engine.append([], to: .audit) == nil)
                let reading = try await engine.read(.audit, from: 0)
                #expect(reading.entries.map(\.record) == first + [record("b", "")])
                #expect(reading.entries.map(\.offset) == [0, 1, 2] && reading.start == 0 && reading.end == 3)
                #expect(reading.entries.allSatisfy { $0.writtenAt.millisecondsSinceEpoch > 1_600_000_000_000 })
                #expect(try await engine.read(.audit, from: 2).entries.map(\.record.key) == ["b"])
                #expect(try await engine.read(.audit, from: 3) == MeshLogReading(start: 0, end: 3))
                #expect(try await engine.read(.audit, from: 99) == MeshLogReading(start: 0, end: 3))
                #expect(try await engine.read(.control, from: 0) == MeshLogReading(), "the other log is another topic")
            }
        }
    }

    @Test func `a log that nobody wrote to is empty, and reading it creates nothing`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                for log in MeshLog.allCases { #expect(try await engine.read(log, from: 7) == MeshLogReading()) }
                #expect(try await engine.observe(configsOf: [], subjects: []).topics.isEmpty)
            }
        }
    }

    @Test func `the audit is kept for good, and of the control log the last word`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                for log in MeshLog.allCases { _ = try await engine.append([record("k", "v")], to: log) }
            }
            try await cluster.withClient { client async throws in
                let audit = try await configs(of: "__heddle.audit", client)
                #expect(audit["cleanup.policy"] == "delete" && audit["retention.ms"] == "-1" && audit["retention.bytes"] == "-1")
                let control = try await configs(of: "__heddle.control", client)
                #expect(control["cleanup.policy"] == "compact")
                for config in [audit, control] {
                    #expect(config["message.timestamp.type"] == "LogAppendTime" && config["compression.type"] == "uncompressed")
                }
            }
        }
    }

    @Test func `what is kept no more is told by the start`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                for number in 0..<5 { _ = try await engine.append([record("\(number)", "v")], to: .audit) }
                try await cluster.withClient { client async throws in
                    let partition = TopicPartition(topic: "__heddle.audit", partition: 0)
                    _ = try await client.send(
                        DeleteRecordsRequest(
                            topics: [.init(name: partition.topic, partitions: [.init(partitionIndex: 0, offset: 3)])], timeoutMs: 5000),
                        to: .leader(partition))
                }
                let reading = try await engine.read(.audit, from: 1)
                #expect(reading.entries.map(\.record.key) == ["3", "4"] && reading.start == 3 && reading.end == 5)
            }
        }
    }

    @Test func `megabytes are written in batches that a broker takes, and read in parts`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                let value = [UInt8](repeating: 7, count: 100 << 10)
                let records = (0..<120).map { MeshLogRecord(key: "\($0)", value: value) }
                #expect(try await engine.append(records, to: .control) == 0)
                let reading = try await engine.read(.control, from: 0)
                #expect(reading.entries.map(\.record) == records && reading.end == 120)
            }
        }
    }

    @Test func `a log that was deleted is made again`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                _ = try await engine.append([record("a", "1")], to: .control)
                try await cluster.withClient { client async throws in
                    _ = try await client.send(DeleteTopicsRequest(topics: [.init(name: "__heddle.control")], timeoutMs: 5000), to: .controller)
                }
                #expect(try await engine.read(.control, from: 0) == MeshLogReading())
            }
            try await cluster.with { engine async throws in
                #expect(try await engine.append([record("b", "2")], to: .control) == 0)
                #expect(try await engine.read(.control, from: 0).entries.map(\.record.key) == ["b"])
            }
        }
    }
}
