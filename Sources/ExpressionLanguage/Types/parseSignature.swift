/// Reads `string.charAt(int) -> string` or `math.abs(double) -> double`; a capital letter is a parameter, `...` repeats.
func parseSignature(_ text: String, of name: String) -> ExpressionFunction.Overload? {
    var reader = SignatureReader(text)
    var parameters: [ExpressionType] = []
    let isMember = !text.hasPrefix(name + "(")
    if isMember {
        guard let receiver = reader.type(), reader.take(".") else { return nil }
        parameters.append(receiver)
    }
    guard reader.take(name), reader.take("(") else { return nil }
    var isVariadic = false
    if !reader.take(")") {
        repeat {
            guard let parameter = reader.type() else { return nil }
            parameters.append(parameter)
            isVariadic = reader.take("...")
        } while reader.take(", ")
        guard reader.take(")") else { return nil }
    }
    guard reader.take(" -> "), let result = reader.type(), reader.rest.isEmpty else { return nil }
    return ExpressionFunction.Overload(
        signature: text, isMember: isMember, parameters: parameters, isVariadic: isVariadic, result: result)
}

private struct SignatureReader {
    var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func take(_ prefix: String) -> Bool {
        guard rest.hasPrefix(prefix) else { return false }
        rest.removeFirst(prefix.count)
        return true
    }

    mutating func type() -> ExpressionType? {
        let word = rest.prefix { $0.isLetter || $0 == "_" }
        rest.removeFirst(word.count)
        switch word {
        case "dyn": return .dyn
        case "null_type": return .null
        case "bool": return .bool
        case "int": return .int
        case "uint": return .uint
        case "double": return .double
        case "string": return .string
        case "bytes": return .bytes
        case "timestamp": return .timestamp
        case "duration": return .duration
        case "list": return parameters(1).map { .list($0[0]) }
        case "map": return parameters(2).map { .map($0[0], $0[1]) }
        case "type": return parameters(1).map { .type($0[0]) }
        case "optional_type": return parameters(1).map { .optional($0[0]) }
        default:
            guard word.count == 1, word.first?.isUppercase == true else { return nil }
            return .parameter(String(word))
        }
    }

    private mutating func parameters(_ count: Int) -> [ExpressionType]? {
        guard take("(") else { return nil }
        var types: [ExpressionType] = []
        repeat {
            guard let type = type() else { return nil }
            types.append(type)
        } while take(", ")
        return take(")") && types.count == count ? types : nil
    }
}
