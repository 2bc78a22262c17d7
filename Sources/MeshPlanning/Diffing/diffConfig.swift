import MeshModel

/// The three-way comparison of a topic's config.
///
/// A key is in one of three states in a manifest: a value, absent, or `null`. Absent means not managed: a key that Heddle
/// had set is unset, any other stays as found. `null` means that whatever is there stays, and Heddle no longer answers
/// for it. Defaults that the engine fills in are not set on the topic and so never count.
struct ConfigDifference {
    var fields: [FieldChange] = []
    var set: [String: String] = [:]
    var unset: Set<String> = []
    /// What the ledger holds once this is applied.
    var recorded: [String: String] = [:]

    var isEmpty: Bool { fields.isEmpty }
}

func diffConfig(
    desired: [String: ConfigSetting], applied: [String: String], observed: [String: ObservedTopic.ConfigEntry]
) -> ConfigDifference {
    var difference = ConfigDifference()
    for key in Set(desired.keys).union(applied.keys).sorted() {
        let entry = observed[key]
        let current = entry?.isSetOnTopic == true ? entry?.value : nil
        let lastApplied = applied[key]
        let changedByOthers =
            switch (lastApplied, current) {
            case (let last?, let current?): !configValuesEqual(key, last, current)
            case (_?, nil): true
            case (nil, _): false
            }
        switch desired[key] {
        case .value(let wanted):
            difference.recorded[key] = wanted
            if let current, configValuesEqual(key, current, wanted) { continue }
            difference.set[key] = wanted
            difference.fields.append(
                FieldChange(
                    "config.\(key)", from: current ?? entry?.value, to: wanted, lastApplied: changedByOthers ? lastApplied : nil,
                    isDrift: changedByOthers))
        case .leftAlone:
            continue
        case nil:
            // Released. What another hand has set since is that hand's to keep.
            guard let current, !changedByOthers else { continue }
            difference.unset.insert(key)
            difference.fields.append(FieldChange("config.\(key)", from: current, to: nil))
        }
    }
    return difference
}
