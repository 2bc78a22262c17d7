/// The codes of diagnostics that expressions give. Each has a page in Specs/diagnostics/expression.
package enum ExpressionCode {
    package static let syntax = "expression/syntax"
    package static let tooComplex = "expression/too-complex"
    package static let unsupported = "expression/unsupported"
    package static let unknownName = "expression/unknown-name"
    package static let unknownFunction = "expression/unknown-function"
    package static let unknownField = "expression/unknown-field"
    package static let typeMismatch = "expression/type-mismatch"
    package static let invalidLiteral = "expression/invalid-literal"

    package static let all = [
        syntax, tooComplex, unsupported, unknownName, unknownFunction, unknownField, typeMismatch, invalidLiteral,
    ]
}
