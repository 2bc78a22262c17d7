/// A source file before it is text. `renderSwift` makes it one.
package struct SwiftFile: Sendable {
    /// Lines of the comment at the top, without the slashes.
    package var header: [String] = []
    package var imports: [String] = []
    package var declarations: [SwiftDeclaration] = []

    package init() {}
}

package indirect enum SwiftDeclaration: Sendable {
    case type(SwiftType)
    case `extension`(SwiftExtension)
    case function(SwiftFunction)
    case property(SwiftProperty)
    /// Compiled where a condition holds: `hasFeature(Lifetimes)`.
    case conditional(String, [SwiftDeclaration])
}

/// A struct or an enum.
package struct SwiftType: Sendable {
    package enum Kind: String, Sendable { case structure = "struct", enumeration = "enum", indirectEnumeration = "indirect enum", finalClass = "final class" }

    package struct Case: Sendable {
        package var documentation: [String] = []
        package var attributes: [String] = []
        /// Escaped, with its payload or raw value: `` `default` ``, `text(Swift.String)`, `red = "RED"`.
        package var text: String

        package init(_ text: String, documentation: [String] = [], attributes: [String] = []) {
            self.text = text
            self.documentation = documentation
            self.attributes = attributes
        }
    }

    package var kind: Kind
    package var name: String
    package var documentation: [String] = []
    /// With their `@`: one a line.
    package var attributes: [String] = []
    package var access: AccessLevel
    package var conformances: [String] = []
    package var cases: [Case] = []
    package var members: [SwiftDeclaration] = []

    package init(_ kind: Kind, _ name: String, access: AccessLevel) {
        self.kind = kind
        self.name = name
        self.access = access
    }
}

package struct SwiftExtension: Sendable {
    package var type: String
    package var conformances: [String] = []
    /// `where` and what follows; empty for none.
    package var constraint = ""
    package var members: [SwiftDeclaration] = []

    package init(of type: String) { self.type = type }
}

package struct SwiftFunction: Sendable {
    package var documentation: [String] = []
    package var attributes: [String] = []
    /// Nil where the declaration says nothing of it.
    package var access: AccessLevel?
    /// All from `func`, `init` or `subscript` (with `static`, `mutating`, …) up to the brace.
    package var signature: String
    package var body: SwiftCode

    package init(_ signature: String, access: AccessLevel?, body: SwiftCode) {
        self.signature = signature
        self.access = access
        self.body = body
    }
}

package struct SwiftProperty: Sendable {
    package var documentation: [String] = []
    package var attributes: [String] = []
    package var access: AccessLevel?
    /// All from `var` or `let` (with `static`, …) up to the end or the brace: `var total: Swift.Int64`, `static let x = 3`.
    package var declaration: String
    /// Of a computed property.
    package var body: SwiftCode?

    package init(_ declaration: String, access: AccessLevel?, body: SwiftCode? = nil) {
        self.declaration = declaration
        self.access = access
        self.body = body
    }
}

package enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    case `internal`, package, `public`
}
