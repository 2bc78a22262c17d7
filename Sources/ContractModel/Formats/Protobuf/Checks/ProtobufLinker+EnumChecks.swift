import Diagnostics

extension ProtobufLinker {
    mutating func checkEnum(_ index: Int) {
        let enumeration = schema.enums[index]
        let file = Int(enumeration.file.index)
        guard let first = schema.values(of: enumeration).first else {
            return report(.emptyDefinition, "the enum '\(enumeration.name)' has no values", enumeration.nameSpan, in: file)
        }
        if !enumeration.isClosed, first.number != 0 {
            report(
                .enumZero, "the first value of an open enum is zero, and '\(first.name)' is \(first.number)", first.numberSpan, in: file,
                suggestion: "put a value such as \(enumeration.name.uppercased())_UNSPECIFIED = 0 before it")
        }
        checkAliases(of: enumeration, in: file)
        checkReserved(of: enumeration, in: file)
        checkNames(of: enumeration, in: file)
    }

    private mutating func checkAliases(of enumeration: ProtobufEnum, in file: Int) {
        var firstByNumber: [Int32: ProtobufEnumValue] = [:]
        var hasAlias = false
        for value in schema.values(of: enumeration) {
            guard let first = firstByNumber[value.number] else {
                firstByNumber[value.number] = value
                continue
            }
            hasAlias = true
            if !enumeration.allowsAlias {
                var problem = ProtobufProblem(
                    .enumAlias, "'\(value.name)' has the number \(value.number) of '\(first.name)'", value.numberSpan)
                problem.secondary = [label("used here", first.numberSpan, in: file)]
                problem.suggestion = "if both names are meant for it, write: option allow_alias = true;"
                report(problem, in: file)
            }
        }
        if enumeration.allowsAlias, !hasAlias {
            report(
                .enumAlias, "'\(enumeration.name)' allows aliases and has none", enumeration.nameSpan, in: file,
                suggestion: "remove the option allow_alias")
        }
    }

    private mutating func checkReserved(of enumeration: ProtobufEnum, in file: Int) {
        let ranges = enumeration.reservedRanges.sorted { $0.numbers.lowerBound < $1.numbers.lowerBound }
        var widest = ranges.first
        for range in ranges.dropFirst() {
            guard let before = widest else { break }
            if range.numbers.lowerBound <= before.numbers.upperBound {
                let (first, second) = before.span.start < range.span.start ? (before, range) : (range, before)
                reportReserved("these numbers are reserved already", .numberRange, second.span, by: first.span, in: file)
            }
            if range.numbers.upperBound > before.numbers.upperBound { widest = range }
        }
        let names = uniqueReserved(enumeration.reservedNames, in: file)
        guard !ranges.isEmpty || !names.isEmpty else { return }
        for value in schema.values(of: enumeration) {
            if let range = ranges.lastInOrder(where: { $0.numbers.lowerBound <= value.number }), range.numbers.contains(value.number) {
                let text = "number \(value.number) of '\(value.name)' is reserved"
                reportReserved(text, .reservedNumber, value.numberSpan, by: range.span, in: file)
            }
            if let span = names[value.name] {
                reportReserved("the name '\(value.name)' is reserved", .reservedName, value.nameSpan, by: span, in: file)
            }
        }
    }

    /// Languages and JSON leave the enum's name out of its values' names and write them in other letters: what is left has
    /// to differ.
    private mutating func checkNames(of enumeration: ProtobufEnum, in file: Int) {
        guard enumeration.options[6].last != .bool(true) else { return }
        let prefix = enumeration.name.utf8.filter { $0 != UInt8(ascii: "_") }.map(lowercased)
        var seen: [[UInt8]: ProtobufEnumValue] = [:]
        for value in schema.values(of: enumeration) {
            let short = pascalCased(withoutPrefix(prefix, value.name))
            guard let other = seen[short] else {
                seen[short] = value
                continue
            }
            guard other.number != value.number, other.name != value.name else { continue }
            let text = "'\(other.name)' and '\(value.name)' are both '\(String(decoding: short, as: UTF8.self))' without the enum's name"
            var problem = ProtobufProblem(.enumName, text, value.nameSpan)
            problem.secondary = [label("the other one", other.nameSpan, in: file)]
            if enumeration.features.jsonFormat == .legacyBestEffort { problem.severity = .warning }
            report(problem, in: file)
        }
    }

    private func lowercased(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte + 0x20 : byte }

    private func withoutPrefix(_ prefix: [UInt8], _ name: String) -> ArraySlice<UInt8> {
        let name = Array(name.utf8)
        var index = 0
        var matched = 0
        while matched < prefix.count, index < name.count {
            if name[index] != UInt8(ascii: "_") {
                guard lowercased(name[index]) == prefix[matched] else { return name[...] }
                matched += 1
            }
            index += 1
        }
        guard matched == prefix.count else { return name[...] }
        while index < name.count, name[index] == UInt8(ascii: "_") { index += 1 }
        return index < name.count ? name[index...] : name[...]
    }

    private func pascalCased(_ name: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var isCapital = true
        for byte in name {
            if byte == UInt8(ascii: "_") {
                isCapital = true
            } else {
                let small = lowercased(byte)
                result.append(isCapital && small &- UInt8(ascii: "a") < 26 ? small - 0x20 : small)
                isCapital = false
            }
        }
        return result
    }
}
