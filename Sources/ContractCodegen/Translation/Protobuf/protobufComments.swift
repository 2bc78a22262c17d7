import ContractModel

/// The comment that belongs to what stands in a span: lines right above it, else what follows it on its line.
func protobufComment(at span: ProtobufSpan, in source: ProtobufSource) -> [String] {
    let above = commentAbove(Int(span.start), source.file.bytes)
    return documentationLines((above.isEmpty ? commentAfter(Int(span.end), source.file.bytes) : above).joined(separator: "\n"))
}

private func line(_ bytes: ArraySlice<UInt8>) -> String {
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
}

/// The text of a line that is all comment, without what begins it.
private func uncommented(_ text: String) -> String {
    let text = text.drop { $0 == "/" }
    return String(text.first == " " ? text.dropFirst() : text)
}

private func commentAbove(_ offset: Int, _ bytes: [UInt8]) -> [String] {
    var end = offset
    while end > 0, bytes[end - 1] != 10 { end -= 1 }
    guard line(bytes[end..<offset]).isEmpty else { return [] }
    var lines: [String] = []
    while end > 0 {
        var start = end - 1
        while start > 0, bytes[start - 1] != 10 { start -= 1 }
        let text = line(bytes[start..<(end - 1)])
        if text.hasPrefix("//") {
            lines.append(uncommented(text))
        } else if lines.isEmpty, text.hasSuffix("*/") {
            return blockAbove(end - 1, bytes)
        } else {
            break
        }
        end = start
    }
    return lines.reversed()
}

/// The block comment that ends on the line which ends there, if it begins a line.
private func blockAbove(_ end: Int, _ bytes: [UInt8]) -> [String] {
    var start = end - 3
    while start >= 0, !(bytes[start] == UInt8(ascii: "/") && bytes[start + 1] == UInt8(ascii: "*")) { start -= 1 }
    guard start >= 0 else { return [] }
    var before = start
    while before > 0, bytes[before - 1] != 10 { before -= 1 }
    guard line(bytes[before..<start]).isEmpty else { return [] }
    return blockLines(line(bytes[start..<end]))
}

private func blockLines(_ text: String) -> [String] {
    var text = text.drop { $0 == "/" || $0 == "*" }
    while text.last == "/" || text.last == "*" { text.removeLast() }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { part in
        let trimmed = line(Array(part.utf8)[...])
        guard trimmed.hasPrefix("*") else { return trimmed }
        let inner = trimmed.dropFirst()
        return String(inner.first == " " ? inner.dropFirst() : inner)
    }
}

private func commentAfter(_ offset: Int, _ bytes: [UInt8]) -> [String] {
    var end = offset
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    let text = line(bytes[min(offset, end)..<end].drop { $0 == UInt8(ascii: ";") })
    if text.hasPrefix("//") { return [uncommented(text)] }
    return text.hasPrefix("/*") && text.hasSuffix("*/") && text.count > 4 ? blockLines(text) : []
}
