/// A checked expression with its names resolved: what is walked to evaluate it.
indirect enum Instruction: Sendable {
    case constant(ExpressionValue)
    case variable(String, ExpressionSpan)
    /// A variable of a macro, by its place among those that are in scope.
    case local(Int)
    case select(Instruction, String, isOptional: Bool, ExpressionSpan)
    case has(Instruction, String, ExpressionSpan)
    case index(Instruction, Instruction, isOptional: Bool, ExpressionSpan)
    case call(ExpressionFunction.Body, name: String, [Instruction], ExpressionSpan)
    case unary(SyntaxNode.UnaryOperator, Instruction, ExpressionSpan)
    case binary(SyntaxNode.BinaryOperator, Instruction, Instruction, ExpressionSpan)
    case all([Instruction], ExpressionSpan)
    case any([Instruction], ExpressionSpan)
    case conditional(Instruction, Instruction, Instruction, ExpressionSpan)
    case list([Element], ExpressionSpan)
    case map([Entry], ExpressionSpan)
    case comprehension(Comprehension)
    case bind(Int, Instruction, body: Instruction)
    case optionalMap(Instruction, Int, body: Instruction, isFlat: Bool, ExpressionSpan)
    /// Known before evaluation to have no value.
    case failure(EvaluationError.Kind, String, ExpressionSpan)

    struct Element: Sendable {
        var value: Instruction
        var isOptional: Bool
    }

    struct Entry: Sendable {
        var key: Instruction
        var value: Instruction
        var isOptional: Bool
        var span: ExpressionSpan
    }

    struct Comprehension: Sendable {
        var kind: SyntaxNode.Comprehension.Kind
        var range: Instruction
        /// Slots of the variables.
        var first: Int
        var second: Int?
        var condition: Instruction?
        var body: Instruction
        var span: ExpressionSpan
    }
}
