extension CloudEvent {
    /// - Throws: the first thing that CloudEvents 1.0.2 does not allow (sections "Naming Conventions" to "Context Attributes").
    public func validate() throws(CloudEventError) {
        for (name, value) in [("id", id), ("source", source), ("type", type)] {
            try Self.check(text: value, of: name)
        }
        guard isURIReference(source) else { throw CloudEventError(attribute: "source", "is no URI reference") }
        if let dataContentType {
            guard isMediaType(dataContentType) else { throw CloudEventError(attribute: "datacontenttype", "is no media type") }
        }
        if let dataSchema {
            guard isAbsoluteURI(dataSchema) else { throw CloudEventError(attribute: "dataschema", "is no absolute URI") }
        }
        if let subject { try Self.check(text: subject, of: "subject") }
        if let time {
            guard isTime(time) else { throw CloudEventError(attribute: "time", "is no time as RFC 3339 writes it") }
        }
        for (name, value) in extensions {
            try Self.check(extensionName: name)
            if case .text(let text) = value { try Self.check(text: text, of: name, mayBeEmpty: true) }
        }
    }

    private static func check(text: String, of name: String, mayBeEmpty: Bool = false) throws(CloudEventError) {
        if text.isEmpty, !mayBeEmpty { throw CloudEventError(attribute: name, "is empty") }
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x20 || (0x7F...0x9F).contains(value) || scalar.properties.isNoncharacterCodePoint {
                throw CloudEventError(attribute: name, "has a character that no attribute may have, U+\(String(value, radix: 16, uppercase: true))")
            }
        }
    }

    static let ownNames: Set<String> = [
        "id", "source", "type", "specversion", "datacontenttype", "dataschema", "subject", "time", "data",
    ]

    static func check(extensionName name: String) throws(CloudEventError) {
        let isName = !name.isEmpty && name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isName else { throw CloudEventError(attribute: name, "has a name that is not of small letters and digits") }
        guard !ownNames.contains(name) else { throw CloudEventError(attribute: name, "is no extension's name: it has a meaning of its own") }
    }

    /// Whether data is JSON: by its content type, and where there is none.
    var isJSON: Bool {
        guard let dataContentType else { return true }
        let type = dataContentType.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmedOfBlanks.lowercased()
        return type.hasSuffix("/json") || type.hasSuffix("+json")
    }

    /// Whether the content type says that data is text.
    var isText: Bool {
        guard let dataContentType else { return false }
        let type = dataContentType.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmedOfBlanks.lowercased()
        return type.hasPrefix("text/") || type.hasSuffix("/xml") || type.hasSuffix("+xml")
    }
}

/// RFC 3986's characters and escapes; not its grammar in full.
private func isURIReference(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
        if bytes[place] == UInt8(ascii: "%") {
            guard place + 2 < bytes.count, hexadecimalNumber(bytes[place + 1...place + 2].map { $0 < 0x40 ? $0 : $0 | 0x20 }) != nil else { return false }
        } else if bytes[place] <= 0x20 || "\"<>\\^`{|}".utf8.contains(bytes[place]) || bytes[place] == 0x7F {
            return false
        }
        place += 1
    }
    return true
}

private func isAbsoluteURI(_ text: String) -> Bool {
    guard isURIReference(text), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8[..<colon].allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || "+-.".utf8.contains($0) }
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

/// `type/subtype` and what may follow a `;` (RFC 2045).
private func isMediaType(_ text: String) -> Bool {
    let type = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmedOfBlanks
    let parts = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
    return parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 > 0x20 && !"()<>@,;:\\\"/[]?=".utf8.contains($0) }
    }
}
