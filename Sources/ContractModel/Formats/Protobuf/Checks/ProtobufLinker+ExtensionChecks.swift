import Diagnostics

extension ProtobufLinker {
    private static let optionMessages = Set(ProtobufOptionTarget.Kind.allCases.map(\.optionsName))

    mutating func checkExtension(_ field: ProtobufField, in file: Int) {
        guard field.message.index >= 0 else { return }
        let extended = schema[field.message]
        if schema.files[file].edition == .proto3, !Self.optionMessages.contains(extended.fullName) {
            report(
                .notInThisEdition, "in proto3 only options are extended, and '\(extended.fullName)' is no message of options",
                field.nameSpan, in: file)
        }
        guard let range = extended.extensionRange(of: field.number) else {
            let ranges = extended.extensionRanges.prefix(8).map {
                $0.numbers.count == 1 ? "\($0.numbers.lowerBound)" : "\($0.numbers.lowerBound) to \($0.numbers.upperBound)"
            }
            let text = ranges.isEmpty
                ? "'\(extended.fullName)' has no range for extensions"
                : "'\(extended.fullName)' has no range for extensions with number \(field.number)"
            var problem = ProtobufProblem(.extensionNumber, text, field.numberSpan)
            if !ranges.isEmpty { problem.suggestion = "its ranges are \(ranges.joined(separator: ", "))" }
            problem.secondary = [label("declared here", extended.nameSpan, in: Int(extended.file.index))]
            return report(problem, in: file)
        }
        if extended.isMessageSet {
            var isMessage = false
            if case .message = field.type { isMessage = true }
            if field.isRepeated || !isMessage {
                report(.messageSet, "the extensions of a message set are optional messages", field.typeSpan, in: file)
            }
        }
        checkDeclaration(of: field, in: range, of: extended, file)
    }

    // MARK: Declarations of extensions

    /// One `declaration` of an extension range.
    private struct Declaration {
        var number: Int32?
        var fullName: String?
        var type: String?
        var isReserved = false
        var isRepeated = false

        init(_ value: ProtobufMessageValue) {
            if case .signed(let number)? = value[1].last { self.number = Int32(clamping: number) }
            fullName = value[2].last?.text
            type = value[3].last?.text
            isReserved = value[5].last == .bool(true)
            isRepeated = value[6].last == .bool(true)
        }

        /// With or without the point before it.
        static func isPath(_ text: String) -> Bool {
            let name = text.hasPrefix(".") ? text.dropFirst() : text[...]
            return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { ProtobufLexer.isIdentifier($0.utf8) }
        }
    }

    private func declarations(of range: ProtobufMessage.ExtensionRange) -> [(Declaration, ProtobufSpan)] {
        guard let field = range.options.value?.fields.first(where: { $0.number == 2 }) else { return [] }
        return field.values.compactMap { value in
            if case .message(let message) = value { (Declaration(message), message.fields.first?.span ?? field.span) } else { nil }
        }
    }

    mutating func checkDeclarations(of message: ProtobufMessage, in file: Int) {
        var numbers: [Int32: ProtobufSpan] = [:]
        for (index, range) in message.extensionRanges.enumerated() where range.statement == Int32(index) && !range.options.isEmpty {
            let ranges = message.extensionRanges[index...].prefix { $0.statement == range.statement }
            for (declaration, span) in declarations(of: range) {
                var problems: [String] = []
                if let number = declaration.number {
                    if !ranges.contains(where: { $0.numbers.contains(number) }) { problems.append("number \(number) is not in this range") }
                    if numbers.updateValue(span, forKey: number) != nil { problems.append("number \(number) is declared twice") }
                } else {
                    problems.append("a declaration says its number")
                }
                if !declaration.isReserved, declaration.fullName == nil || declaration.type == nil {
                    problems.append("a declaration says full_name and type, or that it is reserved")
                }
                if let name = declaration.fullName, !Declaration.isPath(name) { problems.append("'\(name)' is no full name") }
                if let type = declaration.type, !Declaration.isPath(type) { problems.append("'\(type)' is no type") }
                for problem in problems { report(.extensionDeclaration, problem, span, in: file) }
            }
        }
    }

    private mutating func checkDeclaration(
        of field: ProtobufField, in range: ProtobufMessage.ExtensionRange, of message: ProtobufMessage, _ file: Int
    ) {
        let all = declarations(of: range)
        let isVerified = !all.isEmpty || range.options[3].last == .enumeration(0)
        guard isVerified else { return }
        guard let (declaration, _) = all.first(where: { $0.0.number == field.number }) else {
            return report(
                .extensionDeclaration, "the range of '\(message.fullName)' declares its extensions, and none with number \(field.number)",
                field.numberSpan, in: file)
        }
        let fullName = schema.fullName(of: field)
        if declaration.isReserved {
            report(.extensionDeclaration, "number \(field.number) of '\(message.fullName)' is reserved", field.numberSpan, in: file)
        }
        if let declared = declaration.fullName, declared != fullName, declared != "." + fullName {
            report(
                .extensionDeclaration, "number \(field.number) of '\(message.fullName)' is declared for '\(declared)', not '\(fullName)'",
                field.nameSpan, in: file)
        }
        if let declared = declaration.type, !matches(declared, field) {
            report(.extensionDeclaration, "the extension is declared with type '\(declared)'", field.typeSpan, in: file)
        }
        if declaration.isRepeated != field.isRepeated {
            let text = declaration.isRepeated ? "repeated" : "not repeated"
            report(.extensionDeclaration, "the extension is declared as \(text)", field.typeSpan, in: file)
        }
    }

    private func matches(_ declared: String, _ field: ProtobufField) -> Bool {
        switch field.type {
        case .scalar(let scalar): declared == scalar.name
        case .message(let id): declared == schema[id].fullName || declared == "." + schema[id].fullName
        case .enumeration(let id): declared == schema[id].fullName || declared == "." + schema[id].fullName
        case .unresolved: true
        }
    }
}
