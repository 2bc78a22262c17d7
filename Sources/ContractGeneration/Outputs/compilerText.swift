import Diagnostics

/// A diagnostic as compilers print them, which SwiftPM, Xcode and editors show at its place.
///
///     /home/ada/orders/Contracts/order.avsc:7:15: error: 'int' cannot be … [codegen/untyped]
///
/// - Parameter absolute: a path as the reader's tools need it.
package func compilerText(_ diagnostic: Diagnostic, absolute: (String) -> String) -> String {
    func place(_ range: SourceRange?) -> String {
        range.map { "\(absolute($0.file.path)):\($0.start.line):\($0.start.column): " } ?? ""
    }
    let remedy = diagnostic.suggestion.map { "; \($0)" } ?? ""
    var lines = ["\(place(diagnostic.range))\(diagnostic.severity.rawValue): \(oneLine(diagnostic.message + remedy)) [\(diagnostic.code)]"]
    for label in diagnostic.secondary { lines.append("\(place(label.range))note: \(oneLine(label.text))") }
    for note in diagnostic.notes { lines.append("\(place(diagnostic.range))note: \(oneLine(note))") }
    return lines.map { $0 + "\n" }.joined()
}

private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
