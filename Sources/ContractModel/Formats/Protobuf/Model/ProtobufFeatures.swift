/// The features of google.protobuf.FeatureSet, resolved: what is written here or around, else the edition's default.
/// proto2 and proto3 are editions with other defaults.
///
/// The raw values are those of descriptor.proto.
package struct ProtobufFeatures: Sendable, Hashable {
    package enum FieldPresence: Int32, Sendable { case explicit = 1, implicit, legacyRequired }
    package enum EnumType: Int32, Sendable { case open = 1, closed }
    package enum RepeatedFieldEncoding: Int32, Sendable { case packed = 1, expanded }
    package enum UTF8Validation: Int32, Sendable { case verify = 2, none }
    package enum MessageEncoding: Int32, Sendable { case lengthPrefixed = 1, delimited }
    package enum JSONFormat: Int32, Sendable { case allow = 1, legacyBestEffort }
    package enum NamingStyle: Int32, Sendable { case style2024 = 1, legacy, style2026 }
    package enum SymbolVisibility: Int32, Sendable { case exportAll = 1, exportTopLevel, localAll, strict }

    package var fieldPresence: FieldPresence
    package var enumType: EnumType
    package var repeatedFieldEncoding: RepeatedFieldEncoding
    package var utf8Validation: UTF8Validation
    package var messageEncoding = MessageEncoding.lengthPrefixed
    package var jsonFormat: JSONFormat
    package var namingStyle: NamingStyle
    package var symbolVisibility: SymbolVisibility

    package init(defaultOf edition: ProtobufEdition) {
        let isProto2 = edition == .proto2
        fieldPresence = edition == .proto3 ? .implicit : .explicit
        enumType = isProto2 ? .closed : .open
        repeatedFieldEncoding = isProto2 ? .expanded : .packed
        utf8Validation = isProto2 ? .none : .verify
        jsonFormat = isProto2 ? .legacyBestEffort : .allow
        namingStyle = edition < .edition2024 ? .legacy : edition == .edition2024 ? .style2024 : .style2026
        symbolVisibility = edition < .edition2024 ? .exportAll : edition == .edition2024 ? .exportTopLevel : .strict
    }

    /// With what an element says itself: a value of google.protobuf.FeatureSet.
    mutating func apply(_ value: ProtobufMessageValue) {
        for field in value.fields {
            guard case .enumeration(let number)? = field.values.last else { continue }
            switch field.number {
            case 1: fieldPresence = FieldPresence(rawValue: number) ?? fieldPresence
            case 2: enumType = EnumType(rawValue: number) ?? enumType
            case 3: repeatedFieldEncoding = RepeatedFieldEncoding(rawValue: number) ?? repeatedFieldEncoding
            case 4: utf8Validation = UTF8Validation(rawValue: number) ?? utf8Validation
            case 5: messageEncoding = MessageEncoding(rawValue: number) ?? messageEncoding
            case 6: jsonFormat = JSONFormat(rawValue: number) ?? jsonFormat
            case 7: namingStyle = NamingStyle(rawValue: number) ?? namingStyle
            case 8: symbolVisibility = SymbolVisibility(rawValue: number) ?? symbolVisibility
            default: break
            }
        }
    }
}
