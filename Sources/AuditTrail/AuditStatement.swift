import Determinism

/// What the log was, up to an offset: made by an event of all before it, or noted by somebody elsewhere.
///
///     4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
package struct AuditStatement: Sendable, Hashable, CustomStringConvertible {
    /// Everything before it is meant.
    package var offset: Int64
    /// 32 bytes.
    package var digest: [UInt8]

    package init(offset: Int64, digest: [UInt8]) {
        self.offset = offset
        self.digest = digest
    }

    /// nil where they are not an offset and 64 hexadecimal digits.
    package init?(offset: Int64, hexadecimal text: String) {
        guard offset >= 0, text.utf8.count == 64, let digest = fromHexadecimal(text.utf8) else { return nil }
        self.init(offset: offset, digest: digest)
    }

    /// nil where it is not `OFFSET:DIGEST`.
    package init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let offset = Int64(parts[0]) else { return nil }
        self.init(offset: offset, hexadecimal: String(parts[1]))
    }

    package var hexadecimal: String { Determinism.hexadecimal(digest) }

    package var description: String { "\(offset):\(hexadecimal)" }
}
