import Diagnostics
import Testing

struct ClosestMatchTests {
    private let fields = ["retention", "replication", "partitions", "clusters", "cleanup", "key", "value"]

    @Test(arguments: [
        ("retentoin", "retention"), ("Retention", "retention"), ("partition", "partitions"), ("clean-up", "cleanup"),
        ("kye", "key"), ("vlaue", "value"), ("replicaton", "replication"),
    ])
    func `a misspelt name finds the one that was meant`(_ name: String, _ meant: String) {
        #expect(closestMatch(to: name, among: fields) == meant)
    }

    @Test(arguments: ["", "x", "schema", "k8s", "zzz", String(repeating: "a", count: 10_000)])
    func `a name that is like none finds none`(_ name: String) {
        #expect(closestMatch(to: name, among: fields) == nil)
    }

    @Test func `of equally near names the alphabet decides, not the order`() {
        #expect(closestMatch(to: "topic-x", among: ["topic-b", "topic-a"]) == "topic-a")
        #expect(closestMatch(to: "topic-x", among: ["topic-a", "topic-b"]) == "topic-a")
    }

    @Test func `the name itself is no suggestion`() {
        #expect(closestMatch(to: "key", among: ["key"]) == nil)
        #expect(closestMatch(to: "key", among: ["key", "keys"]) == "keys")
    }
}
