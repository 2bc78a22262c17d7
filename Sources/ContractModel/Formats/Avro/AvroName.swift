/// Names as Avro 1.12 has them ("Names"): dots set a namespace apart, and each part is `[A-Za-z_][A-Za-z0-9_]*`.
enum AvroName {
    static func isNamePart(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    static func isFullName(_ text: String) -> Bool {
        !text.isEmpty && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isNamePart)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    /// A name that has dots is whole; one that has none gets the namespace, if there is one.
    static func full(_ name: String, in namespace: String?) -> String {
        guard !name.contains("."), let namespace, !namespace.isEmpty else { return name }
        return "\(namespace).\(name)"
    }

    static func namespace(of fullName: String) -> String? {
        fullName.lastIndex(of: ".").map { String(fullName[..<$0]) }
    }

    static func unqualified(_ fullName: String) -> String {
        fullName.lastIndex(of: ".").map { String(fullName[fullName.index(after: $0)...]) } ?? fullName
    }
}
