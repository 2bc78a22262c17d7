import Diagnostics
import LocatedJSON

@testable import PlanFiles

/// A file with the digest that its content calls for; nil where it is no object.
func resealed(_ text: String) -> [UInt8]? {
    guard let root = parseJSON(SourceFile(path: "", text: text)).root, let members = root.object else { return nil }
    let content = JSONNode(.object(members.filter { $0.key != "digest" }), at: root.range)
    let digest = digest(ofBytes: Array(content.canonicalText.utf8))
    guard let old = root["digest"]?.string else { return nil }
    return Array(text.replacingOccurrence(of: old, with: digest).utf8)
}
