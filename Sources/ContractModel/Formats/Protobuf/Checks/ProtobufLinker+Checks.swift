import Diagnostics

extension ProtobufLinker {
    /// What protoc checks once everything is known.
    mutating func checkAll() {
        for file in files.indices where !schema.files[file].isWellKnown { checkFile(file) }
        for index in schema.messages.indices where !schema[schema.messages[index].file].isWellKnown { checkMessage(index) }
        for index in schema.fields.indices where !schema[schema.fields[index].file].isWellKnown { checkField(index) }
        for index in schema.enums.indices where !schema[schema.enums[index].file].isWellKnown { checkEnum(index) }
        for pending in pendingOptions where !schema.files[pending.file].isWellKnown && !isOfMapEntry(pending.target) {
            checkOptions(pending)
        }
        checkVisibilities()
    }

    private mutating func checkFile(_ file: Int) {
        checkNaming(of: file)
        var seen: Set<String> = []
        for (position, statement) in files[file].tree.imports.enumerated() {
            if !seen.insert(statement.path).inserted {
                report(.importTwice, "'\(statement.path)' is imported twice", statement.pathSpan, in: file, suggestion: "remove one")
                continue
            }
            let index = files[file].imports[position]
            guard index >= 0, statement.modifier != .public else { continue }
            if !isUsed(index, among: files[file].usedFiles) {
                warn(
                    .unusedImport, "nothing of '\(statement.path)' is used", statement.pathSpan, in: file, suggestion: "remove the import")
            }
        }
    }

    // MARK: Messages

    private mutating func checkMessage(_ index: Int) {
        let message = schema.messages[index]
        let file = Int(message.file.index)
        guard message.kind != .mapEntry else { return }
        checkDuplicateNumbers(of: message, in: file)
        checkRanges(of: message, in: file)
        checkReservedNames(of: message, in: file)
        checkJSONNames(of: message, in: file)
        if schema.files[file].edition == .proto3 {
            for range in message.extensionRanges {
                report(
                    .notInThisEdition, "proto3 has no extension ranges", range.span, in: file,
                    suggestion: "use a field of google.protobuf.Any")
            }
        }
        if message.isMessageSet {
            if schema.files[file].edition == .proto3 {
                report(.messageSet, "proto3 has no message sets", message.nameSpan, in: file)
            }
            if let field = schema.fields(of: message).first {
                report(.messageSet, "a message set has extensions only, and no fields", field.span, in: file)
            }
            if message.extensionRanges.isEmpty {
                report(.messageSet, "a message set has a range for extensions", message.nameSpan, in: file)
            }
        }
        checkDeclarations(of: message, in: file)
    }

    private mutating func checkDuplicateNumbers(of message: ProtobufMessage, in file: Int) {
        guard !message.fieldsByNumber.isEmpty else { return }
        var suggestion: String?
        for (first, second) in zip(message.fieldsByNumber, message.fieldsByNumber.dropFirst()) {
            let (first, second) = (schema.fields[Int(first)], schema.fields[Int(second)])
            guard first.number == second.number, first.number > 0 else { continue }
            var problem = ProtobufProblem(
                .duplicateNumber, "number \(second.number) of '\(message.fullName)' is taken by '\(first.name)'", second.numberSpan)
            problem.secondary = [label("used here", first.numberSpan, in: file)]
            if suggestion == nil { suggestion = nextFreeNumber(of: message).map { "\($0) is free" } ?? "take a number that is free" }
            problem.suggestion = suggestion
            report(problem, in: file)
        }
    }

    private func nextFreeNumber(of message: ProtobufMessage) -> Int32? {
        let used = message.fields.map { schema.fields[$0].number }.max() ?? 0
        let taken = (message.reservedRanges.map(\.numbers) + message.extensionRanges.map(\.numbers)).map(\.upperBound).max() ?? 0
        let next = max(used, taken < 18_000 ? taken : 0)
        return next < 18_000 ? next + 1 : nil
    }

    private mutating func checkRanges(of message: ProtobufMessage, in file: Int) {
        guard !message.reservedRanges.isEmpty || !message.extensionRanges.isEmpty else { return }
        struct Range {
            var numbers: ClosedRange<Int32>
            var span: ProtobufSpan
            var isReserved: Bool
        }
        let ranges =
            (message.reservedRanges.map { Range(numbers: $0.numbers, span: $0.span, isReserved: true) }
            + message.extensionRanges.map { Range(numbers: $0.numbers, span: $0.span, isReserved: false) })
            .sorted { ($0.numbers.lowerBound, $0.span.start) < ($1.numbers.lowerBound, $1.span.start) }
        var widest = ranges[0]
        for range in ranges.dropFirst() {
            if range.numbers.lowerBound <= widest.numbers.upperBound {
                let (first, second) = widest.span.start < range.span.start ? (widest, range) : (range, widest)
                let text = "the ranges \(text(first.numbers)) and \(text(second.numbers)) overlap"
                var problem = ProtobufProblem(.numberRange, text, second.span)
                problem.secondary = [label(first.isReserved ? "reserved here" : "for extensions here", first.span, in: file)]
                report(problem, in: file)
            }
            if range.numbers.upperBound > widest.numbers.upperBound { widest = range }
        }
        for field in schema.fields(of: message) {
            guard let range = ranges.lastInOrder(where: { $0.numbers.lowerBound <= field.number }), range.numbers.contains(field.number)
            else { continue }
            let text = range.isReserved ? "is reserved" : "is kept for extensions"
            var problem = ProtobufProblem(
                range.isReserved ? .reservedNumber : .numberRange, "number \(field.number) of '\(field.name)' \(text)", field.numberSpan)
            problem.secondary = [label(range.isReserved ? "reserved here" : "for extensions here", range.span, in: file)]
            report(problem, in: file)
        }
    }

    private func text(_ range: ClosedRange<Int32>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    private mutating func checkReservedNames(of message: ProtobufMessage, in file: Int) {
        let reserved = uniqueReserved(message.reservedNames, in: file)
        guard !reserved.isEmpty else { return }
        for field in schema.fields(of: message) {
            guard let span = reserved[field.name] else { continue }
            reportReserved("the name '\(field.name)' is reserved", .reservedName, field.nameSpan, by: span, in: file)
        }
    }

    mutating func uniqueReserved(_ names: [ProtobufMessage.ReservedName], in file: Int) -> [String: ProtobufSpan] {
        var reserved: [String: ProtobufSpan] = [:]
        for name in names {
            if let first = reserved[name.name] {
                reportReserved("'\(name.name)' is reserved twice", .reservedName, name.span, by: first, in: file)
            } else {
                reserved[name.name] = name.span
            }
        }
        return reserved
    }

    mutating func reportReserved(_ text: String, _ code: ProtobufCode, _ span: ProtobufSpan, by first: ProtobufSpan, in file: Int) {
        var problem = ProtobufProblem(code, text, span)
        problem.secondary = [label("reserved here", first, in: file)]
        report(problem, in: file)
    }
}

extension Array {
    /// The last element for which a condition holds that holds for those before it too.
    func lastInOrder(where holds: (Element) -> Bool) -> Element? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? self[low - 1] : nil
    }
}
