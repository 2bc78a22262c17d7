import Diagnostics

/// Reads every document of a YAML file into trees whose nodes know where they stand.
///
/// Never throws and never traps: what cannot be read is told in `diagnostics`, and reading goes on at the next `---`, so
/// that one run shows the errors of all documents. Memory is bounded by the file's size and by `limits`.
/// - Returns: as many documents as could be read, in order, empty ones (null at the root) included; the diagnostics in
///   the order found.
package func parseYAML(
    _ file: SourceFile,
    limits: YAMLLimits = .init()
) -> (documents: [YAMLDocument], diagnostics: [Diagnostic]) {
    if file.bytes.count > limits.maximumBytes {
        return ([], [tooManyBytes(file, limits)])
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
        do throws(TextProblem) {
            let positions = try surveyText(bytes)
            if let directive = tagDirectiveOverLimit(bytes, positions, limits) {
                return ([], [tooManyTagDirectives(file, positions, line: directive, limits)])
            }
            return readDocuments(file, bytes, positions, limits)
        } catch {
            return ([], [diagnostic(for: error, in: file)])
        }
    }
}

/// Reads section by section: a section ends where the text does or where it could not be read.
private func readDocuments(
    _ file: SourceFile,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ positions: TextPositions,
    _ limits: YAMLLimits
) -> (documents: [YAMLDocument], diagnostics: [Diagnostic]) {
    var builder = TreeBuilder(file: file, bytes: bytes, positions: positions, limits: limits)
    var section = positions.textStart
    while let failure = readSection(from: section, of: bytes, into: &builder),
        !builder.isExhausted,
        let next = nextDocumentMarker(bytes, positions, after: section, notBefore: failure)
    {
        section = next
    }
    return builder.finish()
}

/// Reads until the end, nil, or until a document fails: the byte offset of the line from which to look for the next.
private func readSection(
    from offset: Int,
    of bytes: UnsafeBufferPointer<UInt8>,
    into builder: inout TreeBuilder
) -> Int? {
    guard offset < bytes.count,
        var reader = EventReader(UnsafeBufferPointer(rebasing: bytes[offset...]))
    else { return nil }
    builder.beginSection(at: offset)
    while let event = reader.next() {
        switch builder.accept(event) {
        case .readOn: continue
        case .end: return nil
        case .abandonDocument(let offset): return offset
        }
    }
    return builder.fail(reader.problem)
}

/// The byte offset of the first `---` that can begin a document after the one that failed.
///
/// A line that starts so ends the document before it wherever it stands, even inside quotes (YAML 1.2.2, section 9.1.2).
private func nextDocumentMarker(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ positions: TextPositions,
    after start: Int,
    notBefore failure: Int
) -> Int? {
    var positions = positions
    var line = Int(positions.position(ofByte: max(start, failure)).line) - 1
    while line < positions.lineCount {
        let offset = positions.start(ofLine: line)
        if offset > start, isDocumentMarker(bytes, at: offset) { return offset }
        line += 1
    }
    return nil
}

private func isDocumentMarker(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    guard offset + 3 <= bytes.count,
        bytes[offset] == dash, bytes[offset + 1] == dash, bytes[offset + 2] == dash
    else { return false }
    return offset + 3 == bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset + 3])
}

/// The line (from 0) of the first `%TAG` beyond the limit.
private func tagDirectiveOverLimit(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ positions: TextPositions,
    _ limits: YAMLLimits
) -> Int? {
    var count = 0
    for line in 0..<positions.lineCount {
        let offset = positions.start(ofLine: line)
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "%") else { continue }
        count += 1
        if count > limits.maximumTagDirectives { return line }
    }
    return nil
}
