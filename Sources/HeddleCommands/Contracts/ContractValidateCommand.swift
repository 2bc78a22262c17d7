import ArgumentParser
import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import LocatedJSON

struct ContractValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Whether payloads are what a schema says.",
        discussion: """
            EXAMPLE
              heddle contract validate order.schema.json order-1.json order-2.json
              heddle contract validate order.avsc order.json              # Avro's JSON encoding
              heddle contract validate order.proto order.bin --binary --message shop.Order
              heddle contract validate --batch < payloads.jsonl

            Exits with 1 where a payload is not valid, 64 where the schema or a payload cannot be read. With --batch, each line of
            standard input is {"id", "format", "schema", "payload", "message"?, "references"?}, the payload being JSON in the
            format's own encoding (for XSD the document as a string), or "payloadBase64" its binary form; each line of the answer
            is {"id", "valid", "errors"}.
            """)

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String?
    @Argument(help: ArgumentHelp("The payloads.", valueName: "payload")) var payloads: [String] = []
    @Flag(help: "Read JSON lines from standard input.") var batch = false
    @Flag(help: "Payloads are Avro's or Protobuf's binary form, without a registry's frame.") var binary = false
    @Flag(help: "Of JSON Schema: check 'format' as well as everything else.") var formats = false
    @Option(help: "Of a Protobuf schema: the full name of the message; the first when left out.") var message: String?
    @OptionGroup var references: ReferenceOption
    @OptionGroup var schemas: SchemaFormatOption
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
            let options = options
            return answerBatch(console) { try validateLine($0, options: options) }
        }
        guard let schema, !payloads.isEmpty else { throw CommandFailure(.usage, "a schema and a payload are needed") }
        let format = try schemas.format(of: schema)
        let text = ContractText(try common.file(schema), references: try references.files(common))
        let check: PayloadCheck
        do throws(UnreadableContract) {
            check = try PayloadCheck(format, text, message: message, options: options)
        } catch {
            console.show(error.diagnostics)
            guard !error.diagnostics.isEmpty else { throw CommandFailure(.usage, error.message) }
            throw ExitStatus.usage.code
        }
        var invalid = 0
        for path in payloads {
            let problems = check.problems(in: try common.file(path), isBinary: binary)
            console.show(problems)
            guard !problems.contains(where: { $0.code.hasPrefix("json/") || $0.code == "xsd/document-syntax" }) else { throw ExitStatus.usage.code }
            console.print("\(path): \(problems.isEmpty ? "valid" : "not valid")")
            if !problems.isEmpty { invalid += 1 }
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
    let format = try line.contractFormat()
    let text = ContractText(try line.required("schema").schemaFile("schema", format), references: line.references(format))
    let check: PayloadCheck
    do throws(UnreadableContract) {
        check = try PayloadCheck(format, text, message: line["message"]?.string, options: options)
    } catch {
        throw LineProblem(error.message)
    }
    let errors: [Diagnostic]
    if let encoded = line["payloadBase64"]?.string {
        guard let bytes = Data(base64Encoded: encoded) else { throw LineProblem("'payloadBase64' is no base64") }
        errors = check.problems(in: SourceFile(path: "payload", bytes: [UInt8](bytes)), isBinary: true)
    } else {
        errors = check.problems(in: try line.required("payload"))
    }
    return "\"valid\":\(errors.isEmpty),\"errors\":[\(errors.map { jsonText($0.message) }.joined(separator: ","))]"
}
