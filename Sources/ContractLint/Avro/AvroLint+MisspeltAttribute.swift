import Diagnostics
import LocatedJSON

extension AvroLint {
    /// Attributes that nobody knows are somebody's own and allowed; one that is nearly an attribute of Avro is a slip.
    mutating func checkAttributes(_ object: AvroWrittenObject) {
        let known = Self.attributes(of: object.kind)
        for member in object.node.object ?? [] where !known.contains(member.key) {
            guard let meant = findings.guess(member.key, among: known), object.node[meant] == nil else { continue }
            findings.add(
                .avroMisspeltAttribute, "'\(member.key)' means nothing here, and is passed over", at: member.keyRange,
                suggestion: "did you mean '\(meant)'?", fixIts: [TextEdit(replace: member.keyRange, with: "\"\(meant)\"")])
        }
    }

    static func attributes(of kind: AvroWrittenObject.Kind) -> [String] {
        switch kind {
        case .record: ["type", "name", "namespace", "doc", "aliases", "fields"]
        case .enumeration: ["type", "name", "namespace", "doc", "aliases", "symbols", "default"]
        case .fixed: ["type", "name", "namespace", "doc", "aliases", "size", "logicalType", "precision", "scale"]
        case .array: ["type", "items"]
        case .map: ["type", "values"]
        case .primitive: ["type", "logicalType", "precision", "scale"]
        case .field: ["name", "type", "doc", "default", "order", "aliases"]
        }
    }
}
