import Diagnostics
import LocatedYAML
import MeshModel

/// A value that has been found to fit its description. What did not fit is left out, with a diagnostic.
package struct ManifestValue: Sendable {
    package enum Content: Sendable {
        case text(String)
        case integer(Int64)
        case boolean(Bool)
        case duration(Milliseconds)
        case size(ByteCount)
        case list([ManifestValue])
        case fields([ManifestField])
        case setting(ConfigSetting)
        indirect case anything(YAMLNode)
    }

    package var content: Content
    package var range: SourceRange

    package init(_ content: Content, at range: SourceRange) {
        self.content = content
        self.range = range
    }
}

package struct ManifestField: Sendable {
    package var name: String
    package var nameRange: SourceRange
    package var value: ManifestValue
}

extension ManifestValue {
    package var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    package var list: [ManifestValue]? {
        if case .list(let list) = content { list } else { nil }
    }

    /// Of a mapping; empty for anything else.
    package var fields: [ManifestField] {
        if case .fields(let fields) = content { fields } else { [] }
    }

    package func field(_ name: String) -> ManifestField? {
        index(of: name).map { fields[$0] }
    }

    package subscript(name: String) -> ManifestValue? {
        guard case .fields(let fields) = content else { return nil }
        return index(of: name).map { fields[$0].value }
    }

    /// By index, so that nothing is copied of the fields passed by.
    private func index(of name: String) -> Int? {
        guard case .fields(let fields) = content else { return nil }
        return fields.indices.first { fields[$0].name == name }
    }

    package func text(_ name: String) -> Located<String>? {
        guard let value = self[name], case .text(let text) = value.content else { return nil }
        return Located(text, at: value.range)
    }

    package func integer(_ name: String) -> Located<Int>? {
        guard let value = self[name], case .integer(let integer) = value.content else { return nil }
        return Located(Int(integer), at: value.range)
    }

    package func boolean(_ name: String) -> Located<Bool>? {
        guard let value = self[name], case .boolean(let boolean) = value.content else { return nil }
        return Located(boolean, at: value.range)
    }

    package func duration(_ name: String) -> Located<Milliseconds>? {
        guard let value = self[name], case .duration(let duration) = value.content else { return nil }
        return Located(duration, at: value.range)
    }

    package func size(_ name: String) -> Located<ByteCount>? {
        guard let value = self[name], case .size(let size) = value.content else { return nil }
        return Located(size, at: value.range)
    }

    /// A word that its description has found to be one of the type's.
    package func choice<Word: RawRepresentable<String>>(_ name: String, as _: Word.Type = Word.self) -> Located<Word>? {
        guard let text = text(name), let word = Word(rawValue: text.value) else { return nil }
        return Located(word, at: text.range)
    }

    package func texts(_ name: String) -> [Located<String>] {
        (self[name]?.list ?? []).compactMap { item in item.text.map { Located($0, at: item.range) } }
    }

    /// The later of two equal keys never gets here: the YAML parser has refused it.
    package func textMap(_ name: String) -> [String: Located<String>] {
        let fields = self[name]?.fields ?? []
        if fields.isEmpty { return [:] }
        let texts = fields.compactMap { field in field.value.text.map { (field.name, Located($0, at: field.value.range)) } }
        return Dictionary(texts, uniquingKeysWith: { _, last in last })
    }

    package func hostAndPort(_ name: String) -> Located<HostAndPort>? {
        guard let text = text(name), let address = HostAndPort(parsing: text.value) else { return nil }
        return Located(address, at: text.range)
    }
}
