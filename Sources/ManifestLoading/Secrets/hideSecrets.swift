import Diagnostics
import LocatedYAML

/// A copy of a file in which secrets that somebody wrote down are crossed out; nil where there are none.
///
/// Diagnostics show the lines that they speak of, so a secret must be gone before anything is said of its file. Lengths
/// and places stay as they are. Only places where a secret would be an error anyway are looked at.
func hideSecrets(in documents: [YAMLDocument], of file: SourceFile) -> SourceFile? {
    var ranges: [SourceRange] = []
    for document in documents {
        guard let spec = document.root["spec"] else { continue }
        switch document.root["kind"]?.scalar?.text {
        case "Principal", "Cluster": collectSecrets(spec, &ranges)
        case "Mesh":
            for environment in spec["environments"]?.mapping ?? [] {
                if let patches = environment.value["patches"] { collectSecrets(patches, &ranges) }
            }
        default: continue
        }
    }
    guard !ranges.isEmpty else { return nil }
    var bytes = file.bytes
    for range in ranges { crossOut(Int(range.start.offset)..<Int(range.end.offset), in: &bytes) }
    return SourceFile(path: file.path, bytes: bytes)
}

private let secretNames: Set<String> = ["password", "secret", "token", "clientsecret", "apikey", "privatekey"]

/// `key` is a secret within `tls`, and a plain word elsewhere.
private func collectSecrets(_ node: YAMLNode, isTLS: Bool = false, _ ranges: inout [SourceRange]) {
    for item in node.sequence ?? [] { collectSecrets(item, isTLS: isTLS, &ranges) }
    for entry in node.mapping ?? [] {
        let path = (entry.key.scalar?.text.lowercased() ?? "").split(separator: ".").map { String($0) }
        let name = path.last ?? ""
        let isInTLS = isTLS || path.dropLast().contains("tls")
        if secretNames.contains(name) || (isInTLS && name == "key") {
            collectScalars(entry.value, &ranges)
        } else {
            collectSecrets(entry.value, isTLS: isTLS || path.contains("tls"), &ranges)
        }
    }
}

private func collectScalars(_ node: YAMLNode, _ ranges: inout [SourceRange]) {
    switch node.content {
    case .scalar(let scalar): if !node.isNull, !mentionsVariable(scalar.text) { ranges.append(node.range) }
    case .sequence(let items): for item in items { collectScalars(item, &ranges) }
    case .mapping(let entries):
        for entry in entries where !["fromEnv", "fromFile"].contains(entry.key.scalar?.text) {
            collectScalars(entry.value, &ranges)
        }
    }
}

/// Quotes and a block's header stay, so that the text is the YAML that it was.
private func crossOut(_ range: Range<Int>, in bytes: inout [UInt8]) {
    guard let first = bytes[range].first else { return }
    var inner = range
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): inner = (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
        inner = (bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound)..<range.upperBound
    default: break
    }
    for index in inner where ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { bytes[index] = UInt8(ascii: "x") }
}
