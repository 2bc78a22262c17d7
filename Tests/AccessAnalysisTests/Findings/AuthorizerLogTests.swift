import Determinism
import MeshModel
import Testing

@testable import AccessAnalysis

struct AuthorizerLogTests {
    private func line(_ text: String) -> AuthorizerLogLine? {
        let bytes = Array(text.utf8)[...]
        return bytes.firstRange(of: AuthorizerLogLine.marker).flatMap { AuthorizerLogLine(bytes, at: $0.lowerBound) }
    }

    private func evidence(_ text: String, pieces: Int = .max) -> UsageEvidence {
        var evidence = UsageEvidence()
        var reader = AuthorizerLogReader()
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, pieces == .max ? bytes.count : place + pieces)
            reader.read(bytes[place..<end], into: &evidence)
            place = end
        }
        reader.finish(into: &evidence)
        return evidence
    }

    @Test func `a line of StandardAuthorizer`() throws {
        let read = try #require(
            line(
                "[2026-03-12 13:51:55,904] DEBUG Principal = User:CN=checkout, O=shop is Allowed operation = DESCRIBE_CONFIGS from host = 10.0.0.7 on resource = Topic:LITERAL:orders.created for request = DescribeConfigs with resourceRefCount = 1 based on rule MatchingAcl(acl=StandardAcl[resourceType=TOPIC, resourceName=ord, patternType=PREFIXED, principal=User:*, host=*, operation=ALL, permissionType=ALLOW]) (kafka.authorizer.logger)"
            ))
        #expect(read.principal == "User:CN=checkout, O=shop")
        #expect(read.isAllowed && !read.isWondering)
        #expect(read.operation == .describeConfigs && read.type == .topic && read.name == "orders.created" && read.host == "10.0.0.7")
        #expect(read.time == Instant(millisecondsSinceEpoch: 1_773_323_515_904))
    }

    @Test func `a line of AclAuthorizer, a denial, an address of version 6`() throws {
        let read = try #require(
            line(
                "[2023-03-12 13:51:55,904] INFO Principal = User:x is Denied Operation = IdempotentWrite from host = 0:0:0:0:0:0:0:1 on resource = Cluster:LITERAL:kafka-cluster for request = InitProducerId with resourceRefCount = 1 (kafka.authorizer.logger)"
            ))
        #expect(!read.isAllowed && read.operation == .idempotentWrite && read.type == .cluster && read.name == "kafka-cluster")
        #expect(read.host == "0:0:0:0:0:0:0:1")
    }

    @Test(arguments: [
        ("2026-03-12T13:51:55.904Z DEBUG ", 904), ("2026-03-12T14:51:55,904+0100 ", 904), ("2026-03-12T12:21:55.904-01:30 ", 904),
        ("2020-01-01T00:00:00.1Z stdout F [2026-03-12 13:51:55,904] DEBUG ", 904), ("2026-03-12 13:51:55 ", 0),
        (#"{"timeMillis":1773323515904,"level":"DEBUG","message":""#, 904), (#"{"instant":{"epochSecond":1773323515},"message":""#, 0),
    ])
    func `dates of many layouts`(head: String, milliseconds: Int) throws {
        let read = try #require(line(head + "Principal = User:x is Allowed operation = READ from host = h on resource = Group:LITERAL:a b:c for request = Fetch"))
        #expect(read.time == Instant(millisecondsSinceEpoch: 1_773_323_515_000 + Int64(milliseconds)))
        #expect(read.type == .group && read.name == "a b:c")
    }

    @Test func `what is only wondered about is no use`() {
        let found = evidence("[2026-03-12 13:51:55,904] TRACE Principal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t for request = Metadata\n")
        #expect(found.wonderedCount == 1 && found.grantedCount == 0 && found.granted.isEmpty)
    }

    @Test func `lines that are not understood are counted, and those of others`() {
        let found = evidence(
            """
            # something else
            [2026-03-12 13:51:55,904] DEBUG No acl found for resource x, authorized = true (kafka.authorizer.logger)

            Principal = User:x is Allowed
            Principal = User:x is Allowed operation = FLY from host = h on resource = Topic:LITERAL:t for request = Fetch
            Principal = User:x is Allowed operation = READ from host = h on resource = Moon:LITERAL:t for request = Fetch
            Principal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t for request = Fetch
            """)
        #expect(found.lines == 7 && found.unparsed == 3 && found.otherLines == 2 && found.grantedCount == 1 && found.undated == 1)
    }

    @Test func `a name cannot pass for the rest of a line`() throws {
        let read = try #require(
            line("Principal = User:x is Denied operation = READ from host = h on resource = Group:LITERAL:g for request = Fetch is Allowed operation = WRITE from host = i on resource = Topic:LITERAL:t for request = Fetch"))
        #expect(!read.isAllowed && read.operation == .read && read.type == .group)
    }

    @Test(arguments: [1, 2, 7, 64, 1_000])
    func `a log comes to the same however it is cut`(pieces: Int) {
        let text = (0..<50).map { "[2026-03-12 13:\($0 < 10 ? "0" : "")\($0):55,904] DEBUG Principal = User:\($0 % 3) is Allowed operation = READ from host = h on resource = Topic:LITERAL:t\($0 % 7) for request = Fetch\($0 % 2 == 0 ? "\r" : "")\n" }.joined()
        let whole = evidence(text)
        let cut = evidence(text, pieces: pieces)
        #expect(whole.grantedCount == 50 && whole.unparsed == 0)
        #expect(cut.granted == whole.granted && cut.first == whole.first && cut.last == whole.last && cut.lines == 50)
    }

    @Test func `a line without end is counted once, and fills no memory`() {
        let found = evidence(String(repeating: "Principal = x", count: 200_000) + "\nPrincipal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t for request = Fetch\n", pieces: 4_096)
        #expect(found.unparsed == 1 && found.grantedCount == 1 && found.lines == 2)
    }

    @Test func `more different requests than are kept leave the evidence incomplete`() {
        var evidence = UsageEvidence(maximumAccesses: 2)
        var reader = AuthorizerLogReader()
        for topic in 0..<4 {
            reader.read(Array("Principal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t\(topic) for request = Fetch\n".utf8), into: &evidence)
        }
        #expect(!evidence.isComplete && evidence.granted.count == 2 && evidence.grantedCount == 4)
    }

    @Test(arguments: 0..<20)
    func `no bytes make it crash, and every line is counted`(block: Int) {
        let good = Array("[2026-03-12 13:51:55,904] DEBUG Principal = User:x is Allowed operation = READ from host = 10.0.0.7 on resource = Topic:LITERAL:t for request = Fetch with resourceRefCount = 1".utf8)
        for seed in 0..<100 {
            var chance = SeededGenerator(seed: UInt64(block * 1000 + seed))
            var bytes: [UInt8] = []
            var lines = 0
            for _ in 0..<20 {
                var line = good
                for _ in 0..<Int.random(in: 0..<6, using: &chance) where !line.isEmpty {
                    let place = Int.random(in: 0..<line.count, using: &chance)
                    switch Int.random(in: 0..<4, using: &chance) {
                    case 0: line[place] = UInt8.random(in: 0...255, using: &chance)
                    case 1: line.remove(at: place)
                    case 2: line.removeSubrange(place...)
                    default: line.insert(contentsOf: good[..<Int.random(in: 0..<good.count, using: &chance)], at: place)
                    }
                }
                line.removeAll { $0 == UInt8(ascii: "\n") }
                bytes += line + [UInt8(ascii: "\n")]
                lines += 1
            }
            var evidence = UsageEvidence()
            var reader = AuthorizerLogReader()
            var place = 0
            while place < bytes.count {
                let end = min(bytes.count, place + Int.random(in: 1...300, using: &chance))
                reader.read(bytes[place..<end], into: &evidence)
                place = end
            }
            reader.finish(into: &evidence)
            #expect(evidence.lines == lines)
            #expect(evidence.grantedCount + evidence.deniedCount + evidence.wonderedCount + evidence.unparsed + evidence.otherLines <= lines)
        }
    }

    @Test func `the newest use counts, by every grant that would have let it through`() throws {
        let grants = """
            kind: Access
            metadata: { name: wide }
            spec:
              principals: [analytics]
              operations: [read]
              resources: [{ type: topic, prefix: orders. }, { type: topic, name: orders.created }]
            """
        func log(_ days: [String], _ who: String = "analytics") -> String {
            days.map { "[\($0) 12:00:00,000] DEBUG Principal = User:\(who) is Allowed operation = DESCRIBE from host = 1.2.3.4 on resource = Topic:LITERAL:orders.created for request = Metadata\n" }.joined()
        }
        let used = try AuditFixture(grants, log: log(["2026-01-01", "2026-05-30"])).audit([.unusedGrant])
        #expect(used.findings.filter { $0.principal == "User:analytics" } == [])
        #expect(used.usage?.rules.filter { $0.count == 2 }.count == 2)
        let stale = try AuditFixture(grants, log: log(["2026-01-01", "2026-02-01"]) + log(["2026-05-30"], "checkout")).audit([.unusedGrant, .shortEvidence])
        let messages = stale.findings.filter { $0.principal == "User:analytics" }.map(\.message)
        #expect(messages.count == 2 && messages.allSatisfy { $0.hasSuffix("since 2026-02-01 12:00 UTC") }, "\(messages)")
    }

    @Test(arguments: [
        ("INFO Principal = User:x is Denied operation = READ from host = h on resource = Topic:LITERAL:t for request = Fetch", "denials only"),
        ("nothing", "no request at all"),
        ("Principal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t for request = Fetch", "has a date"),
        ("2026-01-01 00:00:00 Principal = User:x is Allowed operation = READ from host = h on resource = Topic:LITERAL:t for request = Fetch", "covers 0m, which is less than 30d"),
    ])
    func `evidence that is too short says why, and nothing is called unused`(log: String, why: String) throws {
        let audit = try AuditFixture("kind: Principal\nmetadata: { name: x }\n", log: log + "\n").audit([.unusedGrant, .shortEvidence])
        #expect(audit.findings.map(\.code) == [.shortEvidence])
        #expect(audit.findings.first?.message.contains(why) == true, "\(audit.findings.map(\.message))")
    }
}
