import ExpressionLanguage
import MeshPlanning

/// What expressions may ask of a plan's change.
enum ChangeShapes {
    static let change = ObjectShape<Change>(
        "Change",
        [
            .init("address", .string) { .string($0.address.description) },
            .init("kind", .string) { .string($0.address.kind.rawValue) },
            .init("cluster", .string) { .string($0.address.cluster ?? "") },
            .init("name", .string) { .string($0.address.name) },
            .init("action", .string) { .string($0.action.rawValue) },
            .init("risk", .string) { .string($0.risk.rawValue) },
            .init("drift", .bool) { .bool($0.isDrift) },
            .init("reasons", .list(.string)) { .strings($0.reasons) },
            .init("fields", .list(.object("FieldChange"))) { .list($0.fields.map(field.value)) },
        ])

    static let field = ObjectShape<FieldChange>(
        "FieldChange",
        [
            .init("path", .string) { .string($0.path) },
            .init("old", .nullable(.string)) { $0.old.map(ExpressionValue.string) ?? .null },
            .init("new", .nullable(.string)) { $0.new.map(ExpressionValue.string) ?? .null },
        ])

    /// Of the changed fields, by path, those that have such a value.
    static func values(_ change: Change, _ side: (FieldChange) -> String?) -> ExpressionValue {
        .map(ExpressionMap(change.fields.compactMap { field in side(field).map { (field.path, .string($0)) } }))
    }
}
