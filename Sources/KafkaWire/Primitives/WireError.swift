/// Why bytes could not be read as a message, or a message could not be written as bytes.
///
/// Offsets count bytes from where the reader began. None of these is worth a retry: the same bytes or the
/// same value fail again. A peer that sends such bytes is answered by closing its connection.
package enum WireError: Error, Sendable, Equatable {
    /// The message ends before the value does.
    case truncated(offset: Int, needed: Int, available: Int)
    /// A length or count below zero that does not stand for null.
    case negativeLength(offset: Int, length: Int)
    /// A length or count above what the format, the rest of the message or the reader's budget allows.
    case lengthTooLarge(offset: Int, length: Int, limit: Int)
    /// Null where the version knows only a value.
    case unexpectedNull(offset: Int)
    /// More continuation bytes than the integer has room for.
    case varintTooLong(offset: Int)
    case invalidUTF8(offset: Int)
    /// A tagged field whose content is not as long as its size says.
    case taggedFieldSize(offset: Int, tag: UInt32, declared: Int, read: Int)
    /// The message was read whole, and bytes are left.
    case trailingBytes(offset: Int, count: Int)

    /// A version outside `KafkaMessage.versions`.
    case unsupportedVersion(apiKey: APIKey, version: Int16)

    /// A field set to something that the version has no room for, and that must not be dropped silently.
    case fieldNotInVersion(field: String, version: Int16)
    /// Null in a field that cannot be null in the version.
    case nullNotInVersion(field: String, version: Int16)
    /// A string, byte field or array longer than the format can say.
    case tooLongToWrite(length: Int, limit: Int)
}

extension WireError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .truncated(let offset, let needed, let available):
            "the message ends too early: \(needed) bytes wanted at offset \(offset), \(available) left"
        case .negativeLength(let offset, let length):
            "length \(length) at offset \(offset) is negative"
        case .lengthTooLarge(let offset, let length, let limit):
            "length \(length) at offset \(offset) is above the limit of \(limit)"
        case .unexpectedNull(let offset):
            "null at offset \(offset), where a value is required"
        case .varintTooLong(let offset):
            "the variable-length integer at offset \(offset) does not end"
        case .invalidUTF8(let offset):
            "the string at offset \(offset) is not valid UTF-8"
        case .taggedFieldSize(let offset, let tag, let declared, let read):
            "tagged field \(tag) at offset \(offset) declares \(declared) bytes but holds \(read)"
        case .trailingBytes(let offset, let count):
            "\(count) bytes are left after the message's end at offset \(offset)"
        case .unsupportedVersion(let apiKey, let version):
            "version \(version) of \(apiKey) is not supported"
        case .fieldNotInVersion(let field, let version):
            "\(field) is set, but version \(version) cannot carry it"
        case .nullNotInVersion(let field, let version):
            "\(field) is null, but version \(version) requires a value"
        case .tooLongToWrite(let length, let limit):
            "length \(length) cannot be written: the format's limit is \(limit)"
        }
    }
}
