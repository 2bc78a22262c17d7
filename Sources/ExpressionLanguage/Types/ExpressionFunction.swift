/// A function of the language: its overloads, and what it does.
///
///     ExpressionFunction("charAt", ["string.charAt(int) -> string"], "The character at an index.") { meter, arguments throws(EvaluationError) in … }
package struct ExpressionFunction: Sendable {
    package typealias Body = @Sendable (_ meter: inout EvaluationMeter, _ arguments: [ExpressionValue]) throws(EvaluationError) -> ExpressionValue

    package struct Overload: Sendable, Hashable {
        /// As a person reads it: `string.charAt(int) -> string`.
        package var signature: String
        /// Called as `receiver.name(…)`; the receiver is the first parameter.
        package var isMember: Bool
        package var parameters: [ExpressionType]
        /// Whether the last parameter may be given any number of times.
        package var isVariadic: Bool
        package var result: ExpressionType

        package init(signature: String, isMember: Bool, parameters: [ExpressionType], isVariadic: Bool = false, result: ExpressionType) {
            self.signature = signature
            self.isMember = isMember
            self.parameters = parameters
            self.isVariadic = isVariadic
            self.result = result
        }
    }

    package let name: String
    package let overloads: [Overload]
    /// One line for the reference.
    package let summary: String
    /// Gets the receiver first. Decides by the values which overload is meant; `noSuchOverload` where none is.
    package let body: Body

    /// The signatures are a program's own text: one that cannot be read is its bug.
    package init(_ name: String, _ signatures: [String], _ summary: String, body: @escaping Body) {
        self.name = name
        self.summary = summary
        self.body = body
        overloads = signatures.map { text in
            guard let overload = parseSignature(text, of: name) else { preconditionFailure("no signature of '\(name)': \(text)") }
            return overload
        }
    }

    package init(_ name: String, overloads: [Overload], _ summary: String, body: @escaping Body) {
        self.name = name
        self.overloads = overloads
        self.summary = summary
        self.body = body
    }
}
