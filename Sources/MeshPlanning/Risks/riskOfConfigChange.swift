import MeshModel

/// What a change of one config field puts at risk; nil when it puts nothing at risk.
///
/// A shorter retention deletes what is older than it, at once: destructive if there is such a record, notable if not. Where
/// nobody counted the records, the worse case holds.
///
/// - Parameter held: the records of the topic; `expired` counts those older than the new `retention.ms`.
func riskOfConfigChange(_ field: FieldChange, held: HeldRecords?) -> (RiskClass, String)? {
    switch field.path {
    case "config.retention.ms":
        guard isShorter(field) else { return riskOfDefault(field) }
        guard let held else { return (.destructive, "shorter retention.ms: records beyond it are deleted") }
        return held.expired > 0
            ? (.destructive, "shorter retention.ms: \(held.expired) of \(held.total) records are older and are deleted")
            : (.notable, held.total == 0 ? "shorter retention.ms; the topic is empty" : "shorter retention.ms: none of the \(held.total) records is that old yet")
    case "config.retention.bytes":
        guard isShorter(field) else { return riskOfDefault(field) }
        return losing(held, "smaller retention.bytes: records beyond it are deleted")
    case "config.delete.retention.ms":
        return isShorter(field) ? (.notable, "shorter delete.retention.ms: slow readers may miss deletions") : riskOfDefault(field)
    case "config.cleanup.policy":
        let old = policies(field.old)
        let new = policies(field.new)
        if new.contains("compact"), !old.contains("compact") {
            return losing(held, "compaction deletes all but the last record of each key")
        }
        if new.contains("delete"), !old.contains("delete") { return losing(held, "records beyond the retention are deleted") }
        return (.notable, "cleanup.policy changes")
    case "config.max.message.bytes":
        guard let old = field.old.flatMap({ Int64($0) }), let new = field.new.flatMap({ Int64($0) }), new < old else { return nil }
        return (.notable, "smaller max.message.bytes: producers of larger batches are refused")
    default:
        return nil
    }
}

/// A topic without records has none to lose.
private func losing(_ held: HeldRecords?, _ reason: String) -> (RiskClass, String) {
    guard let held else { return (.destructive, reason) }
    return held.total > 0 ? (.destructive, "\(reason) (the topic holds \(held.total))") : (.notable, "\(reason); the topic is empty")
}

private func riskOfDefault(_ field: FieldChange) -> (RiskClass, String)? {
    field.new == nil ? (.notable, "\(field.path.dropFirst("config.".count)) returns to the cluster's default") : nil
}

private func isShorter(_ field: FieldChange) -> Bool {
    guard let old = field.old.flatMap(bound), let new = field.new.flatMap(bound) else { return false }
    return new < old
}

/// A retention as a number; -1 is without bound.
private func bound(_ text: String) -> Int64? {
    guard let number = Int64(text) else { return nil }
    return number < 0 ? Int64.max : number
}

private func policies(_ text: String?) -> Set<Substring> {
    Set((text ?? "delete").split { $0 == "," || $0 == " " })
}
