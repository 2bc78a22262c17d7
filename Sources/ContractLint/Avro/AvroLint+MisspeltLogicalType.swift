import Diagnostics
import LocatedJSON

extension AvroLint {
    /// A logical type that nobody knows is somebody's own; one that is nearly one of Avro's is a slip.
    mutating func checkLogicalTypeName(_ object: AvroWrittenObject) {
        guard object.kind != .field, let node = object.node["logicalType"], let name = node.string,
            !Self.logicalTypes.contains(name), let meant = findings.guess(name, among: Self.logicalTypes)
        else { return }
        findings.add(
            .avroMisspeltLogicalType, "there is no logical type '\(name)' in Avro, and readers pass over it", at: node.range,
            suggestion: "did you mean '\(meant)'?", fixIts: [TextEdit(replace: node.range, with: "\"\(meant)\"")])
    }

    /// Avro 1.12, "Logical Types".
    static let logicalTypes = [
        "decimal", "big-decimal", "uuid", "date", "time-millis", "time-micros", "timestamp-millis", "timestamp-micros",
        "timestamp-nanos", "local-timestamp-millis", "local-timestamp-micros", "local-timestamp-nanos", "duration",
    ]
}
