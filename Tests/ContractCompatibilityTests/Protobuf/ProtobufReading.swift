import ContractCompatibility
import ContractModel
import Diagnostics

/// A schema of one text, with proto3 and a package where it does not say otherwise.
func protobuf(_ text: String, path: String = "shop.proto") -> ProtobufResult {
    let isWhole = text.contains("syntax =") || text.contains("edition =")
    let whole = isWhole ? text : "syntax = \"proto3\";\npackage shop;\n" + text
    return loadProtobuf(SourceFile(path: path, text: whole))
}

/// What is found between two texts, as `rule path`, in parentheses where it breaks nothing.
func protobufChanges(
    _ old: String, _ new: String, at level: ProtobufLevel = .wire,
    for victim: Difference.Victim = .newReaders
) -> [String] {
    compareProtobuf(old: protobuf(old).schema, new: protobuf(new).schema, level: level, for: victim)
        .map(protobufLine)
}

func protobufLine(_ difference: Difference) -> String {
    let rule = difference.rule.replacing("protobuf/", with: "")
    return (difference.isBreaking ? rule : "(\(rule))") + " " + difference.path
}
