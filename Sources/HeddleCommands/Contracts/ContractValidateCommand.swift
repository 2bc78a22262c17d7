import ArgumentParser
import ContractModel
import Diagnostics
import LocatedJSON

struct ContractValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Whether payloads are what a JSON Schema says.",
        discussion: """
            EXAMPLE
              heddle contract validate order.schema.json order-1.json order-2.json
              heddle contract validate --batch < payloads.jsonl

            Exits with 1 where a payload is not valid, 64 where the schema or a payload cannot be read. With --batch, each line of
            standard input is {"id", "format", "schema", "payload"}, and each line of the answer {"id", "valid", "errors"}.
            """)

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String?
    @Argument(help: ArgumentHelp("The payloads.", valueName: "payload")) var payloads: [String] = []
    @Flag(help: "Read JSON lines from standard input.") var batch = false
    @Flag(help: "Check 'format' as well as everything else.") var formats = false
    @OptionGroup var common: CommonOptions

    private var options: JSONSchemaOptions {
        var options = JSONSchemaOptions()
        if formats { options.assertsFormat = true }
        return options
    }

    func run() throws {
        let console = common.console
        if batch {
            guard schema == nil else { throw CommandFailure(.usage, "--batch takes no files", remedy: "give schemas and payloads as lines on standard input") }
            return answerBatch(console) { try validateLine($0, options: options) }
        }
        guard let schema, !payloads.isEmpty else { throw CommandFailure(.usage, "a schema and a payload are needed") }
        let (compiled, diagnostics) = compileJSONSchema(try common.file(schema), options: options)
        guard let compiled, !diagnostics.contains(where: { $0.severity == .error }) else {
            console.show(diagnostics)
            throw ExitStatus.usage.code
        }
        var invalid = 0
        for path in payloads {
            let (root, found) = parseJSON(try common.file(path))
            guard let root, found.isEmpty else {
                console.show(found)
                throw ExitStatus.usage.code
            }
            let violations = compiled.validate(root).diagnostics
            console.show(violations)
            console.print("\(path): \(violations.isEmpty ? "valid" : "not valid")")
            if !violations.isEmpty { invalid += 1 }
        }
        if invalid > 0 { throw ExitStatus.no.code }
    }
}

extension JSONSchemaVerdict {
    /// Empty when it is valid. What could not be decided is not valid.
    var diagnostics: [Diagnostic] {
        switch self {
        case .valid: []
        case .invalid(let violations): violations.map(\.diagnostic)
        case .undecided(let why): [Diagnostic(code: "json-schema/undecided", "whether this is valid could not be decided: \(why)")]
        }
    }
}

/// One line of `heddle contract validate --batch`.
private func validateLine(_ line: JSONNode, options: JSONSchemaOptions) throws(LineProblem) -> String {
    guard try line.contractFormat() == .jsonSchema else { throw LineProblem("only json-schema payloads can be validated") }
    let (compiled, diagnostics) = compileJSONSchema(try line.required("schema").schemaFile("schema", .jsonSchema), options: options)
    if let problem = diagnostics.first(where: { $0.severity == .error }) { throw LineProblem("the schema cannot be read: \(problem.message)") }
    guard let compiled else { throw LineProblem("the schema cannot be read") }
    let errors = compiled.validate(try line.required("payload")).diagnostics
    return "\"valid\":\(errors.isEmpty),\"errors\":[\(errors.map { jsonText($0.message) }.joined(separator: ","))]"
}
