import ContractModel
import EngineInterface
import MeshModel

/// The three-way comparison of a subject's compatibility mode. As with a topic's config: absent in the manifest is not
/// managed, and what Heddle had set is then unset, unless another hand changed it since.
struct CompatibilityDifference {
    var fields: [FieldChange] = []
    /// What holds once this is applied.
    var effective: CompatibilityMode
    var risk = RiskClass.safe
    var reasons: [String] = []
    /// nil: nothing is to be done; `.some(nil)`: it is to be unset.
    private var setting: CompatibilityMode??

    init(desired: CompatibilityMode?, applied: CompatibilityMode?, observed: CompatibilityMode?, fallback: CompatibilityMode) {
        let before = observed ?? fallback
        effective = before
        let byOthers = applied != nil && applied != observed
        if let desired {
            effective = desired
            guard observed != desired else { return }
            setting = .some(desired)
            fields = [
                FieldChange(
                    "compatibility", from: before.rawValue, to: desired.rawValue, lastApplied: byOthers ? applied?.rawValue : nil,
                    isDrift: byOthers)
            ]
            if byOthers { reasons.append("its compatibility was changed outside Heddle") }
        } else if applied != nil, !byOthers {
            effective = fallback
            setting = .some(nil)
            fields = [FieldChange("compatibility", from: before.rawValue, to: nil)]
            reasons.append("its compatibility returns to the registry's default, \(fallback.rawValue)")
        }
        if effective.isLooser(than: before) {
            risk = .notable
            reasons.append("its compatibility is loosened from \(before.rawValue) to \(effective.rawValue): changes pass that were refused")
        }
    }

    func operation(on subject: String) -> [EngineOperation] {
        setting.map { [.setCompatibility(subject: subject, $0)] } ?? []
    }
}

extension CompatibilityMode {
    /// Whether something is no longer checked that the other mode checks.
    func isLooser(than other: CompatibilityMode) -> Bool {
        (other.checksBackward && !checksBackward) || (other.checksForward && !checksForward) || (other.isTransitive && !isTransitive)
    }
}
