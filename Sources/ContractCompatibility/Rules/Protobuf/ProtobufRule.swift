import ContractModel

/// Everything that a change of a Protobuf contract can break, each with a page in Specs/diagnostics/protobuf and a folder in
/// Fixtures/compatibility/protobuf.
package enum ProtobufRule: String, Sendable, Hashable, CaseIterable {
    // Files
    case fileDeleted = "protobuf/file-deleted"
    case packageChanged = "protobuf/package-changed"
    case syntaxChanged = "protobuf/syntax-changed"
    case fileOptionChanged = "protobuf/file-option-changed"
    // Declarations
    case messageDeleted = "protobuf/message-deleted"
    case enumDeleted = "protobuf/enum-deleted"
    case extensionDeleted = "protobuf/extension-deleted"
    case serviceDeleted = "protobuf/service-deleted"
    // Messages
    case requiredFieldAdded = "protobuf/required-field-added"
    case requiredFieldDeleted = "protobuf/required-field-deleted"
    case messageReservationDeleted = "protobuf/message-reservation-deleted"
    case extensionRangeDeleted = "protobuf/extension-range-deleted"
    case oneofDeleted = "protobuf/oneof-deleted"
    case messageJSONFormatChanged = "protobuf/message-json-format-changed"
    case descriptorAccessorDeleted = "protobuf/descriptor-accessor-deleted"
    // Fields
    case fieldDeleted = "protobuf/field-deleted"
    case fieldNumberNotReserved = "protobuf/field-number-not-reserved"
    case fieldNameNotReserved = "protobuf/field-name-not-reserved"
    case fieldTypeChanged = "protobuf/field-type-changed"
    case fieldWireTypeChanged = "protobuf/field-wire-type-changed"
    case fieldJSONTypeChanged = "protobuf/field-json-type-changed"
    case fieldTypeUnknown = "protobuf/field-type-unknown"
    case fieldCardinalityChanged = "protobuf/field-cardinality-changed"
    case fieldWireCardinalityChanged = "protobuf/field-wire-cardinality-changed"
    case fieldJSONCardinalityChanged = "protobuf/field-json-cardinality-changed"
    case fieldRenamed = "protobuf/field-renamed"
    case fieldJSONNameChanged = "protobuf/field-json-name-changed"
    case fieldOneofChanged = "protobuf/field-oneof-changed"
    case fieldDefaultChanged = "protobuf/field-default-changed"
    case fieldJSTypeChanged = "protobuf/field-jstype-changed"
    case fieldUTF8ValidationChanged = "protobuf/field-utf8-validation-changed"
    case fieldJavaUTF8ValidationChanged = "protobuf/field-java-utf8-validation-changed"
    case fieldCppStringTypeChanged = "protobuf/field-cpp-string-type-changed"
    // Enums
    case enumValueDeleted = "protobuf/enum-value-deleted"
    case enumValueNumberNotReserved = "protobuf/enum-value-number-not-reserved"
    case enumValueNameNotReserved = "protobuf/enum-value-name-not-reserved"
    case enumValueRenamed = "protobuf/enum-value-renamed"
    case enumReservationDeleted = "protobuf/enum-reservation-deleted"
    case enumOpennessChanged = "protobuf/enum-openness-changed"
    case enumJSONFormatChanged = "protobuf/enum-json-format-changed"
    // Services
    case rpcDeleted = "protobuf/rpc-deleted"
    case rpcRequestTypeChanged = "protobuf/rpc-request-type-changed"
    case rpcResponseTypeChanged = "protobuf/rpc-response-type-changed"
    case rpcClientStreamingChanged = "protobuf/rpc-client-streaming-changed"
    case rpcServerStreamingChanged = "protobuf/rpc-server-streaming-changed"
    case rpcIdempotencyChanged = "protobuf/rpc-idempotency-changed"
    // The comparison itself
    case tooManyDifferences = "protobuf/too-many-differences"

    package enum Weight: Sendable, Hashable {
        /// Not looked at.
        case silent
        /// Worth knowing, and allowed.
        case told
        case breaking
    }

    package func weight(at level: ProtobufLevel) -> Weight {
        switch self {
        case .packageChanged, .requiredFieldAdded, .requiredFieldDeleted, .messageReservationDeleted,
            .enumReservationDeleted,
            .fieldOneofChanged, .fieldDefaultChanged, .fieldTypeUnknown, .rpcRequestTypeChanged,
            .rpcResponseTypeChanged,
            .rpcClientStreamingChanged, .rpcServerStreamingChanged, .rpcIdempotencyChanged,
            .tooManyDifferences:
            .breaking
        case .fieldNumberNotReserved, .enumValueNumberNotReserved:
            level == .source ? .silent : .breaking
        case .fieldWireTypeChanged, .fieldWireCardinalityChanged:
            level == .wire ? .breaking : .silent
        case .fieldNameNotReserved, .enumValueNameNotReserved, .fieldJSONTypeChanged,
            .fieldJSONCardinalityChanged:
            level == .wireJSON ? .breaking : .silent
        case .fieldRenamed, .enumValueRenamed:
            level == .wire ? .told : .breaking
        case .fieldJSONNameChanged, .messageJSONFormatChanged, .enumJSONFormatChanged:
            level == .wire ? .silent : .breaking
        case .fileDeleted, .messageDeleted, .enumDeleted, .extensionDeleted, .serviceDeleted,
            .rpcDeleted:
            level == .source ? .breaking : .told
        case .syntaxChanged, .fileOptionChanged, .extensionRangeDeleted, .oneofDeleted,
            .descriptorAccessorDeleted,
            .fieldDeleted, .fieldTypeChanged, .fieldCardinalityChanged, .fieldJSTypeChanged,
            .fieldUTF8ValidationChanged,
            .fieldJavaUTF8ValidationChanged, .fieldCppStringTypeChanged, .enumValueDeleted,
            .enumOpennessChanged:
            level == .source ? .breaking : .silent
        }
    }
}
