import LocatedYAML
import ManifestLoading

/// The order in which the fields of one collection are written, by the table of its kind.
package struct FieldOrder: Sendable {
    /// nil: nothing is known of what stands here, and the order is the writer's own.
    private let shape: ValueShape?

    package init(_ shape: ValueShape?) { self.shape = shape }

    /// Of a whole document.
    package init(document kind: ManifestKind) { shape = .object(kind.description.document) }

    /// The place of a field among its siblings; nil for a key that the table does not know, which goes behind those that it does.
    package func rank(of key: String) -> Int? {
        if case .object(let object) = shape { object.fields.firstIndex { $0.name == key } } else { nil }
    }

    /// Of the value under a key.
    package func below(_ key: String, _ sort: Sort) -> FieldOrder {
        switch shape {
        case .object(let object): FieldOrder(object.field(key)?.shape.choosing(sort))
        case .map(let item, _): FieldOrder(item.choosing(sort))
        default: FieldOrder(nil)
        }
    }

    /// Of each item of a list.
    package func item(_ sort: Sort) -> FieldOrder {
        if case .list(let item, _) = shape { FieldOrder(item.choosing(sort)) } else { FieldOrder(nil) }
    }

    package enum Sort: Sendable { case scalar, sequence, mapping }

    /// Indices of `keys` in canonical order: those that the table knows as it has them, then the others as they stand.
    package func sorted(_ keys: [String?]) -> [Int] {
        let ranks = keys.map { $0.flatMap(rank) ?? Int.max }
        return keys.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }
}

extension ValueShape {
    /// Of alternatives, the one that a value of this sort is.
    fileprivate func choosing(_ sort: FieldOrder.Sort) -> ValueShape? {
        switch (self, sort) {
        case (.either(let shapes), _): shapes.lazy.compactMap { $0.choosing(sort) }.first
        case (.secret, .mapping): .object(secretReference)
        case (.object, .mapping), (.map, .mapping), (.list, .sequence): self
        default: nil
        }
    }
}

extension YAMLDraft {
    var sort: FieldOrder.Sort {
        switch content {
        case .sequence: .sequence
        case .mapping: .mapping
        default: .scalar
        }
    }

    /// With the fields of every mapping in the order of the table.
    func ordered(by order: FieldOrder) -> YAMLDraft {
        var draft = self
        switch content {
        case .mapping(let entries):
            draft.content = .mapping(
                order.sorted(entries.map(\.key)).map { index in
                    let entry = entries[index]
                    return Entry(entry.key, entry.value.ordered(by: order.below(entry.key, entry.value.sort)))
                })
        case .sequence(let items):
            draft.content = .sequence(items.map { $0.ordered(by: order.item($0.sort)) })
        default: break
        }
        return draft
    }
}
