extension FunctionLibrary {
    private static func signatures(_ name: String, _ signatures: [String], _ summary: String) -> ExpressionFunction {
        ExpressionFunction(name, signatures.map { name + $0 }, summary) { _, _ throws(EvaluationError) in throw noSuchOverload }
    }

    private static let numbers = ["int", "uint", "double"]
    private static let orderings =
        numbers.flatMap { left in numbers.map { "(\(left), \($0)) -> bool" } }
        + ["bool", "string", "bytes", "timestamp", "duration"].map { "(\($0), \($0)) -> bool" }

    private static func arithmetic(_ types: [String], _ further: [String] = []) -> [String] {
        types.map { "(\($0), \($0)) -> \($0)" } + further
    }

    static let operatorSignatures: [ExpressionFunction] = [
        signatures("!_", ["(bool) -> bool"], "Not."),
        signatures("-_", ["(int) -> int", "(double) -> double"], "The negative; an error where an int has none."),
        signatures(
            "_+_",
            arithmetic(
                numbers + ["string", "bytes", "list(A)", "duration"],
                ["(timestamp, duration) -> timestamp", "(duration, timestamp) -> timestamp"]),
            "The sum, or both one after the other; an error where a number is out of range."),
        signatures(
            "_-_",
            arithmetic(numbers + ["duration"], ["(timestamp, timestamp) -> duration", "(timestamp, duration) -> timestamp"]), "The difference."),
        signatures("_*_", arithmetic(numbers), "The product."),
        signatures("_/_", arithmetic(numbers), "The quotient, toward zero for whole numbers; an error by whole zero."),
        signatures("_%_", arithmetic(["int", "uint"]), "The remainder, with the dividend's sign."),
        signatures("_==_", ["(A, A) -> bool"], "Equal: numbers by what they count, lists and maps by their elements."),
        signatures("_!=_", ["(A, A) -> bool"], "Not equal."),
        signatures("_<_", orderings, "Less; strings by code points, `false` before `true`."),
        signatures("_<=_", orderings, "Less or equal."),
        signatures("_>_", orderings, "Greater."),
        signatures("_>=_", orderings, "Greater or equal."),
        signatures("_in_", ["(A, list(A)) -> bool", "(A, map(A, B)) -> bool"], "Whether a list has the element, or a map the key."),
        signatures("_[_]", ["(list(A), int) -> A", "(map(A, B), A) -> B"], "The element at an index from 0, or the value of a key."),
    ]
}
