import Diagnostics
import LocatedJSON

func read(_ text: String, limits: JSONLimits = .init()) -> (root: JSONNode?, diagnostics: [Diagnostic]) {
    parseJSON(SourceFile(path: "test.json", text: text), limits: limits)
}

/// The codes of all that is wrong with a text.
func codes(_ text: String, limits: JSONLimits = .init()) -> [String] {
    read(text, limits: limits).diagnostics.map(\.code)
}

/// The node, where the text is JSON.
func node(_ text: String) -> JSONNode? {
    let (root, diagnostics) = read(text)
    return diagnostics.isEmpty ? root : nil
}
