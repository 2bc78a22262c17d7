/// The body of one struct: properties, memberwise initializer, reading and writing.
struct StructureRendering {
    let name: String
    let fields: [FieldDescription]
    /// The versions in which the struct occurs: conditions that always hold in them are left out.
    let versions: VersionRange
    let firstFlexible: Int16?
    /// Whether it is a whole request or response, which checks its version.
    let isMessage: Bool

    func renderBody(_ text: inout SwiftText) {
        for field in fields {
            text.doc(field.documentation(within: versions))
            text.line("package var \(field.swiftName): \(field.swiftType)")
        }
        if !fields.isEmpty { text.line() }
        renderInitializer(&text)
        text.line()
        renderReading(&text)
        text.line()
        renderWriting(&text)
        if fields.contains(where: { $0.type.hasPayload }) {
            text.line()
            renderPayloadBytes(&text)
        }
    }

    private func renderInitializer(_ text: inout SwiftText) {
        guard !fields.isEmpty else {
            text.line("package init() {}")
            return
        }
        let parameters = fields.map { "\($0.name): \($0.swiftType) = \($0.swiftDefault)" }
        let oneLine = "package init(" + parameters.joined(separator: ", ") + ")"
        if oneLine.count <= 100 {
            text.block(oneLine, renderAssignments)
        } else {
            text.line("package init(")
            text.indented { text in
                for (index, parameter) in parameters.enumerated() {
                    text.line(parameter + (index == parameters.count - 1 ? "" : ","))
                }
            }
            text.block(")", renderAssignments)
        }
    }

    private func renderAssignments(_ text: inout SwiftText) {
        for field in fields { text.line("self.\(field.name) = \(field.swiftName)") }
    }

    /// Whether the struct is ever, and always, written with tagged fields.
    enum Flexibility: Equatable {
        case never, always
        case from(Int16)
    }

    var flexibility: Flexibility {
        guard let firstFlexible, firstFlexible <= versions.last else { return .never }
        return firstFlexible <= versions.first ? .always : .from(firstFlexible)
    }

    /// The expression to pass for `flexible:`.
    var flexible: String {
        switch flexibility {
        case .never: "false"
        case .always: "true"
        case .from: "flexible"
        }
    }

    /// Declares `flexible` where it differs between the struct's versions.
    func renderFlexibleConstant(_ text: inout SwiftText) {
        if case .from(let first) = flexibility { text.line("let flexible = version >= \(first)") }
    }

    func renderVersionCheck(_ text: inout SwiftText) {
        if isMessage { text.line("try Self.requireSupported(version)") }
    }

    /// Renders what holds in flexible versions only.
    func renderWhenFlexible(_ text: inout SwiftText, _ body: (inout SwiftText) -> Void) {
        switch flexibility {
        case .never: break
        case .always: body(&text)
        case .from: text.block("if flexible", body)
        }
    }

    private func renderPayloadBytes(_ text: inout SwiftText) {
        let terms = fields.filter { $0.type.hasPayload }.map { field in
            let mark = field.nullable == nil ? "" : "?"
            let term =
                switch field.type {
                case .bytes, .records: "\(field.name)\(mark).readableBytes"
                case .array(.structure): "\(field.name)\(mark).reduce(0) { $0 + $1.payloadBytes }"
                case .array: "\(field.name)\(mark).reduce(0) { $0 + $1.readableBytes }"
                default: "\(field.name)\(mark).payloadBytes"
                }
            return mark.isEmpty ? term : "(\(term) ?? 0)"
        }
        text.line("package var payloadBytes: Int { \(terms.joined(separator: " + ")) }")
    }
}

extension FieldDescription {
    /// What the field is, and in which versions it is there or may be null.
    func documentation(within outer: VersionRange) -> String {
        var notes: [String] = []
        switch (versions.first > outer.first, versions.last < outer.last) {
        case (false, false): break
        case (true, false): notes.append("Version \(versions.first) and later.")
        case (false, true): notes.append("Up to version \(versions.last).")
        case (true, true) where versions.first == versions.last: notes.append("Version \(versions.first) only.")
        case (true, true): notes.append("Versions \(versions.first) to \(versions.last).")
        }
        if let nullable, nullable != versions {
            notes.append(
                nullable.last < versions.last
                    ? "May be null in versions \(nullable.first) to \(nullable.last)."
                    : "May be null from version \(nullable.first).")
        }
        return ([about] + notes).joined(separator: " ")
    }
}
