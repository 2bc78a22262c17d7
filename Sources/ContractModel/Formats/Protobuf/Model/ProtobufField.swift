/// A field of a message, or an extension.
package struct ProtobufField: Sendable {
    package enum FieldType: Sendable, Hashable {
        case scalar(ProtobufScalar)
        case enumeration(ProtobufID<ProtobufEnum>)
        /// Also of a group and of a map, whose messages tell so: `ProtobufMessage.Kind`.
        case message(ProtobufID<ProtobufMessage>)
        /// The name could not be found; reported.
        case unresolved
    }

    package enum Cardinality: Sendable { case singular, required, repeated }

    /// Whether a field that is not there differs from one that has its default value.
    package enum Presence: Sendable {
        /// It does: `optional`, members of oneofs, messages, required.
        case explicit
        /// It does not: what proto3 does without a label.
        case implicit
        /// Repeated fields and maps.
        case none
    }

    package let id: ProtobufID<ProtobufField>
    package let file: ProtobufID<ProtobufFile>
    /// The message that has it; of an extension, the one that is extended.
    package internal(set) var message: ProtobufID<ProtobufMessage>
    /// Of an extension, the message in which it is declared, if in one.
    package internal(set) var scope: ProtobufID<ProtobufMessage>?
    package let isExtension: Bool
    package let name: String
    package internal(set) var jsonName: String
    package internal(set) var hasCustomJSONName = false
    package let number: Int32
    /// As written.
    package let label: ProtobufLabel?
    package internal(set) var type: FieldType
    /// Written as a group.
    package let isGroup: Bool
    package internal(set) var oneof: ProtobufID<ProtobufOneof>?
    /// Nil where none is written.
    package internal(set) var defaultValue: ProtobufValue?
    package internal(set) var options = ProtobufOptions()
    package internal(set) var features = ProtobufFeatures(defaultOf: .proto2)
    /// `optional` of proto3.
    package let isProto3Optional: Bool
    package let nameSpan: ProtobufSpan
    package let labelSpan: ProtobufSpan
    package let typeSpan: ProtobufSpan
    package let numberSpan: ProtobufSpan
    package let span: ProtobufSpan

    package var isRepeated: Bool { cardinality == .repeated }
    package internal(set) var cardinality: Cardinality
    package internal(set) var presence: Presence = .explicit
    /// Several values in one length-delimited field, when written; both ways are read.
    package internal(set) var isPacked = false
    /// A message between start and end tags in place of a length.
    package internal(set) var isDelimited = false
    /// A string that is not UTF-8 is refused.
    package internal(set) var requiresUTF8 = false
}

package struct ProtobufEnum: Sendable {
    package let id: ProtobufID<ProtobufEnum>
    package let file: ProtobufID<ProtobufFile>
    package let parent: ProtobufID<ProtobufMessage>?
    package let name: String
    package let fullName: String
    /// Indices in the schema's `enumValues`, in the order in which they are written.
    package internal(set) var values: Range<Int> = 0..<0
    package internal(set) var reservedRanges: [ProtobufMessage.ReservedRange] = []
    package internal(set) var reservedNames: [ProtobufMessage.ReservedName] = []
    /// Values of one number have several names.
    package internal(set) var allowsAlias = false
    /// Numbers without a name are unknown fields, not values.
    package internal(set) var isClosed = false
    package internal(set) var options = ProtobufOptions()
    package internal(set) var features = ProtobufFeatures(defaultOf: .proto2)
    var visibility = ProtobufVisibility.unsaid
    package let nameSpan: ProtobufSpan
    package let span: ProtobufSpan
}

package struct ProtobufEnumValue: Sendable {
    package let id: ProtobufID<ProtobufEnumValue>
    package let enumeration: ProtobufID<ProtobufEnum>
    package let name: String
    package let number: Int32
    package internal(set) var options = ProtobufOptions()
    package let nameSpan: ProtobufSpan
    package let numberSpan: ProtobufSpan
    package let span: ProtobufSpan
}
