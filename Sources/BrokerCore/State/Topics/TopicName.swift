/// The rules for a topic's name (Kafka's Topic.validate).
enum TopicName {
    /// Longest name: a name, a dash and a partition number fit into a file name.
    static let maxLength = 249

    /// What is wrong with `name`, or nil when nothing is.
    static func complaint(about name: String) -> String? {
        if name.isEmpty { return "The topic name must not be empty." }
        if name == "." || name == ".." { return "The topic name must not be \".\" or \"..\"." }
        if name.utf8.count > maxLength { return "The topic name is longer than \(maxLength) characters." }
        guard name.utf8.allSatisfy(isLegal) else {
            return "The topic name \(name.quotedForMessage) has characters other than ASCII letters, digits, '.', '_' and '-'."
        }
        return nil
    }

    /// Names that differ only here collide in metrics, and so Kafka refuses the second of them.
    static func collisionKey(of name: String) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }

    private static func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
             UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}
