import KafkaWire
import Testing
@testable import BrokerCore

struct ConfigTests {
    private func describe(
        _ world: BrokerWorld, type: Int8 = ConfigResource.topicType, _ name: String, keys: [String]? = nil
    ) throws -> DescribeConfigsResponse.DescribeConfigsResult {
        try #require(try world.call(DescribeConfigsRequest(
            resources: [.init(resourceType: type, resourceName: name, configurationKeys: keys)],
            includeSynonyms: true, includeDocumentation: true)).results.first)
    }

    private func alter(
        _ world: BrokerWorld, type: Int8 = ConfigResource.topicType, _ name: String,
        _ changes: [(ConfigOperation, String, String?)], validateOnly: Bool = false
    ) throws -> ErrorCode {
        try #require(try world.call(IncrementalAlterConfigsRequest(
            resources: [.init(
                resourceType: type, resourceName: name,
                configs: changes.map { .init(name: $0.1, configOperation: $0.0.rawValue, value: $0.2) })],
            validateOnly: validateOnly)).responses.first).errorCode
    }

    @Test func `every known config is described with its default, type, source and documentation`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["retention.ms": "1000"])
        let result = try describe(world, "orders")
        #expect(result.configs.count == ConfigTable.topic.keys.count)
        #expect(result.configs.allSatisfy { $0.documentation?.isEmpty == false && !$0.readOnly && !$0.isSensitive })
        let own = try #require(result.configs.first { $0.name == "retention.ms" })
        #expect(own.value == "1000" && own.configSource == 1 && own.configType == 5)
        #expect(own.synonyms.map(\.source) == [1, 5])
        #expect(own.synonyms.map(\.name) == ["retention.ms", "log.retention.ms"])
        #expect(own.synonyms.map(\.value) == ["1000", "604800000"])
        let inherited = try #require(result.configs.first { $0.name == "cleanup.policy" })
        #expect(inherited.value == "delete" && inherited.configSource == 5 && inherited.configType == 7)
    }

    @Test func `only the configs asked for are described`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try describe(world, "orders", keys: ["segment.ms", "none"]).configs.map(\.name) == ["segment.ms"])
        #expect(try describe(world, "orders", keys: []).configs.isEmpty)
    }

    @Test func `unknown resources are answered with an error each`() throws {
        let world = try BrokerWorld()
        #expect(try describe(world, "none").errorCode == .unknownTopicOrPartition)
        #expect(try describe(world, "a b").errorCode == .invalidTopicException)
        #expect(try describe(world, type: 4, "7").errorCode == .invalidRequest)
        #expect(try describe(world, type: 99, "x").errorCode == .invalidRequest)
    }

    @Test func `SET, DELETE, APPEND and SUBTRACT`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try alter(world, "orders", [(.set, "retention.ms", "5"), (.append, "cleanup.policy", "compact")]) == .none)
        #expect(world.broker.topics["orders"]?.overrides == ["retention.ms": "5", "cleanup.policy": "delete,compact"])
        #expect(try alter(world, "orders", [(.append, "cleanup.policy", "compact")]) == .none)
        #expect(world.broker.topics["orders"]?.overrides["cleanup.policy"] == "delete,compact")
        #expect(try alter(world, "orders", [(.subtract, "cleanup.policy", "delete"), (.delete, "retention.ms", nil)]) == .none)
        #expect(world.broker.topics["orders"]?.overrides == ["cleanup.policy": "compact"])
    }

    @Test func `bad changes are INVALID_CONFIG and change nothing of their resource`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for (change, error) in [
            ((ConfigOperation.set, "retention.mss", "5"), ErrorCode.invalidConfig),
            ((.set, "retention.ms", "soon"), .invalidConfig),
            ((.set, "retention.ms", "-2"), .invalidConfig),
            ((.set, "cleanup.policy", "shred"), .invalidConfig),
            ((.set, "min.cleanable.dirty.ratio", "1.5"), .invalidConfig),
            ((.set, "preallocate", "yes"), .invalidConfig),
            ((.append, "retention.ms", "5"), .invalidConfig),
            ((.set, "remote.storage.enable", "true"), .invalidConfig),
            ((.set, "retention.ms", nil), .invalidConfig),
            ((.set, "heddle.value.validation", "strict"), .invalidConfig),
            ((.set, "heddle.key.validation", ""), .invalidConfig),
            ((.append, "heddle.key.validation", "warn"), .invalidConfig),
            ((.set, "heddle.value.subjects", "a\u{0},b"), .invalidConfig),
            ((.set, "heddle.key.subjects", String(repeating: "s", count: 1_001)), .invalidConfig),
        ] as [((ConfigOperation, String, String?), ErrorCode)] {
            #expect(try alter(world, "orders", [(.set, "segment.ms", "77"), change]) == error)
        }
        #expect(try alter(world, "orders", [(.set, "segment.ms", "1"), (.set, "segment.ms", "2")]) == .invalidRequest)
        #expect(world.broker.topics["orders"]?.overrides == [:])
        let message = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "retention.ms", configOperation: 0, value: "soon")]),
        ])).responses.first?.errorMessage
        #expect(message == "Invalid value 'soon' for configuration retention.ms: it must be a whole number of 64 bits")
    }

    @Test func `subjects are a list`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["heddle.value.validation": "enforce-payload", "heddle.value.subjects": "a, b"])
        #expect(try alter(world, "orders", [(.append, "heddle.value.subjects", "c")]) == .none)
        #expect(world.broker.topics["orders"]?.settings.validation?.value == PartRule(mode: "enforce-payload", subjects: "a,b,c"))
        #expect(world.broker.topics["orders"]?.settings.validation?.key == nil)
        #expect(try alter(world, "orders", [(.delete, "heddle.value.validation", nil)]) == .none)
        #expect(world.broker.topics["orders"]?.settings.validation == nil)
    }

    @Test func `validateOnly checks and changes nothing`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try alter(world, "orders", [(.set, "retention.ms", "5")], validateOnly: true) == .none)
        #expect(try alter(world, "orders", [(.set, "retention.ms", "x")], validateOnly: true) == .invalidConfig)
        #expect(world.broker.topics["orders"]?.overrides == [:])
    }

    @Test func `AlterConfigs puts the given configs in the place of all`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["retention.ms": "5", "segment.ms": "6"])
        let answer = try world.call(AlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "retention.ms", value: "9")]),
        ]))
        #expect(answer.responses.first?.errorCode == ErrorCode.none)
        #expect(world.broker.topics["orders"]?.overrides == ["retention.ms": "9"])
    }

    @Test func `the broker's defaults reach its topics, the nearer level first`() throws {
        let world = try BrokerWorld { $0.topicDefaults = ["retention.ms": "100"] }
        try world.makeTopic("orders")
        func counting() throws -> (String?, Int8) {
            let config = try #require(try describe(world, "orders", keys: ["retention.ms"]).configs.first)
            return (config.value, config.configSource)
        }
        #expect(try counting() == ("100", 4))
        #expect(try alter(world, type: 4, "", [(.set, "log.retention.ms", "200")]) == .none)
        #expect(try counting() == ("200", 3))
        #expect(try alter(world, type: 4, "1", [(.set, "log.retention.ms", "300")]) == .none)
        #expect(try counting() == ("300", 2))
        #expect(world.broker.topics["orders"]?.settings.log.retentionAge == .milliseconds(300))
        #expect(try alter(world, "orders", [(.set, "retention.ms", "400")]) == .none)
        #expect(try counting() == ("400", 1))
        try world.restart()
        #expect(try counting() == ("400", 1))
        #expect(try describe(world, type: 4, "").configs.map(\.name) == ["log.retention.ms"])
        #expect(try alter(world, type: 4, "1", [(.set, "num.partitions", "3")]) == .invalidConfig)
    }

    @Test func `every default is a value that its own type takes`() {
        for table in [ConfigTable.topic, .broker] {
            for key in table.keys {
                if let value = key.defaultValue { #expect(key.type.complaint(about: value) == nil, "\(key.name)") }
            }
        }
    }

    @Test func `every topic config names a broker config that exists`() {
        for key in ConfigTable.topic.keys {
            if let synonym = key.brokerSynonym { #expect(ConfigTable.broker[synonym] != nil, "\(key.name)") }
        }
    }
}
