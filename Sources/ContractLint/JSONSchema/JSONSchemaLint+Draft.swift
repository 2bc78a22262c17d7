import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    mutating func checkDraft() {
        guard let members = document.root.object, document.root["$schema"] == nil else { return }
        findings.add(
            .jsonSchemaMissingDraft, "the schema does not say which draft it is written in",
            at: members.first?.keyRange ?? document.root.range,
            suggestion: "add \"$schema\": \"https://json-schema.org/draft/2020-12/schema\", or the draft that is meant")
    }
}
