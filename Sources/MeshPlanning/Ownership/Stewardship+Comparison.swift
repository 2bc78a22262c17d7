import MeshModel

/// Where the manifests stood is remembered with what is applied, and is no difference by itself: else every commit would change
/// every resource.
extension Stewardship {
    func isSame(as other: Stewardship) -> Bool {
        var copy = self
        copy.source = other.source
        return copy == other
    }
}

extension LedgerTopic {
    func isSame(as other: LedgerTopic) -> Bool {
        var copy = self
        copy.stewardship.source = other.stewardship.source
        return copy == other
    }
}

extension LedgerAccess {
    func isSame(as other: LedgerAccess) -> Bool {
        var copy = self
        copy.stewardship.source = other.stewardship.source
        return copy == other
    }
}

extension LedgerSubject {
    func isSame(as other: LedgerSubject) -> Bool {
        var copy = self
        copy.stewardship.source = other.stewardship.source
        return copy == other
    }
}

/// Who answers for a resource, and what protects it, where that changes.
func stewardshipFields(from old: Stewardship, to new: Stewardship) -> [FieldChange] {
    var fields: [FieldChange] = []
    if old.owner != new.owner { fields.append(FieldChange("owner", from: old.owner, to: new.owner)) }
    if old.deletionProtection != new.deletionProtection {
        fields.append(FieldChange("deletionProtection", from: String(old.deletionProtection), to: String(new.deletionProtection)))
    }
    if old.deletion != new.deletion { fields.append(FieldChange("deletion", from: old.deletion?.text, to: new.deletion?.text)) }
    return fields
}
