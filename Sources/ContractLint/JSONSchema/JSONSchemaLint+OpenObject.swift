import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// Once for the schema: an open object is the usual case, and one decision is to be made for all.
    mutating func checkOpenObjects() {
        let open = document.subschemas.indices.compactMap { place($0) }.filter { place in
            let closing = ["additionalProperties", "unevaluatedProperties", "$ref", "allOf", "anyOf", "oneOf", "if"]
            return place.isWhole && place.node["properties"]?.object?.isEmpty == false && !closing.contains(where: place.has)
        }
        guard let first = open.first, let member = first.node.member("properties") else { return }
        let others = open.count > 1 ? ", as \(open.count - 1) more of this schema" + (open.count > 2 ? " are" : " is") : ""
        findings.add(
            .jsonSchemaOpenObject,
            "the object is open for any other property\(others): a property that is added later counts as breaking",
            at: member.keyRange,
            suggestion: "say \"additionalProperties\": false, unless others are meant to add properties of their own")
    }
}
