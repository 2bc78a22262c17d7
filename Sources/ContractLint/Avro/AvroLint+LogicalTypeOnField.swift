import Diagnostics
import LocatedJSON

extension AvroLint {
    /// `logicalType` belongs to the type. Beside the field's name readers pass over it, and the value stays a bare number.
    mutating func checkLogicalTypePlace(_ object: AvroWrittenObject) {
        guard object.kind == .field, let member = object.node.member("logicalType"), let type = object.node["type"] else { return }
        let inner = member.value.compactText
        findings.add(
            .avroLogicalTypeOnField, "the logical type stands beside the field's name, where readers pass over it", at: member.range,
            suggestion: type.string.map { "write \"type\": { \"type\": \"\($0)\", \"logicalType\": \(inner) }" }
                ?? "put it into the field's type")
    }
}
