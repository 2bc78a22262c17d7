/// `authzid NUL authcid NUL password` (RFC 4616).
struct PlainMessage {
    var user: String
    var password: [UInt8]

    init?(_ message: [UInt8]) {
        let parts = message.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        guard message.count <= 4096, parts.count == 3, let user = String(validating: parts[1], as: UTF8.self), !user.isEmpty,
            !parts[2].isEmpty, parts[0].isEmpty || parts[0] == parts[1]
        else { return nil }
        self.user = user
        password = Array(parts[2])
    }
}

/// `n,a=authzid,^Aauth=Bearer token^A^A` (RFC 7628, section 3.1), with extensions that are let be.
struct BearerMessage {
    var authorizedName: String?
    var token: String

    init?(_ message: [UInt8]) {
        guard let text = String(validating: message, as: UTF8.self) else { return nil }
        let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[parts.count - 1].isEmpty, parts[parts.count - 2].isEmpty else { return nil }
        let header = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard header.count == 3, header[0] == "n" || header[0] == "y", header[2].isEmpty else { return nil }
        if !header[1].isEmpty {
            guard header[1].hasPrefix("a=") else { return nil }
            authorizedName = String(header[1].dropFirst(2))
        }
        guard let auth = parts.dropFirst().first(where: { $0.hasPrefix("auth=") }) else { return nil }
        let words = auth.dropFirst("auth=".count).split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        token = String(words[1])
    }
}
