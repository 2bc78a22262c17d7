extension AuditEvent {
    /// Clusters take records of a megabyte: an event about more changes than this is kept as several, one after the other.
    static let mostChanges = 250
    /// Of a change's detail, in bytes of UTF-8; a message may be ten times as long.
    static let mostText = 1000

    /// The event as it is kept: itself, or parts of it that say so.
    var parts: [AuditEvent] {
        var whole = self
        whole.message = Self.shortened(message, to: 10 * Self.mostText)
        for index in changes.indices {
            if let detail = changes[index].detail { whole.changes[index].detail = Self.shortened(detail, to: Self.mostText) }
        }
        guard changes.count > Self.mostChanges else { return [whole] }
        let count = (changes.count + Self.mostChanges - 1) / Self.mostChanges
        return (0..<count).map { number in
            var part = whole
            part.changes = Array(whole.changes.dropFirst(number * Self.mostChanges).prefix(Self.mostChanges))
            part.message += " (part \(number + 1) of \(count))"
            return part
        }
    }

    /// By bytes, because those are what a record is measured by: one character may be of any number of them.
    private static func shortened(_ text: String, to length: Int) -> String {
        guard text.utf8.count > length else { return text }
        var kept = text.utf8.prefix(length)
        // Not within a scalar.
        while !kept.isEmpty, kept.endIndex.samePosition(in: text.unicodeScalars) == nil { kept = kept.dropLast() }
        return String(decoding: kept, as: UTF8.self) + "…"
    }
}
