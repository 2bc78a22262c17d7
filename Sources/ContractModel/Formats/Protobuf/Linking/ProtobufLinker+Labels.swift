extension ProtobufLinker {
    /// Which labels a field may have hangs on the edition and on where it stands.
    mutating func checkLabel(
        of field: ProtobufFieldSyntax, named name: String, isExtension: Bool, edition: ProtobufEdition, in file: Int
    ) {
        if let label = field.label {
            if field.oneof != nil {
                report(
                    .fieldLabel, "a field of a oneof has no label, and '\(name)' is '\(label.rawValue)'", field.labelSpan, in: file,
                    suggestion: "remove '\(label.rawValue)'")
                return
            }
            switch (label, edition) {
            case (.required, .proto3):
                report(
                    .notInThisEdition, "proto3 has no required fields", field.labelSpan, in: file,
                    suggestion: "remove 'required', or write 'optional' to tell an absent value from a default one")
            case (.required, _) where isExtension:
                report(.fieldLabel, "an extension cannot be required", field.labelSpan, in: file, suggestion: "write 'optional'")
            case (.required, _) where edition.isEdition:
                report(
                    .notInThisEdition, "editions have no label 'required'", field.labelSpan, in: file,
                    suggestion: "write [features.field_presence = LEGACY_REQUIRED]")
            case (.optional, _) where edition.isEdition:
                report(
                    .notInThisEdition, "editions have no label 'optional': a field without a label is so already", field.labelSpan,
                    in: file, suggestion: "remove 'optional'")
            default: break
            }
        } else if edition == .proto2, field.oneof == nil {
            switch field.type {
            case .map: return
            // Of the entries of maps, which nobody writes.
            case _ where field.labelSpan == field.nameSpan: return
            default:
                report(
                    .fieldLabel, "in proto2 a field is 'optional', 'required' or 'repeated', and '\(name)' does not say", field.typeSpan,
                    in: file, suggestion: "write 'optional' before the type")
            }
        }
    }

    mutating func checkNumber(of field: ProtobufFieldSyntax, isExtension: Bool, in file: Int) {
        let number = field.number.value
        if number < 1 {
            report(.fieldNumber, "a field's number is at least 1, and \(number) is not", field.number.span, in: file)
        } else if number > Self.highestFieldNumber {
            // The highest number of extensions hangs on what is extended.
            if !isExtension || number > Int64(Int32.max) {
                report(
                    .fieldNumber, "a field's number is at most \(Self.highestFieldNumber), and \(number) is more", field.number.span,
                    in: file)
            }
        } else if 19_000...19_999 ~= number {
            report(
                .fieldNumber, "numbers from 19000 to 19999 are kept for Protobuf itself, and \(number) is one of them",
                field.number.span, in: file)
        }
    }
}
