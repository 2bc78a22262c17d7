import ContractModel
import Diagnostics
import TestSupport
import Testing

/// One text that stands for several files: `// file: b.proto` begins another. The first is main.proto.
func protobufFiles(_ text: String) -> [String: SourceFile] {
    var texts: [(path: String, text: String)] = [("main.proto", "")]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("// file: ") {
            texts.append((String(line.dropFirst("// file: ".count)), ""))
        } else {
            texts[texts.count - 1].text += line + "\n"
        }
    }
    return Dictionary(texts.map { ($0.path, SourceFile(path: $0.path, text: $0.text)) }) { first, _ in first }
}

/// Reads and links main.proto of such a text.
func loadProtobufText(_ text: String) -> ProtobufResult {
    let files = protobufFiles(text)
    return loadProtobuf(["main.proto"]) { files[$0] }
}

/// A schema without a finding.
func protobufSchema(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> ProtobufSchema {
    let result = loadProtobufText(text)
    #expect(result.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    return result.schema
}

/// Codes, without `protobuf/`, of what is found in a text.
func protobufCodes(_ text: String) -> [String] { loadProtobufText(text).diagnostics.map { String($0.code.dropFirst("protobuf/".count)) } }

/// Expects findings with these codes at the marked places, and no other.
func expectProtobufFindings(_ marked: String, _ codes: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let source = MarkedSource(marked, path: "main.proto")
    let result = loadProtobuf(source.file)
    let found = result.diagnostics.map { "\($0.code) at \($0.range.map(describe) ?? "nowhere")" }
    let expected = zip(codes, source.ranges).map { "protobuf/\($0) at \(describe($1))" }
    #expect(found == expected, sourceLocation: sourceLocation)
}

private func describe(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}
