/// CEL's math extension.
extension FunctionLibrary {
    private static let numberTypes = ["int", "uint", "double"]

    static let math: [ExpressionFunction] = [
        extreme("greatest", "The greatest of the numbers, of whatever types.", wanted: .greater),
        extreme("least", "The least of the numbers, of whatever types.", wanted: .less),
        rounding("ceil", "The nearest whole number above.", .up),
        rounding("floor", "The nearest whole number below.", .down),
        rounding("round", "The nearest whole number, halves away from zero.", .toNearestOrAwayFromZero),
        rounding("trunc", "Without the fraction.", .towardZero),
        unary("abs", numberTypes.map { ($0, $0) }, "Without the sign; an error where an int has no such.") { value throws(EvaluationError) in
            switch value {
            case .int(let number):
                guard number != .min else { throw overflow("int") }
                return .int(abs(number))
            case .uint: return value
            case .double(let number): return .double(abs(number))
            default: throw noSuchOverload
            }
        },
        unary("sign", numberTypes.map { ($0, $0) }, "-1, 0 or 1, of the number's type.") { value throws(EvaluationError) in
            switch value {
            case .int(let number): return .int(number.signum())
            case .uint(let number): return .uint(number == 0 ? 0 : 1)
            case .double(let number): return .double(number.isNaN || number == 0 ? number : number < 0 ? -1 : 1)
            default: throw noSuchOverload
            }
        },
        unary("sqrt", numberTypes.map { ($0, "double") }, "The square root.") { value throws(EvaluationError) in
            switch value {
            case .int(let number): return .double(Double(number).squareRoot())
            case .uint(let number): return .double(Double(number).squareRoot())
            case .double(let number): return .double(number.squareRoot())
            default: throw noSuchOverload
            }
        },
        testing("isNaN", "Whether a double is not a number.") { $0.isNaN },
        testing("isInf", "Whether a double is infinite.") { $0.isInfinite },
        testing("isFinite", "Whether a double is a number, and finite.") { $0.isFinite },
        bits("bitAnd", "Bits that both have.", { $0 & $1 }, { $0 & $1 }),
        bits("bitOr", "Bits that one of the two has.", { $0 | $1 }, { $0 | $1 }),
        bits("bitXor", "Bits that just one of the two has.", { $0 ^ $1 }, { $0 ^ $1 }),
        unary("bitNot", [("int", "int"), ("uint", "uint")], "Every bit turned.") { value throws(EvaluationError) in
            switch value {
            case .int(let number): return .int(~number)
            case .uint(let number): return .uint(~number)
            default: throw noSuchOverload
            }
        },
        shift("bitShiftLeft", "Moved to the left, zeros filled in.") { $0 << UInt64($1) },
        shift("bitShiftRight", "Moved to the right, zeros filled in.") { $0 >> UInt64($1) },
    ]

    private static func extreme(_ name: String, _ summary: String, wanted: NumericOrder) -> ExpressionFunction {
        let name = "math.\(name)"
        let signatures =
            numberTypes.map { "\(name)(\($0)...) -> \($0)" } + ["\(name)(dyn...) -> dyn"] + numberTypes.map { "\(name)(list(\($0))) -> \($0)" }
            + ["\(name)(list(dyn)) -> dyn"]
        return ExpressionFunction(name, signatures, summary) { meter, arguments throws(EvaluationError) in
            var numbers = arguments
            if arguments.count == 1, case .list(let elements) = arguments[0] { numbers = elements }
            guard var best = numbers.first else { throw wrongArgument("'\(name)' wants at least one number") }
            for number in numbers {
                try meter.charge(1)
                guard let order = compareNumbers(number, best) else { throw noSuchOverload }
                if order == wanted { best = number }
            }
            return best
        }
    }

    private static func unary(
        _ name: String, _ types: [(String, String)], _ summary: String,
        body: @escaping @Sendable (ExpressionValue) throws(EvaluationError) -> ExpressionValue
    ) -> ExpressionFunction {
        ExpressionFunction("math.\(name)", types.map { "math.\(name)(\($0.0)) -> \($0.1)" }, summary) { _, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return try body(arguments[0])
        }
    }

    private static func rounding(_ name: String, _ summary: String, _ rule: FloatingPointRoundingRule) -> ExpressionFunction {
        unary(name, [("double", "double")], summary) { value throws(EvaluationError) in
            guard case .double(let number) = value else { throw noSuchOverload }
            return .double(number.rounded(rule))
        }
    }

    private static func testing(_ name: String, _ summary: String, _ test: @escaping @Sendable (Double) -> Bool) -> ExpressionFunction {
        unary(name, [("double", "bool")], summary) { value throws(EvaluationError) in
            guard case .double(let number) = value else { throw noSuchOverload }
            return .bool(test(number))
        }
    }

    private static func bits(
        _ name: String, _ summary: String, _ signed: @escaping @Sendable (Int64, Int64) -> Int64,
        _ unsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> ExpressionFunction {
        ExpressionFunction(
            "math.\(name)", ["math.\(name)(int, int) -> int", "math.\(name)(uint, uint) -> uint"], summary
        ) { _, arguments throws(EvaluationError) in
            guard arguments.count == 2 else { throw noSuchOverload }
            switch (arguments[0], arguments[1]) {
            case (.int(let left), .int(let right)): return .int(signed(left, right))
            case (.uint(let left), .uint(let right)): return .uint(unsigned(left, right))
            default: throw noSuchOverload
            }
        }
    }

    /// Swift's shifts fill with zeros beyond 64; ints are moved as their bits are.
    private static func shift(_ name: String, _ summary: String, _ move: @escaping @Sendable (UInt64, Int64) -> UInt64) -> ExpressionFunction {
        ExpressionFunction(
            "math.\(name)", ["math.\(name)(int, int) -> int", "math.\(name)(uint, int) -> uint"], summary
        ) { _, arguments throws(EvaluationError) in
            guard arguments.count == 2, case .int(let count) = arguments[1] else { throw noSuchOverload }
            guard count >= 0 else { throw wrongArgument("a shift by \(count) bits") }
            switch arguments[0] {
            case .int(let number): return .int(Int64(bitPattern: move(UInt64(bitPattern: number), count)))
            case .uint(let number): return .uint(move(number, count))
            default: throw noSuchOverload
            }
        }
    }
}
