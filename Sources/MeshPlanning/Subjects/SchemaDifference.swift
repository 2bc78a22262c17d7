import EngineInterface
import MeshModel

/// What a subject's latest version lacks to be what is declared.
enum SchemaDifference {
    /// They are one schema, however written.
    case none
    case some([FieldChange], byOthers: Bool)
    /// It is an earlier version already.
    case buried(version: Int)

    init(of observed: ObservedSubject, to desired: DesiredSubject, recorded: LedgerSubject?, in scene: SubjectScene) {
        let wanted = scene.model(of: desired)
        let present = scene.model(of: observed)
        let stale = observed.references.filter(scene.isStale)
        let willBeRenewed = desired.references.contains { scene.renewed.contains($0.subject) }
        if !willBeRenewed {
            if wanted == present, stale.isEmpty { self = .none; return }
            switch observed.history?.declaredVersion {
            case nil: break
            case observed.latestVersion: self = .none; return
            case let version?: self = .buried(version: version); return
            }
        }
        let byOthers = recorded.map { $0.model != present?.fingerprint } ?? false
        var fields: [FieldChange] = []
        if observed.format != desired.format {
            fields.append(FieldChange("format", from: observed.format?.rawValue ?? "unknown", to: desired.format.rawValue, isDrift: byOthers))
        } else {
            fields = describeSchemaChange(desired.format, old: scene.text(of: observed), new: scene.text(of: desired))
        }
        fields += Self.references(of: observed, to: desired, stale: stale)
        if byOthers { fields = fields.map(\.asDrift) }
        self = .some(fields, byOthers: byOthers)
    }

    private static func references(
        of observed: ObservedSubject, to desired: DesiredSubject, stale: [ObservedReference]
    ) -> [FieldChange] {
        var fields: [FieldChange] = []
        for old in observed.references where !desired.references.contains(where: { $0.name == old.name }) {
            fields.append(FieldChange("references.\(old.name)", from: "\(old.subject) version \(old.version)", to: nil))
        }
        for reference in desired.references {
            let old = observed.references.first { $0.name == reference.name }
            if let old, old.subject == reference.subject, !stale.contains(old) { continue }
            fields.append(
                FieldChange(
                    "references.\(reference.name)", from: old.map { "\($0.subject) version \($0.version)" }, to: "\(reference.subject), its latest"))
        }
        return fields
    }
}

extension FieldChange {
    fileprivate var asDrift: FieldChange {
        var copy = self
        copy.isDrift = true
        return copy
    }
}

extension SubjectScene {
    /// The latest version as its history would have it.
    func version(of observed: ObservedSubject) -> SubjectHistory.Version {
        SubjectHistory.Version(
            version: observed.latestVersion, format: observed.format, schema: observed.schema, referenced: text(of: observed).referenced)
    }
}
