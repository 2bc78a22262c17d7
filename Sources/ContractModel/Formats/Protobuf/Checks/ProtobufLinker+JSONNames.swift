import Diagnostics

extension ProtobufLinker {
    /// In JSON fields of a message have different names. Field masks go by the names that fields would have without
    /// `json_name`, so those have to differ as well.
    mutating func checkJSONNames(of message: ProtobufMessage, in file: Int) {
        guard message.options[11].last != .bool(true) else { return }
        let fields = schema.fields[message.fields]
        let hasCustom = fields.contains(where: \.hasCustomJSONName)
        guard hasCustom || fields.contains(where: { $0.name.utf8.contains(UInt8(ascii: "_")) }) else { return }
        var byDefault: [String: Int] = [:]
        byDefault.reserveCapacity(fields.count)
        for index in message.fields {
            let name = defaultName(index)
            guard let other = byDefault[name] else {
                byDefault[name] = index
                continue
            }
            reportJSON(name, other, index, message, isCustom: (false, false), in: file)
        }
        guard hasCustom else { return }
        var byName: [String: Int] = [:]
        for index in message.fields {
            let name = schema.fields[index].jsonName
            guard let other = byName[name] else {
                byName[name] = index
                continue
            }
            let isCustom = (schema.fields[other].hasCustomJSONName, schema.fields[index].hasCustomJSONName)
            // Two defaults have been told above.
            if isCustom.0 || isCustom.1 { reportJSON(name, other, index, message, isCustom: isCustom, in: file) }
        }
    }

    private func defaultName(_ index: Int) -> String {
        let field = schema.fields[index]
        return field.hasCustomJSONName ? defaultJSONName(of: field.name) : field.jsonName
    }

    private mutating func reportJSON(
        _ name: String, _ first: Int, _ second: Int, _ message: ProtobufMessage, isCustom: (Bool, Bool), in file: Int
    ) {
        let (first, second) = (schema.fields[first], schema.fields[second])
        // The name alone is told as a duplicate.
        guard first.name != second.name else { return }
        var problem = ProtobufProblem(
            .jsonName, "'\(first.name)' and '\(second.name)' are both '\(name)' in JSON", second.nameSpan)
        problem.secondary = [label("the other one", first.nameSpan, in: file)]
        if message.features.jsonFormat == .legacyBestEffort, !(isCustom.0 && isCustom.1) { problem.severity = .warning }
        report(problem, in: file)
    }
}
