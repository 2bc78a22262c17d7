import Diagnostics

/// Which Swift type stands for which type of the wire in one module, and the errors where two would meet.
package struct ModuleNames: Sendable {
    package struct Holder: Sendable {
        package var wireName: String
        package var definition: String
        package var range: SourceRange?
    }

    private var holders: [String: Holder] = [:]

    package init() {}

    package enum Claim: Sendable {
        /// The caller writes the type.
        case new
        /// It is written already, from the same definition.
        case same
        case clash(Diagnostic)
    }

    /// Takes a Swift name for a type.
    ///
    /// - Parameter definition: a canonical text of all that the type depends on. Two claims of one name with the same wire name and
    ///   definition are one type.
    package mutating func claim(_ swiftName: String, for wireName: String, definition: String, at range: SourceRange?) -> Claim {
        guard let holder = holders[swiftName] else {
            holders[swiftName] = Holder(wireName: wireName, definition: definition, range: range)
            return .new
        }
        if holder.wireName == wireName, holder.definition == definition { return .same }
        let what =
            holder.wireName == wireName
            ? "'\(wireName)' is defined in two ways, which one Swift type '\(swiftName)' cannot be"
            : "'\(wireName)' and '\(holder.wireName)' would both be the Swift type '\(swiftName)'"
        return .clash(
            Diagnostic(
                code: "codegen/name-clash", what, at: range,
                secondary: holder.range.map { [.init("the other one", at: $0)] } ?? [],
                suggestion: "name one of them under 'names', or set 'namespaces: nested'"))
    }
}

/// Names of one type's members: none twice.
package struct MemberNames: Sendable {
    private var taken: [String: (wireName: String, range: SourceRange?)] = [:]

    package init() {}

    /// Nil where the name is free, and taken from now on.
    package mutating func claim(_ swiftName: String, for wireName: String, of type: String, at range: SourceRange?) -> Diagnostic? {
        guard let other = taken[swiftName] else {
            taken[swiftName] = (wireName, range)
            return nil
        }
        return Diagnostic(
            code: "codegen/name-clash", "'\(wireName)' and '\(other.wireName)' of '\(type)' would both be '\(swiftName)'", at: range,
            secondary: other.range.map { [.init("the other one", at: $0)] } ?? [],
            suggestion: "name one of them under 'names', as '\(type).\(wireName)'")
    }
}
