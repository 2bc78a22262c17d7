import Determinism
import MeshModel

/// Rules and questions of a small world, so that they often meet.
struct RandomRules {
    var random: SeededGenerator

    static let principals = ["User:anna", "User:bob", "User:café", "User:ANONYMOUS", "Group:anna"]
    static let hosts = ["10.0.0.1", "10.0.0.2", "::1"]
    /// No mark that joins the letter before it: the embedded broker takes both ways to write "é" for one name, Kafka does not.
    static let letters: [Unicode.Scalar] = ["o", "r", ".", "é", "e", "€", "\u{10FFFF}"]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func name(most: Int = 4) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...most, using: &random) { text.unicodeScalars.append(Self.letters.randomElement(using: &random) ?? "o") }
        return text
    }

    mutating func type() -> AccessRule.ResourceType {
        [.topic, .topic, .topic, .group, .cluster, .transactionalId].randomElement(using: &random) ?? .topic
    }

    mutating func rule() -> AccessRule {
        let type = type()
        let pattern: AccessRule.Pattern =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: .any
            case 1...4: .literal(type == .cluster ? "kafka-cluster" : name())
            default: type == .cluster ? .any : .prefix(name(most: 3))
            }
        let operation = Int.random(in: 0..<8, using: &random) == 0 ? .all : AccessRule.Operation.allCases.randomElement(using: &random) ?? .read
        return AccessRule(
            resourceType: type, pattern: pattern,
            principal: Int.random(in: 0..<4, using: &random) == 0 ? "User:*" : Self.principals.randomElement(using: &random) ?? "User:anna",
            host: Int.random(in: 0..<3, using: &random) > 0 ? "*" : Self.hosts.randomElement(using: &random) ?? "*",
            operation: operation, permission: Int.random(in: 0..<4, using: &random) == 0 ? .deny : .allow)
    }

    /// As a cluster holds them: no rule twice, and names told apart by their bytes.
    mutating func rules(_ count: Range<Int>) -> [AccessRule] {
        let number = Int.random(in: count, using: &random)
        var seen: Set<[UInt8]> = []
        return (0..<number).map { _ in rule() }.filter { seen.insert(Array($0.addressName.utf8)).inserted }
    }
}
