import Diagnostics
import LocatedYAML
import MeshModel

extension ManifestChecker {
    /// Kafka's configs are texts: numbers and booleans become theirs, lists are joined by commas.
    mutating func checkSetting(_ node: YAMLNode, of field: FieldInPlace) -> ManifestValue? {
        if let items = node.sequence {
            var texts: [String] = []
            for item in items {
                guard let scalar = item.scalar, !item.isNull else { return refuse(item, .setting, of: field) }
                texts.append(scalar.text)
            }
            return ManifestValue(.setting(.value(texts.joined(separator: ","))), at: node.range)
        }
        guard let scalar = node.scalar else { return refuse(node, .setting, of: field) }
        if node.isNull {
            return isWhole ? ManifestValue(.setting(.leftAlone), at: node.range) : nil
        }
        return ManifestValue(.setting(.value(node.asInteger.map { "\($0)" } ?? scalar.text)), at: node.range)
    }

    mutating func checkSecret(_ node: YAMLNode, of field: FieldInPlace) -> ManifestValue? {
        guard node.mapping == nil else { return checkObject(node, secretReference, field: field) }
        if node.isNull || node.sequence != nil { return refuse(node, .secret, of: field) }
        report(
            Diagnostic(
                code: "principal/secret-in-manifest", "'\(field.name)' holds the secret itself", at: node.range,
                label: "not shown", notes: ["whoever can read the repository, or its history, can read the secret: change it"],
                suggestion: "keep it elsewhere and say where: \(field.example)"))
        return nil
    }
}

package let secretReference = ObjectDescription(
    "a reference to a secret", exactlyOneOf: [["fromEnv", "fromFile"]],
    [
        FieldDescription(
            "fromEnv", .text(.variableName), example: "CHECKOUT_PASSWORD",
            "The environment variable that holds the secret, where Heddle runs."),
        FieldDescription(
            "fromFile", .text(.path), example: "/run/secrets/checkout",
            "The file that holds the secret, where Heddle runs. One newline at its end is not part of the secret."),
    ])
