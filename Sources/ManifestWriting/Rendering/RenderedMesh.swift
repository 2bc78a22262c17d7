import Diagnostics
import LocatedYAML
import ManifestLoading

/// The documents of a mesh with everything put in that holds for them, each value with where it comes from.
package struct RenderedMesh: Sendable {
    package var documents: [RenderedDocument]
}

package struct RenderedDocument: Sendable {
    package var kind: ManifestKind
    package var name: String
    /// Of its `kind:` value.
    package var range: SourceRange
    package var root: RenderedNode
}

package struct RenderedNode: Sendable {
    package enum Content: Sendable {
        /// `isPlain`: a number, a boolean or a null in the spelling in which it was written.
        case scalar(String, isPlain: Bool)
        case sequence([RenderedNode])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package var key: String
        package var value: RenderedNode
    }

    package var content: Content
    /// nil for what the language itself supplies.
    package var origin: ValueOrigin?

    package subscript(key: String) -> RenderedNode? {
        get {
            if case .mapping(let entries) = content { entries.first { $0.key == key }?.value } else { nil }
        }
        set {
            guard case .mapping(var entries) = content else { return }
            if let index = entries.firstIndex(where: { $0.key == key }) {
                if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
            } else if let newValue {
                entries.append(Entry(key: key, value: newValue))
            }
            content = .mapping(entries)
        }
    }

    package var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

    package var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
}

/// Why a value is what it is.
package enum ValueOrigin: Sendable, Hashable {
    case manifest(SourceRange)
    case patch(environment: String, SourceRange)
    /// Put in for `$(name)`; the range is nil for a value of the command line.
    case variables([Variable])
    /// The Mesh document's defaults.
    case meshDefault(SourceRange)

    package struct Variable: Sendable, Hashable {
        package var name: String
        package var range: SourceRange?
    }

    /// As it stands behind a value: `manifests/orders.yaml:12`, `patch of environment prod, heddle.yaml:15`.
    package var description: String {
        switch self {
        case .manifest(let range): place(range)
        case .patch(let environment, let range): "patch of environment \(environment), \(place(range))"
        case .variables(let variables):
            variables.map { "variable \($0.name), \($0.range.map(place) ?? "command line")" }.joined(separator: "; ")
        case .meshDefault(let range): "default of Mesh, \(place(range))"
        }
    }
}

private func place(_ range: SourceRange) -> String { "\(range.file.path):\(range.start.line)" }
