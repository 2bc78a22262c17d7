import LocatedYAML

/// The events of a text in the notation of the YAML test suite, and whether all of it could be read.
func eventNotation(of text: String) -> (events: String, isWhole: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
        // libyaml asks for a place even where there is no text.
        let empty: [UInt8] = [0x0A]
        guard bytes.count > 0 else { return empty.withUnsafeBufferPointer { notation(of: $0) } }
        return notation(of: bytes)
    }
}

private func notation(of bytes: UnsafeBufferPointer<UInt8>) -> (events: String, isWhole: Bool) {
    guard var reader = EventReader(bytes) else { return ("", false) }
    var lines = ""
    while let event = reader.next() {
        lines += line(event) + "\n"
        if event.kind == .streamEnd { return (lines, true) }
    }
    return (lines, false)
}

private func line(_ event: YAMLEvent) -> String {
    let properties = (event.anchor.map { " &" + $0 } ?? "") + (event.tag.map { " <\($0)>" } ?? "")
    switch event.kind {
    case .streamStart: return "+STR"
    case .streamEnd: return "-STR"
    case .documentStart: return event.isImplicit ? "+DOC" : "+DOC ---"
    case .documentEnd: return event.isImplicit ? "-DOC" : "-DOC ..."
    case .sequenceStart: return "+SEQ" + (event.isFlow ? " []" : "") + properties
    case .sequenceEnd: return "-SEQ"
    case .mappingStart: return "+MAP" + (event.isFlow ? " {}" : "") + properties
    case .mappingEnd: return "-MAP"
    case .alias: return "=ALI *" + (event.anchor ?? "")
    case .scalar: return "=VAL" + properties + " " + indicator(event.style) + escaped(event.bytes)
    }
}

private func indicator(_ style: YAMLScalar.Style) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
}

private func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\u{8}": text += "\\b"
        default: text.unicodeScalars.append(scalar)
        }
    }
    return text
}
