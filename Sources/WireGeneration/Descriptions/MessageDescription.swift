/// One API of the protocol, as a file of Specs/kafka/apis describes it: see Specs/kafka/README.md for the format.
package struct APIDescription: Equatable, Sendable {
    /// `Fetch`; its messages are `FetchRequest` and `FetchResponse`.
    package var name: String
    package var key: Int16
    package var about: String
    /// What can be read and written.
    package var versions: VersionRange
    /// What a broker shows to clients; wider than `versions` where clients must be humoured.
    package var advertised: VersionRange
    /// The first version with compact lengths and tagged fields; nil when there is none.
    package var firstFlexible: Int16?
    package var request: MessageDescription
    package var response: MessageDescription
}

package struct MessageDescription: Equatable, Sendable {
    package var name: String
    package var about: String
    package var fields: [FieldDescription]
}

package struct FieldDescription: Equatable, Sendable {
    package var name: String
    package var about: String
    package var type: FieldType
    /// Where the field is on the wire; clipped to the API's versions.
    package var versions: VersionRange
    /// Where it may be null; nil when nowhere.
    package var nullable: VersionRange?
    /// Set for a tagged field.
    package var tag: Int?
    package var defaultValue: DefaultValue?
    /// Whether a value is dropped silently by a version without the field.
    package var isIgnorable: Bool
}

package indirect enum FieldType: Equatable, Sendable {
    case bool, int8, int16, uint16, int32, uint32, int64, float64, string, uuid
    /// An int16 that is an `ErrorCode`.
    case errorCode
    case bytes
    /// Record batches; like `bytes`, and null by default.
    case records
    case structure(StructureDescription)
    case array(FieldType)
}

package struct StructureDescription: Equatable, Sendable {
    package var name: String
    package var fields: [FieldDescription]
}

package enum DefaultValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
}

/// A description that cannot be understood: where, and why.
package struct DescriptionError: Error, Equatable, CustomStringConvertible {
    /// File and path to the value: `Fetch.json: request.topics.partitions`.
    package var place: String
    package var reason: String

    package var description: String { "\(place): \(reason)" }
}
