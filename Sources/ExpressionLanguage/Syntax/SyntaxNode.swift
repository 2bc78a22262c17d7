/// A part of an expression as it was written, macros recognised.
///
/// A class, because the tree is shared by the expression, its check and its program.
final class SyntaxNode: Sendable {
    let span: ExpressionSpan
    let kind: Kind
    /// Of the tree below, 1 for a leaf: bounds recursion.
    let height: Int

    init(_ kind: Kind, _ span: ExpressionSpan, height: Int) {
        self.kind = kind
        self.span = span
        self.height = height
    }

    indirect enum Kind: Sendable {
        case literal(ExpressionValue)
        case name(String, isAbsolute: Bool)
        case select(SyntaxNode, field: Name, isOptional: Bool)
        /// The macro `has(operand.field)`.
        case has(SyntaxNode, field: Name, isOptional: Bool)
        case index(SyntaxNode, SyntaxNode, isOptional: Bool)
        case call(Name, receiver: SyntaxNode?, arguments: [SyntaxNode])
        case unary(UnaryOperator, SyntaxNode)
        case binary(BinaryOperator, SyntaxNode, SyntaxNode)
        /// `a && b && c`: all in one, so that long chains are not deep.
        case all([SyntaxNode])
        case any([SyntaxNode])
        case conditional(SyntaxNode, SyntaxNode, SyntaxNode)
        case list([Element])
        case map([Entry])
        case message(SyntaxNode, [MessageField])
        case comprehension(Comprehension)
        /// The macro `cel.bind(name, value, body)`.
        case bind(Name, SyntaxNode, body: SyntaxNode)
        /// The macros `optional.optMap(name, body)` and `optFlatMap`.
        case optionalMap(SyntaxNode, Name, body: SyntaxNode, isFlat: Bool)
    }

    struct Name: Sendable {
        var text: String
        var span: ExpressionSpan
    }

    struct Element: Sendable {
        var node: SyntaxNode
        var isOptional: Bool
    }

    struct Entry: Sendable {
        var key: SyntaxNode
        var value: SyntaxNode
        var isOptional: Bool
    }

    struct MessageField: Sendable {
        var name: Name
        var value: SyntaxNode
    }

    struct Comprehension: Sendable {
        enum Kind: String, Sendable { case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry }
        var kind: Kind
        var range: SyntaxNode
        var first: Name
        var second: Name?
        var condition: SyntaxNode?
        var body: SyntaxNode
    }

    enum UnaryOperator: String, Sendable {
        case not = "!", negate = "-"
        var function: String { rawValue + "_" }
    }

    enum BinaryOperator: String, Sendable {
        case add = "+", subtract = "-", multiply = "*", divide = "/", modulo = "%"
        case equal = "==", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
        case isIn = "in"

        /// The name that signatures of operators go by.
        var function: String { "_\(rawValue)_" }

        var precedence: Int {
            switch self {
            case .multiply, .divide, .modulo: 3
            case .add, .subtract: 2
            default: 1
            }
        }
    }
}

extension SyntaxNode {
    /// `a.b.c` as a name, where it can be one; nil otherwise.
    var qualifiedName: (text: String, isAbsolute: Bool)? {
        switch kind {
        case .name(let name, let isAbsolute): return (name, isAbsolute)
        case .select(let operand, let field, isOptional: false):
            guard let (prefix, isAbsolute) = operand.qualifiedName else { return nil }
            return (prefix + "." + field.text, isAbsolute)
        default: return nil
        }
    }

    /// The first name of `a.b.c`.
    var firstName: String? {
        switch kind {
        case .name(let name, isAbsolute: false): name
        case .select(let operand, _, isOptional: false): operand.firstName
        default: nil
        }
    }
}
