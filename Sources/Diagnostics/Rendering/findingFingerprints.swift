/// For each diagnostic of a report a text by which a later run knows it again, though lines were put in or taken out above:
/// made of the code, the file, the text of the line that it is about, and how many such came before.
func findingFingerprints(_ diagnostics: [Diagnostic]) -> [String] {
    var seen: [String: Int] = [:]
    return diagnostics.map { diagnostic in
        let place = diagnostic.range.map { "\($0.file.path)\n\(trimmedLine(at: $0))" } ?? diagnostic.message
        let count = seen["\(diagnostic.code)\n\(place)", default: 0]
        seen["\(diagnostic.code)\n\(place)"] = count + 1
        // FNV-1a (Fowler, Noll, Vo), 64 bits: it tells findings apart, and guards nothing.
        let hash = "\(diagnostic.code)\n\(place)\n\(count)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The line in which a range begins, without the white space round it; no more of it than anybody would write by hand.
private func trimmedLine(at range: SourceRange) -> String {
    let bytes = range.file.bytes
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let place = min(Int(range.start.offset), bytes.count)
    var start = place
    while start > 0, place - start < 500, !isBreak(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < bytes.count, end - place < 500, !isBreak(bytes[end]) { end += 1 }
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
}
