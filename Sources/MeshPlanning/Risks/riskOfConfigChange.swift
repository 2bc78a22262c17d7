/// What a change of one config field puts at risk; nil when it puts nothing at risk.
///
/// A shorter retention deletes what is older than it, at once. The planner does not know how old the records are, and so
/// takes the worse case.
func riskOfConfigChange(_ field: FieldChange) -> (RiskClass, String)? {
    switch field.path {
    case "config.retention.ms", "config.retention.bytes", "config.delete.retention.ms":
        let key = field.path.dropFirst("config.".count)
        guard let old = field.old.flatMap(bound), let new = field.new.flatMap(bound) else {
            return (.notable, "\(key) returns to the cluster's default")
        }
        return new < old ? (.destructive, "shorter \(key): records beyond it are deleted") : nil
    case "config.cleanup.policy":
        let old = policies(field.old)
        let new = policies(field.new)
        if new.contains("compact"), !old.contains("compact") { return (.destructive, "compaction deletes all but the last record of each key") }
        if new.contains("delete"), !old.contains("delete") { return (.destructive, "records beyond the retention are deleted") }
        return (.notable, "cleanup.policy changes")
    case "config.max.message.bytes":
        guard let old = field.old.flatMap({ Int64($0) }), let new = field.new.flatMap({ Int64($0) }), new < old else { return nil }
        return (.notable, "smaller max.message.bytes: producers of larger batches are refused")
    default:
        return nil
    }
}

/// A retention as a number; -1 is without bound.
private func bound(_ text: String) -> Int64? {
    guard let number = Int64(text) else { return nil }
    return number < 0 ? Int64.max : number
}

private func policies(_ text: String?) -> Set<Substring> {
    Set((text ?? "delete").split { $0 == "," || $0 == " " })
}
