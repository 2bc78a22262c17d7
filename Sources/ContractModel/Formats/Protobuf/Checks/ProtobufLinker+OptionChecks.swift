import Diagnostics

extension ProtobufLinker {
    /// Where an option may be set and in which editions: its field says so with `targets` and `feature_support`.
    mutating func checkOptions(_ pending: PendingOptions) {
        let options = options(of: pending.target)
        guard let value = options.value else { return }
        checkFields(of: value, on: pending.target.kind, in: pending.file)
        let edition = schema.files[pending.file].edition
        if case .file = pending.target, edition.isEdition {
            if let field = value.fields.first(where: { $0.number == 27 }) {
                report(
                    .optionNotAllowed, "editions have no option 'java_string_check_utf8'", field.span, in: pending.file,
                    suggestion: "write features.utf8_validation = VERIFY")
            }
            if value.message(50)?[1].last == .enumeration(3) {
                report(
                    .feature, "fields are not required by default", value.fields.first { $0.number == 50 }?.span ?? .none,
                    in: pending.file, suggestion: "set LEGACY_REQUIRED on the fields that are")
            }
        }
    }

    private mutating func checkFields(of value: ProtobufMessageValue, on target: ProtobufOptionTarget.Kind, in file: Int) {
        let isFeatureSet = schema[value.type].fullName == "google.protobuf.FeatureSet"
        for field in value.fields {
            let descriptor = schema[field.id]
            if !descriptor.options.isEmpty { checkUse(of: descriptor, at: field.span, on: target, in: file) }
            if isFeatureSet, !descriptor.isExtension, field.values.last == .enumeration(0) {
                report(.feature, "'\(descriptor.name)' has no value that means unknown", field.span, in: file)
            }
            for case .message(let inner) in field.values { checkFields(of: inner, on: target, in: file) }
        }
    }

    private mutating func checkUse(
        of field: ProtobufField, at span: ProtobufSpan, on target: ProtobufOptionTarget.Kind, in file: Int
    ) {
        let targets = targets(of: field)
        if !targets.isEmpty, !targets.contains(target.rawValue) {
            let allowed = targets.sorted().compactMap { ProtobufOptionTarget.Kind(rawValue: $0)?.description }
            report(
                .optionTarget, "'\(field.name)' is not set on \(target.description)", span, in: file,
                suggestion: "it is set on \(allowed.joined(separator: ", "))")
        }
        guard let support = field.options.value?.message(22) else { return }
        let edition = schema.files[file].edition
        func bound(_ number: Int32) -> Int32? {
            if case .enumeration(let value)? = support[number].last { value } else { nil }
        }
        if let introduced = bound(1), introduced > edition.rawValue {
            report(
                .featureLifetime, "'\(field.name)' is not in \(edition.description): it begins with \(editionName(introduced))", span,
                in: file)
        } else if let removed = bound(4), removed <= edition.rawValue {
            var problem = ProtobufProblem(
                .featureLifetime, "'\(field.name)' is not in \(edition.description): it ended with \(editionName(removed))", span)
            if let reason = support[5].last?.text { problem.notes = [reason] }
            report(problem, in: file)
        } else if let deprecated = bound(2), deprecated <= edition.rawValue {
            var problem = ProtobufProblem(
                .featureLifetime, "'\(field.name)' is deprecated since \(editionName(deprecated))", span, severity: .warning)
            if let reason = support[3].last?.text { problem.notes = [reason] }
            report(problem, in: file)
        }
    }

    private mutating func targets(of field: ProtobufField) -> Set<Int32> {
        if let known = targetsByField[field.id] { return known }
        let targets = field.options[19].compactMap { value -> Int32? in
            if case .enumeration(let number) = value { number } else { nil }
        }
        targetsByField[field.id] = Set(targets)
        return Set(targets)
    }

    private func editionName(_ number: Int32) -> String {
        if let edition = ProtobufEdition(rawValue: number) { return edition.description }
        return number <= 900 ? "proto2" : number >= 9999 ? "an edition to come" : "edition \(number)"
    }

    // MARK: Visibility (edition 2024)

    mutating func checkVisibilities() {
        for (symbol, span, file) in pendingVisibility where !isExported(symbol) {
            var problem = ProtobufProblem(
                .notVisible, "'\(fullName(of: symbol))' is local to '\(schema.files[Int(scopes[symbol].file)].path)'", span)
            if let (place, other) = place(of: symbol) { problem.secondary = [label("declared here", place, in: other)] }
            problem.suggestion = "write 'export' before its declaration"
            report(problem, in: file)
        }
        for message in schema.messages where message.visibility == .exported && message.parent != nil {
            guard schema[message.file].features.symbolVisibility == .strict else { continue }
            report(
                .notVisible, "the message '\(message.name)' stands in another, so it cannot be exported where visibility is strict",
                message.nameSpan, in: Int(message.file.index), suggestion: "move it out of the message")
        }
        for enumeration in schema.enums where enumeration.visibility == .exported {
            guard let parent = enumeration.parent, schema[enumeration.file].features.symbolVisibility == .strict,
                !isNamespace(schema[parent])
            else { continue }
            report(
                .notVisible,
                "the enum '\(enumeration.name)' is exported out of a message that could have fields, where visibility is strict",
                enumeration.nameSpan, in: Int(enumeration.file.index), suggestion: "reserve 1 to max in the message, or move the enum out")
        }
    }

    private func isExported(_ symbol: Int32) -> Bool {
        let index = Int(scopes[symbol].index)
        let visibility: ProtobufVisibility
        let isNested: Bool
        if scopes[symbol].kind == .message {
            visibility = schema.messages[index].visibility
            isNested = schema.messages[index].parent != nil
        } else {
            visibility = schema.enums[index].visibility
            isNested = schema.enums[index].parent != nil
        }
        if visibility != .unsaid { return visibility == .exported }
        switch schema.files[Int(scopes[symbol].file)].features.symbolVisibility {
        case .exportAll: return true
        case .exportTopLevel: return !isNested
        case .localAll, .strict: return false
        }
    }

    /// A message that will never have fields, and is there to hold enums.
    private func isNamespace(_ message: ProtobufMessage) -> Bool {
        var next: Int32 = 1
        for range in message.reservedRanges.map(\.numbers).sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound <= next {
            next = max(next, range.upperBound == .max ? .max : range.upperBound + 1)
        }
        return next > Int32(Self.highestFieldNumber)
    }
}
