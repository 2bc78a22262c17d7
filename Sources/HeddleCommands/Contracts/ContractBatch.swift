import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import LocatedJSON

/// Why a line of a batch cannot be answered.
struct LineProblem: Error {
    var message: String
    init(_ message: String) { self.message = message }
}

/// Answers each line of standard input by one line on standard output, in order; a line that cannot be answered gets
/// `{"id", "error"}` and does not stop the others.
func answerBatch(_ console: Console, _ answer: (JSONNode) throws -> String) {
    while let line = readLine(strippingNewline: true) {
        guard line.contains(where: { !$0.isWhitespace }) else { continue }
        var id = "null"
        do {
            let node = try parseJSONPayload(Array(line.utf8), limits: JSONLimits())
            id = node["id"]?.compactText ?? "null"
            console.print("{\"id\":\(id),\(try answer(node))}")
        } catch let problem as LineProblem {
            console.print("{\"id\":\(id),\"error\":\(jsonText(problem.message))}")
        } catch let problem as JSONProblem {
            console.print("{\"id\":\(id),\"error\":\(jsonText("the line is not JSON: \(problem.diagnostic.message)"))}")
        } catch {
            console.print("{\"id\":\(id),\"error\":\(jsonText("\(error)"))}")
        }
    }
}

extension JSONNode {
    func required(_ key: String) throws(LineProblem) -> JSONNode {
        guard let value = self[key] else { throw LineProblem("the line has no '\(key)'") }
        return value
    }

    /// A schema given as text, or as the JSON that it is. `"int"` is Avro for itself, and no text of a schema.
    func schemaFile(_ path: String, _ format: ContractFormat) -> SourceFile {
        guard let text = string else { return SourceFile(path: path, text: compactText) }
        let isName = format == .avro && !text.contains { "{[\"".contains($0) }
        return SourceFile(path: path, text: isName ? compactText : text)
    }

    /// Texts by the names that the schema uses.
    func references(_ format: ContractFormat) -> [String: SourceFile] {
        var references: [String: SourceFile] = [:]
        for member in self["references"]?.object ?? [] { references[member.key] = member.value.schemaFile(member.key, format) }
        return references
    }

    func contractFormat() throws(LineProblem) -> ContractFormat {
        let named = try required("format")
        guard let format = named.string.flatMap(ContractFormat.init(rawValue:)) else {
            throw LineProblem("the format \(named.compactText) is not known: avro, json-schema, protobuf or xsd")
        }
        return format
    }
}

/// One line of `heddle contract compare --batch`.
struct ComparisonLine {
    var level: ProtobufLevel

    func answer(_ line: JSONNode) throws(LineProblem) -> String {
        let format = try line.contractFormat()
        let named = line["mode"]?.string ?? CompatibilityMode.backward.rawValue
        guard let mode = CompatibilityMode(rawValue: named.lowercased().replacingOccurrences(of: "_", with: "-")) else {
            throw LineProblem("the mode '\(named)' is not known")
        }
        let level = try line["level"]?.string.map { text throws(LineProblem) in
            guard let level = ProtobufLevel(rawValue: text) else { throw LineProblem("the level '\(text)' is not known") }
            return level
        } ?? self.level
        let references = line.references(format)
        let comparison = compareContracts(
            format, old: ContractText(try line.required("old").schemaFile("contract", format), references: references),
            new: ContractText(try line.required("new").schemaFile("contract", format), references: references), mode: mode, level: level)
        guard comparison.isReadable else {
            throw LineProblem("a schema cannot be read: \(comparison.unreadable.first?.message ?? "")")
        }
        let differences = comparison.findings.map { finding in
            "{\"rule\":\(jsonText(finding.difference.rule)),\"path\":\(jsonText(finding.difference.path)),"
                + "\"message\":\(jsonText(finding.difference.message)),\"breaking\":\(finding.difference.isBreaking),"
                + "\"breaks\":\(jsonText(finding.victim.rawValue))}"
        }
        return "\"compatible\":\(comparison.isCompatible),\"differences\":[\(differences.joined(separator: ","))]"
    }
}
