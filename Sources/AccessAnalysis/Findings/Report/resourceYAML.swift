import MeshModel

/// A line for `resources:` of an Access document.
func resourceYAML(_ type: AccessRule.ResourceType, _ pattern: AccessRule.Pattern) -> String {
    switch pattern {
    case _ where type == .cluster: "- { type: cluster, any: true }"
    case .literal(let name): "- { type: \(type.rawValue), name: \(yamlScalar(name)) }"
    case .prefix(let prefix): "- { type: \(type.rawValue), prefix: \(yamlScalar(prefix)) }"
    case .any: "- { type: \(type.rawValue), any: true }"
    }
}

/// A `resources:` list in place of one wide pattern; nil where it would be too long to be read.
func resourcesYAML(_ type: AccessRule.ResourceType, _ names: [String], most: Int = 12) -> String? {
    guard !names.isEmpty, names.count <= most else { return nil }
    return (["resources:"] + names.map { "  " + resourceYAML(type, .literal($0)) }).joined(separator: "\n")
}

/// Plain where YAML takes it for nothing but this text, else in double quotes.
func yamlScalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
    // A number, a truth value or null would be read as such.
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", ".nan", ".inf"]
    if isPlain, let first = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(first), first != UInt8(ascii: "_"),
        !words.contains(text.lowercased())
    {
        return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029:
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
