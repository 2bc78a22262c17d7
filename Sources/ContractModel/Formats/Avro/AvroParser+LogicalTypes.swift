import Diagnostics
import LocatedJSON

enum LogicalTypeCarrier: Equatable {
    case primitive(AvroType.Primitive)
    case fixed(size: Int)
}

extension AvroParser {
    /// Avro 1.12, "Logical Types". One that does not fit its type must be ignored, which is worth a warning; one that nobody
    /// knows is somebody's own.
    mutating func logicalType(of node: JSONNode, on carrier: LogicalTypeCarrier) -> AvroLogicalType? {
        guard let nameNode = node["logicalType"], let name = nameNode.string else { return nil }
        if name == "decimal" { return decimal(node, nameNode.range, on: carrier) }
        guard let carriers = carriers(of: name) else { return .plain(name) }
        if carriers.contains(carrier) { return .plain(name) }
        ignore(name, nameNode.range, why: "it stands on another type than it is for")
        return nil
    }

    private func carriers(of name: String) -> [LogicalTypeCarrier]? {
        switch name {
        case "uuid": [.primitive(.string), .fixed(size: 16)]
        case "date", "time-millis": [.primitive(.int)]
        case "time-micros", "timestamp-millis", "timestamp-micros", "timestamp-nanos", "local-timestamp-millis",
            "local-timestamp-micros",
            "local-timestamp-nanos":
            [.primitive(.long)]
        case "duration": [.fixed(size: 12)]
        case "big-decimal": [.primitive(.bytes)]
        default: nil
        }
    }

    private mutating func decimal(_ node: JSONNode, _ range: SourceRange, on carrier: LogicalTypeCarrier) -> AvroLogicalType? {
        guard let precision = node["precision"]?.writtenInteger, precision > 0, precision <= Int64(Int32.max) else {
            ignore("decimal", node["precision"]?.range ?? range, why: "its 'precision' must be a whole number above 0")
            return nil
        }
        let scale = node["scale"].map { $0.writtenInteger ?? -1 } ?? 0
        guard (0...precision).contains(scale) else {
            ignore("decimal", node["scale"]?.range ?? range, why: "its 'scale' must be a whole number from 0 to its precision")
            return nil
        }
        switch carrier {
        case .primitive(.bytes): break
        case .fixed(let size):
            // floor(log10(2^(8·size − 1) − 1)), the most digits that so many bytes hold.
            let most = size == 0 ? 0 : Int((Double(8 * size - 1) * 0.301_029_995_663_981_2).rounded(.down))
            guard precision <= Int64(most) else {
                ignore("decimal", node["precision"]?.range ?? range, why: "\(size) bytes hold at most \(most) digits")
                return nil
            }
        case .primitive:
            ignore("decimal", range, why: "it stands on another type than it is for")
            return nil
        }
        return .decimal(precision: Int(precision), scale: Int(scale))
    }

    private mutating func ignore(_ name: String, _ range: SourceRange, why: String) {
        warn("avro/invalid-logical-type", "the logical type '\(name)' is ignored: \(why)", at: range)
    }
}
