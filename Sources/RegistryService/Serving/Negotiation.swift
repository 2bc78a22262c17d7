/// Which media type an answer has and a request may have.
enum Negotiation {
    /// The first is what a client gets that does not care.
    static let produced = ["application/vnd.schemaregistry.v1+json", "application/vnd.schemaregistry+json", "application/json"]

    private static let taken = Set(produced + ["application/octet-stream"])

    /// The type that the client likes best of ours (RFC 9110, 12.5.1); nil when it takes none.
    static func contentType(accepting header: String?) -> String? {
        guard let header, !header.allSatisfy(\.isWhitespace) else { return produced[0] }
        var best: (type: String, quality: Double)?
        for type in produced {
            let quality = self.quality(of: type, in: header)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    static func takes(contentType header: String?) -> Bool {
        guard let header, let type = parts(header, ";").first else { return true }
        return taken.contains(type.lowercased())
    }

    /// By the range that is nearest to the type.
    private static func quality(of type: String, in header: String) -> Double {
        var found: (nearness: Int, quality: Double) = (0, 0)
        for range in parts(header, ",").prefix(64) {
            let pieces = parts(range, ";")
            guard let name = pieces.first?.lowercased() else { continue }
            let nearness = name == type ? 3 : name == "application/*" ? 2 : name == "*/*" ? 1 : 0
            guard nearness > found.nearness else { continue }
            let quality = pieces.dropFirst().first { $0.lowercased().hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            found = (nearness, quality)
        }
        return found.quality
    }

    private static func parts(_ text: some StringProtocol, _ separator: Character) -> [String] {
        text.split(separator: separator).map { part in
            String(part.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }
    }
}
