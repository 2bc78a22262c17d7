import MeshModel

/// Who answers for a resource, where that is all that changes.
func stewardshipFields(from old: Stewardship, to new: Stewardship) -> [FieldChange] {
    var fields: [FieldChange] = []
    if old.owner != new.owner { fields.append(FieldChange("owner", from: old.owner, to: new.owner)) }
    if old.deletionProtection != new.deletionProtection {
        fields.append(
            FieldChange("deletionProtection", from: String(old.deletionProtection), to: String(new.deletionProtection)))
    }
    return fields
}
