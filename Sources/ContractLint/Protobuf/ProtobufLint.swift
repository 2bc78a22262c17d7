import ContractModel
import Diagnostics

/// One .proto file under review; what it imports is there to be linked, and is not judged.
///
/// The rules are those of Protobuf's style guide (https://protobuf.dev/programming-guides/style) as buf's STANDARD category
/// has them, without those on folders and file names, services' requests and versions in packages.
struct ProtobufLint {
    let schema: ProtobufSchema
    let file: ProtobufFile
    var findings = LintFindings()
    /// Columns that may still be counted: each place asks for a look at its line, and a line may be as long as a file.
    private var columnBudget = 64 << 20

    init(schema: ProtobufSchema, file: ProtobufFile) {
        self.schema = schema
        self.file = file
    }

    mutating func run() {
        checkPackage()
        checkPackageName()
        checkImports()
        for message in schema.messages where message.file == file.id && message.kind == .written {
            checkMessageName(message)
            for oneof in schema.oneofs(of: message) where !oneof.isSynthetic { checkOneofName(oneof) }
        }
        for field in schema.fields where field.file == file.id && (field.isExtension || schema[field.message].kind != .mapEntry) {
            checkFieldName(field)
            checkRequired(field)
        }
        for enumeration in schema.enums where enumeration.file == file.id {
            checkEnumName(enumeration)
            checkEnumAlias(enumeration)
            checkZeroValue(enumeration)
            checkValueNames(enumeration)
            checkValuePrefixes(enumeration)
        }
        for service in schema.services where service.file == file.id { checkServiceName(service) }
    }

    mutating func add(_ rule: LintRule, _ message: String, at span: ProtobufSpan, suggestion: String? = nil) {
        guard !findings.isFull, columnBudget > 0 else { return }
        let range = file.source.range(span)
        columnBudget -= Int(range.start.column + range.end.column)
        findings.add(rule, message, at: range, suggestion: suggestion)
    }
}
