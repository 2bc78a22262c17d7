/// A draft of JSON Schema.
package enum JSONSchemaDraft: Int, Sendable, Hashable, Comparable, CaseIterable {
    case draft4 = 4
    case draft6 = 6
    case draft7 = 7
    case draft2019 = 2019
    case draft2020 = 2020

    /// Without an empty fragment.
    package var uri: String {
        switch self {
        case .draft4: "http://json-schema.org/draft-04/schema"
        case .draft6: "http://json-schema.org/draft-06/schema"
        case .draft7: "http://json-schema.org/draft-07/schema"
        case .draft2019: "https://json-schema.org/draft/2019-09/schema"
        case .draft2020: "https://json-schema.org/draft/2020-12/schema"
        }
    }

    /// As people call it.
    package var name: String {
        switch self {
        case .draft4: "draft-04"
        case .draft6: "draft-06"
        case .draft7: "draft-07"
        case .draft2019: "2019-09"
        case .draft2020: "2020-12"
        }
    }

    /// From 2019-09 on keywords beside `$ref` count, anchors have a keyword of their own, vocabularies are declared.
    package var isModern: Bool { self >= .draft2019 }

    var identifierKeyword: String { self == .draft4 ? "id" : "$id" }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Groups of keywords that a meta-schema may declare (2019-09 and later, 8.1.2).
package struct JSONSchemaVocabularies: OptionSet, Sendable, Hashable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let core = Self(rawValue: 1)
    package static let applicator = Self(rawValue: 2)
    package static let unevaluated = Self(rawValue: 4)
    package static let validation = Self(rawValue: 8)
    package static let formatAnnotation = Self(rawValue: 16)
    package static let formatAssertion = Self(rawValue: 32)
    package static let content = Self(rawValue: 64)
    package static let metadata = Self(rawValue: 128)

    static let usual: Self = [.core, .applicator, .unevaluated, .validation, .formatAnnotation, .content, .metadata]

    /// Nil for a vocabulary that is not known here.
    init?(uri: String, draft: JSONSchemaDraft) {
        let prefix =
            draft == .draft2019 ? "https://json-schema.org/draft/2019-09/vocab/" : "https://json-schema.org/draft/2020-12/vocab/"
        guard uri.hasPrefix(prefix) else { return nil }
        switch String(uri.dropFirst(prefix.count)) {
        case "core": self = .core
        case "applicator": self = draft == .draft2019 ? [.applicator, .unevaluated] : .applicator
        case "unevaluated": self = .unevaluated
        case "validation": self = .validation
        case "format": self = .formatAnnotation
        case "format-annotation": self = .formatAnnotation
        case "format-assertion": self = .formatAssertion
        case "content": self = .content
        case "meta-data": self = .metadata
        default: return nil
        }
    }
}

/// What the keywords of a schema mean: a draft, and of it the vocabularies that its meta-schema declares.
package struct JSONSchemaDialect: Sendable, Hashable {
    package var draft: JSONSchemaDraft
    package var vocabularies: JSONSchemaVocabularies

    package init(_ draft: JSONSchemaDraft, vocabularies: JSONSchemaVocabularies? = nil) {
        self.draft = draft
        self.vocabularies = vocabularies ?? .usual
    }

    /// Nil for a URI that names no draft.
    init?(uri: String) {
        let plain = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
        let secure = plain.hasPrefix("http:") ? plain : plain.replacing("https:", with: "http:", maxReplacements: 1)
        guard let draft = JSONSchemaDraft.allCases.first(where: { $0.uri == plain || $0.uri == secure }) else { return nil }
        self.init(draft)
    }
}
