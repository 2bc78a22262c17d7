import Diagnostics
import LocatedJSON

extension AvroLint {
    /// Without a scale it is 0: whole numbers, which amounts of money rarely are.
    mutating func checkDecimalScale(_ object: AvroWrittenObject) {
        guard object.kind != .field, let node = object.node["logicalType"], node.string == "decimal", object.node["scale"] == nil
        else { return }
        findings.add(
            .avroDecimalWithoutScale, "the decimal has no 'scale': it holds whole numbers", at: node.range,
            suggestion: "add \"scale\", the digits behind the point, 0 if whole numbers are meant")
    }
}
