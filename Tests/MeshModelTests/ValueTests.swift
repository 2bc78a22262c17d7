import MeshModel
import Testing

@Suite struct `Values as people write them` {
    @Test(arguments: [
        ("7d", 604_800_000), ("90s", 90_000), ("1h30m", 5_400_000), ("500ms", 500), ("2w", 1_209_600_000), ("0s", 0),
    ] as [(String, Int64)])
    func `a duration is read`(text: String, milliseconds: Int64) {
        #expect(Milliseconds(parsing: text)?.count == milliseconds)
    }

    @Test(arguments: ["", "d", "7", "7 d", "-7d", "7D", "30m1h", "1d1d", "9223372036854775807d", "७d"])
    func `what is not a duration is refused`(text: String) {
        #expect(Milliseconds(parsing: text) == nil)
    }

    @Test(arguments: ["7d", "36h", "90s", "1500ms", "1m"])
    func `a duration prints as it is read`(text: String) throws {
        let value = try #require(Milliseconds(parsing: text))
        #expect(Milliseconds(parsing: value.description) == value)
        #expect(Milliseconds(parsing: "7d")?.description == "7d")
    }

    @Test(arguments: [("10GiB", 10_737_418_240), ("500MB", 500_000_000), ("1kB", 1000), ("0B", 0), ("3TiB", 3_298_534_883_328)] as [(String, Int64)])
    func `a size is read`(text: String, bytes: Int64) {
        #expect(ByteCount(parsing: text)?.count == bytes)
    }

    @Test(arguments: ["", "GiB", "10", "10 GiB", "1.5GiB", "10gib", "99999999999TiB"])
    func `what is not a size is refused`(text: String) {
        #expect(ByteCount(parsing: text) == nil)
    }

    @Test(arguments: ["127.0.0.1:9192", "[::1]:9192", "localhost:0", "broker.example.com:65535"])
    func `an address prints as it is read`(text: String) {
        #expect(HostAndPort(parsing: text)?.description == text)
    }

    @Test(arguments: ["", ":9092", "host", "host:", "host:65536", "::1:9092", "[host]:1", "a b:1", "host:-1", "http://x:1"])
    func `what is not an address is refused`(text: String) {
        #expect(HostAndPort(parsing: text) == nil)
    }

    @Test(arguments: ["topic/eu/orders.created", "access/eu/User:checkout/topic:orders.created/write", "contract/order-created"])
    func `a resource address prints as it is read`(text: String) {
        #expect(ResourceAddress(parsing: text)?.description == text)
    }

    @Test(arguments: ["", "topic", "topic/", "topic/eu", "topic/eu/", "thing/eu/x", "contract/"])
    func `what is not a resource address is refused`(text: String) {
        #expect(ResourceAddress(parsing: text) == nil)
    }

    @Test func `every part of an access rule shows in its address`() {
        let rule = AccessRule(resourceType: .topic, pattern: .literal("a"), principal: "User:p", operation: .write)
        var others = [rule]
        for change: (inout AccessRule) -> Void in [
            { $0.resourceType = .group }, { $0.pattern = .prefix("a") }, { $0.pattern = .any }, { $0.principal = "User:q" },
            { $0.host = "10.0.0.1" }, { $0.operation = .read }, { $0.permission = .deny },
        ] {
            var other = rule
            change(&other)
            others.append(other)
        }
        #expect(Set(others.map(\.addressName)).count == others.count)
    }
}
