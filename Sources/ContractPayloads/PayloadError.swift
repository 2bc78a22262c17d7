/// Why a payload could not be read, written, or read as another schema has it.
package struct PayloadError: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The bytes or the JSON are no value of the schema that they were written with.
        case malformed
        /// A value of the writer's schema that the reader's has no place for.
        case refused
        /// A value that was to be written does not fit the schema.
        case mismatched
        /// Values within values, beyond the limit.
        case tooDeep
        /// More values than the limit allows, or schemas too large to be held against each other.
        case tooLarge
        /// An Any's type that the schema does not have.
        case unknownType
    }

    package var kind: Kind
    /// From the root: `order.lines[2].name`, a map's value `stock{blue}`. Empty for the root itself.
    package var path: String
    /// In bytes from the beginning of the payload, where bytes were read.
    package var offset: Int?
    /// A clause that follows the place: "is symbol 7 of an enum of 3".
    package var reason: String

    package init(_ kind: Kind, _ reason: String, path: String = "", offset: Int? = nil) {
        self.kind = kind
        self.path = path
        self.offset = offset
        self.reason = reason
    }

    /// One sentence without a full stop.
    package var message: String { "\(path.isEmpty ? "the payload" : "'\(path)'") \(reason)" }
}

/// How much of others' payloads is read.
package struct PayloadLimits: Sendable, Hashable {
    /// Values within each other.
    package var maximumDepth = 100
    /// Values of all kinds together: an array of nothings takes no bytes, and a value takes more memory than its bytes.
    package var maximumValues = 4_000_000

    package init() {}
}

/// A step down into a value, as paths write them.
enum PayloadStep {
    case field(String)
    case item(Int)
    case key(String)
}

extension [PayloadStep] {
    var path: String {
        var text = ""
        for step in self {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .item(let number): text += "[\(number)]"
            case .key(let key): text += "{\(key.prefix(100))}"
            }
        }
        return text
    }
}
