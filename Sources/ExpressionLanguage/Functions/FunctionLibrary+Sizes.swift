extension FunctionLibrary {
    static let sizes: [ExpressionFunction] = [
        ExpressionFunction(
            "size",
            [
                "size(string) -> int", "size(bytes) -> int", "size(list(A)) -> int", "size(map(A, B)) -> int",
                "string.size() -> int", "bytes.size() -> int", "list(A).size() -> int", "map(A, B).size() -> int",
            ], "How many code points, bytes, elements or entries."
        ) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            switch arguments[0] {
            case .string(let text):
                try meter.chargeText(text.utf8.count)
                return .int(Int64(text.unicodeScalars.count))
            case .bytes(let bytes): return .int(Int64(bytes.count))
            case .list(let elements): return .int(Int64(elements.count))
            case .map(let map): return .int(Int64(map.count))
            default: throw noSuchOverload
            }
        },
        ExpressionFunction("type", ["type(A) -> type(A)"], "The type of a value: `type(1) == int`.") { _, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return .type(arguments[0].type)
        },
        ExpressionFunction("dyn", ["dyn(A) -> dyn"], "The value, its type left open until evaluation.") { _, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return arguments[0]
        },
    ]
}
